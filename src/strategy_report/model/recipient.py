"""Whom copies are handed to."""

from __future__ import annotations

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value


class Password(str):
    """A password, which no message and no trace of a fault shows."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "●●●" if self else "''"


class Recipient(Value):
    """One copy's holder.

    Attributes:
        number: that the copy is told by, as it is written on it: ``012``.
        office: may be empty.
        password: that opens the copy; empty for a copy that anyone can open.
        number_source, name_source, office_source: where they are written in the list.
    """

    number: str
    name: str
    office: str = ""
    password: Password = Password()
    number_source: SourceSpan | None = None
    name_source: SourceSpan | None = None
    office_source: SourceSpan | None = None
