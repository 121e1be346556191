"""How much of a list's width its names have."""

from __future__ import annotations

from typing import Any

import pytest
from kit.booklets import boxes_of, runs_of
from kit.hostile import Maker, laid_out, town
from kit.page_rules import is_bar, shape_rect

from strategy_report.compose.text import Composed
from strategy_report.core.length import pt
from strategy_report.display.item import Shape
from strategy_report.display.page import Page
from strategy_report.model.edition import PageKind
from strategy_report.pages.setting import Setter

MET, MISSED = ("100", "150", "120"), ("100", "110", "120")


def list_of(*values: tuple[str, ...], name: int = 30, unit: str = "人") -> Page:
    """A goal's page with eight KPI, of these values by turns."""
    maker = Maker()
    kpis = tuple(
        maker.indicator(f"k{at}", values[at % len(values)], name=name, unit=unit) for at in range(8)
    )
    book, _ = laid_out(town(maker.goal(1, kpis=kpis, measures=1)))
    [page] = book.pages
    return page


def name_width(page: Page) -> float:
    [cell] = [box for box in boxes_of(page) if box.key == "goal-1/kpi/k0/name"]
    return cell.rect.width.pt


def bars_end(page: Page) -> float:
    [cell] = [box for box in boxes_of(page) if box.key == "goal-1/kpi/k0/bars"]
    bars = [shape_rect(item) for item in cell.items if isinstance(item, Shape) and is_bar(item)]
    return max(bar.right.pt for bar in bars) - cell.rect.x.pt


def test_names_give_up_no_more_than_the_values_need() -> None:
    usual = name_width(list_of(MISSED, MET, name=60))
    # A few points too wide beside names of the usual width.
    wide = name_width(list_of(("155798", "176530", "206474"), MET, name=60, unit="事業所"))
    assert usual > 150
    assert usual - 35 <= wide < usual


def test_without_a_badge_bars_are_longer_and_long_names_wider() -> None:
    short = list_of(MISSED)
    assert bars_end(short) > bars_end(list_of(MET)) + 40
    assert name_width(list_of(MISSED, name=60)) > name_width(list_of(MET, name=60)) + 30
    inside = [run for box, run in runs_of(short) if "/kpi/" in box.key]
    assert inside
    assert all(run.origin.x < short.trim.width - pt(44) for run in inside)


def test_in_the_table_of_all_indicators_bars_begin_and_end_alike_for_all_goals() -> None:
    maker = Maker()
    goals = tuple(
        maker.goal(number, kpis=tuple(maker.indicator(f"k{number}{at}", values) for at in range(2)))
        for number, values in ((1, MET), (2, MISSED))
    )
    book, _ = laid_out(town(*goals, pages=(PageKind.INDICATOR_TABLE,)))
    bars = [box.rect for page in book.pages for box in boxes_of(page) if "/bars" in box.key]
    assert len(bars) == 4
    assert len({(rect.x, rect.width) for rect in bars}) == 1


def test_names_of_all_goals_are_measured_once_not_once_a_goal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compose, asked = Setter.compose, [0]

    def counted(*given: Any, **named: Any) -> Composed:
        asked[0] += 1
        return compose(*given, **named)

    def work(goals: int) -> int:
        maker = Maker()
        told = (maker.goal(at, kpis=4) for at in range(1, goals + 1))
        asked[0] = 0
        laid_out(town(*told, pages=(PageKind.INDICATOR_TABLE,)))
        return asked[0]

    monkeypatch.setattr(Setter, "compose", counted)
    assert work(16) < work(8) * 2.1
