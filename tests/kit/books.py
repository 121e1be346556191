"""Small books for tests of what comes after layout; text is set solid with stated gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from strategy_report.core.geometry import Point, Rect, Size
from strategy_report.core.ink import Ink
from strategy_report.core.length import Length, mm, pt
from strategy_report.core.source import SourceSpan
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import GlyphRun, Image, ImageSpace, Item, TextLine
from strategy_report.display.page import Page, Side
from strategy_report.display.role import Role
from strategy_report.fonts.catalog import open_catalog

FACES = open_catalog()
REGULAR = "BIZUDGothic-Regular"
BOLD = "BIZUDGothic-Bold"
LATIN = "BIZUDPGothic-Bold"

BLACK = Ink(name="ink", rgb=(0, 0, 0), cmyk=(0, 0, 0, 100))
RED = Ink(name="red", rgb=(255, 0, 0), cmyk=(0, 100, 100, 0))
GRAY_PIXEL = Image(
    digest="ab" * 32,
    width_px=1,
    height_px=1,
    space=ImageSpace.GRAY,
    jpeg=False,
    data=b"\x80",
)
SOURCE = SourceSpan(file="content/goals/1.yaml", line=9)

_HALF_BODIES = "、。）」"


def a_run(
    text: str,
    at: tuple[float, float] = (50, 50),
    *,
    face: str = REGULAR,
    size: float = 9.5,
    gap: float = 0.25,
    ink: Ink = BLACK,
) -> GlyphRun:
    """*text* with *gap* em between Japanese and Latin, closing marks half an em wide."""
    em = pt(size)
    advances = [_advance(here, after, face, em, gap) for here, after in _pairs(text)]
    offsets = list(accumulate(advances, initial=0))[:-1]
    return GlyphRun(
        face=face,
        size=em,
        ink=ink,
        origin=Point(pt(at[0]), pt(at[1])),
        glyph_ids=tuple(FACES[face].glyph(character) for character in text),
        offsets=tuple(offsets),
        texts=tuple(text),
        source=SOURCE,
    )


def _pairs(text: str) -> list[tuple[str, str]]:
    return list(zip(text, [*text[1:], text[-1:]], strict=True))


def _advance(here: str, after: str, face: str, em: Length, gap: float) -> int:
    font = FACES[face]
    body = font.advance(font.glyph(here)) / font.units_per_em
    if here in _HALF_BODIES:
        body /= 2
    elif here.isascii() != after.isascii() and after not in _HALF_BODIES:
        body += gap
    return round(int(em) * body)


def a_line(text: str, at: tuple[float, float] = (50, 50), **more: Any) -> TextLine:
    return TextLine(runs=(a_run(text, at, **more),), text=text)


def a_box(*items: Item, role: Role = Role.PARAGRAPH, key: str = "part", **more: Any) -> Box:
    given: dict[str, Any] = {
        "rect": Rect(pt(50), pt(40), pt(200), pt(16)),
        "role": role,
        "key": key,
        "items": items,
    }
    return Box(**(given | more))


def a_page(*boxes: Box, label: str = "1", **more: Any) -> Page:
    given: dict[str, Any] = {
        "trim": Size(mm(210), mm(297)),
        "bleed": mm(3),
        "label": label,
        "side": Side.RIGHT,
        "boxes": boxes,
    }
    return Page(**(given | more))


def a_book(*pages: Page, **more: Any) -> Book:
    given: dict[str, Any] = {
        "title": "第2次見本町総合戦略",
        "author": "見本町",
        "subject": "取組状況",
        "issued": (2025, 9, 1),
        "language": "ja-JP",
        "pages": pages,
        "outline": (),
    }
    return Book(**(given | more))


def a_paragraph(
    lines: Sequence[str], at: tuple[float, float] = (50, 60), *, feed: float = 16, **more: Any
) -> Box:
    """Lines below each other, in one box."""
    return a_box(
        *(a_line(text, (at[0], at[1] + feed * row), **more) for row, text in enumerate(lines))
    )
