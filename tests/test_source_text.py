"""The city's text as published in October 2024, against what the booklet says.

The text is read here with expressions of its own, not with the program's readers.
"""

from __future__ import annotations

import re
from functools import cache

import pytest
from kit.booklets import ROOT, built, text_of

from strategy_report.content.house_style import in_house_style
from strategy_report.model.indicator import Indicator, Level, Observation, Target
from strategy_report.model.plan import Goal
from strategy_report.story.number_text import reading_text

# The one word of the source that is mended: its last character is the kanji for two.
MENDED = ("ズワイガ二", "ズワイガニ")
VALUE = r"([^ →（]+)（([HR]\d+)）"
# Name, baseline, perhaps an actual, target: 年間宿泊客数 331万人（H30）→335万人（R5）→361万人（R6）
INDICATOR = re.compile(rf"^(?:【[^】]+】)?・?([^【→]+?) {VALUE}→(?:{VALUE}→)?{VALUE}$")
MEASURE = re.compile(r"^（(\d)） *(.+)$")


@cache
def source() -> str:
    """The source without marks of its extraction, brackets and arrows of one kind."""
    text = (ROOT / "tests/corpus/kanazawa-r6.txt").read_text(encoding="utf-8")
    text = text.replace("**", "").replace("(", "（").replace(")", "）").replace(*MENDED)
    stray = r" *→ *| +(?=（[HR]\d)|(?<=】) +|(?<=※) "
    return re.sub(stray, lambda found: found[0].strip(), text)


@cache
def goal_sources() -> tuple[str, ...]:
    """The source of each goal's own page."""
    parts = re.split(r"^基本目標\n\n\d\n\n", source(), flags=re.MULTILINE)
    own = tuple(part for part in parts if "▼主なKPIの状況▼" in part)
    assert len(own) == 4
    return own


def goals() -> tuple[Goal, ...]:
    return built("content").plan.goals


def figure(reading: Observation | Target | None) -> tuple[str, str] | None:
    if reading is None:
        return None
    return reading_text(reading.reading, ""), reading.period.short()


def as_told(indicator: Indicator) -> tuple[object, ...]:
    return (
        indicator.name.plain(),
        figure(indicator.baseline),
        figure(indicator.actual),
        figure(indicator.target),
    )


def indicators_in(text: str) -> list[tuple[object, ...]]:
    """Each indicator of *text* with its figures and their years."""
    found = [INDICATOR.match(line.removeprefix("- ")) for line in text.split("\n")]
    return [(m[1], (m[2], m[3]), (m[4], m[5]) if m[4] else None, (m[6], m[7])) for m in found if m]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_indicator_of_a_goal_has_the_figures_and_years_of_the_source(number: int) -> None:
    told = [as_told(indicator) for indicator in goals()[number - 1].indicators]
    assert told == indicators_in(goal_sources()[number - 1])


def test_the_list_of_goals_names_the_same_numeric_targets() -> None:
    listed = indicators_in(source().partition("金沢SDGsとの関わり")[0])
    told = [
        (name, baseline, None, target)
        for goal in goals()
        for indicator in goal.indicators
        for name, baseline, _, target in [as_told(indicator)]
        if indicator.level is Level.NUMERIC_TARGET
    ]
    assert listed == told
    assert len(told) == 5


def test_all_twenty_two_indicators_were_read_from_the_source() -> None:
    assert [len(indicators_in(text)) for text in goal_sources()] == [5, 6, 6, 5]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_measure_has_its_number_its_title_and_its_bullets_in_their_order(number: int) -> None:
    wanted: dict[int, tuple[str, list[str]]] = {}
    for line in goal_sources()[number - 1].partition("▼主なKPI")[0].split("\n"):
        if heading := MEASURE.match(line):
            bullets: list[str] = []
            wanted[int(heading[1])] = (heading[2], bullets)
        elif line.startswith("- "):
            bullets.append(line[2:])
    told = {
        measure.number: (measure.title.plain(), [bullet.plain() for bullet in measure.bullets])
        for measure in goals()[number - 1].measures
    }
    assert told == wanted
    assert list(told) == sorted(told)


def test_every_sentence_of_the_source_is_printed() -> None:
    printed = "".join(map(text_of, built("content").book.pages)).replace(" ", "").replace("　", "")
    lost = [
        line
        for line in source().split("\n")
        if not INDICATOR.match(line.removeprefix("- "))
        for part in re.split(r"[▼：]|【[^】]*】|（(?=国の)|(?<=増加)）|(?<=人口) ", line)
        if _bare(part) not in printed
    ]
    assert lost == []


def _bare(text: str) -> str:
    return in_house_style(text.strip(" 　-・（）" if text[:1] in "-・" else " 　")).replace(" ", "")
