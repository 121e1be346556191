"""Boxes that every page makes."""

from __future__ import annotations

from collections.abc import Sequence

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import Length
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item
from strategy_report.display.role import Furniture, Role
from strategy_report.pages.context import Sheet
from strategy_report.pages.setting import Align, Wording
from strategy_report.story.block import Run
from strategy_report.style.text_style import TextStyle


class Place(Value, kw_only=False):
    """Where words begin: the first line box's corner, and the width they may fill."""

    at: Point
    width: Length
    align: Align = Align.LEFT


def artifact(rect: Rect, key: str, *items: Item, furniture: Furniture = Furniture.LAYOUT) -> Box:
    """What is drawn but not read."""
    return Box(rect=rect, role=Role.ARTIFACT, key=key, items=items, furniture=furniture)


def repeated(box: Box) -> Box:
    """*box* as what stands again on a further page, where a reader has heard it already."""
    return replace(box, role=Role.ARTIFACT, furniture=Furniture.PAGINATION, alt="")


def text_box(
    words: Wording, style: TextStyle, place: Place, sheet: Sheet, tag: tuple[Role, str]
) -> Box:
    """A paragraph (or heading) as a box of its own; *tag* is its role and key."""
    block = sheet.setter.block(words, style, place.at, place.width, place.align)
    role, key = tag
    return Box(
        rect=Rect(place.at.x, place.at.y, place.width, block.height),
        role=role,
        key=key,
        source=source_of(words),
        items=block.lines,
    )


def source_of(words: Wording) -> SourceSpan | None:
    """Where the words were first written."""
    if isinstance(words, str):
        return None
    if isinstance(words, Run):
        return words.source
    return next((run.source for run in words if run.source is not None), None)


def around(boxes: Sequence[Box]) -> Rect:
    """The least rectangle that holds *boxes* (at least one)."""
    left = min(box.rect.x for box in boxes)
    top = min(box.rect.y for box in boxes)
    right = max(box.rect.right for box in boxes)
    bottom = max(box.rect.bottom for box in boxes)
    return Rect(left, top, right - left, bottom - top)


def joined(role: Role, key: str, *parts: Box) -> Box:
    """*parts* read as one, e.g. a goal's number and its title as one heading."""
    spans = tuple(replace(part, role=Role.SPAN) for part in parts)
    return Box(rect=around(spans), role=role, key=key, children=spans)


def list_of(items: Sequence[Box], key: str) -> tuple[Box, ...]:
    """*items* as one list; what is no list's items (a table) stays as it is."""
    if not items or items[0].role is not Role.LIST_ITEM:
        return tuple(items)
    return (Box(rect=around(items), role=Role.LIST, key=key, children=tuple(items)),)


def labelled(label: Box, body: Sequence[Box], key: str, drawn: Sequence[Box] = ()) -> Box:
    """An item of a list: *label* names it, *body* is what it says; *drawn* lies behind both."""
    if len(body) == 1:
        said = replace(body[0], role=Role.LIST_BODY)
    else:
        said = Box(rect=around(body), role=Role.LIST_BODY, key=f"{key}/body", children=tuple(body))
    parts = (*drawn, replace(label, role=Role.LABEL), said)
    return Box(rect=around(parts), role=Role.LIST_ITEM, key=key, children=parts)
