"""Small values for tests; what does not matter is filled in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from strategy_report.model.edition import Edition, EditionStatus, PageKind
from strategy_report.model.indicator import Indicator, Level, Observation, Target
from strategy_report.model.period import ERAS, Period
from strategy_report.model.plan import Goal, Plan, Wording
from strategy_report.model.prose import Prose, Words
from strategy_report.model.reading import Missing, Number, Reading, State, Unit


def prose(text: str) -> Prose:
    return Prose((Words(text=text),)) if text else Prose(())


def period(key: str) -> Period:
    """A year by its short key: R5, H30."""
    era = next(era for era in ERAS if era.letter == key[0])
    return Period(year=era.first_year + int(key[1:]) - 1, era=era.letter)


def number(value: str, unit: Unit | None = None, **more: Any) -> Number:
    return Number(value=Decimal(value), unit=unit or Unit(counter="人"), **more)


def reading(given: str | Reading, unit: Unit) -> Reading:
    """A number where it looks like one, else a reason why there is none."""
    if not isinstance(given, str):
        return given
    return Number(value=Decimal(given), unit=unit) if given[-1].isdigit() else Missing(given)


def an_indicator(
    baseline: str | Reading | None = "100",
    actual: str | Reading | None = "120",
    target: str | Reading | None = "150",
    **more: Any,
) -> Indicator:
    """A KPI H30 → R5 → R6 in 人."""
    unit = more.setdefault("unit", Unit(counter="人"))
    given: dict[str, Any] = {"id": "visitors", "level": Level.KPI, "name": prose("来訪者数")}
    if baseline is not None:
        given["baseline"] = Observation(period=period("H30"), reading=reading(baseline, unit))
    if actual is not None:
        given["actuals"] = (Observation(period=period("R5"), reading=reading(actual, unit)),)
    if target is not None:
        given["targets"] = (Target(period=period("R6"), reading=reading(target, unit)),)
    return Indicator(**(given | more))


def an_edition(**more: Any) -> Edition:
    given: dict[str, Any] = {
        "id": "town-r6",
        "ordinal": prose("第2次"),
        "plan_name": prose("見本町総合戦略"),
        "report_name": prose("取組状況"),
        "date": Period(year=2024, month=10),
        "status": EditionStatus.FINAL,
        "issuer": prose("見本町"),
        "reporting_year": period("R5"),
        "pages": (PageKind.COVER, PageKind.GOAL_INDEX, PageKind.GOALS),
    }
    return Edition(**(given | more))


PHRASES = {
    "badge": "目標達成",
    "row_baseline": "基準",
    "row_actual": "実績",
    "row_target": "目標",
    "below_baseline": "基準値を下回る",
    "above_baseline": "基準値を上回る",
    "direction_down": "目標は減少 ↓",
    "single_year": "単年",
    "no_figure": "実績値なし",
    "tally_before": "{total}件のうち",
    "tally_count": "{met}",
    "tally_after": "件が目標達成",
    "tally_lead": "主なKPI",
    "goal_word": "基本目標",
    "preliminary": "速報値",
    "data_source": "出典：{source}",
}


def a_goal(*indicators: Indicator, **more: Any) -> Goal:
    given: dict[str, Any] = {
        "number": 1,
        "title": prose("住みよいまちをつくる"),
        "indicators": indicators or (an_indicator(),),
        "measures": (),
    }
    return Goal(**(given | more))


def a_plan(*goals: Goal, **more: Any) -> Plan:
    given: dict[str, Any] = {
        "edition": an_edition(),
        "vision": None,
        "strategy": None,
        "sdgs": None,
        "goals": goals or (a_goal(),),
        "wording": Wording(phrases={name: prose(text) for name, text in PHRASES.items()}),
        "page_titles": {},
        "sources": {},
    }
    return Plan(**(given | more))


def state(text: str) -> State:
    return State(text)
