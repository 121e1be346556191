"""What a reader hears of a figure is seen on it: 目標達成, wherever the indicator is told."""

from __future__ import annotations

import pytest
from kit.booklets import boxes_of
from kit.content_folders import change, copied
from kit.editions import issue_of

from strategy_report.display.box import Box
from strategy_report.display.item import TextLine
from strategy_report.display.role import Role
from strategy_report.display.walk import items_in


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> list[Box]:
    """Of the booklet in which the targets of goals 1, 3 and 4 are met."""
    content = copied(tmp_path_factory.mktemp("met"))
    change(content, "goals/1.yaml", "R4: 1.35", "R4: 1.75")
    change(content, "goals/3.yaml", "R5: 1057", "R5: 1090")
    change(content, "goals/3.yaml", "R3: 供用開始", "R3: 整備")
    change(content, "goals/4.yaml", "R5: 97", "R5: 99")
    pages = issue_of(content).book.pages
    return [box for page in pages for box in boxes_of(page) if box.role is Role.FIGURE]


def shows_mark(figure: Box) -> bool:
    return any(isinstance(i, TextLine) and i.text == "目標達成" for i in items_in(figure.items))


def test_the_mark_is_drawn_where_it_is_told_and_nowhere_else(figures: list[Box]) -> None:
    told = {box.key for box in figures if "目標達成" in (box.alt or "")}
    assert {box.key for box in figures if shows_mark(box)} == told


def test_numeric_targets_have_it_on_their_page_and_on_the_index(figures: list[Box]) -> None:
    keys = {box.key for box in figures if shows_mark(box)}
    targets = ("1/target/birth_rate", "3/target/annual_visitors", "3/target/value_creation_hub")
    for target in (*targets, "4/target/joint_projects"):
        assert {f"goal-{target}/figure", f"goal-index/goal-{target}/figure"} <= keys
