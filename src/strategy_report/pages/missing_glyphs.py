"""Characters that no face can draw, found on the finished pages: a box must never be printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.core.kept import Kept
from strategy_report.core.source import SourceSpan
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import GlyphRun, TextLine
from strategy_report.display.page import Page
from strategy_report.display.walk import boxes_in, items_in

_NOTDEF = 0


def missing_glyphs(book: Book, kept: Kept | None = None) -> tuple[Diagnostic, ...]:
    """An error for each character shown as .notdef, with its place and the pages it is on.

    Whatever set the text, and however, its glyphs end up here.

    *kept*: what was missing on pages before.
    """
    kept = kept or Kept()
    labels: dict[tuple[str, SourceSpan | None], list[str]] = {}
    for number, page in enumerate(book.pages):
        found = kept.of(f"missing on page {number}", (page,), partial(_missing_on, page))
        for place in found:
            labels.setdefault(place, []).append(page.label)
    return tuple(_missing(text, source, pages) for (text, source), pages in labels.items())


def _missing_on(page: Page) -> tuple[tuple[str, SourceSpan | None], ...]:
    """Each character that cannot be drawn, with the place it was written at, once."""
    runs = (run for run in _runs_of(page.boxes) if _NOTDEF in run.glyph_ids)
    return tuple(dict.fromkeys((text, run.source) for run in runs for text in _undrawn(run)))


def _runs_of(boxes: Iterable[Box]) -> Iterator[GlyphRun]:
    for box in boxes_in(boxes):
        for item in items_in(box.items):
            if isinstance(item, TextLine):
                yield from item.runs
            elif isinstance(item, GlyphRun):
                yield item


def _undrawn(run: GlyphRun) -> list[str]:
    pairs = zip(run.glyph_ids, run.texts, strict=True)
    return [text for glyph_id, text in pairs if glyph_id == _NOTDEF]


def _missing(text: str, source: SourceSpan | None, labels: list[str]) -> Diagnostic:
    numbers = " ".join(f"U+{ord(character):04X}" for character in text)
    return Diagnostic(
        code="FNT001",
        severity=Severity.ERROR,
        where=source,
        what=f"「{text}」（{numbers}）の字形が書体にありません（{'、'.join(labels)} ページ）。",
        fix="別の字に替えるか、かなで書いてください。その字のある書体を足すこともできます"
        "（手引きの「字形のない字」、edition.yaml の fonts:）。",
    )
