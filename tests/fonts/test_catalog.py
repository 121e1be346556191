"""Faces are the ones that were pinned, and draw what they are asked for."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from strategy_report.fonts.catalog import FACES, font_faults, font_folder, open_catalog
from strategy_report.fonts.face import FontFace

REGULAR = "BIZUDGothic-Regular"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The font files, to be spoilt."""
    return Path(shutil.copytree(font_folder(), tmp_path / "書体"))


def said(folder: Path) -> list[str]:
    return [diagnostic.what for diagnostic in font_faults(open_catalog(folder))]


def test_the_faces_of_the_program_are_without_fault() -> None:
    assert font_faults(open_catalog()) == ()


def test_a_face_in_the_place_of_another_is_refused(folder: Path) -> None:
    shutil.copy(folder / "BIZUDPGothic-Regular.ttf", folder / f"{REGULAR}.ttf")
    assert said(folder) == ["書体のファイル BIZUDGothic-Regular.ttf が壊れているか、版が違います。"]


def test_a_file_with_one_bit_turned_is_refused_and_shall_be_installed_anew(folder: Path) -> None:
    path = folder / f"{REGULAR}.ttf"
    data = bytearray(path.read_bytes())
    data[2_000_000] ^= 1
    path.write_bytes(data)
    (fault,) = font_faults(open_catalog(folder))
    assert fault.what == "書体のファイル BIZUDGothic-Regular.ttf が壊れているか、版が違います。"
    assert fault.fix.startswith("このソフトを入れ直してください")
    assert str(folder) in fault.fix


def test_files_that_are_missing_or_no_files_are_all_named(folder: Path) -> None:
    (folder / f"{REGULAR}.ttf").unlink()
    (folder / "BIZUDGothic-Bold.ttf").unlink()
    (folder / "BIZUDGothic-Bold.ttf").mkdir()
    assert said(folder) == [
        "書体のファイル BIZUDGothic-Regular.ttf が見つからないか、読めません。",
        "書体のファイル BIZUDGothic-Bold.ttf が見つからないか、読めません。",
    ]


# Each cut is refused; and should one get past that, the libraries below must not fall over it.
TRUNCATED = """
import sys
from pathlib import Path
from strategy_report.fonts.catalog import FACES, font_faults
from strategy_report.fonts.face import FontFace
from strategy_report.fonts.subset import subset_face

whole, path = Path(sys.argv[1]).read_bytes(), Path(sys.argv[2])
for cut in [*range(0, 400, 16), *range(400, len(whole), len(whole) // 25)]:
    path.write_bytes(whole[:cut])
    face = FontFace("BIZUDGothic-Regular", path)
    assert len(font_faults({face.face_id: face})) == 1, cut
    try:
        subset_face(face, [face.glyph("町")])
    except (ValueError, RuntimeError):
        pass
    print(cut)
"""


def test_fifty_truncated_files_are_refused_and_crash_nothing(tmp_path: Path) -> None:
    source = font_folder() / f"{REGULAR}.ttf"
    arguments = [str(source), str(tmp_path / "cut.ttf")]
    done = subprocess.run(
        [sys.executable, "-c", TRUNCATED, *arguments], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert len(done.stdout.splitlines()) >= 50


def points_left(face: FontFace, character: str) -> bool:
    """Whether an angle's one corner is at its left, as in < and ≤."""
    with TTFont(face.path, lazy=True) as font:
        glyphs = font.getGlyphSet()
        pen = DecomposingRecordingPen(glyphs)
        glyphs[font.getGlyphName(face.glyph(character))].draw(pen)
    xs = [x for _, points in pen.value for x, _ in points]
    return xs.count(min(xs)) < xs.count(max(xs))


@pytest.mark.parametrize("face_id", FACES)
def test_less_is_not_drawn_as_greater(face_id: str) -> None:
    # BIZ UDPGothic Regular 1.05 has ≤ and ≥ the wrong way round.
    face = open_catalog()[face_id]
    assert [c for c in "<≤≦>≥≧" if points_left(face, c)] == ["<", "≤", "≦"]
