"""A rule: what it looks for, why, and the check itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value
from strategy_report.model.plan import Plan


class Rule(Value, kw_only=False):
    """One rule.

    Attributes:
        looks_for: in Japanese, for the guide's table.
        why: likewise.
        run: finds the faults of a plan; the diagnostics carry the rule's code.
    """

    code: str
    severity: Severity
    looks_for: str
    why: str
    run: Callable[[Plan], Iterator[Finding]]


class Finding(Value, kw_only=False):
    """One fault, before it gets its rule's code and weight."""

    where: SourceSpan | None
    what: str
    fix: str = ""


def findings_of(rule: Rule, plan: Plan) -> Iterator[Diagnostic]:
    """What *rule* has to say of *plan*."""
    for finding in rule.run(plan):
        yield Diagnostic(
            code=rule.code,
            severity=rule.severity,
            where=finding.where,
            what=finding.what,
            fix=finding.fix,
        )
