"""Where in a book each line of text stands: page, box, line, words, and where they were written.

    p5 goal-1/kpi/app_downloads/figure 3 "20,618件" content/goals/1.yaml:29

    p6 goal-2/photo/machiya/picture picture Im3f2a9c01b7d4e655

Lines of a box are counted from 1; the text of artifacts is left out. A picture is told by its name
in the file.
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
    """A line of text each; ends in a line end. *kept*: those of pages told before."""
    kept = kept or Kept()
    return "".join(
        kept.of(f"places on page {number}", (page,), partial(_places_on, page))
        for number, page in enumerate(book.pages)
    )


def _places_on(page: Page) -> str:
    return "".join(f"p{page.label} {line}\n" for line in _boxes(page.boxes))


def _boxes(boxes: Iterable[Box]) -> Iterator[str]:
    for box in boxes:
        items = list(items_in(box.items))
        for item in items:
            if isinstance(item, Picture):
                yield f"{box.key} picture {item.image.name}"
        if box.role is not Role.ARTIFACT:
            lines = (item for item in items if isinstance(item, TextLine))
            for number, line in enumerate(lines, start=1):
                yield f"{box.key} {number} {_told(line)}"
            yield from _boxes(box.children)


def _told(line: TextLine) -> str:
    source = next((run.source for run in line.runs if run.source is not None), None)
    words = dumps(line.text, ensure_ascii=False)
    return words if source is None else f"{words} {source.file}:{source.line}"
