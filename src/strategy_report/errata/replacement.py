"""差替えページ: the pages that differ, stamped with the edition they are of."""

from __future__ import annotations

from enum import Enum

from strategy_report.compose.composer import Composer
from strategy_report.compose.text import StyledRun
from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book, OutlineEntry
from strategy_report.display.box import Box
from strategy_report.display.item import LinkArea
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.errata.comparison import Comparison
from strategy_report.errata.looks import says
from strategy_report.errata.passages import Passage, is_label, passages_of
from strategy_report.errata.tightening import Tighter
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
    """The new book's pages that say or show something else than the old one's.

    A page on which no more than white moved stays in the binder. With `Sides.BOTH` a leaf's other
    side comes too, changed or not: page 1 is the front of the first leaf and page 2 its back.
    """
    book = comparison.new.book
    wanted = set(pages_to_replace(comparison))
    if sides is Sides.BOTH:
        wanted |= {index ^ 1 for index in wanted}
    indices = [index for index in sorted(wanted) if index < len(book.pages)]
    stamp = _Stamp(comparison, theme, composer)
    pages = tuple(stamp.on(book.pages[index]) for index in indices)
    return replace(
        book, title=f"{book.title}　差替えページ", pages=pages, outline=page_bookmarks(pages)
    )


def page_bookmarks(pages: tuple[Page, ...]) -> tuple[OutlineEntry, ...]:
    """One to each page by its label: headings of the whole book lead to pages that are not here."""
    return tuple(
        OutlineEntry(title=f"{page.label}ページ", page=number, y=ZERO)
        for number, page in enumerate(pages)
    )


def pages_to_replace(comparison: Comparison) -> tuple[int, ...]:
    """Indices of pages with other words, pictures or inks; of all that differ, where none have."""
    old, new = comparison.old.book, comparison.new.book
    telling = tuple(
        pair.new
        for pair in comparison.pairs
        if pair.new is not None
        and not pair.is_same
        and (pair.old is None or says(old.pages[pair.old]) != says(new.pages[pair.new]))
    )
    return telling or comparison.new_pages


def moved_passages(comparison: Comparison) -> tuple[Moved, ...]:
    """Text that did not change and yet stands on other pages: single pages cannot be replaced."""
    before = {p.identity: p.pages for p in passages_of(comparison.old.book)}
    return tuple(
        Moved(passage=passage, pages=before[passage.identity])
        for passage in passages_of(comparison.new.book)
        if not is_label(passage) and before.get(passage.identity, passage.pages) != passage.pages
    )


class Moved(Value):
    """A passage as it stands now, and the pages that it stood on."""

    passage: Passage
    pages: tuple[str, ...]


def told_as_moved(moved: tuple[Moved, ...], tighter: Tighter | None) -> Diagnostic:
    """That text went to other pages, and how it is kept from it; *tighter* None: in no way."""
    first = moved[0]
    at = "、".join(first.pages), "、".join(first.passage.pages)
    what = (
        f"直しによって文が別のページに移ります（{len(moved)}か所。はじめは"
        f"「{first.passage.spot.text[:20]}」が {at[0]}ページから {at[1]}ページへ）"
    )
    where = min(first.passage.sources, key=str, default=None)
    if tighter is not None:
        return Diagnostic(
            code="ERR003",
            severity=Severity.WARNING,
            where=where,
            what=f"{what}。差替えページは、前の版と同じページに収まるように詰めて組みました。",
            fix="冊子も同じ紙面にするには、theme.yaml に"
            f"「{tighter.told}」を足してから、作り直してください。",
        )
    return Diagnostic(
        code="ERR001",
        severity=Severity.WARNING,
        where=where,
        what=f"{what}。詰めて組んでも、前の版と同じページには収まりません。",
        fix="文を短くするか写真を減らしてください。"
        "できないときは、移った先までのページをまとめて差し替えてください。",
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
        # A cover has no running foot, and may have colour where other pages are white.
        baseline = master.foot_line + (ZERO if page.part == "cover" else _BELOW_FOOT)
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
