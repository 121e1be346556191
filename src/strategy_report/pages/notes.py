"""What the lines of a finished book have to say, each with the page it stands on."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import Group, Item, TextLine


def book_notes(book: Book) -> tuple[Diagnostic, ...]:
    """Compromises of composition, page by page, each once."""
    found: dict[Diagnostic, None] = {}
    for page in book.pages:
        for box in page.boxes:
            for note in _notes_of(box):
                found[replace(note, page=page.label)] = None
    return tuple(found)


def _notes_of(box: Box) -> Iterator[Diagnostic]:
    yield from _notes_in(box.items)
    for child in box.children:
        yield from _notes_of(child)


def _notes_in(items: tuple[Item, ...]) -> Iterator[Diagnostic]:
    for item in items:
        if isinstance(item, TextLine):
            yield from item.notes
        elif isinstance(item, Group):
            yield from _notes_in(item.items)
