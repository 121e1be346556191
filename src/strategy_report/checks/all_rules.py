"""Every rule, in the order they are run."""

from __future__ import annotations

from strategy_report.core.diagnostic import Diagnostic
from strategy_report.model.plan import Plan


def check_plan(plan: Plan, confirmations: str | None) -> tuple[Diagnostic, ...]:
    """What is to be said of *plan*; *confirmations* is the text of docs/確認事項.md."""
    return ()
