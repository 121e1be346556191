"""A book as sheets for the office's own printer: two pages beside each other, to be folded."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from strategy_report.core.geometry import Point, Rect, Size
from strategy_report.core.ink import BLACK
from strategy_report.core.length import ZERO, Length, mm, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import Group, Item, LinkArea, Path, Shape, Stroke
from strategy_report.display.page import Page, Side
from strategy_report.display.role import Role
from strategy_report.display.transform import Transform, transformed_item
from strategy_report.display.walk import boxes_in
from strategy_report.imposition.signature import Spread, creep, saddle_stitched

# What bleed and marks take around the pages, where paper is to be cut.
_MARGIN = mm(12)
_MARK, _GAP = mm(6), mm(1)
# A fold that is marked on the pages themselves, where the paper has no margin.
_TICK = mm(4)
_LINE = Stroke(ink=BLACK, width=pt("0.3"))
_FOLD = Stroke(ink=BLACK, width=pt("0.3"), dash=(mm(1), mm(1)))


class Paper(Enum):
    """Sheets that two A4 pages fit on: width and height in millimetres, lying."""

    A3 = (420, 297)
    A3_NOBI = (483, 329)
    SRA3 = (450, 320)

    @property
    def size(self) -> Size:
        width, height = self.value
        return Size(mm(width), mm(height))


class Duplex(Enum):
    """Over which edge the printer turns a sheet for its other side."""

    SHORT = "short"
    LONG = "long"


class Cutting(Enum):
    """Whether the edges are cut after folding: then pages leave room for bleed and marks."""

    NONE = "none"
    EDGES = "edges"


class Folding(Value):
    """How a booklet is made in the office.

    Attributes:
        thickness: of the paper.
    """

    paper: Paper = Paper.A3
    duplex: Duplex = Duplex.SHORT
    cutting: Cutting = Cutting.NONE
    thickness: Length = mm("0.1")


def sheets(book: Book, folding: Folding) -> Book:
    """Sides to be printed: outside and inside of the outermost sheet, then of the next, and so on.

    Pages of inner sheets move towards the fold by as much as the fold pushes them out.

    Raises:
        ValueError: the pages of *book* fill no whole sheets.
    """
    sides: list[Page] = []
    for number, sheet in enumerate(saddle_stitched(len(book.pages), book.binding)):
        press = _Press(book, folding, creep(number, folding.thickness))
        sides.append(press.side(sheet.outside, f"{number + 1}枚目 表"))
        # Turned over its long edge, the paper comes back upside down.
        turn = 180 if folding.duplex is Duplex.LONG else 0
        sides.append(replace(press.side(sheet.inside, f"{number + 1}枚目 裏"), rotation=turn))
    return replace(book, pages=tuple(sides), outline=())


class _Press:
    """Puts pages onto one sheet."""

    def __init__(self, book: Book, folding: Folding, pushed_out: Length) -> None:
        self._book = book
        self._paper = folding.paper.size
        self._creep = pushed_out
        trim = book.pages[0].trim
        self._scale = _scale(trim, folding)
        width, height = trim.width * self._scale, trim.height * self._scale
        self._top = (self._paper.height - height) / 2
        self._page = Size(width, height)
        self._middle = self._paper.width / 2

    def side(self, spread: Spread, label: str) -> Page:
        """One side of the sheet."""
        items = (
            *self._half(self._book.pages[spread.left], Side.LEFT),
            *self._half(self._book.pages[spread.right], Side.RIGHT),
            *self._marks(),
        )
        whole = Rect(ZERO, ZERO, self._paper.width, self._paper.height)
        box = Box(rect=whole, role=Role.ARTIFACT, key="sheet", items=items)
        return Page(trim=self._paper, bleed=ZERO, label=label, side=Side.RIGHT, boxes=(box,))

    def _half(self, page: Page, side: Side) -> Iterator[Item]:
        """A page on its half, cut at the fold, where its neighbour begins."""
        bleed = min(page.bleed * self._scale, self._top, self._middle - self._page.width)
        top, height = self._top - bleed, self._page.height + bleed * 2
        width = self._page.width + bleed
        left = side is Side.LEFT
        clip = Rect(self._middle - width if left else self._middle, top, width, height)
        corner = self._middle - self._page.width if left else self._middle
        towards_the_fold = self._creep if left else -self._creep
        how = Transform(Point(corner + towards_the_fold, self._top), self._scale)
        items = tuple(transformed_item(item, how) for box in page.boxes for item in _items(box))
        if items:
            yield Group(items=items, clip=Path.rect(clip))

    def _marks(self) -> Iterator[Item]:
        left = self._middle - self._page.width
        if min(left, self._top) < _MARK:
            yield from self._fold(ZERO, _TICK)
            yield from self._fold(self._paper.height - _TICK, self._paper.height)
            return
        bottom = self._top + self._page.height
        start = mm(3) * self._scale + _GAP
        yield from self._fold(self._top - start - _MARK, self._top - start)
        yield from self._fold(bottom + start, bottom + start + _MARK)
        for x, right in ((left, -1), (self._middle + self._page.width, 1)):
            for y, down in ((self._top, -1), (bottom, 1)):
                yield _line(x + start * right, y, x + (start + _MARK) * right, y)
                yield _line(x, y + start * down, x, y + (start + _MARK) * down)

    def _fold(self, top: Length, bottom: Length) -> Iterator[Item]:
        path = Path.line(Point(self._middle, top), Point(self._middle, bottom))
        yield Shape(path=path, stroke=_FOLD)


def _scale(trim: Size, folding: Folding) -> float:
    """1, or less where cut pages need room for bleed and marks that the paper has not."""
    paper = folding.paper.size
    room = _MARGIN * 2 if folding.cutting is Cutting.EDGES else ZERO
    across = (paper.width - room).ratio(trim.width * 2)
    return min(1.0, across, (paper.height - room).ratio(trim.height))


def _line(x: Length, y: Length, to_x: Length, to_y: Length) -> Shape:
    return Shape(path=Path.line(Point(x, y), Point(to_x, to_y)), stroke=_LINE)


def _items(box: Box) -> Iterator[Item]:
    """All that a box draws, in the order in which it is painted."""
    for one in boxes_in((box,)):
        yield from (item for item in one.items if not isinstance(item, LinkArea))
