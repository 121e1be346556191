"""Text as the author wrote it, its references still unresolved."""

from __future__ import annotations

from collections.abc import Iterable

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value


class Words(Value):
    """A stretch of plain text.

    Attributes:
        text: may hold U+200B where the author set a break mark, U+2060 where a no-break mark.
        strong: set bold.
        dotted: with 圏点, a mark above each character.
        note: the raised mark of a note, which stays with the word before it.
        ruby: readings above: one for all of `text`, or one for each of its characters.
    """

    text: str
    source: SourceSpan | None = None
    strong: bool = False
    dotted: bool = False
    note: bool = False
    ruby: tuple[str, ...] = ()


class Reference(Value):
    """``${births.R6}``: a reading to be put in, by indicator and period.

    Attributes:
        part: ``baseline``, ``actual`` or ``target``, or a period's short key such as ``R6``.
        bare: only the number, without its unit (``${births.R6.number}``).
    """

    indicator: str
    part: str
    bare: bool = False
    source: SourceSpan | None = None


class Prose(Value, kw_only=False):
    """Words and references, in order."""

    parts: tuple[Words | Reference, ...]

    @property
    def source(self) -> SourceSpan | None:
        return self.parts[0].source if self.parts else None

    def plain(self) -> str:
        """The words alone, marks taken out, references left out."""
        return _joined(part for part in self.parts if isinstance(part, Words))

    def without_notes(self) -> str:
        """The same, for where no note stands: without the raised marks of notes."""
        return _joined(one for one in self.parts if isinstance(one, Words) and not one.note)


def _joined(words: Iterable[Words]) -> str:
    joined = "".join(one.text for one in words)
    return joined.replace("\u200b", "").replace("\u2060", "")
