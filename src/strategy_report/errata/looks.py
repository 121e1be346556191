"""What two books look like, page beside page and box beside box, wherever it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import GlyphRun, Group, Item, LinkArea, Picture, Shape, TextLine
from strategy_report.display.page import Page
from strategy_report.display.role import Furniture
from strategy_report.display.walk import boxes_in, items_in
from strategy_report.errata.text_diff import Pictures

_OF_THE_EDITION = frozenset((Furniture.FOOTER, Furniture.WATERMARK))


class PagePair(Value):
    """A page of the old book and the one that took its place; None: there is none.

    Attributes:
        old, new: indices.
        is_same: nothing on them differs.
    """

    old: int | None
    new: int | None
    is_same: bool


def page_pairs(old: Book, new: Book) -> tuple[PagePair, ...]:
    """All pages of both books; equal pages keep their order, others pair as they follow."""
    looks = [[_page_look(page) for page in book.pages] for book in (old, new)]
    matcher = SequenceMatcher(None, looks[0], looks[1], autojunk=False)
    return tuple(
        PagePair(old=one, new=other, is_same=kind == "equal")
        for kind, first, last, from_, to in matcher.get_opcodes()
        for one, other in zip_longest(range(first, last), range(from_, to))
    )


class Said(Value):
    """What boxes of one key say and show, wherever they stand and wherever their lines end.

    Attributes:
        text: all lines, one after the other.
        looks: faces and inks of the text; inks of shapes, and how many have them; digests of
            pictures.
        alternative: the alternative text.
    """

    text: str
    looks: frozenset[object]
    alternative: str


def says(page: Page) -> dict[str, Said]:
    """All that *page* says and shows, by the keys of its boxes."""
    boxes: dict[str, list[Box]] = {}
    for box in boxes_in(page.boxes):
        if (box.items or box.alt) and box.furniture not in _OF_THE_EDITION:
            boxes.setdefault(box.key, []).append(box)
    return {key: _said(held) for key, held in boxes.items()}


def _said(boxes: list[Box]) -> Said:
    items = [item for box in boxes for item in items_in(box.items)]
    shapes = Counter(
        (item.fill, item.stroke and item.stroke.ink) for item in items if isinstance(item, Shape)
    )
    return Said(
        text="".join(item.text for item in items if isinstance(item, TextLine)),
        looks=frozenset((*(look for item in items for look in _looks(item)), *shapes.items())),
        alternative="".join(box.alt or "" for box in boxes),
    )


def _looks(item: Item) -> Iterator[object]:
    match item:
        case TextLine(runs=runs):
            yield from ((run.face, run.ink) for run in runs)
        case Picture(image=image):
            yield image.digest
        case GlyphRun(face=face, ink=ink):
            yield face, ink
        case Shape() | Group() | LinkArea():
            return


def pictures_of(book: Book) -> Pictures:
    """Digests of what is shown of photographs, cut as they are, by their ids and by COVER."""
    shown = (
        (box.key.split("/"), item.image.digest)
        for page in book.pages
        for box in boxes_in(page.boxes)
        for item in items_in(box.items)
        if isinstance(item, Picture)
    )
    return {parts[-2]: digest for parts, digest in shown if len(parts) > 1}


def differing_boxes(page: Page, other: Page) -> tuple[Box, ...]:
    """The boxes of *page* that say or show what their namesakes on *other* do not.

    What only moved is not among them.
    """
    own, theirs = says(page), says(other)
    return tuple(box for box in _drawing(page.boxes) if own[box.key] != theirs.get(box.key))


def _drawing(boxes: Iterable[Box]) -> Iterator[Box]:
    """Every box that draws something itself, but for what says which edition it is."""
    for box in boxes_in(boxes):
        if box.items and box.furniture not in _OF_THE_EDITION:
            yield box


def _page_look(page: Page) -> tuple[object, ...]:
    return tuple(_look(box) for box in _drawing(page.boxes))


def _look(box: Box) -> object:
    return tuple(_drawn(item) for item in box.items)


def _drawn(item: Item) -> object:
    """An item without where it was written."""
    match item:
        case TextLine(runs=runs):
            return item.text, tuple(_drawn(run) for run in runs)
        case GlyphRun() | Picture():
            return replace(item, source=None)
        case Group(items=items, clip=clip):
            return clip, tuple(_drawn(inner) for inner in items)
        case Shape() | LinkArea():
            return item
