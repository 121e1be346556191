from __future__ import annotations

from decimal import Decimal

import pytest
from kit.builders import number

from strategy_report.model.reading import Bound, Composite, Missing, Rank, State, Unit
from strategy_report.story.number_text import digits, mixed_parts, number_text, reading_text

PEOPLE = Unit(counter="人", mixed=True)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("1.70", "1.70"),
        ("9410", "9,410"),
        ("-3.2", "▲3.2"),
        ("1234567890", "1,234,567,890"),
        ("1E+3", "1,000"),
    ],
)
def test_digits_have_commas_and_keep_their_places(value: str, text: str) -> None:
    assert digits(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("347000", "34万7千人"),
        ("432000", "43万2千人"),
        ("85000", "8万5千人"),
        ("347500", "34万7,500人"),
        ("400000", "40万人"),
        ("0", "0人"),
        ("7000", "7千人"),
        ("1300030000", "13億3万人"),
        ("-85000", "▲8万5千人"),
    ],
)
def test_a_mixed_number_alternates_digits_and_scales(value: str, text: str) -> None:
    assert number_text(number(value, PEOPLE)) == text


def test_the_parts_of_a_mixed_number_can_be_set_apart() -> None:
    assert mixed_parts(number("347000", PEOPLE)) == (("34", "万"), ("7", "千人"))


def test_about_and_bounds_stand_around_the_number() -> None:
    assert number_text(number("2000", about=True)) == "約2,000人"
    percent = number("96.0", Unit(counter="％"), bound=Bound.AT_LEAST)
    assert number_text(percent) == "96.0％以上"


def test_a_scale_stands_before_the_counter() -> None:
    assert number_text(number("1045", Unit(counter="人", scale="万", factor=10_000))) == "1,045万人"


def test_what_is_no_number_is_said_in_words() -> None:
    assert reading_text(State("供用開始"), "実績値なし") == "供用開始"
    assert reading_text(Rank(place=1, scope="全国"), "実績値なし") == "全国1位"
    assert reading_text(Missing("未実施"), "実績値なし") == "未実施"
    assert reading_text(Missing(""), "実績値なし") == "実績値なし"
    both = Composite((("男", number("3")), ("女", number("4"))))
    assert reading_text(both, "") == "男 3人 / 女 4人"
