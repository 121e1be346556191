"""Items made smaller or larger as a whole, for putting a page onto another paper."""

from __future__ import annotations

from typing import assert_never

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.value import replace
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


def scaled_item(item: Item, factor: float) -> Item:
    """*item* with all its sizes and its distance from the page's corner times *factor*."""
    if factor == 1:
        return item
    match item:
        case GlyphRun():
            return _run(item, factor)
        case TextLine():
            return replace(item, runs=tuple(_run(run, factor) for run in item.runs))
        case Shape():
            stroke = None if item.stroke is None else _stroke(item.stroke, factor)
            return replace(item, path=_path(item.path, factor), stroke=stroke)
        case Picture() | LinkArea():
            return replace(item, rect=scaled_rect(item.rect, factor))
        case Group():
            clip = None if item.clip is None else _path(item.clip, factor)
            items = tuple(scaled_item(inner, factor) for inner in item.items)
            return replace(item, items=items, clip=clip)
        case _:
            assert_never(item)


def scaled_rect(rect: Rect, factor: float) -> Rect:
    return Rect(rect.x * factor, rect.y * factor, rect.width * factor, rect.height * factor)


def _run(run: GlyphRun, factor: float) -> GlyphRun:
    return replace(
        run,
        size=run.size * factor,
        origin=Point(run.origin.x * factor, run.origin.y * factor),
        offsets=tuple(round(offset * factor) for offset in run.offsets),
    )


def _stroke(stroke: Stroke, factor: float) -> Stroke:
    dash = tuple(part * factor for part in stroke.dash)
    return replace(stroke, width=stroke.width * factor, dash=dash)


def _path(path: Path, factor: float) -> Path:
    return replace(path, coordinates=tuple(round(number * factor) for number in path.coordinates))
