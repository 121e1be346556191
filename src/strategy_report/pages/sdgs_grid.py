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
from strategy_report.pages.sdgs_goals import numeral_size
from strategy_report.pages.setting import Align, baseline_in
from strategy_report.story.block import Run, Words
from strategy_report.story.story import DirectionBlock, SdgsPart
from strategy_report.style.text_style import TextStyle

_COLUMN, _HEAD, _LEAST_ROW, _MOST_ROW = pt(40), pt(24), pt(34), pt(52)
_ROW_WHITE = pt(8)
# Of the width, for the goals' columns at most.
_MOST_ACROSS = 0.5
# A narrow column is a square to four fifths at most.
_SQUARE, _MOST_OF_COLUMN = pt(12), 0.8
_NUMERAL_SIZES = (15.0, 12.5, 10.5, 9.0, 8.0)
_PADDING, _NUMBER = pt(8), pt(20)
# What a square is read as.
_TIED = "○"
_KEY = "sdgs/relations"


def relation_grid(part: SdgsPart, room: Rect, foot: Length, sheet: Sheet) -> tuple[Box, ...]:
    """Directions down, goals across; a filled square ties the two."""
    column = min(_COLUMN, room.width * _MOST_ACROSS / max(1, len(part.goals)))
    first = room.width - column * len(part.goals)
    share = (foot - room.y - _HEAD) / max(1, len(part.directions))
    share = max(_LEAST_ROW, min(_MOST_ROW, share))
    heads = [_empty_head(Rect(room.x, room.y, first, _HEAD))]
    size = numeral_size(part.goals, column, _NUMERAL_SIZES, sheet)
    for place, (number, word, _) in enumerate(part.goals):
        rect = Rect(room.x + first + column * place, room.y, column, _HEAD)
        heads.append(_goal_head(number, word, rect, size, sheet))
    row = Rect(room.x, room.y, room.width, _HEAD)
    rows = [Box(rect=row, role=Role.TABLE_ROW, key=f"{_KEY}/head", children=tuple(heads))]
    for direction in part.directions:
        needed = sum((height for *_, height in _parts(direction, first, sheet)), _ROW_WHITE)
        rect = Rect(room.x, rows[-1].rect.bottom, room.width, max(share, needed))
        rows.append(_row(part, direction, rect, first, sheet))
    whole = Rect(room.x, room.y, room.width, rows[-1].rect.bottom - room.y)
    return (Box(rect=whole, role=Role.TABLE, key=_KEY, children=tuple(rows), alt=part.alt),)


def _empty_head(rect: Rect) -> Box:
    return Box(rect=rect, role=Role.TABLE_HEADER, key=f"{_KEY}/head/none")


def _goal_head(number: int, word: Run, rect: Rect, size: float, sheet: Sheet) -> Box:
    style = sheet.theme.style("sdgs-goal-numeral", sheet.theme.accent(number), size)
    base = rect.y + (rect.height - style.line_feed) / 2 + baseline_in(style)
    middle = Point(rect.x + rect.width / 2, base)
    key = f"{_KEY}/head/goal-{number}"
    cell = Rect(rect.x + pt(1), rect.y, rect.width - pt(2), rect.height)
    label = sheet.setter.label(str(number), style, middle, Align.CENTER)
    fill = Shape(path=Path.rect(cell), fill=sheet.theme.accent(number).ink)
    alt = f"{word.text}{number}"
    return Box(rect=rect, role=Role.TABLE_HEADER, key=key, items=(fill, label), alt=alt)


def _row(part: SdgsPart, direction: DirectionBlock, rect: Rect, first: Length, sheet: Sheet) -> Box:
    key = f"{_KEY}/direction-{direction.number.text}"
    line = Path.rect(Rect(rect.x, rect.y, rect.width, pt(0.5)))
    rule = Shape(path=line, fill=sheet.theme.inks.rule)
    cells = [artifact(rect, f"{key}/rule", rule), _direction(direction, rect, first, sheet)]
    column = (rect.width - first) / len(part.goals)
    for place, (number, _, _) in enumerate(part.goals):
        cell = Rect(rect.x + first + column * place, rect.y, column, rect.height)
        items: tuple[Item, ...] = ()
        tied = str(direction.number.text) in {
            str(to) for goal, to in part.relations if goal == number
        }
        if tied:
            side = min(_SQUARE, column * _MOST_OF_COLUMN)
            middle = Point(cell.x + column / 2, cell.y + cell.height / 2)
            square = Rect(middle.x - side / 2, middle.y - side / 2, side, side)
            items = (Shape(path=Path.rect(square), fill=sheet.theme.accent(number).ink),)
        cells.append(
            Box(
                rect=cell,
                role=Role.TABLE_DATA,
                key=f"{key}/goal-{number}",
                items=items,
                alt=_TIED if tied else "",
            )
        )
    return Box(rect=rect, role=Role.TABLE_ROW, key=key, children=tuple(cells))


def _direction(direction: DirectionBlock, rect: Rect, first: Length, sheet: Sheet) -> Box:
    """Number and words, the vision below them."""
    key = f"{_KEY}/direction-{direction.number.text}"
    left, width = rect.x + _NUMBER, first - _PADDING - _NUMBER
    parts = _parts(direction, first, sheet)
    heights = [height for *_, height in parts]
    y = rect.y + (rect.height - sum(heights, Length(0))) / 2
    size = 15 if len(direction.number.text) == 1 else 11
    number = sheet.setter.label(
        direction.number, sheet.style("sdgs-numeral", size), Point(rect.x, y + pt(12))
    )
    boxes = [
        Box(
            rect=Rect(rect.x, y, _NUMBER, pt(15)),
            role=Role.PARAGRAPH,
            key=f"{key}/number",
            items=(number,),
        )
    ]
    for words, look, name, height in parts:
        place = Place(Point(left, y), width)
        boxes.append(text_box(words, look, place, sheet, (Role.PARAGRAPH, f"{key}/{name}")))
        y += height
    cell = Rect(rect.x, rect.y, first, rect.height)
    return Box(rect=cell, role=Role.TABLE_HEADER, key=f"{key}/head", children=tuple(boxes))


def _parts(
    direction: DirectionBlock, first: Length, sheet: Sheet
) -> list[tuple[Words, TextStyle, str, Length]]:
    """Words, their style, what they are called, and how high they stand."""
    text = replace(sheet.style("cell", 9.5), line_feed=pt(12.5))
    vision = replace(sheet.style("sdgs-vision", 9.5), line_feed=pt(13))
    width = first - _PADDING - _NUMBER
    return [
        (words, look, name, look.line_feed * len(sheet.setter.compose(words, look, width).lines))
        for words, look, name in (
            (direction.text, text, "text"),
            (direction.vision, vision, "vision"),
        )
    ]
