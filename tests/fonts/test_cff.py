"""CFF programs whose glyphs are shown by their ids, whichever way they are keyed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from kit.tiny_font import width_of, write_tiny_cff

from strategy_report.fonts.cff import with_ids_for_cids
from strategy_report.fonts.face import FontFace
from strategy_report.fonts.subset import subset_face

CHARACTERS = "𠮷田丸三井"
CIDS = (120, 7, 9_999, 300, 1)


def read(program: bytes) -> Any:
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(program), TTFont())
    return fonts.topDictIndex[0]


def width_drawn(top: Any, name: str) -> float | None:
    pen = RecordingPen()
    top.CharStrings[name].draw(pen)
    corners = [point[0] for _, points in pen.value for point in points]
    return max(corners) if corners else None


@pytest.fixture(params=[(), CIDS], ids=["by name", "by CID"])
def face(request: pytest.FixtureRequest, tmp_path: Path) -> FontFace:
    return FontFace("tiny", write_tiny_cff(tmp_path / "tiny.otf", CHARACTERS, request.param))


def test_glyphs_that_are_asked_for_stay_under_their_ids_and_others_are_empty(
    face: FontFace,
) -> None:
    asked = [face.glyph("田"), face.glyph("三")]
    assert asked == [2, 4]
    top = read(subset_face(face, asked))
    drawn = [width_drawn(top, name) for name in top.charset]
    assert drawn == [width_of(-1), None, width_of(1), None, width_of(3)]


def test_a_cid_is_the_id_of_its_glyph(tmp_path: Path) -> None:
    face = FontFace("tiny", write_tiny_cff(tmp_path / "tiny.otf", CHARACTERS, CIDS))
    top = read(subset_face(face, range(6)))
    assert top.charset == [".notdef", *(f"cid{glyph:05d}" for glyph in range(1, 6))]
    assert len(top.FDSelect.gidArray) == 6


def test_same_ids_same_bytes(face: FontFace) -> None:
    assert subset_face(face, [4, 2]) == subset_face(face, (2, 4))


@pytest.mark.parametrize("count", [2, 3, 5, 300, 1_000])
@pytest.mark.parametrize("step", [1, 2])
def test_any_charset_can_be_replaced_in_its_place(tmp_path: Path, count: int, step: int) -> None:
    # CIDs in one row, or none beside another: as ranges and as a list.
    characters = "".join(chr(0x4E00 + place) for place in range(count))
    cids = tuple(range(7, 7 + step * count, step))
    font = TTFont(write_tiny_cff(tmp_path / "tiny.otf", characters, cids))
    program = font.reader["CFF "]
    assert read(program).charset[1] == "cid00007"
    changed = with_ids_for_cids(program, count + 1)
    assert len(changed) == len(program)
    top = read(changed)
    assert top.charset == [".notdef", *(f"cid{glyph:05d}" for glyph in range(1, count + 1))]
    assert width_drawn(top, f"cid{count:05d}") == width_of(count - 1)
