"""送付状: the letter that goes along with each copy."""

from __future__ import annotations

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value
from strategy_report.model.prose import Prose

# What words of a letter may name in braces.
LETTER_FIELDS = ("number", "name", "office", "title")


class Letter(Value):
    """What the letters to all recipients say, by parts in the order of an official letter.

    Attributes:
        document_number: 文書番号.
        sender: lines: office, post, name.
        honorific: behind the recipient's name.
        salutation: 拝啓, before the first paragraph.
        closing: 敬具, at the end of the last.
        enclosed: what goes along, listed under 記.
        contact: lines at the end: who answers questions, by telephone or mail.
    """

    date: Prose
    sender: tuple[Prose, ...]
    subject: Prose
    body: tuple[Prose, ...]
    document_number: Prose | None = None
    honorific: str = "様"
    salutation: Prose | None = None
    closing: Prose | None = None
    enclosed: tuple[Prose, ...] = ()
    contact: tuple[Prose, ...] = ()
    source: SourceSpan | None = None
