"""Where something was written."""

from __future__ import annotations

from strategy_report.core.value import Value


class SourceSpan(Value):
    """A stretch of one line of a content file.

    Attributes:
        file: path relative to the content folder's parent, with ``/``: ``content/goals/1.yaml``.
        line: from 1.
        column: of the first character, from 1, in code points.
        end_column: just behind the last character on that line.
    """

    file: str
    line: int
    column: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
