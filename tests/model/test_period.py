from __future__ import annotations

import pytest

from strategy_report.model.period import Period, YearKind


@pytest.mark.parametrize(
    ("period", "short", "long"),
    [
        (Period(year=2018, era="H"), "H30", "平成30年"),
        (Period(year=2019), "R元", "令和元年"),
        (Period(year=2019, era="H"), "H31", "平成31年"),
        (Period(year=2023, kind=YearKind.FISCAL), "R5", "令和5年度"),
        (Period(year=2024, month=10), "R6.10", "令和6年10月"),
        (Period(year=2060, era=None), "2060", "2060年"),
        (Period(year=2020, end_year=2024), "R2～6", "令和2年～令和6年"),
        (
            Period(year=2020, end_year=2023, kind=YearKind.FISCAL),
            "R2～5",
            "令和2年度～令和5年度",
        ),
        (Period(year=2040, era="H"), "H52", "平成52年"),
    ],
)
def test_one_period_prints_in_every_form(period: Period, short: str, long: str) -> None:
    assert (period.short(), period.long()) == (short, long)


def test_a_day_something_was_counted_on_says_so() -> None:
    counted = Period(year=2023, month=9, day=30, as_of=True)
    assert counted.long() == "令和5年9月30日現在"


def test_periods_sort_by_their_end() -> None:
    years = [Period(year=2020, end_year=2024), Period(year=2018, era="H"), Period(year=2023)]
    assert [p.short() for p in sorted(years, key=lambda p: p.order)] == ["H30", "R5", "R2～6"]


def test_a_year_ends_after_its_months_and_a_month_after_its_days() -> None:
    day = Period(year=2023, month=9, day=30, as_of=True)
    month, year = Period(year=2023, month=9), Period(year=2023)
    assert sorted([year, month, day], key=lambda p: p.order) == [day, month, year]


@pytest.mark.parametrize(
    ("key", "named"),
    [("R1", True), ("H31", True), ("S94", True), ("2019", True), ("R2", False), ("H30", False)],
)
def test_a_year_is_found_by_its_name_in_any_era(key: str, named: bool) -> None:
    assert Period(year=2019, era="H").is_named(key) is named


def test_a_month_and_a_range_are_named_in_one_way_alone() -> None:
    assert Period(year=2024, month=10).is_named("R6.10")
    assert not Period(year=2024, month=10).is_named("R6")
    assert Period(year=2020, end_year=2024).is_named("R2-R6")
    assert not Period(year=2020, end_year=2024).is_named("R2")


@pytest.mark.parametrize(
    ("year", "era", "name"),
    [
        (1868, "M", "明治元"),
        (1912, "M", "明治45"),
        (1912, "T", "大正元"),
        (1926, "T", "大正15"),
        (1926, "S", "昭和元"),
        (1989, "S", "昭和64"),
        (1989, "H", "平成元"),
        (2019, "H", "平成31"),
        (2019, "R", "令和元"),
    ],
)
def test_the_year_in_which_an_era_changed_has_two_names(year: int, era: str, name: str) -> None:
    assert Period(year=year, era=era).long() == f"{name}年"
