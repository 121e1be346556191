"""What the lines of a finished book have to say, each with the page it stands on."""

from __future__ import annotations

from functools import partial

from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.kept import Kept
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.item import TextLine
from strategy_report.display.page import Page
from strategy_report.display.walk import boxes_in, items_in


def book_notes(book: Book, kept: Kept | None = None) -> tuple[Diagnostic, ...]:
    """Compromises of composition, page by page, each once. *kept*: those of pages before."""
    kept = kept or Kept()
    by_page = (
        kept.of(f"notes of page {number}", (page,), partial(_notes_of, page))
        for number, page in enumerate(book.pages)
    )
    return tuple(dict.fromkeys(note for notes in by_page for note in notes))


def _notes_of(page: Page) -> tuple[Diagnostic, ...]:
    lines = (
        item
        for box in boxes_in(page.boxes)
        for item in items_in(box.items)
        if isinstance(item, TextLine)
    )
    return tuple(replace(note, page=page.label) for line in lines for note in line.notes)
