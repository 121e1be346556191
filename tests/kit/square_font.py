"""A face in which everything can be counted by eye: Japanese one em wide, ASCII half an em."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from strategy_report.compose.composer import Composer, Vocabulary
from strategy_report.compose.text import ComposedLine, StyledRun
from strategy_report.core.ink import Ink
from strategy_report.core.length import Length, pt
from strategy_report.fonts.face import FontFace
from strategy_report.style.text_style import Kind, TextStyle

EM = pt(10)
_BLACK = Ink(name="text", rgb=(0, 0, 0), cmyk=(0, 0, 0, 100))


class SquareFace(FontFace):
    """Every character has its code point for a glyph.

    Args:
        face_id: any name.
        lacks: characters it has no glyph for.
    """

    def __init__(self, face_id: str = "square", lacks: str = "") -> None:
        super().__init__(face_id, Path(f"{face_id}.ttf"))
        self._lacks = frozenset(lacks)

    @cached_property
    def units_per_em(self) -> int:
        return 1000

    def glyph(self, character: str) -> int:
        return 0 if character[0] in self._lacks else ord(character[0])

    def advance(self, glyph_id: int) -> int:
        return 500 if glyph_id < 0x80 else 1000


def square_style(kind: Kind = Kind.BODY, **more: object) -> TextStyle:
    given: dict[str, object] = {
        "face": "square",
        "char_size": EM,
        "line_feed": EM * 2,
        "ink": _BLACK,
        "kind": kind,
    }
    return TextStyle(**(given | more))  # type: ignore[arg-type]


def square_composer(*packs: FontFace, lacks: str = "", **words: tuple[str, ...]) -> Composer:
    """Of the square face, which lacks some characters, and packs that may have them."""
    faces = {face.face_id: face for face in (SquareFace(lacks=lacks), *packs)}
    return Composer(faces, Vocabulary(**words), tuple(pack.face_id for pack in packs))


def set_lines(
    *runs: StyledRun | str, em: float, style: TextStyle | None = None
) -> tuple[ComposedLine, ...]:
    """Lines of *em* characters, in the square face."""
    chosen = style or square_style()
    styled = tuple(
        run if isinstance(run, StyledRun) else StyledRun(text=run, style=chosen) for run in runs
    )
    return square_composer().compose(styled, Length(int(EM * em))).lines


def places(line: ComposedLine, run: int = 0) -> list[tuple[str, float]]:
    """Each character of a run of the line with the place of its glyph, in em."""
    glyphs = line.line.runs[run]
    return [
        (text, round((int(glyphs.origin.x) + offset) / int(EM), 3))
        for text, offset in zip(glyphs.texts, glyphs.offsets, strict=True)
    ]
