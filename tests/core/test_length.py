from __future__ import annotations

import pytest

from strategy_report.core.length import Length, em, mm, pt, q


def test_tenths_of_a_millimetre_add_up_without_rounding() -> None:
    assert mm("0.1") * 3 == mm("0.3")
    assert mm("0.1") + mm("0.1") + mm("0.1") == mm("0.3")


@pytest.mark.parametrize(
    ("length", "emu"), [(pt(1), 12_700), (mm(1), 36_000), (q(1), 9_000), (mm("25.4"), 914_400)]
)
def test_units_are_whole_emu(length: Length, emu: int) -> None:
    assert int(length) == emu


def test_an_inch_is_72_points() -> None:
    assert mm("25.4") == pt(72)


def test_points_with_four_decimals_are_exact() -> None:
    assert pt("51.0237") == Length(648_001)
    assert pt(13.4) == pt("13.4")


def test_arithmetic_gives_lengths() -> None:
    for result in (pt(1) + pt(2), pt(3) - pt(1), -pt(1), pt(2) * 0.5, 3 * pt(1), pt(3) / 2):
        assert isinstance(result, Length)
    assert sum((pt(1), pt(2)), Length(0)) == pt(3)


def test_an_em_is_a_share_of_the_char_size() -> None:
    assert em(0.25, pt(10)) == pt("2.5")


def test_a_share_of_a_whole_is_a_ratio() -> None:
    assert pt(5).ratio(pt(20)) == 0.25
