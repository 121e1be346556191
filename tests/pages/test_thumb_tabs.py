"""Thumb tabs of a few goals and of very many: each high enough for its numeral, none on another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from kit.booklets import boxes_of, lines_of
from kit.hostile import Maker, laid_out, town

from strategy_report.core.length import pt
from strategy_report.pages.furniture import tab_span

_NUMERAL = pt(15)


@pytest.mark.parametrize("count", [1, 4, 5, 10, 22, 23, 40, 999])
def test_a_tab_has_room_for_its_numeral_and_stays_between_band_and_foot(count: int) -> None:
    for top, height in (tab_span(place, count) for place in range(count)):
        assert height >= _NUMERAL
        assert pt(180) <= top
        assert top + height <= pt(804)


@pytest.mark.parametrize("count", [4, 5, 10, 22])
def test_tabs_of_an_index_page_stand_below_each_other(count: int) -> None:
    spans = [tab_span(place, count) for place in range(count)]
    assert all(top + height < below for (top, height), (below, _) in pairwise(spans))


def test_the_twenty_third_goal_begins_at_the_top_again() -> None:
    assert tab_span(22, 40) == tab_span(0, 40)
    assert tab_span(21, 40) != tab_span(0, 40)


@pytest.mark.parametrize("goal", [1, 12, 99, 100, 888, 999])
def test_a_number_stands_within_its_tab_and_off_the_trim(goal: int) -> None:
    maker = Maker()
    book, _ = laid_out(town(maker.goal(goal, kpis=1, measures=1)))
    [page] = book.pages
    [tab] = [box for box in boxes_of(page) if box.key == f"thumb-tab-{goal}"]
    [number] = [line for line in lines_of(page) if line.key == tab.key and line.text.isdigit()]
    assert number.size >= pt(8)
    assert number.rect.x >= tab.rect.x + pt(1)
    assert number.rect.right <= page.trim.width - pt(14.1)
