"""A placed part of a page."""

from __future__ import annotations

from strategy_report.core.geometry import Rect
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value
from strategy_report.display.item import Item
from strategy_report.display.role import Furniture, Role


class Box(Value):
    """A rectangle with its role, its source, what is drawn in it and the boxes within it.

    Boxes form a tree. Walking it parent first, children in their order, is both the paint order
    and the reading order; artifacts are in it, at the place where they must be painted.

    Attributes:
        key: names the part in words that survive a rebuild, e.g. ``goal-1/kpi/app-downloads``;
            boxes of one key on several pages are one structure element, continued.
        alt: what is read in place of what is drawn: the alternative text of a FIGURE, the summary
            of a TABLE; of any other box the text that its shapes stand for (a disc is ・).
        items: drawn before the children.
        furniture: what an ARTIFACT is there for.
    """

    rect: Rect
    role: Role
    key: str
    source: SourceSpan | None = None
    items: tuple[Item, ...] = ()
    children: tuple[Box, ...] = ()
    alt: str = ""
    furniture: Furniture = Furniture.LAYOUT
