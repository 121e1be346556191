"""The figures of one indicator with the same decimal places: 1.7 beside 1.48 is printed 1.70."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from strategy_report.core.value import replace
from strategy_report.model.indicator import Indicator, Observation, Target
from strategy_report.model.plan import Goal, Plan
from strategy_report.model.reading import Number

_Figure = TypeVar("_Figure", Observation, Target)


def with_even_decimals(plan: Plan) -> Plan:
    """*plan* as it is printed. A rounded figure (約) and one in 万 and 千 stay as typed."""
    return replace(plan, goals=tuple(_goal(goal) for goal in plan.goals))


def _goal(goal: Goal) -> Goal:
    return replace(goal, indicators=tuple(_indicator(i) for i in goal.indicators))


def _indicator(indicator: Indicator) -> Indicator:
    places = {_places(f.reading) for f in indicator.figures if isinstance(f.reading, Number)}
    if len(places) < 2:
        return indicator
    most = max(places)
    baseline = indicator.baseline
    return replace(
        indicator,
        baseline=None if baseline is None else _padded(baseline, most),
        actuals=tuple(_padded(figure, most) for figure in indicator.actuals),
        targets=tuple(_padded(figure, most) for figure in indicator.targets),
        guides=tuple(_padded(figure, most) for figure in indicator.guides),
    )


def _padded(figure: _Figure, places: int) -> _Figure:
    number = figure.reading
    if not isinstance(number, Number) or number.about or number.unit.mixed:
        return figure
    value = number.value.quantize(Decimal(1).scaleb(-places))
    return replace(figure, reading=replace(number, value=value))


def _places(number: Number) -> int:
    exponent = number.value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
