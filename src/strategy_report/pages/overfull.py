"""Lines that leave the box they are read in, or the page: told, whatever set them.

Paragraphs tell of words that are wider than their line; labels, values and headings that stand on
one line whatever its width are seen only where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from strategy_report.compose.compromises import Reason, told, wants_room
from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.geometry import Rect
from strategy_report.core.kept import Kept
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.item import GlyphRun, TextLine
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.display.walk import boxes_in, items_in
from strategy_report.fonts.catalog import Catalog
from strategy_report.fonts.face import FontFace

# A mark that hangs, or a numeral set optically flush, is no fault.
_OVERHANG = pt(3.5)


def overfull_lines(book: Book, faces: Catalog, kept: Kept | None = None) -> tuple[Diagnostic, ...]:
    """A note for each line that reaches out of its box to the left or right, with its page."""
    kept = kept or Kept()
    by_page = (
        kept.of(f"overfull on page {number}", (page, faces), partial(_overfull_on, page, faces))
        for number, page in enumerate(book.pages)
    )
    return tuple(dict.fromkeys(note for notes in by_page for note in notes))


def _overfull_on(page: Page, faces: Catalog) -> tuple[Diagnostic, ...]:
    # A paragraph that goes on in the next column has a box in each.
    frames: dict[str, list[Rect]] = {}
    for box in boxes_in(page.boxes):
        whole = Rect(ZERO, ZERO, page.trim.width, page.trim.height)
        frames.setdefault(box.key, []).append(whole if box.role is Role.ARTIFACT else box.rect)
    return tuple(
        _told(line, page)
        for key, line in _lines_of(page)
        if not any(_holds(frame, line.runs, faces) for frame in frames[key])
    )


def _lines_of(page: Page) -> Iterator[tuple[str, TextLine]]:
    """Lines that have not told by themselves what was given up for want of room."""
    for box in boxes_in(page.boxes):
        for item in items_in(box.items):
            if isinstance(item, TextLine) and not any(map(wants_room, item.notes)):
                yield box.key, item


def _holds(frame: Rect, runs: tuple[GlyphRun, ...], faces: Catalog) -> bool:
    least, most = frame.x - _OVERHANG, frame.right + _OVERHANG
    return all(_is_between(least, most, run, faces[run.face]) for run in runs if run.glyph_ids)


def _is_between(least: Length, most: Length, run: GlyphRun, face: FontFace) -> bool:
    em = face.units_per_em
    first, last = run.glyph_ids[0], run.glyph_ids[-1]
    left, right = run.origin.x, run.origin.x + Length(run.offsets[-1])
    if left >= least and right + run.size * (face.advance(last) / em) <= most:
        return True
    # Half of a bracket's em-box is white, and may stand outside.
    left += run.size * (face.ink_bounds(first)[0] / em)
    right += run.size * (face.ink_bounds(last)[2] / em)
    return left >= least and right <= most


def _told(line: TextLine, page: Page) -> Diagnostic:
    source = next((run.source for run in line.runs if run.source is not None), None)
    return replace(told(Reason.STICKS_OUT, line.text, source), page=page.label)
