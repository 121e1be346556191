from __future__ import annotations

from decimal import Decimal

import pytest
from charts.charts import KANAZAWA, SIZE, bars, bounds, drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_report.core.length import pt


def lengths(*values: str | None) -> list[float]:
    chart = bars(*values)
    assert chart is not None
    return [round(bar.length.pt, 2) for bar in chart.bars]


def test_bars_start_at_zero_and_share_one_scale() -> None:
    assert lengths("50", "75", "100") == [42.5, 63.75, 85.0]


def test_each_indicator_has_a_scale_of_its_own() -> None:
    assert lengths("5", "7.5", "10") == lengths("5000", "7500", "10000")


def test_small_differences_stay_small() -> None:
    assert lengths("142", "160", "157") == [75.44, 85.0, 83.41]


def test_far_past_the_target_keeps_every_bar_to_be_seen() -> None:
    assert lengths("276", "34339", "15300") == [0.75, 85.0, 37.87]


def test_a_word_draws_no_bar_and_zero_none_either() -> None:
    assert lengths(None, "57", "120") == [40.37, 85.0]
    assert lengths("0", "57", "120") == [0.0, 40.37, 85.0]
    chart = bars("0", "57", "120")
    assert len(drawn(chart)) == len(drawn(bars(None, "57", "120")))


def test_nothing_is_drawn_where_every_value_is_a_word() -> None:
    assert bars(None, None, None) is None


def test_zeros_alone_draw_the_axis() -> None:
    assert len(drawn(bars("0", "0", "0"))) == 1


def test_what_is_below_zero_reaches_to_the_left_of_the_axis() -> None:
    chart = bars("-3.2", "2.5", "5.3")
    assert chart is not None
    assert [round(bar.length.pt, 2) for bar in chart.bars] == [-32.0, 25.0, 53.0]
    assert chart.axis == pt(32)


def test_the_target_is_an_outline_the_actual_solid_the_baseline_light() -> None:
    baseline, actual, target, *_ = drawn(bars("50", "75", "100"))
    assert (baseline.fill, actual.fill) == (KANAZAWA.baseline_fill, KANAZAWA.actual)
    assert target.fill == KANAZAWA.paper
    assert actual.stroke is None
    assert target.stroke is not None
    assert target.stroke.ink == KANAZAWA.actual
    assert baseline.stroke is not None
    assert baseline.stroke.dash == ()


def test_a_baseline_of_other_years_is_set_apart_by_a_broken_outline() -> None:
    baseline = drawn(bars("42", "166", "150", apart=True))[0]
    assert baseline.stroke is not None
    assert baseline.stroke.dash != ()


def test_the_targets_line_crosses_the_actual_in_white_where_that_is_longer() -> None:
    longer = [shape.stroke for shape in drawn(bars("50", "100", "75")) if shape.stroke]
    assert [stroke.ink for stroke in longer].count(KANAZAWA.paper) == 1
    shorter = [shape.stroke for shape in drawn(bars("50", "75", "100")) if shape.stroke]
    assert KANAZAWA.paper not in [stroke.ink for stroke in shorter]


@pytest.mark.parametrize("actual", ["72", "72.3", "71.8"])
def test_a_target_just_met_or_just_missed_leaves_the_bar_whole(actual: str) -> None:
    lines = [shape.stroke.ink for shape in drawn(bars("48", actual, "72")) if shape.stroke]
    assert KANAZAWA.paper not in lines


def test_a_negative_actual_beyond_a_negative_target_is_crossed_too() -> None:
    lines = [shape.stroke.ink for shape in drawn(bars("-50", "-100", "-75")) if shape.stroke]
    assert lines.count(KANAZAWA.paper) == 1


_VALUES = st.none() | st.decimals(min_value="-1E9", max_value="1E10", places=2)


@settings(max_examples=40, deadline=None)
@given(_VALUES, _VALUES, _VALUES)
def test_no_bar_leaves_its_place(
    baseline: Decimal | None, actual: Decimal | None, target: Decimal | None
) -> None:
    given_ = (baseline, actual, target)
    chart = bars(*(None if value is None else str(value) for value in given_))
    if chart is None:
        return
    for shape in drawn(chart):
        rect = bounds(shape)
        # The axis is centred on zero; the target's line rises above the actual.
        assert rect.x >= -KANAZAWA.axis - KANAZAWA.shortest
        assert rect.right <= SIZE.width + KANAZAWA.axis + KANAZAWA.shortest
        assert rect.y >= -KANAZAWA.axis
        assert rect.bottom <= SIZE.height + KANAZAWA.axis
