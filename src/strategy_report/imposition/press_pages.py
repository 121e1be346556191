"""Pages as a printing house takes them: single, with bleed, marks and words on what they are."""

from __future__ import annotations

from collections.abc import Callable

from strategy_report.core.geometry import Point
from strategy_report.core.length import Length, mm
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.item import Item, TextLine
from strategy_report.display.page import Page, Slug
from strategy_report.imposition.marks import marks, slug_reach

# Beside the marks of corner and middle, and above the bleed.
_BESIDE, _ABOVE = mm(11), mm(4)

# A line of the slug's words with its baseline at a place, cut to a width.
SetWords = Callable[[str, Point, Length], TextLine]


def press_pages(book: Book, told: str, set_words: SetWords) -> Book:
    """*book* with marks around every page; each says its place in the file, and *told*."""
    count = len(book.pages)
    return replace(
        book,
        pages=tuple(
            _with_marks(page, (f"{number}／{count}ページ　{book.title}", told), set_words)
            for number, page in enumerate(book.pages, start=1)
        ),
    )


def bare_pages(book: Book) -> Book:
    """*book* with its bleed and nothing around it."""
    pages = (replace(page, slug=Slug(reach=page.bleed, items=())) for page in book.pages)
    return replace(book, pages=tuple(pages))


def _with_marks(page: Page, words: tuple[str, str], set_words: SetWords) -> Page:
    y = Length(-page.bleed - _ABOVE)
    middle = page.trim.width / 2
    room = middle - _BESIDE * 2
    lines = (
        set_words(words[0], Point(_BESIDE, y), room),
        set_words(words[1], Point(middle + _BESIDE, y), room),
    )
    items: tuple[Item, ...] = (*marks(page.trim, page.bleed), *lines)
    return replace(page, slug=Slug(reach=slug_reach(page.bleed), items=items))
