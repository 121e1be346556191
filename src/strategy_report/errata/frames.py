"""Where something stands on a page, for framing it: a line's rectangle, a shape's."""

from __future__ import annotations

from collections.abc import Iterable

from strategy_report.core.geometry import Rect
from strategy_report.core.ink import Ink
from strategy_report.core.length import pt
from strategy_report.display.box import Box
from strategy_report.display.extent import bounds, joined
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
from strategy_report.fonts.catalog import Catalog
from strategy_report.fonts.em_box import em_boxes

# Seen at once beside every theme's inks, and as a dark gray on a copier.
CHANGED = Ink(name="changed", rgb=(200, 16, 46), cmyk=(0, 100, 75, 10))
_WIDTH, _MARGIN = pt(1), pt(2)


def bounds_of(items: Iterable[Item], faces: Catalog) -> Rect | None:
    """The rectangle around all that is drawn; None where nothing is."""
    return joined(rect for item in items for rect in _rects(item, faces))


def frame(rect: Rect) -> Shape:
    """A line around *rect*, a little away from it."""
    wide = Rect(
        rect.x - _MARGIN, rect.y - _MARGIN, rect.width + _MARGIN * 2, rect.height + _MARGIN * 2
    )
    return Shape(path=Path.rect(wide), stroke=Stroke(ink=CHANGED, width=_WIDTH))


def frame_of(box: Box, faces: Catalog) -> Shape:
    return frame(bounds_of(box.items, faces) or box.rect)


def _rects(item: Item, faces: Catalog) -> list[Rect]:
    match item:
        case TextLine(runs=runs):
            return [em_boxes(run, faces) for run in runs if run.glyph_ids]
        case GlyphRun():
            return [em_boxes(item, faces)] if item.glyph_ids else []
        case Shape(path=path) | Group(clip=Path() as path):
            return [bounds(path)]
        case Picture(rect=rect):
            return [rect]
        case Group(items=items):
            return [rect for inner in items for rect in _rects(inner, faces)]
        case LinkArea():
            return []
