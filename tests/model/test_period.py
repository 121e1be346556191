from __future__ import annotations

import pytest

from strategy_report.model.period import Period, YearKind


@pytest.mark.parametrize(
    ("period", "short", "long", "western"),
    [
        (Period(year=2018, era="H"), "H30", "平成30年", "2018年"),
        (Period(year=2019), "R元", "令和元年", "2019年"),
        (Period(year=2019, era="H"), "H31", "平成31年", "2019年"),
        (Period(year=2023, kind=YearKind.FISCAL), "R5", "令和5年度", "2023年度"),
        (Period(year=2024, month=10), "R6.10", "令和6年10月", "2024年10月"),
        (Period(year=2060, era=None), "2060", "2060年", "2060年"),
        (Period(year=2020, end_year=2024), "R2～6", "令和2年～令和6年", "2020年～2024年"),
        (
            Period(year=2020, end_year=2023, kind=YearKind.FISCAL),
            "R2～5",
            "令和2年度～令和5年度",
            "2020年度～2023年度",
        ),
        (Period(year=2040, era="H"), "H52", "平成52年", "2040年"),
    ],
)
def test_one_period_prints_in_every_form(
    period: Period, short: str, long: str, western: str
) -> None:
    assert (period.short(), period.long(), period.western()) == (short, long, western)


def test_a_day_something_was_counted_on_says_so() -> None:
    counted = Period(year=2023, month=9, day=30, as_of=True)
    assert counted.long() == "令和5年9月30日現在"


def test_periods_sort_by_their_end() -> None:
    years = [Period(year=2020, end_year=2024), Period(year=2018, era="H"), Period(year=2023)]
    assert [p.short() for p in sorted(years, key=lambda p: p.order)] == ["H30", "R5", "R2～6"]
