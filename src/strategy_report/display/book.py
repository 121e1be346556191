"""A finished book: nothing is left to decide."""

from __future__ import annotations

from strategy_report.core.length import Length
from strategy_report.core.value import Value
from strategy_report.display.page import Binding, Page


class OutlineEntry(Value):
    """A bookmark: to the page with index `page`, at height `y` from its top."""

    title: str
    page: int
    y: Length
    children: tuple[OutlineEntry, ...] = ()


class Book(Value):
    """Pages, bookmarks and what the file says of itself.

    Attributes:
        issued: the edition's date as year, month, day; the file's dates come from it.
        language: BCP 47.
    """

    title: str
    author: str
    subject: str
    issued: tuple[int, int, int]
    language: str
    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...]
    binding: Binding = Binding.LEFT
