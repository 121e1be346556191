"""Everything on a page, one after the other: boxes within boxes, items within groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from strategy_report.display.box import Box
from strategy_report.display.item import Group, Item
from strategy_report.display.page import Page


def boxes_in(boxes: Iterable[Box]) -> Iterator[Box]:
    """Every box, parents before their children: the order of painting and of reading."""
    for box in boxes:
        yield box
        yield from boxes_in(box.children)


def items_on(pages: Iterable[Page]) -> Iterator[Item]:
    """Every item that is no group, on any of *pages*."""
    for page in pages:
        for box in boxes_in(page.boxes):
            yield from items_in(box.items)


def items_in(items: Iterable[Item]) -> Iterator[Item]:
    """Every item that is no group, those within groups too, in the order of painting."""
    for item in items:
        if isinstance(item, Group):
            yield from items_in(item.items)
        else:
            yield item
