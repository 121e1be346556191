"""A proof for the approval round: what changed is marked, lines are numbered, 案 stands behind."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.compose.composer import Composer
from strategy_report.compose.text import StyledRun
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape, TextLine
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.display.walk import boxes_in
from strategy_report.errata.frames import CHANGED, bounds_of, frame
from strategy_report.errata.looks import differing_boxes, page_pairs
from strategy_report.fonts.catalog import Catalog
from strategy_report.pages.watermark import watermark_box, watermark_run
from strategy_report.style.text_style import TextStyle
from strategy_report.style.theme import Theme

_BAR_WIDTH, _BAR_AWAY = pt(2.5), pt(7)
_NUMBER_AWAY = pt(13)
_NUMBERED = (Role.PARAGRAPH, Role.LIST_BODY, Role.H2, Role.H3, Role.NOTE, Role.CAPTION)


class Proofreader:
    """Marks books.

    Args:
        theme: of the book.
        composer: sets the marks' words.
        faces: of the book, for where its lines end.
    """

    def __init__(self, theme: Theme, composer: Composer, faces: Catalog) -> None:
        self._theme = theme
        self._composer = composer
        self._faces = faces

    def with_changes(self, book: Book, old: Book) -> Book:
        """A bar in the margin beside each changed line, a frame around each changed value."""
        pages = list(book.pages)
        for pair in page_pairs(old, book):
            if pair.new is None or pair.is_same:
                continue
            page = pages[pair.new]
            before = None if pair.old is None else old.pages[pair.old]
            pages[pair.new] = replace(page, boxes=(*page.boxes, *self._marks(page, before)))
        return replace(book, pages=tuple(pages))

    def with_line_numbers(self, book: Book) -> Book:
        """Every line of running text numbered, page by page."""
        pages = (replace(p, boxes=(*p.boxes, *self._numbers(p))) for p in book.pages)
        return replace(book, pages=tuple(pages))

    def with_mark(self, book: Book, word: str) -> Book:
        """*word* large and pale across every page, behind the text."""
        pages = (replace(p, boxes=(self._mark(p, word), *p.boxes)) for p in book.pages)
        return replace(book, pages=tuple(pages))

    def _marks(self, page: Page, before: Page | None) -> Iterator[Box]:
        old = {} if before is None else {box.key: box for box in boxes_in(before.boxes)}
        changed = (
            differing_boxes(page, before) if before is not None else tuple(boxes_in(page.boxes))
        )
        for number, box in enumerate(changed):
            items = tuple(self._box_marks(box, old.get(box.key)))
            if items:
                key = f"proof/changed-{number}"
                yield Box(rect=box.rect, role=Role.ARTIFACT, key=key, items=items)

    def _box_marks(self, box: Box, before: Box | None) -> Iterator[Item]:
        lines = _lines(box)
        known = set() if before is None else {line.text for line in _lines(before)}
        fresh = [line for line in lines if line.text not in known]
        for line in fresh or lines[:1]:
            rect = bounds_of((line,), self._faces)
            if rect is None:
                continue
            if box.role is Role.FIGURE:
                yield frame(rect)
            yield _bar(box.rect.x, rect)

    def _numbers(self, page: Page) -> Iterator[Box]:
        style: TextStyle = replace(self._theme.style("running-foot"), char_size=pt(5.5))
        number = 0
        for box in boxes_in(page.boxes):
            if box.role not in _NUMBERED or any(isinstance(item, Shape) for item in box.items):
                continue
            for item in box.items:
                if isinstance(item, TextLine) and item.runs:
                    number += 1
                    yield self._number(number, item, box, style)

    def _number(self, number: int, line: TextLine, box: Box, style: TextStyle) -> Box:
        set_line = self._composer.set_line((StyledRun(text=str(number), style=style),))
        right = box.rect.x - _NUMBER_AWAY
        at = Point(right - set_line.width, line.runs[0].origin.y)
        rect = Rect(at.x, at.y - pt(6), set_line.width, pt(7))
        items = (set_line.at(at),)
        return Box(rect=rect, role=Role.ARTIFACT, key=f"proof/line-{number}", items=items)

    def _mark(self, page: Page, word: str) -> Box:
        run = watermark_run(word, page.trim, self._theme)
        line = self._composer.set_line((run,))
        return watermark_box(line, run.style.char_size, page.trim)


def _bar(left: Length, beside: Rect) -> Shape:
    rect = Rect(max(left - _BAR_AWAY, ZERO), beside.y, _BAR_WIDTH, beside.height)
    return Shape(path=Path.rect(rect), fill=CHANGED)


def _lines(box: Box) -> list[TextLine]:
    return [item for item in box.items if isinstance(item, TextLine)]
