"""Points, sizes and rectangles on a page: origin at the trimmed page's top left, y downwards."""

from __future__ import annotations

from strategy_report.core.length import Length
from strategy_report.core.value import Value


class Point(Value, kw_only=False):
    """A place on a page."""

    x: Length
    y: Length


class Size(Value, kw_only=False):
    """How wide and how high."""

    width: Length
    height: Length


class Rect(Value, kw_only=False):
    """A rectangle by its top left corner and size."""

    x: Length
    y: Length
    width: Length
    height: Length

    @property
    def right(self) -> Length:
        return self.x + self.width

    @property
    def bottom(self) -> Length:
        return self.y + self.height

    def contains(self, other: Rect) -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: Rect) -> bool:
        """Whether the two share an area (touching edges do not)."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def shared_with(self, other: Rect) -> Rect | None:
        """The area that the two share; None where they do not meet."""
        if not self.meets(other):
            return None
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(left, top, right - left, bottom - top)
