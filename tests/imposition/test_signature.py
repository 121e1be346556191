"""Sheets of a stitched booklet, checked by folding them."""

from __future__ import annotations

import pytest

from strategy_report.core.length import mm
from strategy_report.display.page import Binding
from strategy_report.imposition.signature import SheetPages, creep, saddle_stitched, sheet_of


def folded(sheets: tuple[SheetPages, ...], binding: Binding) -> list[int]:
    """Pages in the order in which they are turned, once the sheets lie in each other.

    Going inwards, each sheet shows the leaf at the reader's start: its outside, then its inside;
    coming out again, the other leaf: its inside, then its outside.
    """
    turned: list[int] = []
    left_bound = binding is Binding.LEFT
    for sheet in sheets:
        turned.append(sheet.outside.right if left_bound else sheet.outside.left)
        turned.append(sheet.inside.left if left_bound else sheet.inside.right)
    for sheet in reversed(sheets):
        turned.append(sheet.inside.right if left_bound else sheet.inside.left)
        turned.append(sheet.outside.left if left_bound else sheet.outside.right)
    return turned


@pytest.mark.parametrize("binding", Binding)
@pytest.mark.parametrize("count", [4, 8, 12, 40])
def test_a_folded_dummy_reads_from_the_first_page_to_the_last(count: int, binding: Binding) -> None:
    assert folded(saddle_stitched(count, binding), binding) == list(range(count))


def test_eight_pages_bound_on_the_left() -> None:
    outer, inner = saddle_stitched(8, Binding.LEFT)
    # As printers write it: 8-1 and 2-7, then 6-3 and 4-5.
    assert (outer.outside.left + 1, outer.outside.right + 1) == (8, 1)
    assert (outer.inside.left + 1, outer.inside.right + 1) == (2, 7)
    assert (inner.outside.left + 1, inner.outside.right + 1) == (6, 3)
    assert (inner.inside.left + 1, inner.inside.right + 1) == (4, 5)


def test_bound_on_the_right_every_pair_changes_sides() -> None:
    for left, right in zip(
        saddle_stitched(12, Binding.LEFT), saddle_stitched(12, Binding.RIGHT), strict=True
    ):
        assert (left.outside.left, left.outside.right) == (right.outside.right, right.outside.left)
        assert (left.inside.left, left.inside.right) == (right.inside.right, right.inside.left)


def test_pages_that_fill_no_sheet_cannot_be_folded() -> None:
    with pytest.raises(ValueError, match="6 pages"):
        saddle_stitched(6, Binding.LEFT)


def test_the_innermost_pages_are_pushed_out_most() -> None:
    sheets = [sheet_of(index, 12) for index in range(12)]
    assert sheets == [0, 0, 1, 1, 2, 2, 2, 2, 1, 1, 0, 0]
    assert [creep(sheet, mm("0.1")).mm for sheet in (0, 1, 2)] == [0, 0.1, 0.2]
