"""差替えページ: the pages that differ, stamped with the edition they are of."""

from __future__ import annotations

from enum import Enum

from strategy_report.compose.composer import Composer
from strategy_report.compose.text import StyledRun
from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import pt
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import LinkArea
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.errata.comparison import Comparison
from strategy_report.errata.passages import passages_of
from strategy_report.style.text_style import TextStyle
from strategy_report.style.theme import Theme

# Below the running foot, and 5 mm from the trim at the least.
_BELOW_FOOT = pt(11)


class Sides(Enum):
    """What a leaf carries."""

    ONE = "one"
    BOTH = "both"


def replacement_pages(
    comparison: Comparison, sides: Sides, theme: Theme, composer: Composer
) -> Book:
    """The new book's pages that differ from the old one's.

    With `Sides.BOTH` a leaf's other side comes too, changed or not: page 1 is the front of the
    first leaf and page 2 its back.
    """
    book = comparison.new.book
    wanted = set(comparison.new_pages)
    if sides is Sides.BOTH:
        wanted |= {index ^ 1 for index in wanted}
    indices = [index for index in sorted(wanted) if index < len(book.pages)]
    stamp = _Stamp(comparison, theme, composer)
    return replace(
        book,
        title=f"{book.title}　差替えページ",
        pages=tuple(stamp.on(book.pages[index]) for index in indices),
        outline=(),
    )


def moved_passages(comparison: Comparison) -> tuple[Diagnostic, ...]:
    """Text that did not change and yet stands on another page: single pages cannot be replaced."""
    pages = {p.identity: p.spot.page for p in passages_of(comparison.old.book)}
    moved = [
        (p, pages[p.identity])
        for p in passages_of(comparison.new.book)
        if pages.get(p.identity, p.spot.page) != p.spot.page
    ]
    if not moved:
        return ()
    passage, page = moved[0]
    return (
        Diagnostic(
            code="ERR001",
            severity=Severity.WARNING,
            where=min(passage.sources, key=str, default=None),
            what=f"直しによって文が別のページに移っています（{len(moved)}か所。はじめは"
            f"「{passage.spot.text[:20]}」が {page}ページから {passage.spot.page}ページへ）。",
            fix="文を短くするか写真を減らして前の版と同じページに収めてください。"
            "できないときは、移った先までのページをまとめて差し替えてください。",
        ),
    )


class _Stamp:
    """Which edition a loose page is of."""

    def __init__(self, comparison: Comparison, theme: Theme, composer: Composer) -> None:
        edition = comparison.new.plan.edition
        name = edition.edition_name or edition.status.value
        self._words = f"差替え　{name}（{edition.date.long()}）"
        self._style: TextStyle = replace(theme.style("running-foot"), char_size=pt(7.5))
        self._theme = theme
        self._composer = composer

    def on(self, page: Page) -> Page:
        master = self._theme.master
        area = master.type_area(page.side)
        line = self._composer.set_line((StyledRun(text=self._words, style=self._style),))
        baseline = master.foot_line + _BELOW_FOOT
        left = area.x + (area.width - line.width) / 2
        stamp = Box(
            rect=Rect(left, baseline - pt(8), line.width, pt(10)),
            role=Role.ARTIFACT,
            key="replacement/stamp",
            items=(line.at(Point(left, baseline)),),
        )
        return replace(page, boxes=(*(without_links(box) for box in page.boxes), stamp))


def without_links(box: Box) -> Box:
    """*box* with nothing in it that leads to a page; for books that are not whole."""
    return replace(
        box,
        items=tuple(item for item in box.items if not isinstance(item, LinkArea)),
        children=tuple(without_links(child) for child in box.children),
    )
