"""Old and new pages beside each other on A3, what differs framed on both."""

from __future__ import annotations

from strategy_report.compose.composer import Composer
from strategy_report.compose.text import StyledRun
from strategy_report.core.geometry import Point, Rect, Size
from strategy_report.core.length import ZERO, Length, mm, pt
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import Group, Item, LinkArea, Path, Shape, Stroke
from strategy_report.display.page import Page, Side
from strategy_report.display.role import Role
from strategy_report.display.transform import Transform, transformed_box
from strategy_report.errata.comparison import Comparison
from strategy_report.errata.frames import frame_of
from strategy_report.errata.looks import PagePair, differing_boxes
from strategy_report.errata.replacement import page_bookmarks
from strategy_report.errata.report import edition_line
from strategy_report.fonts.catalog import Catalog
from strategy_report.style.text_style import TextStyle
from strategy_report.style.theme import Theme

# Room above both pages for the words that say which edition is which.
_HEAD = mm(12)
_BASELINE, _INSET = mm(8), mm(6)
_PREFIXES = ("old", "new")


def side_by_side(comparison: Comparison, theme: Theme, composer: Composer, faces: Catalog) -> Book:
    """A sheet for each pair of pages that differ; of a page without a partner, half is empty."""
    sheet = _Sheet(comparison, theme, composer, faces)
    book = comparison.new.book
    pages = tuple(sheet.page(pair) for pair in comparison.pairs if not pair.is_same)
    return replace(
        book, title=f"{book.title}　新旧対照", pages=pages, outline=page_bookmarks(pages)
    )


class _Sheet:
    """Makes one sheet after the other."""

    def __init__(
        self, comparison: Comparison, theme: Theme, composer: Composer, faces: Catalog
    ) -> None:
        self._issues = (comparison.old, comparison.new)
        self._keys = comparison.keys
        self._words = tuple(
            f"{word}　{edition_line(issue)}"
            for word, issue in zip("前後", self._issues, strict=True)
        )
        self._composer = composer
        self._faces = faces
        self._trim = theme.master.trim
        self._style: TextStyle = replace(
            theme.style("legend"), char_size=pt(9), line_feed=pt(12), ink=theme.inks.text
        )
        self._rule = theme.inks.rule

    def page(self, pair: PagePair) -> Page:
        old, new = (
            None if index is None else issue.book.pages[index]
            for index, issue in zip((pair.old, pair.new), self._issues, strict=True)
        )
        if old is not None:
            old = replace(old, boxes=tuple(self._renamed(box) for box in old.boxes))
        width = self._trim.width
        return Page(
            trim=Size(width * 2, self._trim.height + _HEAD),
            bleed=ZERO,
            label=(new or old or _nothing(self._trim)).label,
            # A sheet is read to its end before the next: nothing on it continues another's.
            part=f"{pair.old}/{pair.new}",
            side=Side.RIGHT,
            boxes=(
                *self._half(old, new, 0),
                *self._half(new, old, 1),
            ),
        )

    def _renamed(self, box: Box) -> Box:
        """A box of the old edition as the new one calls it, with all in it."""
        children = tuple(map(self._renamed, box.children))
        return replace(box, key=self._keys.now(box.key), children=children)

    def _half(self, page: Page | None, other: Page | None, number: int) -> tuple[Box, ...]:
        left = self._trim.width * number
        head = self._head(page, number, left)
        if page is None:
            return (head,)
        by = Transform(Point(left, _HEAD))
        area = Rect(left, _HEAD, self._trim.width, self._trim.height)
        boxes = page.boxes if other is None else (*page.boxes, *self._frames(page, other))
        drawn = tuple(_part(transformed_box(box, by), area, _PREFIXES[number]) for box in boxes)
        edge = Shape(path=Path.rect(area), stroke=Stroke(ink=self._rule, width=pt(0.5)))
        outline = Box(rect=area, role=Role.ARTIFACT, key=f"sheet/edge-{number}", items=(edge,))
        return (head, *drawn, outline)

    def _head(self, page: Page | None, number: int, left: Length) -> Box:
        label = "このページはありません" if page is None else f"{page.label}ページ"
        run = StyledRun(text=f"{self._words[number]}　{label}", style=self._style)
        line = self._composer.set_line((run,)).at(Point(left + _INSET, _BASELINE))
        rect = Rect(left + _INSET, _BASELINE - pt(9), self._trim.width - _INSET * 2, pt(12))
        return Box(rect=rect, role=Role.PARAGRAPH, key=f"sheet/head-{number}", items=(line,))

    def _frames(self, page: Page, other: Page) -> tuple[Box, ...]:
        return tuple(
            Box(
                rect=box.rect,
                role=Role.ARTIFACT,
                key=f"{box.key}/changed",
                items=(frame_of(box, self._faces),),
            )
            for box in differing_boxes(page, other)
        )


def _part(box: Box, area: Rect, prefix: str) -> Box:
    """*box* as part of a sheet: nothing bleeds out of *area*, nothing leads to other pages."""
    items: tuple[Item, ...] = tuple(item for item in box.items if not isinstance(item, LinkArea))
    if items and box.role is Role.ARTIFACT:
        items = (Group(items=items, clip=Path.rect(area)),)
    return replace(
        box,
        key=f"{prefix}/{box.key}",
        items=items,
        children=tuple(_part(child, area, prefix) for child in box.children),
    )


def _nothing(trim: Size) -> Page:
    return Page(trim=trim, bleed=ZERO, label="", side=Side.RIGHT, boxes=())
