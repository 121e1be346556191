"""A page of a book."""

from __future__ import annotations

from enum import Enum

from strategy_report.core.geometry import Size
from strategy_report.core.length import Length
from strategy_report.core.value import Value
from strategy_report.display.box import Box


class Side(Enum):
    """Which side of the opened book a page lies on (for binding on the left)."""

    LEFT = "left"
    RIGHT = "right"


class Page(Value):
    """One page: `trim` is its finished size, `bleed` what is painted beyond each edge.

    Attributes:
        label: what is printed as its number.
        boxes: in paint order, which is reading order too.
        part: names the part of the book that the page belongs to, e.g. ``goal-1``; pages of one
            part are one section to a reader.
    """

    trim: Size
    bleed: Length
    label: str
    side: Side
    boxes: tuple[Box, ...]
    part: str = ""
