"""All indicators as a CSV table, one a row, for spreadsheets and for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from strategy_report.model.indicator import Indicator, Observation, Target
from strategy_report.model.plan import Goal, Plan
from strategy_report.model.reading import Number
from strategy_report.model.verdict import is_met
from strategy_report.story.number_text import reading_text
from strategy_report.workbook.csv_file import csv_bytes

HEADS = (
    "基本目標の番号", "基本目標", "区分", "指標の名前", "指標", "単位",
    "基準の時期", "基準値", "実績の時期", "実績値", "目標の時期", "目標値", "目標達成",
)  # fmt: skip

_MET = {True: "達成", False: "未達成", None: ""}


def indicator_csv(plan: Plan) -> bytes:
    """The table, with a head for each column."""
    return csv_bytes((HEADS, *(row for goal in plan.goals for row in _rows(goal))))


def _rows(goal: Goal) -> Iterator[Iterable[str]]:
    for one in goal.indicators:
        yield (
            str(goal.number),
            goal.title.plain(),
            one.level.value,
            one.id,
            one.name.without_notes(),
            one.unit.text,
            *_figure(one.baseline),
            *_figure(one.actual),
            *_figure(one.target),
            _met(one),
        )


def _figure(figure: Observation | Target | None) -> tuple[str, str]:
    if figure is None:
        return "", ""
    reading = figure.reading
    if isinstance(reading, Number) and not reading.about and not reading.bound.value:
        # Plain digits, that a spreadsheet can reckon with.
        return figure.period.short(), f"{reading.value:f}"
    return figure.period.short(), reading_text(reading, "")


def _met(indicator: Indicator) -> str:
    return _MET[is_met(indicator)]
