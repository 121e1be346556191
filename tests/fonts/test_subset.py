"""Subsets draw what the whole face draws."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from strategy_report.fonts.catalog import FACES, font_folder, open_catalog
from strategy_report.fonts.subset import subset_face

CATALOG = open_catalog()
SENTENCE = "第2次見本町総合戦略の取組状況、出生数は1,243人（前年度比3.2％減）「がんばろう」ＡbC①※"


def outlines(font: TTFont, glyph_ids: list[int]) -> list[Any]:
    glyphs = font.getGlyphSet()
    drawn = []
    for glyph_id in glyph_ids:
        pen = DecomposingRecordingPen(glyphs)
        glyphs[font.getGlyphName(glyph_id)].draw(pen)
        drawn.append(pen.value)
    return drawn


def ids_of(face_id: str, text: str) -> list[int]:
    return sorted({CATALOG[face_id].glyph(character) for character in text})


@pytest.mark.parametrize("face_id", FACES)
def test_every_outline_equals_the_source_s(face_id: str) -> None:
    # Every hundredth glyph of the face besides the sentence; the conformance tests take them all.
    source = TTFont(BytesIO(CATALOG[face_id].path.read_bytes()), lazy=True)
    glyph_ids = sorted({*ids_of(face_id, SENTENCE), *range(0, source["maxp"].numGlyphs, 101)})
    subset = TTFont(BytesIO(subset_face(CATALOG[face_id], glyph_ids)))
    assert outlines(subset, glyph_ids) == outlines(source, glyph_ids)


@pytest.mark.parametrize("face_id", FACES)
def test_advances_stay(face_id: str) -> None:
    face, glyph_ids = CATALOG[face_id], ids_of(face_id, SENTENCE)
    subset = TTFont(BytesIO(subset_face(face, glyph_ids)))
    names = [subset.getGlyphName(glyph_id) for glyph_id in glyph_ids]
    assert [subset["hmtx"][name][0] for name in names] == [face.advance(i) for i in glyph_ids]


def test_glyphs_that_were_not_asked_for_are_empty() -> None:
    face = CATALOG["BIZUDGothic-Regular"]
    asked, other = sorted((face.glyph("町"), face.glyph("市")), reverse=True)
    subset = TTFont(BytesIO(subset_face(face, [asked])))
    assert outlines(subset, [other]) == [[]]


def test_a_subset_holds_only_what_draws_glyphs() -> None:
    subset = TTFont(BytesIO(subset_face(CATALOG["BIZUDGothic-Bold"], [5])))
    assert set(subset.keys()) == {"GlyphOrder", "glyf", "loca", "head", "hhea", "hmtx", "maxp"}


def test_order_and_repetition_of_ids_do_not_matter() -> None:
    face = CATALOG["BIZUDGothic-Regular"]
    assert subset_face(face, [90, 70, 70]) == subset_face(face, (70, 90))


@pytest.mark.parametrize("glyph_id", [-1, 13_932])
def test_an_id_outside_the_face_is_refused(glyph_id: int) -> None:
    with pytest.raises(ValueError, match="0 to 13931"):
        subset_face(CATALOG["BIZUDGothic-Regular"], [glyph_id])


def test_the_font_files_are_the_ones_whose_hashes_are_written_down() -> None:
    written = (font_folder() / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    found = [
        f"{sha256(path.read_bytes()).hexdigest()}  {path.name}"
        for path in sorted(font_folder().glob("*.ttf"))
    ]
    assert found == written
    assert [line.split()[1] for line in written] == sorted(f"{face}.ttf" for face in FACES)


def test_the_licence_travels_with_the_fonts() -> None:
    licence = (font_folder() / "OFL.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright 2022 The BIZ UDGothic Project Authors")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "PERMISSION & CONDITIONS" in licence
