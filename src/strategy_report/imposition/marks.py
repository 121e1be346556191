"""Printer's marks around a page, as Japanese printing houses want them.

At each corner two angles cross (角トンボ, 内外二重): one ends the trim, the other the bleed. At the
middle of each side a cross (センタートンボ) is what plates are laid on each other by. None of them
enters the bleed.
"""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.geometry import Point, Size
from strategy_report.core.ink import REGISTRATION
from strategy_report.core.length import ZERO, Length, mm, pt
from strategy_report.display.item import Path, Shape, Stroke

# As long as Illustrator draws them, with air to the edge of the sheet.
MARK = mm(9)
AIR = mm(3)
# The cross's bar lies in the middle of the mark's length, and reaches as far to both sides.
_BAR_AT, _BAR_HALF = mm(3), mm(8)
_LINE = Stroke(ink=REGISTRATION, width=pt("0.3"))


def slug_reach(bleed: Length) -> Length:
    """How far a sheet with marks goes beyond the trim."""
    return bleed + MARK + AIR


def marks(trim: Size, bleed: Length) -> tuple[Shape, ...]:
    """All marks of a page."""
    paths = (*_corners(trim, bleed), *_centres(trim, bleed))
    return tuple(Shape(path=path, stroke=_LINE) for path in paths)


def _corners(trim: Size, bleed: Length) -> Iterator[Path]:
    far = bleed + MARK
    for x, right in ((ZERO, -1), (trim.width, 1)):
        for y, down in ((ZERO, -1), (trim.height, 1)):
            # Beside the trim's corner: along its vertical edge and the bleed's horizontal one.
            yield _angle(
                Point(x, y + far * down),
                Point(x, y + bleed * down),
                Point(x + far * right, y + bleed * down),
            )
            yield _angle(
                Point(x + far * right, y),
                Point(x + bleed * right, y),
                Point(x + bleed * right, y + far * down),
            )


def _angle(start: Point, corner: Point, end: Point) -> Path:
    points = (start, corner, end)
    return Path(operators="MLL", coordinates=tuple(int(c) for p in points for c in (p.x, p.y)))


def _centres(trim: Size, bleed: Length) -> Iterator[Path]:
    near, far, bar = bleed, bleed + MARK, bleed + _BAR_AT
    middle = trim.width / 2
    for y, down in ((ZERO, -1), (trim.height, 1)):
        yield Path.line(Point(middle, y + near * down), Point(middle, y + far * down))
        across = y + bar * down
        yield Path.line(Point(middle - _BAR_HALF, across), Point(middle + _BAR_HALF, across))
    middle = trim.height / 2
    for x, right in ((ZERO, -1), (trim.width, 1)):
        yield Path.line(Point(x + near * right, middle), Point(x + far * right, middle))
        along = x + bar * right
        yield Path.line(Point(along, middle - _BAR_HALF), Point(along, middle + _BAR_HALF))
