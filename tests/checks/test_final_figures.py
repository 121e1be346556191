"""The month that a final figure was announced for, as authors write it."""

from __future__ import annotations

import pytest

from strategy_report.checks.final_figures import final_month


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("R5確定値は令和6年12月頃公開予定", (2024, 12)),
        # Of a year that ended in December or in March: both are known by the next December.
        ("R5確定値は12月頃公開予定", (2024, 12)),
        ("令和5年度の確定値は9月に公表", (2024, 9)),
        # Fiscal 2023 is not over in February 2024.
        ("R5確定値は2月頃", (2025, 2)),
        ("R元の確定値は12月頃", (2020, 12)),
        ("12月頃公開予定", None),
        ("R5確定値は来年度", None),
    ],
)
def test_a_month_is_read_with_its_year(words: str, month: tuple[int, int] | None) -> None:
    assert final_month(words) == month
