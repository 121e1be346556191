"""The actuals of several years: the way from the first to the newest."""

from __future__ import annotations

from strategy_report.core.value import replace
from strategy_report.model.indicator import Indicator, Observation
from strategy_report.model.reading import Number
from strategy_report.story.block import PathPoint, Run
from strategy_report.story.number_text import number_text, reading_text
from strategy_report.story.phrases import Phrases

# With fewer numbers there is no way to be drawn.
_FEWEST_NUMBERS = 2


def yearly_path(indicator: Indicator, phrases: Phrases) -> tuple[PathPoint, ...]:
    """A point a year; one without a number, or without any figure, breaks the line.

    Empty where the content says いいえ, or has fewer than two years with a number.
    """
    years = [actual for actual in indicator.actuals if _is_a_year(actual)]
    numbers = [actual for actual in years if isinstance(actual.reading, Number)]
    if indicator.show_path is False or len(numbers) < _FEWEST_NUMBERS:
        return ()
    points: list[PathPoint] = []
    for before, actual in zip([None, *years], years, strict=False):
        if before is not None:
            points.extend(_empty_years(before, actual))
        points.append(_point(actual, phrases))
    return tuple(points)


def _is_a_year(actual: Observation) -> bool:
    """What was counted on a day, or over several years, is no step of a yearly way."""
    period = actual.period
    return period.month is None and period.end_year is None and not actual.is_forecast


def _empty_years(before: Observation, after: Observation) -> list[PathPoint]:
    """A gap for each year between that has no figure."""
    return [
        PathPoint(period=Run(text=replace(after.period, year=year).short()))
        for year in range(before.period.year + 1, after.period.year)
    ]


def _point(actual: Observation, phrases: Phrases) -> PathPoint:
    period = Run(text=actual.period.short(), source=actual.source)
    reading = actual.reading
    if isinstance(reading, Number):
        text = number_text(reading, with_unit=False)
        return PathPoint(
            period=period, value=Run(text=text, source=actual.source), magnitude=reading.base
        )
    word = reading_text(reading, phrases.text("no_figure"))
    return PathPoint(period=period, value=Run(text=word, source=actual.source))
