"""Where in a book its text and its pictures stand: page, box, line.

    p5
    goal-1/kpi/app_downloads/name "子育てアプリの" "ダウンロード数（累計）"
    goal-2/photo/machiya/picture picture Im3f2a9c01b7d4e655

Below its page, each box with its lines from the first to the last; the text of artifacts is left
out. A picture is told by its name in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from json import dumps

from strategy_report.core.kept import Kept
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import Picture, TextLine
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.display.walk import items_in


def places(book: Book, kept: Kept | None = None) -> str:
    """The places, page by page; ends in a line end. *kept*: those of pages told before."""
    kept = kept or Kept()
    return "".join(
        kept.of(f"places on page {number}", (page,), partial(_places_on, page))
        for number, page in enumerate(book.pages)
    )


def lines_by_page(told: str) -> Iterator[tuple[str, str]]:
    """The lines that `places` has told, each with the label of its page."""
    page = ""
    for line in told.splitlines():
        if " " in line:
            yield page, line
        else:
            page = line.removeprefix("p")


def _places_on(page: Page) -> str:
    return "".join(f"{line}\n" for line in (f"p{page.label}", *_boxes(page.boxes)))


def _boxes(boxes: Iterable[Box]) -> Iterator[str]:
    for box in boxes:
        items = list(items_in(box.items))
        for item in items:
            if isinstance(item, Picture):
                yield f"{box.key} picture {item.image.name}"
        if box.role is not Role.ARTIFACT:
            lines = [
                dumps(one.text, ensure_ascii=False) for one in items if isinstance(one, TextLine)
            ]
            if lines:
                yield " ".join((box.key, *lines))
            yield from _boxes(box.children)
