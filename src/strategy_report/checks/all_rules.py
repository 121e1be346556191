"""Every rule, in the order they are run."""

from __future__ import annotations

from unicodedata import normalize

from strategy_report.checks.bracket_rules import BRACKET_RULES
from strategy_report.checks.figure_rules import FIGURE_RULES
from strategy_report.checks.indicator_rules import INDICATOR_RULES
from strategy_report.checks.period_rules import PERIOD_RULES
from strategy_report.checks.plan_rules import PLAN_RULES
from strategy_report.checks.prose_rules import PROSE_RULES
from strategy_report.checks.rule import Rule, findings_of
from strategy_report.checks.typed_figures import TYPED_FIGURE_RULES
from strategy_report.checks.typography_rules import TYPOGRAPHY_RULES
from strategy_report.checks.walk import doubts_of
from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.model.plan import Plan

RULES: tuple[Rule, ...] = (
    *PLAN_RULES,
    *INDICATOR_RULES,
    *PERIOD_RULES,
    *PROSE_RULES,
    *TYPED_FIGURE_RULES,
    *TYPOGRAPHY_RULES,
    *BRACKET_RULES,
    *FIGURE_RULES,
)
UNLISTED_DOUBT = "DBT010"


def check_plan(plan: Plan, confirmations: str | None) -> tuple[Diagnostic, ...]:
    """What is to be said of *plan*; *confirmations* is the text of docs/確認事項.md, if any."""
    found = [diagnostic for rule in RULES for diagnostic in findings_of(rule, plan)]
    if confirmations is not None:
        found.extend(_unlisted_doubts(plan, confirmations))
    return tuple(found)


def _unlisted_doubts(plan: Plan, confirmations: str) -> list[Diagnostic]:
    """Doubts noted in the content that nobody would ask the city about."""
    listed = _folded(confirmations)
    return [
        Diagnostic(
            code=UNLISTED_DOUBT,
            severity=Severity.WARNING,
            where=doubt.source,
            what=f"市に確かめること「{doubt.plain()}」が、docs/確認事項.md にありません。",
            fix="同じ文を docs/確認事項.md に書き足してください。"
            "確かめ終わったら、doubts: から消してください。",
        )
        for doubt in doubts_of(plan)
        if _folded(doubt.plain()) not in listed
    ]


# Whatever the style of the content, the list of questions is in one of its own.
_POINTS = str.maketrans("、。〜", ",.~")


def _folded(text: str) -> str:
    """*text* without spaces, and without the marks that a house style may change."""
    return normalize("NFKC", "".join(text.split())).translate(_POINTS)
