"""Whole faces: every glyph is drawn as in its file, every character can be copied."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from kit.books import FACES, a_book, a_page, a_paragraph
from kit.pdf_text import lines, pdfium_text

from strategy_report.fonts.subset import subset_face
from strategy_report.pdf.document import write_pdf

# PDFium takes the ligatures apart; U+29FD7 has the glyph of U+29FCE, and beyond the basic plane
# readers take ActualText amiss, so that only the glyph tells the two apart.
NOT_COPIED = "ﬁﬂ\U00029fd7"
A_LINE, A_PAGE = 30, 45


def outline(font: TTFont, glyphs: Any, glyph_id: int) -> Any:
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getGlyphName(glyph_id)].draw(pen)
    return pen.value


@pytest.mark.parametrize("face_id", FACES)
def test_every_outline_of_the_face_equals_the_source_s(face_id: str) -> None:
    # Cut in two, so that in each half every other glyph has to stay away.
    source = TTFont(BytesIO(FACES[face_id].path.read_bytes()))
    drawn = source.getGlyphSet()
    count = source["maxp"].numGlyphs
    assert count == 13_932
    for half in (range(0, count, 2), range(1, count, 2)):
        subset = TTFont(BytesIO(subset_face(FACES[face_id], half)))
        glyphs = subset.getGlyphSet()
        differing = [
            glyph_id
            for glyph_id in half
            if outline(subset, glyphs, glyph_id) != outline(source, drawn, glyph_id)
        ]
        assert differing == []


def all_lines() -> list[str]:
    """Every character of the regular face, each line closed by kana at both of its ends."""
    face = FACES["BIZUDGothic-Regular"]
    codes = (*range(0x20, 0xD800), *range(0xE000, 0x30000))
    characters = [c for c in map(chr, codes) if face.glyph(c) and c not in NOT_COPIED]
    assert len(characters) > 11_700
    starts = range(0, len(characters), A_LINE)
    return ["あ" + "い".join(characters[at : at + A_LINE]) + "う" for at in starts]


def test_every_character_of_the_face_comes_back_from_all_readers(
    tool: Callable[..., str], tmp_path: Path
) -> None:
    wanted = all_lines()
    groups = [wanted[at : at + A_PAGE] for at in range(0, len(wanted), A_PAGE)]
    data = write_pdf(a_book(*(a_page(a_paragraph(group, (20, 30))) for group in groups)), FACES)
    read = [line for page in range(len(groups)) for line in pdfium_text(data, page)]
    assert read == wanted
    (tmp_path / "all.pdf").write_bytes(data)
    assert lines(tool("pdftotext", "-raw", tmp_path / "all.pdf", "-")) == wanted
