"""How pages lie on the sheets of a booklet that is stitched through its fold (中綴じ).

Sheets are counted from the outermost, from 0; each holds four pages, two on either side.
"""

from __future__ import annotations

from strategy_report.core.length import Length
from strategy_report.core.value import Value
from strategy_report.display.page import Binding

PAGES_A_SHEET = 4


class Spread(Value):
    """Pages side by side on one side of a sheet, by their index."""

    left: int
    right: int


class SheetPages(Value):
    """The four pages of one sheet: what is seen on its outside, and on its inside."""

    outside: Spread
    inside: Spread


def saddle_stitched(page_count: int, binding: Binding) -> tuple[SheetPages, ...]:
    """Sheets from the outermost to the innermost.

    Bound on the left, the last page lies left of the first; bound on the right, right of it.

    Raises:
        ValueError: *page_count* is no multiple of four.
    """
    if page_count % PAGES_A_SHEET:
        raise ValueError(f"{page_count} pages fill no whole sheets")
    return tuple(_sheet(number, page_count, binding) for number in range(page_count // 4))


def _sheet(number: int, page_count: int, binding: Binding) -> SheetPages:
    first, last = number * 2, page_count - 1 - number * 2
    if binding is Binding.LEFT:
        return SheetPages(
            outside=Spread(left=last, right=first), inside=Spread(left=first + 1, right=last - 1)
        )
    return SheetPages(
        outside=Spread(left=first, right=last), inside=Spread(left=last - 1, right=first + 1)
    )


def sheet_of(index: int, page_count: int) -> int:
    """The sheet that the page with *index* lies on."""
    return min(index, page_count - 1 - index) // 2


def creep(sheet: int, paper: Length) -> Length:
    """How far the fold pushes pages of *sheet* out over the fore-edge of the outermost one.

    Each sheet further out is wrapped around it with its thickness.
    """
    return paper * sheet
