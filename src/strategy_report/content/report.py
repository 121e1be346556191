"""What the readers read by, and where they write down what they notice."""

from __future__ import annotations

from collections.abc import Iterable

from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.core.source import SourceSpan
from strategy_report.model.house_style import HOUSE_STYLE, HouseStyle


class Report:
    """Diagnostics in the making; the one thing here that is filled as reading goes on.

    Attributes:
        style: in which texts are to be printed.
    """

    def __init__(self, style: HouseStyle = HOUSE_STYLE) -> None:
        self.style = style
        self._said: list[Diagnostic] = []

    def error(self, code: str, where: SourceSpan | None, what: str, fix: str) -> None:
        self._say(Severity.ERROR, code, where, what, fix)

    def warning(self, code: str, where: SourceSpan | None, what: str, fix: str) -> None:
        self._say(Severity.WARNING, code, where, what, fix)

    def note(self, code: str, where: SourceSpan | None, what: str, fix: str = "") -> None:
        self._say(Severity.NOTE, code, where, what, fix)

    def take(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Adds what another report said."""
        self._said.extend(diagnostics)

    @property
    def said(self) -> tuple[Diagnostic, ...]:
        return tuple(self._said)

    @property
    def error_count(self) -> int:
        return sum(d.severity is Severity.ERROR for d in self._said)

    def _say(
        self, severity: Severity, code: str, where: SourceSpan | None, what: str, fix: str
    ) -> None:
        self._said.append(Diagnostic(code=code, severity=severity, where=where, what=what, fix=fix))
