"""What is said of a file that is looked through: what is wrong, on which page and where."""

from __future__ import annotations

from collections.abc import Sequence

from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.inspection.mark import Mark


def fault(
    code: str, what: str, fix: str, page: str | None = None, severity: Severity = Severity.ERROR
) -> Diagnostic:
    """What is wrong with a file; *page* is the label of the page it is on."""
    return Diagnostic(code=code, severity=severity, where=None, what=what, fix=fix, page=page)


def counted(index: int) -> str:
    """The label of the page with *index* to a press, which counts sheets and reads no labels."""
    return str(index + 1)


def place(marks: Sequence[Mark]) -> str:
    """Where the first of *marks* is, from the corner of the trimmed page, and how many follow."""
    first = marks[0].rect
    more = f"、ほか{len(marks) - 1}か所" if len(marks) > 1 else ""
    return f"左から {first.x.mm:.0f}mm、上から {first.y.mm:.0f}mm の{marks[0].kind.value}{more}"
