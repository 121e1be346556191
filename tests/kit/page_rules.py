"""What must hold on every page, as lists of what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kit.booklets import Placed, boxes_of, lines_of

from strategy_report.core.geometry import Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import Group, Item, Picture, Shape
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.pages.goal_fit import FOOT

# Nothing vital stands nearer to the trim (5 mm).
SAFETY = pt(14.1)
# Ink may reach this far out of its box: a comma's tail, a numeral set optically flush.
OVERHANG = pt(3.5)


def faults_of(book: Book) -> list[str]:
    """Everything that is wrong with any page; empty for a book that may be printed."""
    return [
        f"p{page.label}: {fault}"
        for number, page in enumerate(book.pages)
        for fault in (
            *overlapping_lines(page),
            *lines_near_the_trim(page),
            *lines_out_of_their_box(page),
            *bars_under_numbers(page),
            *pictures_under_text(page),
            *overlapping_parts(page),
            *(lines_below_the_foot(page) if number else ()),
        )
    ]


def overlapping_lines(page: Page) -> Iterator[str]:
    for one, other in combinations(lines_of(page), 2):
        if inked(one).meets(inked(other)):
            yield f"{one.text!r} ({one.key}) meets {other.text!r} ({other.key})"


def lines_near_the_trim(page: Page) -> Iterator[str]:
    inside = inset(Rect(ZERO, ZERO, page.trim.width, page.trim.height), SAFETY)
    for line in lines_of(page):
        if not inside.contains(line.rect):
            yield f"{line.text!r} ({line.key}) is too near to the trim"


def lines_below_the_foot(page: Page) -> Iterator[str]:
    for line in lines_of(page):
        if not line.key.startswith("foot-") and line.rect.bottom > FOOT + pt(1):
            yield f"{line.text!r} ({line.key}) stands below the type area"


def lines_out_of_their_box(page: Page) -> Iterator[str]:
    """A paragraph that goes on in the next column has a box in each."""
    around: dict[str, list[Rect]] = {}
    for box in boxes_of(page):
        if box.role is not Role.ARTIFACT:
            around.setdefault(box.key, []).append(inset(box.rect, -OVERHANG))
    for line in lines_of(page):
        if line.key in around and not any(box.contains(line.rect) for box in around[line.key]):
            yield f"{line.text!r} leaves its box {line.key}"


def bars_under_numbers(page: Page) -> Iterator[str]:
    for box in boxes_of(page):
        if not box.key.endswith("/figure") or "/kpi/" not in box.key:
            continue
        bars = [shape_rect(item) for item in box.items if is_bar(item)]
        for line in lines_of(page):
            if line.key == box.key and any(inset(line.rect, pt(0.3)).meets(bar) for bar in bars):
                yield f"a bar reaches under {line.text!r} ({line.key})"


def pictures_under_text(page: Page) -> Iterator[str]:
    pictures = [
        box for box in boxes_of(page) if any(isinstance(item, Picture) for item in box.items)
    ]
    for box in pictures:
        for line in lines_of(page):
            if line.key != box.key and inked(line).meets(box.rect):
                yield f"{line.text!r} ({line.key}) stands on the picture {box.key}"


def overlapping_parts(page: Page) -> Iterator[str]:
    """Cards, photographs, headings, paragraphs: what a page is put together from."""
    parts = [
        box
        for box in page.boxes
        if box.role is not Role.ARTIFACT and box.key.startswith("goal-") and box.key[5].isdigit()
    ]
    for one, other in combinations(parts, 2):
        if inset(one.rect, pt(0.5)).meets(inset(other.rect, pt(0.5))) and not _in_band(one, other):
            yield f"{one.key} meets {other.key}"


def _in_band(one: Box, other: Box) -> bool:
    """Numeral and word share a line box in a band, a legend its heading's; their ink is apart."""
    keys = {one.key.rpartition("/")[2], other.key.rpartition("/")[2]}
    return keys <= {"number", "word"} or "legend" in keys


def inked(line: Placed) -> Rect:
    """Where a line has ink: kanji fill 0.9 of their em-box, digits and letters less of it."""
    share = line.size * (0.14 if line.text.isascii() else 0.06)
    return Rect(
        line.rect.x + pt(0.4),
        line.rect.y + share,
        line.rect.width - pt(0.8),
        line.rect.height - share * 2,
    )


def inset(rect: Rect, by: Length) -> Rect:
    return Rect(rect.x + by, rect.y + by, rect.width - by * 2, rect.height - by * 2)


def is_bar(item: Item) -> bool:
    """Bars and axis are the rectangles and lines of a card; chevrons hold text by design."""
    return isinstance(item, Shape) and item.path.operators in ("MLLLZ", "ML")


def shape_rect(item: Item) -> Rect:
    assert isinstance(item, Shape)
    xs, ys = item.path.coordinates[::2], item.path.coordinates[1::2]
    left, top = Length(min(xs)), Length(min(ys))
    return Rect(left, top, Length(max(xs)) - left, Length(max(ys)) - top)


def filled_areas(page: Page) -> Iterator[Rect]:
    for box in boxes_of(page):
        for item in box.items:
            parts = item.items if isinstance(item, Group) else (item,)
            for part in parts:
                if isinstance(part, Shape) and part.fill and part.path.operators == "MLLLZ":
                    yield shape_rect(part)
