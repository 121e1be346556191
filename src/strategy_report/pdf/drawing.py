"""Drawings that come again and again in a book, drawn once (form XObjects: ISO 32000-1, 8.10).

A bullet, a mark, the ornament of a goal: where the same shapes in the same inks stand at several
places, a file needs them once, and each place needs no more than where it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import count

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


def drawing_of(item: Item) -> tuple[Drawing, Point] | None:
    """The drawing that *item* is, and where it stands; None for all that is not drawn once."""
    paths = _paths(item)
    if paths is None or sum(len(path.coordinates) for path in paths) < _LEAST_NUMBERS:
        return None
    x, y = map(Length, paths[0].coordinates[:2])
    moved = transformed_item(item, Transform(by=Point(-x, -y)))
    assert isinstance(moved, Shape | Group)
    return Drawing(moved), Point(x, y)


def recurring(pages: Iterable[Page], kept: Kept) -> Mapping[Drawing, str]:
    """Drawings that are worth an object of their own, with its name, in the order of first use.

    *kept*: those of the pages of the file before.
    """
    uses: Counter[Drawing] = Counter()
    for number, page in enumerate(pages):
        make = partial(_drawings_on, page)
        uses.update(kept.of(f"drawings on page {number}", (page,), make))
    names = (f"D{number}" for number in count(1))
    return {one: next(names) for one, times in uses.items() if _saves(one, times)}


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
        found[0]
        for box in boxes_in(page.boxes)
        for item in box.items
        for found in _drawings_in(item)
    )


def _drawings_in(item: Item) -> Iterator[tuple[Drawing, Point]]:
    """*item* as a whole, or else what a group holds."""
    found = drawing_of(item)
    if found is not None:
        yield found
    elif isinstance(item, Group):
        for part in item.items:
            yield from _drawings_in(part)


def _saves(drawing: Drawing, times: int) -> bool:
    paths = _paths(drawing.item) or ()
    length = _NUMBER * sum(len(path.coordinates) for path in paths)
    return times * (length - _USE) > length + _OBJECT


def _paths(item: Item) -> tuple[Path, ...] | None:
    """All paths of shapes, clips first; None where there is more than shapes."""
    match item:
        case Shape(path=path):
            return (path,)
        case Group(items=items, clip=clip):
            inside = [_paths(part) for part in items]
            found = tuple(path for paths in inside if paths is not None for path in paths)
            if None in inside or not found:
                return None
            return found if clip is None else (clip, *found)
    return None


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
