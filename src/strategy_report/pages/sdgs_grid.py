"""Which goal is tied to which direction: a grid with filled squares, where the content says so."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import Length, pt
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape
from strategy_report.display.role import Role
from strategy_report.pages.boxes import Place, artifact, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.setting import Align, baseline_in
from strategy_report.story.story import DirectionBlock, SdgsPart

_COLUMN, _HEAD, _LEAST_ROW, _MOST_ROW = pt(40), pt(24), pt(34), pt(52)
_SQUARE = pt(12)
_PADDING, _NUMBER = pt(8), pt(20)
_KEY = "sdgs/relations"


def relation_grid(part: SdgsPart, room: Rect, foot: Length, sheet: Sheet) -> tuple[Box, ...]:
    """Directions down, goals across; a filled square ties the two."""
    count = len(part.goals)
    first = room.width - _COLUMN * count
    height = (foot - room.y - _HEAD) / max(1, len(part.directions))
    height = max(_LEAST_ROW, min(_MOST_ROW, height))
    heads = [_empty_head(Rect(room.x, room.y, first, _HEAD))]
    for place, (number, _, _) in enumerate(part.goals):
        rect = Rect(room.x + first + _COLUMN * place, room.y, _COLUMN, _HEAD)
        heads.append(_goal_head(number, rect, sheet))
    row = Rect(room.x, room.y, room.width, _HEAD)
    rows = [Box(rect=row, role=Role.TABLE_ROW, key=f"{_KEY}/head", children=tuple(heads))]
    for place, direction in enumerate(part.directions):
        rect = Rect(room.x, row.bottom + height * place, room.width, height)
        rows.append(_row(part, direction, rect, first, sheet))
    whole = Rect(room.x, room.y, room.width, _HEAD + height * len(part.directions))
    return (Box(rect=whole, role=Role.TABLE, key=_KEY, children=tuple(rows), alt=part.alt),)


def _empty_head(rect: Rect) -> Box:
    return Box(rect=rect, role=Role.TABLE_HEADER, key=f"{_KEY}/head/none")


def _goal_head(number: int, rect: Rect, sheet: Sheet) -> Box:
    style = sheet.theme.style("sdgs-goal-numeral", sheet.theme.accent(number), 15)
    base = rect.y + (rect.height - style.line_feed) / 2 + baseline_in(style)
    middle = Point(rect.x + rect.width / 2, base)
    key = f"{_KEY}/head/goal-{number}"
    cell = Rect(rect.x + pt(1), rect.y, rect.width - pt(2), rect.height)
    label = sheet.setter.label(str(number), style, middle, Align.CENTER)
    fill = Shape(path=Path.rect(cell), fill=sheet.theme.accent(number).ink)
    return Box(rect=rect, role=Role.TABLE_HEADER, key=key, items=(fill, label))


def _row(part: SdgsPart, direction: DirectionBlock, rect: Rect, first: Length, sheet: Sheet) -> Box:
    key = f"{_KEY}/direction-{direction.number.text}"
    line = Path.rect(Rect(rect.x, rect.y, rect.width, pt(0.5)))
    rule = Shape(path=line, fill=sheet.theme.inks.rule)
    cells = [artifact(rect, f"{key}/rule", rule), _direction(direction, rect, first, sheet)]
    for place, (number, _, _) in enumerate(part.goals):
        cell = Rect(rect.x + first + _COLUMN * place, rect.y, _COLUMN, rect.height)
        items: tuple[Item, ...] = ()
        tied = str(direction.number.text) in {
            str(to) for goal, to in part.relations if goal == number
        }
        if tied:
            square = Rect(
                cell.x + (_COLUMN - _SQUARE) / 2,
                cell.y + (cell.height - _SQUARE) / 2,
                _SQUARE,
                _SQUARE,
            )
            items = (Shape(path=Path.rect(square), fill=sheet.theme.accent(number).ink),)
        cells.append(Box(rect=cell, role=Role.TABLE_DATA, key=f"{key}/goal-{number}", items=items))
    return Box(rect=rect, role=Role.TABLE_ROW, key=key, children=tuple(cells))


def _direction(direction: DirectionBlock, rect: Rect, first: Length, sheet: Sheet) -> Box:
    """Number and words, the vision below them."""
    style = replace(sheet.style("cell", 9.5), line_feed=pt(12.5))
    vision = replace(sheet.style("sdgs-vision", 9.5), line_feed=pt(13))
    key = f"{_KEY}/direction-{direction.number.text}"
    left, width = rect.x + _NUMBER, first - _PADDING - _NUMBER
    parts = [(direction.text, style, "text"), (direction.vision, vision, "vision")]
    heights = [
        look.line_feed * len(sheet.setter.compose(words, look, width).lines)
        for words, look, _ in parts
    ]
    y = rect.y + (rect.height - sum(heights, Length(0))) / 2
    number = sheet.setter.label(
        direction.number, sheet.style("sdgs-numeral", 15), Point(rect.x, y + pt(12))
    )
    boxes = [
        Box(
            rect=Rect(rect.x, y, _NUMBER, pt(15)),
            role=Role.PARAGRAPH,
            key=f"{key}/number",
            items=(number,),
        )
    ]
    for (words, look, name), height in zip(parts, heights, strict=True):
        place = Place(Point(left, y), width)
        boxes.append(text_box(words, look, place, sheet, (Role.PARAGRAPH, f"{key}/{name}")))
        y += height
    cell = Rect(rect.x, rect.y, first, rect.height)
    return Box(rect=cell, role=Role.TABLE_HEADER, key=f"{key}/head", children=tuple(boxes))
