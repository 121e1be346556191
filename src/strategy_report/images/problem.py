"""What may be wrong with a photograph, said to the officer."""

from __future__ import annotations

from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value


class PhotoProblem(Value):
    """A message that does not know yet where the photograph was asked for.

    Attributes:
        code: ``IMG001`` …, as in a diagnostic.
        what: what is wrong, in Japanese.
        fix: what to do.
    """

    code: str
    what: str
    fix: str
    severity: Severity = Severity.ERROR

    def at(self, where: SourceSpan | None, quoted: str | None = None) -> Diagnostic:
        """The diagnostic at the place in the content that names the photograph."""
        return Diagnostic(
            code=self.code,
            severity=self.severity,
            where=where,
            what=self.what,
            fix=self.fix,
            quoted=quoted,
        )
