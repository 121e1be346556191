"""Where a column of measures may end."""

from __future__ import annotations

import pytest
from kit.square_font import EM, set_lines, square_style

from strategy_report.core.length import ZERO
from strategy_report.pages.measures import MeasureRun, Piece, Willing, rows_of


def run_of(*measures: list[int]) -> MeasureRun:
    """Measures by the number of lines of each bullet, under a heading of one line."""
    pieces = [
        Piece(
            measure=number,
            part=part,
            key=f"measure-{number + 1}",
            lines=set_lines("あ" * 4 * count, em=4),
            style=square_style(),
            indent=ZERO,
        )
        for number, bullets in enumerate(measures)
        for part, count in enumerate([1, *bullets])
    ]
    return MeasureRun(rows=tuple(rows_of(pieces)), gap=EM, feed=EM)


@pytest.mark.parametrize(
    ("bullets", "cuts"),
    [
        # Row 0 is the heading: two lines stand below it before a column may end.
        ([1, 1, 1], [3]),
        ([2, 1], [3]),
        ([3, 1], [4]),
        # A bullet of four lines is cut in the middle, never leaving one line alone.
        ([4], [3]),
        ([1, 4], [4]),
        ([5, 2], [3, 4, 6]),
    ],
)
def test_no_heading_at_a_foot_without_two_lines_and_no_single_line_at_an_edge(
    bullets: list[int], cuts: list[int]
) -> None:
    assert run_of(bullets).cuts(Willing.WITHIN) == cuts


def test_a_column_may_always_end_before_a_heading() -> None:
    assert run_of([1], [1]).cuts(Willing.MEASURE) == [2]


def test_bullets_that_go_on_beside_their_heading_stand_level_with_those_below_it() -> None:
    run = run_of([2, 2])
    assert run.heights(0, 3, 5) == (EM * 3, EM * 3)
    # The next measure's heading begins level with the first one's.
    run = run_of([2], [2])
    assert run.heights(0, 3, 6) == (EM * 3, EM * 3)
    assert run.lowered(0, 3) == ZERO


def test_the_heading_beside_which_bullets_go_on_counts_where_columns_are_balanced() -> None:
    # 1 + 2 + 2 lines beside 1 (kept free) + 2 + 2, not 1 + 2 beside 1 + 2 + 2 + 2.
    assert run_of([2, 2, 2, 2]).balanced(Willing.BULLET) == 5
