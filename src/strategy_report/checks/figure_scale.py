"""A figure of another order of magnitude than all others of its indicator: a digit too many."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from strategy_report.checks.figure_text import figure_text
from strategy_report.checks.rule import Finding
from strategy_report.checks.walk import indicators_of
from strategy_report.model.indicator import Aggregation, Figure, Indicator, Target
from strategy_report.model.plan import Plan
from strategy_report.model.reading import Number

# A digit too many or too few makes ten; figures that grow by themselves seldom come so far.
_FAR = 7
# Counts below it come and go: one child waiting after eight is no slip.
_FEW = 10
# One other figure alone does not tell which of the two is wrong.
_LEAST_OTHERS = 2
# Totals begin with next to nothing.
_TOTALS = (Aggregation.CUMULATIVE, Aggregation.PERIOD_TOTAL)


def out_of_scale(plan: Plan) -> Iterator[Finding]:
    """An actual or a target is not far from every other figure.

    A baseline may be: what was begun from next to nothing has grown since.
    """
    for indicator in indicators_of(plan):
        figures: list[Figure] = [*indicator.actuals, *indicator.targets]
        for figure in figures:
            number = figure.reading
            if isinstance(number, Number) and is_out_of_scale(figure, indicator):
                shown = "、".join(dict.fromkeys(map(figure_text, _others(figure, indicator))))
                yield Finding(
                    figure.source,
                    f"「{indicator.name.plain()}」の {figure.period.short()} の値"
                    f" {figure_text(number)} は、ほかの値（{shown}）と桁が違います。",
                    "桁を打ち間違えていないか、資料と見比べてください。"
                    "正しければ、そのままで構いません。",
                )


def is_out_of_scale(figure: Figure, indicator: Indicator) -> bool:
    """Whether *figure* is far from every other of its indicator; of a total, far above them.

    What a total is to reach may be far above what it was at first.
    """
    others = [other.base for other in _others(figure, indicator)]
    if not isinstance(figure.reading, Number) or len(others) < _LEAST_OTHERS:
        return False
    own = figure.reading.base
    if indicator.aggregation in _TOTALS and (isinstance(figure, Target) or own < max(others)):
        return False
    return all(_is_far(own, other) for other in others)


def _others(figure: Figure, indicator: Indicator) -> list[Number]:
    return [
        other.reading
        for other in indicator.figures
        if other is not figure and isinstance(other.reading, Number) and other.reading.base
    ]


def _is_far(one: Decimal, two: Decimal) -> bool:
    """What goes below zero comes near it on the way, and is far from nothing."""
    less, more = sorted((one, two))
    few = more < _FEW and less % 1 == 0
    return less > 0 and not few and more / less >= _FAR
