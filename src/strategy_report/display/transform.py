"""Boxes and items put elsewhere as a whole, larger or smaller: a page onto another paper."""

from __future__ import annotations

from typing import assert_never

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.item import (
    GlyphRun,
    Group,
    Item,
    LinkArea,
    Path,
    Picture,
    Shape,
    Stroke,
    TextLine,
)


class Transform(Value, kw_only=False):
    """All sizes and places times `factor`, then moved right and down by `by`."""

    by: Point
    factor: float = 1

    def point(self, point: Point) -> Point:
        return Point(point.x * self.factor + self.by.x, point.y * self.factor + self.by.y)

    def rect(self, rect: Rect) -> Rect:
        corner = self.point(Point(rect.x, rect.y))
        return Rect(corner.x, corner.y, rect.width * self.factor, rect.height * self.factor)

    def path(self, path: Path) -> Path:
        # Many paths are long, and every drawing in a file is moved once to be known again.
        numbers = list(map(int, path.coordinates))
        if self.factor != 1:
            numbers = [round(n * self.factor) for n in numbers]
        for first, shift in ((0, int(self.by.x)), (1, int(self.by.y))):
            numbers[first::2] = [n + shift for n in numbers[first::2]]
        return replace(path, coordinates=tuple(numbers))


def transformed_box(box: Box, how: Transform) -> Box:
    """*box* with all that is in it."""
    return replace(
        box,
        rect=how.rect(box.rect),
        items=tuple(transformed_item(item, how) for item in box.items),
        children=tuple(transformed_box(child, how) for child in box.children),
    )


def transformed_item(item: Item, how: Transform) -> Item:
    match item:
        case GlyphRun():
            return _run(item, how)
        case TextLine():
            return replace(item, runs=tuple(_run(run, how) for run in item.runs))
        case Shape():
            stroke = None if item.stroke is None else _stroke(item.stroke, how.factor)
            return replace(item, path=how.path(item.path), stroke=stroke)
        case Picture() | LinkArea():
            return replace(item, rect=how.rect(item.rect))
        case Group():
            clip = None if item.clip is None else how.path(item.clip)
            items = tuple(transformed_item(inner, how) for inner in item.items)
            return replace(item, items=items, clip=clip)
        case _:
            assert_never(item)


def _run(run: GlyphRun, how: Transform) -> GlyphRun:
    return replace(
        run,
        size=run.size * how.factor,
        origin=how.point(run.origin),
        offsets=tuple(round(offset * how.factor) for offset in run.offsets),
    )


def _stroke(stroke: Stroke, factor: float) -> Stroke:
    dash = tuple(part * factor for part in stroke.dash)
    return replace(stroke, width=stroke.width * factor, dash=dash)
