"""When a final figure was to be known: read from what the author wrote of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy_report.checks.rule import Finding
from strategy_report.checks.walk import indicators_of
from strategy_report.model.plan import Plan

_YEAR = r"(?:令和|R|Ｒ)(\d{1,2}|元)"
# 「令和6年12月頃公開予定」 names its month whole; 「R5確定値は12月頃」 that of the figure's year.
_MONTH_OF_YEAR = re.compile(_YEAR + r"年(\d{1,2})月")
_FIGURE = re.compile(_YEAR)
_MONTH = re.compile(r"(\d{1,2})月")
_REIWA_BEGAN = 2019
_FISCAL_YEAR_ENDS = 3

Month = tuple[int, int]


def overdue_final(plan: Plan) -> Iterator[Finding]:
    """A final figure that was announced for a month before the edition's is asked for."""
    date = plan.edition.date
    for indicator in indicators_of(plan):
        due = None if indicator.final_due is None else final_month(indicator.final_due.plain())
        if indicator.final_due is None or due is None or due >= (date.year, date.month or 1):
            continue
        yield Finding(
            indicator.final_due.source,
            f"「{indicator.name.plain()}」の確定値の予定（令和{due[0] - _REIWA_BEGAN + 1}年"
            f"{due[1]}月）は、発行（{date.long()}）より前です。",
            "確定値を actuals: に書いて final_due: を消すか、予定を書き直してください。",
        )


def final_month(words: str) -> Month | None:
    """Year and month that *words* announce; None where they do not say.

    Without a year of its own, a month is the first of its name in which the fiscal year that the
    figure is of is over.
    """
    whole = _MONTH_OF_YEAR.search(words)
    if whole is not None:
        return _year(whole[1]), int(whole[2])
    figure = _FIGURE.search(words)
    month = None if figure is None else _MONTH.search(words, figure.end())
    if figure is None or month is None:
        return None
    following = 1 if int(month[1]) > _FISCAL_YEAR_ENDS else 2
    return _year(figure[1]) + following, int(month[1])


def _year(written: str) -> int:
    return _REIWA_BEGAN - 1 + (1 if written == "元" else int(written))
