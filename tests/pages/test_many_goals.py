"""Plans of very many goals and indicators: numerals shrink and stand on nothing beside them."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from kit.booklets import boxes_of, runs_of
from kit.hostile import Maker, laid_out, town

from strategy_report.display.box import Box
from strategy_report.display.item import LinkArea, TextLine
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.model.edition import PageKind
from strategy_report.pages import goal_page
from strategy_report.pages.context import Sheet
from strategy_report.pages.goal_contents import GoalContents
from strategy_report.story.story import GoalPart


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


@pytest.mark.parametrize(("goals", "index_pages"), [(5, 1), (10, 1), (11, 2), (21, 3)])
def test_an_index_of_several_pages_leads_to_the_page_of_each_goal(
    goals: int, index_pages: int
) -> None:
    pages = pages_of(goals, 1)
    parts = [page.part for page in pages]
    assert parts[:index_pages] == ["goal-index"] * index_pages
    links = {
        box.key: item.page
        for page in pages[:index_pages]
        for box in boxes_of(page)
        for item in box.items
        if isinstance(item, LinkArea)
    }
    assert links == {
        f"goal-index/goal-{at + 100}/block": parts.index(f"goal-{at + 100}") for at in range(goals)
    }


def test_goals_behind_an_index_of_several_pages_are_laid_out_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    composed: list[int] = []

    class Counted(GoalContents):
        def __init__(self, part: GoalPart, sheet: Sheet) -> None:
            composed.append(part.goal)
            super().__init__(part, sheet)

    monkeypatch.setattr(goal_page, "GoalContents", Counted)
    pages_of.__wrapped__(12, 1)
    assert composed == list(range(100, 112))


def test_wide_values_of_the_index_stand_below_each_other_rather_than_small() -> None:
    def sizes(*values: str, unit: str) -> set[float]:
        maker = Maker()
        goal = maker.goal(1, kpis=2, targets=(maker.target("t", *values, unit=unit),))
        book, _ = laid_out(town(goal, maker.goal(2), pages=(PageKind.GOAL_INDEX,)))
        found = runs_of(book.pages[0])
        return {run.size.pt for box, run in found if box.key.endswith("/target/t/figure")}

    assert max(sizes("80", "97", "99", unit="件")) == 30
    assert max(sizes("782506", "829750", "884914", unit="万人")) == 15


def test_an_index_of_several_pages_is_announced_once_and_told_to_go_on() -> None:
    pages = pages_of(21, 1)[:3]
    seen = [
        (box.role, "".join(item.text for item in box.items if isinstance(item, TextLine)))
        for page in pages
        for box in boxes_of(page)
        if box.key == "goal-index/title"
    ]
    assert seen == [
        (Role.H1, "4つの基本目標"),
        *[(Role.ARTIFACT, "4つの基本目標（つづき）")] * 2,
    ]
    read = [box.key for page in pages for box in boxes_of(page) if box.role is not Role.ARTIFACT]
    assert max(Counter(read).values()) == 1


def test_a_goal_in_the_index_is_headed_by_its_number_page_and_title() -> None:
    (heading,) = (box for box in boxes_of(pages_of(3, 1)[0]) if box.key.endswith("-101/heading"))
    assert heading.role is Role.H2
    read = [item for box in heading.children for item in box.items if isinstance(item, TextLine)]
    words = "".join(item.text if item.joins else f"{item.text} " for item in read)
    assert words.startswith("基本目標101 3ページ ")
