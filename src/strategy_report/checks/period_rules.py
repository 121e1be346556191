"""What can be wrong with the years of an indicator's figures."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.checks.rule import Finding, Rule
from strategy_report.checks.walk import indicators_of
from strategy_report.core.diagnostic import Severity
from strategy_report.model.indicator import Indicator
from strategy_report.model.period import Period, YearKind
from strategy_report.model.plan import Plan
from strategy_report.model.reading import Missing


def years_out_of_order(plan: Plan) -> Iterator[Finding]:
    """A baseline is older than the newest actual, and a target newer than the baseline."""
    for indicator in indicators_of(plan):
        baseline, actual, target = indicator.baseline, indicator.actual, indicator.target
        if baseline is None:
            continue
        for word, other in (("実績値", actual), ("目標値", target)):
            if other is not None and other.period.order <= baseline.period.order:
                yield Finding(
                    other.source,
                    f"{_name(indicator)}の{word}の年 {other.period.short()} が、"
                    f"基準値の年 {baseline.period.short()} より後ではありません。",
                    "どちらかの年を直してください。資料のとおりなら、そのままで構いません。",
                )


def year_after_the_reported(plan: Plan) -> Iterator[Finding]:
    """A year's actual is not newer than the year that the booklet reports.

    A calendar year may be: in February the one before is over, and its 年度 is not.
    """
    reported = plan.edition.reporting_year
    for indicator in indicators_of(plan):
        actual = indicator.actual
        if actual is None or actual.is_forecast or actual.period.month is not None:
            continue
        if isinstance(actual.reading, Missing):
            continue
        last, issued = actual.period.end_year or actual.period.year, plan.edition.date.year
        is_over = actual.period.kind is YearKind.CALENDAR and last < issued
        # What lies beyond the edition's own date is told by IND011.
        if reported.year < last <= issued and not is_over:
            yield Finding(
                actual.source,
                f"{_name(indicator)}の実績値の年 {actual.period.short()} は、"
                f"報告する年度（reporting_year: {reported.short()}）より後です。",
                "年を確かめてください。途中までの数なら「令和6年9月30日現在」のように日付で、"
                "見込みの数なら「status: 見込」を添えて書いてください。",
            )


def mixed_year_kinds(plan: Plan) -> Iterator[Finding]:
    """The figures of one indicator are all of 年 or all of 年度."""
    for indicator in indicators_of(plan):
        kinds: dict[YearKind, Period] = {}
        for figure in indicator.figures:
            period = figure.period
            if period.month is None and period.kind is not YearKind.UNSTATED:
                kinds.setdefault(period.kind, period)
            if len(kinds) > 1:
                one, other = (period.long() for period in kinds.values())
                yield Finding(
                    figure.source,
                    f"{_name(indicator)}では、年と年度が混じっています（{one} と {other}）。",
                    "資料を確かめ、「year: 年度」か「year: 年」にそろえて、値の年は R5 のように"
                    "書いてください。",
                )
                break


def _name(indicator: Indicator) -> str:
    return f"「{indicator.name.plain()}」"


PERIOD_RULES = (
    Rule(
        "IND024",
        Severity.WARNING,
        "基準値より後でない実績値・目標値の年",
        "年の打ち間違いか、値を書くところの間違い",
        years_out_of_order,
    ),
    Rule(
        "IND025",
        Severity.WARNING,
        "報告する年度より後の実績値",
        "終わっていない年度の値が、確かな実績として印字される",
        year_after_the_reported,
    ),
    Rule(
        "IND026",
        Severity.WARNING,
        "年と年度の混じる指標",
        "R5 と略して印字すると、違う12か月が同じに見える",
        mixed_year_kinds,
    ),
)
