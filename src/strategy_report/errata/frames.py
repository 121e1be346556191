"""Where something stands on a page, for framing it: a line's rectangle, a shape's."""

from __future__ import annotations

from collections.abc import Iterable

from strategy_report.core.geometry import Rect
from strategy_report.core.ink import Ink
from strategy_report.core.length import Length, pt
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
from strategy_report.fonts.catalog import Catalog
from strategy_report.fonts.em_box import em_boxes

# Seen at once beside every theme's inks, and as a dark gray on a copier.
CHANGED = Ink(name="changed", rgb=(200, 16, 46), cmyk=(0, 100, 75, 10))
_WIDTH, _MARGIN = pt(1), pt(2)


def bounds_of(items: Iterable[Item], faces: Catalog) -> Rect | None:
    """The rectangle around all that is drawn; None where nothing is."""
    rects = [rect for item in items for rect in _rects(item, faces)]
    return around(rects) if rects else None


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle that holds all *rects*, of which there is one at least."""
    held = tuple(rects)
    left, top = min(r.x for r in held), min(r.y for r in held)
    right, bottom = max(r.right for r in held), max(r.bottom for r in held)
    return Rect(left, top, right - left, bottom - top)


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
            return [_path_rect(path)]
        case Picture(rect=rect):
            return [rect]
        case Group(items=items):
            return [rect for inner in items for rect in _rects(inner, faces)]
        case LinkArea():
            return []


def _path_rect(path: Path) -> Rect:
    xs, ys = path.coordinates[::2], path.coordinates[1::2]
    left, top = min(xs), min(ys)
    return Rect(Length(left), Length(top), Length(max(xs) - left), Length(max(ys) - top))
