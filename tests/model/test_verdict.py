from __future__ import annotations

from typing import Any

import pytest
from kit.builders import an_indicator, number

from strategy_report.core.value import replace
from strategy_report.model.indicator import Aggregation, Direction, Indicator
from strategy_report.model.period import Period
from strategy_report.model.reading import Bound
from strategy_report.model.verdict import Standing, is_met, standing


@pytest.mark.parametrize(
    ("before", "now", "direction", "stands"),
    [
        ("1.48", "1.35", Direction.UP, Standing.WORSE_BELOW),
        ("2756", "3018", Direction.DOWN, Standing.WORSE_ABOVE),
        ("2756", "2500", Direction.DOWN, Standing.BETTER),
        ("5", "5.0", Direction.UP, Standing.SAME),
    ],
)
def test_worse_than_the_baseline_is_a_state_of_its_own(
    before: str, now: str, direction: Direction, stands: Standing
) -> None:
    assert standing(an_indicator(before, now, "1", direction=direction)) is stands


def test_a_period_total_is_not_held_against_a_single_year() -> None:
    assert standing(an_indicator("42", "30", aggregation=Aggregation.PERIOD_TOTAL)) is None


def counted_so_far(actual: str, target: str, **more: Any) -> Indicator:
    """Against the year H30, what was counted from April to September of R6."""
    indicator = an_indicator("1200", actual, target, **more)
    half = Period(year=2024, month=9, day=30, as_of=True)
    return replace(indicator, actuals=(replace(indicator.actuals[0], period=half),))


def test_half_a_year_is_not_held_against_a_whole_one() -> None:
    yearly = {"aggregation": Aggregation.ANNUAL}
    assert standing(counted_so_far("702", "1500", **yearly)) is None
    assert standing(counted_so_far("702", "1500")) is Standing.WORSE_BELOW


@pytest.mark.parametrize(
    ("actual", "target", "direction", "met"),
    [
        ("702", "1500", Direction.UP, False),
        ("1501", "1500", Direction.UP, True),
        ("702", "1000", Direction.DOWN, None),
    ],
)
def test_half_a_year_meets_a_target_only_from_below(
    actual: str, target: str, direction: Direction, met: bool | None
) -> None:
    half = counted_so_far(actual, target, direction=direction, aggregation=Aggregation.ANNUAL)
    assert is_met(half) is met


@pytest.mark.parametrize(
    ("actual", "target", "met"),
    [
        ("3000 以上", "3000 ", True),
        ("2500 以上", "3000 ", None),
        ("3000 未満", "3000 ", False),
        ("3000 以下", "3000 ", None),
        ("3000 以上", "3000 超", None),
        ("3000 超", "3000 超", True),
        ("3000 以下", "3000 以下", True),
        ("3000 以下", "3000 未満", None),
        ("3000 以上", "3000 未満", False),
        ("2999 以下", "3000 未満", True),
        ("3000 未満", "3000 未満", True),
    ],
)
def test_an_actual_that_is_a_bound_meets_what_it_surely_meets(
    actual: str, target: str, met: bool | None
) -> None:
    have, want = (
        number(value, bound=Bound(bound))
        for value, bound in (text.split(" ") for text in (actual, target))
    )
    assert is_met(an_indicator("1000", have, want)) is met


def test_a_bound_does_not_stand_above_or_below_the_baseline() -> None:
    have = number("1000", bound=Bound.UNDER)
    assert standing(an_indicator("1200", have, "1500")) is None
