"""What is said of a file for a printing house: what is wrong, on which page and where."""

from __future__ import annotations

from collections.abc import Sequence

from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.inspection.mark import Mark


def of_file(code: str, what: str, fix: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, where=None, what=what, fix=fix)


def of_page(
    code: str, page: int, what: str, fix: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    """Of the page with index *page*."""
    return Diagnostic(
        code=code, severity=severity, where=None, what=what, fix=fix, page=str(page + 1)
    )


def place(marks: Sequence[Mark]) -> str:
    """Where the first of *marks* is, from the corner of the trimmed page, and how many follow."""
    first = marks[0].rect
    more = f"、ほか{len(marks) - 1}か所" if len(marks) > 1 else ""
    return f"左から {first.x.mm:.0f}mm、上から {first.y.mm:.0f}mm の{marks[0].kind.value}{more}"
