"""The page: trim, bleed, margins and columns."""

from __future__ import annotations

from strategy_report.core.geometry import Rect, Size
from strategy_report.core.length import Length
from strategy_report.core.value import Value
from strategy_report.display.page import Side


class PageMaster(Value):
    """A page's measures, for both sides.

    Attributes:
        type_area_size: never changes with the side; mirroring shifts it.
        gutter: margin at the fold.
        head: from the head edge to the type area.
        column_count, column_gap: of the column grid.
        foot_line: baseline of running foot and page label.
        safety: how near to the trim anything vital may stand.
    """

    trim: Size
    bleed: Length
    type_area_size: Size
    gutter: Length
    head: Length
    column_count: int
    column_gap: Length
    foot_line: Length
    safety: Length

    def type_area(self, side: Side) -> Rect:
        """The type area; the gutter is on the left of a right page."""
        width = self.type_area_size.width
        left = self.gutter if side is Side.RIGHT else self.trim.width - self.gutter - width
        return Rect(left, self.head, width, self.type_area_size.height)

    def column_width(self, span: int = 1) -> Length:
        """Width of *span* columns with the gaps between them."""
        gaps = self.column_gap * (self.column_count - 1)
        one = (self.type_area_size.width - gaps) / self.column_count
        return one * span + self.column_gap * (span - 1)

    def column_left(self, side: Side, column: int) -> Length:
        """Left edge of a column, counted from 0."""
        return self.type_area(side).x + (self.column_width() + self.column_gap) * column
