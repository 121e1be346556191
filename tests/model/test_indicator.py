from __future__ import annotations

import pytest
from kit.builders import an_indicator, number, period

from strategy_report.model.indicator import Aggregation, Observation
from strategy_report.model.period import Period
from strategy_report.model.reading import Status


def test_the_actual_is_the_newest_that_was_read() -> None:
    read = Observation(period=period("R4"), reading=number("10"))
    expected = Observation(period=period("R5"), reading=number("20", status=Status.FORECAST))
    indicator = an_indicator(actuals=(read, expected))
    assert (indicator.actual, indicator.forecast) == (read, expected)
    assert an_indicator(actuals=(expected,)).actual == expected
    assert an_indicator(actual=None).actual is None


@pytest.mark.parametrize(
    ("read", "summed"),
    [("R2", "R2"), ("R3", "R2～3"), ("R5", "R2～5"), ("H30", "H30")],
)
def test_a_period_total_sums_from_its_first_year_to_the_one_read(read: str, summed: str) -> None:
    indicator = an_indicator(
        aggregation=Aggregation.PERIOD_TOTAL, period_total=Period(year=2020, end_year=2024)
    )
    observation = Observation(period=period(read), reading=number("10"))
    assert indicator.years_summed(observation).short() == summed


def test_every_other_figure_stands_for_its_own_year() -> None:
    observation = Observation(period=period("R5"), reading=number("10"))
    assert an_indicator(aggregation=Aggregation.CUMULATIVE).years_summed(observation).key == "R5"
