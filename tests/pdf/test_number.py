"""Numbers in a file: exact, short, without exponent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_report.core.length import mm, pt
from strategy_report.pdf.number import decimal, points


@pytest.mark.parametrize(
    ("thousandths", "shown"),
    [
        (0, "0"),
        (1, ".001"),
        (-10, "-.01"),
        (12_500, "12.5"),
        (-1_000, "-1"),
        (100_000, "100"),
        (841_890, "841.89"),
    ],
)
def test_no_digit_is_needless(thousandths: int, shown: str) -> None:
    assert decimal(thousandths) == shown


@pytest.mark.parametrize(
    ("length", "shown"), [(mm(297), "841.89"), (pt("9.5"), "9.5"), (mm("-0.1"), "-.283")]
)
def test_lengths_are_given_in_points(length: int, shown: str) -> None:
    assert points(length) == shown


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_a_length_is_off_by_half_a_thousandth_at_most(emu: int) -> None:
    assert abs(float(points(emu)) * 12_700 - emu) <= 6.36
    assert "e" not in points(emu)
