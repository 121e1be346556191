"""How far an item reaches on its page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from strategy_report.core.geometry import Rect
from strategy_report.core.length import Length
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

# Japanese faces, BIZ UD as most: the em-box reaches so far above and below the baseline.
EM_BOX_ASCENT, EM_BOX_DESCENT = 0.88, 0.12


def extent(item: Item) -> Rect | None:
    """The least rectangle around *item*, every glyph taken for an em wide; None: nothing shows."""
    match item:
        case GlyphRun():
            return _of_run(item) if item.glyph_ids else None
        case TextLine():
            return joined(map(extent, item.runs))
        case Shape():
            return bounds(item.path)
        case Picture():
            return item.rect
        case Group():
            return _of_group(item)
        case LinkArea():
            return None
        case _:
            assert_never(item)


def joined(rects: Iterable[Rect | None]) -> Rect | None:
    """The least rectangle around all of *rects*; None: there are none."""
    found = [rect for rect in rects if rect is not None]
    if not found:
        return None
    left, top = min(rect.x for rect in found), min(rect.y for rect in found)
    right, bottom = max(rect.right for rect in found), max(rect.bottom for rect in found)
    return Rect(left, top, right - left, bottom - top)


def bounds(*paths: Path) -> Rect:
    """The least rectangle around all points of *paths*, control points of curves among them."""
    xs = [x for path in paths for x in path.coordinates[::2]]
    ys = [y for path in paths for y in path.coordinates[1::2]]
    left, top = min(xs), min(ys)
    return Rect(*map(Length, (left, top, max(xs) - left, max(ys) - top)))


def _of_group(group: Group) -> Rect | None:
    whole = joined(map(extent, group.items))
    if group.clip is None or whole is None:
        return whole
    return whole.shared_with(bounds(group.clip))


def _of_run(run: GlyphRun) -> Rect:
    left = run.origin.x + Length(min(run.offsets))
    width = Length(max(run.offsets) - min(run.offsets)) + run.size
    return Rect(
        left,
        run.origin.y - run.size * EM_BOX_ASCENT,
        width,
        run.size * (EM_BOX_ASCENT + EM_BOX_DESCENT),
    )
