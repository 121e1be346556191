"""What is said of the content: where it stands, what is wrong, what to write instead."""

from __future__ import annotations

from enum import IntEnum
from typing import Generic, TypeVar

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value

T = TypeVar("T")


class Severity(IntEnum):
    """How much it matters: an error stops the build, a warning and a note do not."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


class Diagnostic(Value):
    """One message to the officer, in Japanese.

    Attributes:
        code: e.g. ``IND003``; stable, listed in the guide.
        where: the place in the content; None where it speaks of the whole.
        what: what is wrong, quoting the author's own text, ending in 。
        fix: what to do, something that can be typed; empty only for notes.
        quoted: the text of the line at `where`, without its line end, for the caret display.
        page: label of the page it was noticed on, if it was noticed in layout.
    """

    code: str
    severity: Severity
    where: SourceSpan | None
    what: str
    fix: str = ""
    quoted: str | None = None
    page: str | None = None


def error(code: str, where: SourceSpan | None, what: str, fix: str) -> Diagnostic:
    """An error at *where*; None: it speaks of the whole."""
    return Diagnostic(code=code, severity=Severity.ERROR, where=where, what=what, fix=fix)


class Checked(Value, Generic[T]):
    """A value, or None where errors forbid one, and what was said on the way."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(d.severity is Severity.ERROR for d in self.diagnostics)
