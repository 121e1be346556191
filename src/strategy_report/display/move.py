"""Boxes and items moved as they are, for putting a page onto a larger sheet."""

from __future__ import annotations

from typing import assert_never

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import (
    GlyphRun,
    Group,
    Item,
    LinkArea,
    Path,
    Picture,
    Shape,
    TextLine,
)


def moved_box(box: Box, by: Point) -> Box:
    """*box* with all that is in it, moved right and down by *by*."""
    return replace(
        box,
        rect=moved_rect(box.rect, by),
        items=tuple(moved_item(item, by) for item in box.items),
        children=tuple(moved_box(child, by) for child in box.children),
    )


def moved_item(item: Item, by: Point) -> Item:
    match item:
        case GlyphRun():
            return _moved_run(item, by)
        case TextLine():
            return replace(item, runs=tuple(_moved_run(run, by) for run in item.runs))
        case Shape():
            return replace(item, path=_moved_path(item.path, by))
        case Picture() | LinkArea():
            return replace(item, rect=moved_rect(item.rect, by))
        case Group():
            clip = None if item.clip is None else _moved_path(item.clip, by)
            items = tuple(moved_item(inner, by) for inner in item.items)
            return replace(item, items=items, clip=clip)
        case _:
            assert_never(item)


def moved_rect(rect: Rect, by: Point) -> Rect:
    return Rect(rect.x + by.x, rect.y + by.y, rect.width, rect.height)


def _moved_run(run: GlyphRun, by: Point) -> GlyphRun:
    return replace(run, origin=Point(run.origin.x + by.x, run.origin.y + by.y))


def _moved_path(path: Path, by: Point) -> Path:
    x, y = int(by.x), int(by.y)
    numbers = path.coordinates
    return replace(
        path,
        coordinates=tuple(n + (y if place % 2 else x) for place, n in enumerate(numbers)),
    )
