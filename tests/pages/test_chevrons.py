"""States as chevrons: in one row wherever their words can be read, else in rows of one length."""

from __future__ import annotations

import pytest
from kit.booklets import boxes_of
from kit.hostile import Maker, laid_out, town
from kit.page_rules import shape_rect

from strategy_report.display.item import Shape
from strategy_report.model.indicator import Level

STEPS = ("未整備の段階", "基本構想の策定", "基本設計と実施設計", "建設工事の着手", "供用開始")


def rows_of(count: int, halves: int) -> list[int]:
    """How many chevrons stand in each row of a target of *count* states; one of *halves*."""
    maker = Maker()
    targets = tuple(
        maker.states(f"t{at}", STEPS[:count], (0, count - 1, count - 1), level=Level.NUMERIC_TARGET)
        for at in range(halves)
    )
    book, _ = laid_out(town(maker.goal(1, targets=targets)))
    [figure] = [box for box in boxes_of(book.pages[0]) if box.key == "goal-1/target/t0/figure"]
    chevrons = [
        item
        for item in figure.items
        if isinstance(item, Shape) and item.path.operators in ("MLLLLZ", "MLLLLLZ")
    ]
    tops = [int(shape_rect(shape).y) for shape in chevrons]
    return [tops.count(top) for top in sorted(set(tops))]


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_over_the_whole_width_all_states_stand_in_one_row(count: int) -> None:
    assert rows_of(count, halves=1) == [count]


@pytest.mark.parametrize(("count", "rows"), [(2, [2]), (3, [3]), (5, [3, 2])])
def test_in_half_the_width_words_of_two_lines_keep_a_row_whole(count: int, rows: list[int]) -> None:
    assert rows_of(count, halves=2) == rows
