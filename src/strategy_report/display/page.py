"""A page of a book."""

from __future__ import annotations

from enum import Enum

from strategy_report.core.geometry import Size
from strategy_report.core.length import Length
from strategy_report.core.value import Value
from strategy_report.display.box import Box
from strategy_report.display.item import Item


class Side(Enum):
    """Which side of the opened book a page lies on; its fold is on the other."""

    LEFT = "left"
    RIGHT = "right"


class Binding(Enum):
    """At which edge of its first page a book is bound."""

    LEFT = "左綴じ"
    RIGHT = "右綴じ"

    def side(self, number: int) -> Side:
        """On which side page *number* lies, counted from 1."""
        odd = number % 2 == 1
        return Side.RIGHT if odd is (self is Binding.LEFT) else Side.LEFT


class Slug(Value):
    """What a printing house needs around a page: marks, and words on what the page is.

    Attributes:
        reach: how far the sheet goes beyond each edge of the trim.
        items: outside the bleed.
    """

    reach: Length
    items: tuple[Item, ...]


class Page(Value):
    """One page: `trim` is its finished size, `bleed` what is painted beyond each edge.

    Attributes:
        label: what is printed as its number.
        boxes: in paint order, which is reading order too.
        part: names the part of the book that the page belongs to, e.g. ``goal-1``; pages of one
            part are one section to a reader.
        slug: None where the sheet ends at the trim.
        rotation: how far it is turned to the right when it is shown or printed, in degrees: 0 or
            180.
    """

    trim: Size
    bleed: Length
    label: str
    side: Side
    boxes: tuple[Box, ...]
    part: str = ""
    slug: Slug | None = None
    rotation: int = 0
