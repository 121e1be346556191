"""Plans of very many goals and indicators: numerals shrink and stand on nothing beside them."""

from __future__ import annotations

from functools import cache

import pytest
from kit.booklets import boxes_of, runs_of
from kit.hostile import Maker, laid_out, town

from strategy_report.display.box import Box
from strategy_report.display.page import Page
from strategy_report.model.edition import PageKind


@cache
def pages_of(goals: int, kpis: int) -> tuple[Page, ...]:
    maker = Maker()
    met = ("100", "150", "150")
    told = (
        maker.goal(
            at + 100,
            measures=1,
            kpis=tuple(maker.indicator(f"k{at}_{kpi}", met) for kpi in range(kpis)),
        )
        for at in range(goals)
    )
    book, _ = laid_out(town(*told, pages=(PageKind.GOAL_INDEX, PageKind.GOALS)))
    return book.pages


def the_box(page: Page, key: str) -> Box:
    (found,) = (box for box in boxes_of(page) if box.key == key)
    return found


@pytest.mark.parametrize("kpis", [1, 35, 80])
def test_the_count_of_met_targets_keeps_off_what_it_means(kpis: int) -> None:
    index = pages_of(3, kpis)[0]
    total = the_box(index, "goal-index/total")
    assert total.rect.right < the_box(index, "goal-index/definition-0").rect.x


def test_a_number_of_three_digits_ends_before_the_title() -> None:
    page = pages_of(3, 9)[1]
    runs = [run for box, run in runs_of(page) if box.key == "goal-100/number"]
    title = the_box(page, "goal-100/title")
    assert runs
    assert all(run.origin.x + run.offsets[-1] + run.size < title.rect.x for run in runs)
