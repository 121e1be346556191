"""Rates: which formula may be used of what, and never rounded into a lie."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kit.builders import an_indicator, number, period

from strategy_report.core.value import replace
from strategy_report.model.achievement import Achievement, achievement
from strategy_report.model.indicator import Aggregation, Direction, Indicator, Level, Observation
from strategy_report.model.period import Period
from strategy_report.model.rate import Rate, Rounding
from strategy_report.model.reading import Bound, Reading, Status


def percent(indicator: Indicator, rate: Rate) -> str | None:
    found = achievement(indicator, rate)
    return None if found is None else str(found.rounded(Rounding.HALF_UP).value)


def test_on_one_indicator_the_two_formulas_say_very_different_things() -> None:
    guests = an_indicator("331", "335", "361")
    assert percent(guests, Rate.RATIO) == "92.8"
    assert percent(guests, Rate.PROGRESS) == "13.3"
    assert percent(guests, Rate.NONE) is None


def test_where_lower_is_better_only_progress_works_as_it_stands() -> None:
    offers = an_indicator("2756", "3018", "2481", direction=Direction.DOWN)
    assert percent(offers, Rate.RATIO) is None
    assert percent(offers, Rate.PROGRESS) == "-95.3"


def test_a_period_totals_progress_is_held_against_the_years_elapsed() -> None:
    total = an_indicator(
        "42",
        "100",
        "150",
        aggregation=Aggregation.PERIOD_TOTAL,
        period_total=Period(year=2020, end_year=2024),
    )
    found = achievement(total, Rate.PROGRESS)
    assert found is not None
    # Four of five years: 100 of 120.
    assert (found.rate, percent(total, Rate.PROGRESS)) == (Rate.ELAPSED, "83.3")
    assert percent(total, Rate.RATIO) == "66.7"


@pytest.mark.parametrize(
    ("baseline", "actual", "target", "rate"),
    [
        ("100", "100", "100", Rate.PROGRESS),
        ("0", "5", "0", Rate.RATIO),
        ("未実施", "57", "120", Rate.PROGRESS),
        ("100", "未調査", "120", Rate.RATIO),
        ("100", number("110", status=Status.FORECAST), "120", Rate.RATIO),
    ],
)
def test_nothing_is_reckoned_where_it_would_mean_nothing(
    baseline: str, actual: str | Reading, target: str, rate: Rate
) -> None:
    indicator = an_indicator(baseline, actual, target, direction=Direction.UP)
    assert achievement(indicator, rate) is None


def test_a_reference_value_is_never_rated() -> None:
    assert achievement(an_indicator(level=Level.REFERENCE), Rate.PROGRESS) is None
    assert achievement(an_indicator(direction=Direction.NONE), Rate.RATIO) is None


def test_a_rate_made_from_about_is_about_too() -> None:
    found = achievement(an_indicator(number("2000", about=True), "2100", "2200"), Rate.PROGRESS)
    assert found is not None
    assert found.about is True
    ratio = achievement(an_indicator(number("2000", about=True), "2100", "2200"), Rate.RATIO)
    assert ratio is not None
    assert ratio.about is False


@pytest.mark.parametrize(
    ("exact", "half_up", "down"),
    [
        ("92.797", "92.8", "92.7"),
        ("0.05", "0.1", "0.0"),
        ("99.7", "99.7", "99.7"),
        ("99.95", "99.9", "99.9"),
        ("99.9999", "99.9", "99.9"),
        ("100", "100.0", "100.0"),
        ("100.04", "100.0", "100.0"),
        ("298.521", "298.5", "298.5"),
        ("-95.25", "-95.3", "-95.2"),
    ],
)
def test_what_is_below_100_never_reads_100(exact: str, half_up: str, down: str) -> None:
    found = Achievement(rate=Rate.RATIO, percent=Decimal(exact))
    assert str(found.rounded(Rounding.HALF_UP).value) == half_up
    assert str(found.rounded(Rounding.DOWN).value) == down


def test_neither_a_bound_nor_a_part_of_the_years_has_a_rate() -> None:
    assert achievement(an_indicator(actual=number("120", bound=Bound.AT_LEAST)), Rate.RATIO) is None
    half = replace(period("R6"), month=9, day=30, as_of=True)
    counted = (Observation(period=half, reading=number("70")),)
    yearly = an_indicator(actuals=counted, aggregation=Aggregation.ANNUAL)
    assert achievement(yearly, Rate.RATIO) is None
    assert achievement(an_indicator(actuals=counted), Rate.RATIO) is not None
