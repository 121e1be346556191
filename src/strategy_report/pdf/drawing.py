"""Drawings that come again and again in a book, drawn once (form XObjects: ISO 32000-1, 8.10).

A bullet, a mark, the ornament of a goal: where the same shapes in the same inks stand at several
places, a file needs them once, and each place needs no more than where it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from strategy_report.core.geometry import Point
from strategy_report.core.kept import Kept
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value
from strategy_report.display.extent import extent
from strategy_report.display.item import Group, Item, Path, Shape
from strategy_report.display.page import Page
from strategy_report.display.transform import Transform, transformed_item
from strategy_report.display.walk import boxes_in
from strategy_report.pdf.content_stream import ContentStream
from strategy_report.pdf.number import points
from strategy_report.pdf.objects import stream
from strategy_report.pdf.profile import Profile

# In bytes of a file, as measured: a number of a path, an object, one more use of it.
_NUMBER, _OBJECT, _USE = 2, 160, 14
# Shapes of fewer numbers are as short as what would stand in their place.
_LEAST_NUMBERS = 20
# Sharp corners reach beyond their path by five times the stroke's width (8.4.3.5).
_SPIKE = 5


class Drawing(Value, kw_only=False):
    """A shape or a group of shapes, put so that its path begins in the corner of the page."""

    item: Shape | Group


class DrawnOnce(Value):
    """Drawings that are objects of a file.

    Attributes:
        names: that pages know them by.
        lengths: of their paths, which tell most of what is none of them.
    """

    names: Mapping[Drawing, str]
    lengths: frozenset[int]

    def find(self, item: Item) -> tuple[str, Drawing, Point] | None:
        """Name, drawing and place of *item*, where it is one of them."""
        if _length(item) not in self.lengths:
            return None
        drawing, place = _drawing_of(item)
        name = self.names.get(drawing)
        return None if name is None else (name, drawing, place)


def recurring(pages: Iterable[Page], kept: Kept) -> DrawnOnce:
    """Drawings that are worth an object of their own, named in the order of first use.

    *kept*: those of the pages of the file before.
    """
    uses: Counter[Drawing] = Counter()
    for number, page in enumerate(pages):
        make = partial(_drawings_on, page)
        uses.update(kept.of(f"drawings on page {number}", (page,), make))
    worthy = [drawing for drawing, times in uses.items() if _saves(drawing, times)]
    return DrawnOnce(
        names={drawing: f"D{number}" for number, drawing in enumerate(worthy, start=1)},
        lengths=frozenset(_length(drawing.item) for drawing in worthy),
    )


NOTHING_ONCE = DrawnOnce(names={}, lengths=frozenset())


def form_object(drawing: Drawing, profile: Profile) -> bytes:
    """The object that shows *drawing* with its corner wherever the page puts the origin."""
    # What the page has set before is not known here, but for what no operator of it sets.
    out = ContentStream(ZERO, {}, profile, state={"overprint": profile.shape_state})
    _draw(drawing.item, out)
    area = extent(drawing.item)
    if area is None:
        raise ValueError("a drawing shows nothing")
    beyond = max(map(_reach, _shapes(drawing.item)))
    box = (
        area.x - beyond,
        -(area.bottom + beyond),
        area.right + beyond,
        -(area.y - beyond),
    )
    entries = f"/Type/XObject/Subtype/Form/BBox[{' '.join(map(points, box))}]/Resources<<>>"
    return stream("\n".join(out.finished()).encode("ascii"), entries)


def _drawings_on(page: Page) -> Counter[Drawing]:
    return Counter(
        drawing
        for box in boxes_in(page.boxes)
        for item in box.items
        for drawing in _drawings_in(item)
    )


def _drawings_in(item: Item) -> Iterator[Drawing]:
    """*item* as a whole, or else what a group holds."""
    if _length(item) >= _LEAST_NUMBERS:
        yield _drawing_of(item)[0]
    elif isinstance(item, Group):
        for part in item.items:
            yield from _drawings_in(part)


def _drawing_of(item: Item) -> tuple[Drawing, Point]:
    """The drawing that *item*, which is shapes alone, is, and where it stands."""
    x, y = map(Length, _first_path(item).coordinates[:2])
    moved = transformed_item(item, Transform(by=Point(-x, -y)))
    assert isinstance(moved, Shape | Group)
    return Drawing(moved), Point(x, y)


def _saves(drawing: Drawing, times: int) -> bool:
    length = _NUMBER * _length(drawing.item)
    return times * (length - _USE) > length + _OBJECT


def _length(item: Item) -> int:
    """How many numbers its paths have; 0 where it is more than shapes."""
    match item:
        case Shape(path=path):
            return len(path.coordinates)
        case Group(items=items, clip=clip):
            parts = [_length(part) for part in items]
            around = 0 if clip is None else len(clip.coordinates)
            return around + sum(parts) if all(parts) else 0
    return 0


def _first_path(item: Item) -> Path:
    match item:
        case Shape(path=path) | Group(clip=Path() as path):
            return path
        case Group(items=(first, *_)):
            return _first_path(first)
    raise TypeError(f"no shapes: {item}")


def _shapes(item: Item) -> Iterator[Shape]:
    match item:
        case Shape():
            yield item
        case Group(items=items):
            for part in items:
                yield from _shapes(part)


def _reach(shape: Shape) -> Length:
    return pt(1) if shape.stroke is None else shape.stroke.width * _SPIKE


def _draw(item: Item, out: ContentStream) -> None:
    match item:
        case Shape():
            out.shape(item)
        case Group(items=items, clip=None):
            for part in items:
                _draw(part, out)
        case Group(items=items, clip=Path() as clip):
            with out.clipped(clip):
                for part in items:
                    _draw(part, out)
