"""A proof for the approval round: what changed is marked, lines are numbered, 案 stands behind."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.compose.composer import Composer
from strategy_report.compose.text import ComposedLine, StyledRun
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.extent import bounds
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
_NUMBER_AWAY = pt("9.5")
_CHANGED_KEY = "proof/changed-"
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
                key = f"{_CHANGED_KEY}{number}"
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
        bars = _bars(page)
        for box in boxes_in(page.boxes):
            if box.role not in _NUMBERED or any(isinstance(item, Shape) for item in box.items):
                continue
            baselines: set[Length] = set()
            for item in box.items:
                # What stands on one baseline of one box is one line to whoever counts them.
                if isinstance(item, TextLine) and item.runs and _baseline(item) not in baselines:
                    baselines.add(_baseline(item))
                    number += 1
                    words = self._composer.set_line((StyledRun(text=str(number), style=style),))
                    right = box.rect.x - _NUMBER_AWAY
                    yield self._numbered(words, Point(right, _baseline(item)), bars)

    def _numbered(self, words: ComposedLine, end: Point, bars: tuple[Rect, ...]) -> Box:
        """A line's number, which ends at *end*, or farther out where a changed line has its bar."""
        rect = _around(words, end)
        in_the_way = [bar.x for bar in bars if bar.meets(rect)]
        if in_the_way:
            end = Point(min(in_the_way) - pt(2), end.y)
            rect = _around(words, end)
        # Beside a card the number stands on whatever ink is there.
        ground = Shape(path=Path.rect(rect), fill=self._theme.inks.paper)
        line = words.at(Point(end.x - words.width, end.y))
        key = f"proof/line-{line.text}"
        return Box(rect=rect, role=Role.ARTIFACT, key=key, items=(ground, line))

    def _mark(self, page: Page, word: str) -> Box:
        run = watermark_run(word, page.trim, self._theme)
        line = self._composer.set_line((run,))
        return watermark_box(line, run.style.char_size, page.trim)


def _bar(left: Length, beside: Rect) -> Shape:
    rect = Rect(max(left - _BAR_AWAY, ZERO), beside.y, _BAR_WIDTH, beside.height)
    return Shape(path=Path.rect(rect), fill=CHANGED)


def _bars(page: Page) -> tuple[Rect, ...]:
    """Those that stand beside changed lines."""
    return tuple(
        bounds(item.path)
        for box in page.boxes
        if box.key.startswith(_CHANGED_KEY)
        for item in box.items
        if isinstance(item, Shape) and item.fill is CHANGED
    )


def _around(words: ComposedLine, end: Point) -> Rect:
    return Rect(end.x - words.width - pt(1), end.y - pt(6), words.width + pt(2), pt("7.5"))


def _baseline(line: TextLine) -> Length:
    return line.runs[0].origin.y


def _lines(box: Box) -> list[TextLine]:
    return [item for item in box.items if isinstance(item, TextLine)]
