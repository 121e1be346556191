"""As many pages as sheets can be folded of."""

from __future__ import annotations

from strategy_report.core.diagnostic import Checked, Diagnostic, Severity
from strategy_report.core.length import Length
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.page import Page
from strategy_report.imposition.signature import PAGES_A_SHEET, creep, sheet_of
from strategy_report.model.edition import BlankPages
from strategy_report.model.printer import Stitching

# A leaf has two pages, however it is bound.
PAGE_UNITS = {Stitching.SADDLE: PAGES_A_SHEET, Stitching.PERFECT: 2, Stitching.SIDE: 2}


def whole_sheets(
    book: Book, stitching: Stitching, allowed: BlankPages, where: SourceSpan | None
) -> Checked[Book]:
    """*book* with the white pages that fill its last sheet, where they are *allowed*."""
    count, unit = len(book.pages), PAGE_UNITS[stitching]
    missing = -count % unit
    if not missing:
        return Checked(value=book)
    needed = f"{stitching.value}は{unit}の倍数のページが要りますが、"
    if allowed is BlankPages.NONE:
        said = Diagnostic(
            code="PRT005",
            severity=Severity.WARNING,
            where=where,
            what=f"{needed}いまは{count}ページです（{missing}ページ足りません）。",
            fix=f"edition.yaml に「blank_pages: 巻末」と書くと、終わりに白ページを{missing}つ"
            "足します。表紙の裏など、決まったところに入れるときは、pages: の順の中に「白ページ」と"
            "書きます。ページを増やすか減らすかして、そろえることもできます。",
        )
        return Checked(value=book, diagnostics=(said,))
    said = Diagnostic(
        code="PRT006",
        severity=Severity.NOTE,
        where=where,
        what=f"{needed}{count}ページだったので、終わりに白ページを{missing}つ足しました。",
    )
    pages = (*book.pages, *(_blank(book, count + number) for number in range(1, missing + 1)))
    return Checked(value=replace(book, pages=pages), diagnostics=(said,))


def _blank(book: Book, number: int) -> Page:
    side = book.binding.side(number)
    return Page(trim=book.pages[0].trim, bleed=book.pages[0].bleed, label="", side=side, boxes=())


def creep_of_pages(page_count: int, stitching: Stitching, paper: Length) -> tuple[Length, ...]:
    """How far each page is pushed out by the fold; nothing where leaves are stacked."""
    if stitching is not Stitching.SADDLE:
        return (Length(0),) * page_count
    return tuple(creep(sheet_of(index, page_count), paper) for index in range(page_count))
