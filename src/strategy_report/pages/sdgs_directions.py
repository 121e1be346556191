"""Directions under the plan: columns hung from a fan of ropes, or rows where they are many."""

from __future__ import annotations

from strategy_report.compose.text import Composed
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.item import Cap, Item, Path, Shape, Stroke
from strategy_report.display.role import Role
from strategy_report.pages.boxes import artifact, labelled
from strategy_report.pages.context import Sheet
from strategy_report.pages.setting import place
from strategy_report.story.story import DirectionBlock, SdgsPart
from strategy_report.style.text_style import TextStyle
from strategy_report.style.theme import Motif

_GAP, _PADDING = pt(12), pt(5)
_RULE = pt(3)
_NUMERAL_BASE, _TEXT_TOP = pt(38), pt(49)
_ABOVE_LINE, _BELOW_LINE, _FOOT = pt(8), pt(8), pt(12)
_APEX_DOWN = pt(26)
_ROPES = 5
_ROW_HEIGHT, _ROW_GAP = pt(36), pt(6)
_SIZES = (1.0, 0.92, 0.85)


class Column(Value):
    """A direction's words, composed."""

    direction: DirectionBlock
    text: Composed
    vision: Composed


class Columns(Value):
    """Directions side by side; text and visions begin level in all of them."""

    columns: tuple[Column, ...]
    width: Length
    text_style: TextStyle
    vision_style: TextStyle

    @property
    def text_height(self) -> Length:
        lines = max((len(column.text.lines) for column in self.columns), default=0)
        return self.text_style.line_feed * lines

    @property
    def vision_height(self) -> Length:
        lines = max((len(column.vision.lines) for column in self.columns), default=0)
        return self.vision_style.line_feed * lines

    @property
    def height(self) -> Length:
        """The least that holds every word."""
        return _TEXT_TOP + self.text_height + _ABOVE_LINE + _BELOW_LINE + self.vision_height + _FOOT

    def boxes(self, top: Length, height: Length, sheet: Sheet) -> tuple[Box, ...]:
        """The columns from *top*, *height* high."""
        left = sheet.type_area.x
        spare = min(pt(10), max(ZERO, height - self.height) / 2)
        return tuple(
            self._box(
                column,
                Rect(left + (self.width + _GAP) * number, top, self.width, height),
                spare,
                sheet,
            )
            for number, column in enumerate(self.columns)
        )

    def _box(self, column: Column, rect: Rect, spare: Length, sheet: Sheet) -> Box:
        direction = column.direction
        key = f"sdgs/direction-{direction.number.text}"
        left, width = rect.x + _PADDING, rect.width - _PADDING * 2
        numeral = sheet.setter.label(
            direction.number, sheet.style("sdgs-numeral"), Point(left, rect.y + _NUMERAL_BASE)
        )
        text_at = Point(left, rect.y + _TEXT_TOP)
        line_y = text_at.y + self.text_height + _ABOVE_LINE + spare
        text = place(column.text, self.text_style, text_at, width)
        vision_at = Point(left, line_y + _BELOW_LINE + spare)
        vision = place(column.vision, self.vision_style, vision_at, width)
        line = Path.rect(Rect(left, line_y, width, pt(0.5)))
        rule = Path.rect(Rect(rect.x, rect.y, rect.width, _RULE))
        ink = sheet.accent.ink
        drawn = artifact(
            rect,
            f"{key}/column",
            Shape(path=Path.rect(rect), fill=sheet.accent.tint),
            Shape(path=rule, fill=ink),
            Shape(path=line, fill=ink),
        )
        label = Box(
            rect=Rect(left, rect.y + _RULE, width, _NUMERAL_BASE),
            role=Role.LABEL,
            key=f"{key}/number",
            items=(numeral,),
        )
        body = (
            Box(
                rect=Rect(left, text_at.y, width, text.height),
                role=Role.PARAGRAPH,
                key=f"{key}/text",
                source=direction.text[0].source if direction.text else None,
                items=text.lines,
            ),
            Box(
                rect=Rect(left, vision_at.y, width, vision.height),
                role=Role.PARAGRAPH,
                key=f"{key}/vision",
                items=vision.lines,
            ),
        )
        return labelled(label, body, key, (drawn,))


def direction_columns(directions: tuple[DirectionBlock, ...], sheet: Sheet) -> Columns:
    """The directions' words composed for columns; smaller where a word is wider than one."""
    count = max(3, len(directions))
    width = (sheet.type_area.width - _GAP * (count - 1)) / count
    found = [_columns(directions, width, share, sheet) for share in _SIZES]
    room = width - _PADDING * 2
    fitting = (
        one
        for one in found
        if all(column.text.width <= room and column.vision.width <= room for column in one.columns)
    )
    return next(fitting, found[-1])


def fan(beam: Rect, columns: tuple[Rect, ...], alt: str, sheet: Sheet) -> Box:
    """Ropes from the beam's middle to every column: the plan is tied to all of them alike."""
    x = beam.x + beam.width / 2
    apex = Point(x, beam.bottom + _APEX_DOWN)
    thin: list[tuple[Point, Point]] = []
    thick: list[tuple[Point, Point]] = []
    for column in columns:
        for rope in range(_ROPES):
            end = Point(column.x + column.width * rope / (_ROPES - 1), column.y)
            (thick if rope == _ROPES // 2 else thin).append((apex, end))
    thick.append((Point(x, beam.bottom), apex))
    foot = max((column.y for column in columns), default=apex.y)
    inks, ink = sheet.theme.inks, sheet.accent.ink
    items: list[Item] = [
        _ropes(thin, Stroke(ink=inks.far, width=pt(0.5), cap=Cap.ROUND)),
        _ropes(thick, Stroke(ink=ink, width=pt(1.1), cap=Cap.ROUND)),
    ]
    if sheet.theme.motif is Motif.YUKITSURI:
        cap = Path.polygon(
            Point(x - pt(6), apex.y), Point(x, beam.bottom + pt(3)), Point(x + pt(6), apex.y)
        )
        items.append(Shape(path=cap, fill=ink))
    rect = Rect(beam.x, beam.bottom, beam.width, foot - beam.bottom)
    return Box(rect=rect, role=Role.FIGURE, key="sdgs/fan", items=tuple(items), alt=alt)


def direction_rows(part: SdgsPart, room: Rect, sheet: Sheet) -> tuple[Box, ...]:
    """More directions than columns hold: a row each, number, words, vision."""
    text, vision = sheet.style("cell", 9.5), sheet.style("sdgs-vision", 10)
    text = replace(text, line_feed=pt(13))
    vision = replace(vision, line_feed=pt(13.5))
    left, middle = pt(34), room.width * 0.62
    boxes: list[Box] = []
    y = room.y
    for direction in part.directions:
        words = sheet.setter.compose(direction.text, text, middle - left - pt(12))
        seen = sheet.setter.compose(direction.vision, vision, room.width - middle - pt(8))
        needed = max(text.line_feed * len(words.lines), vision.line_feed * len(seen.lines)) + pt(8)
        rect = Rect(room.x, y, room.width, max(_ROW_HEIGHT, needed))
        column = Column(direction=direction, text=words, vision=seen)
        boxes.append(_row_box(column, rect, (left, middle), (text, vision), sheet))
        y = rect.bottom + _ROW_GAP
    return tuple(boxes)


def _row_box(
    column: Column,
    rect: Rect,
    lefts: tuple[Length, Length],
    styles: tuple[TextStyle, TextStyle],
    sheet: Sheet,
) -> Box:
    direction, (text, vision) = column.direction, styles
    key = f"sdgs/direction-{direction.number.text}"
    size = 22 if len(direction.number.text) == 1 else 16
    numeral = sheet.style("sdgs-numeral", size)
    base = rect.y + rect.height / 2 + pt(size * 0.36)
    number = sheet.setter.label(direction.number, numeral, Point(rect.x + pt(9), base))
    rule = Path.rect(Rect(rect.x, rect.y, pt(3), rect.height))
    boxes = []
    for name, composed, style, left in (
        ("text", column.text, text, lefts[0]),
        ("vision", column.vision, vision, lefts[1]),
    ):
        height = style.line_feed * len(composed.lines)
        at = Point(rect.x + left, rect.y + (rect.height - height) / 2)
        block = place(composed, style, at, composed.width)
        box = Rect(at.x, at.y, composed.width, height)
        boxes.append(Box(rect=box, role=Role.PARAGRAPH, key=f"{key}/{name}", items=block.lines))
    number_rect = Rect(rect.x, rect.y, lefts[0], rect.height)
    drawn = artifact(
        rect,
        f"{key}/row",
        Shape(path=Path.rect(rect), fill=sheet.accent.tint),
        Shape(path=rule, fill=sheet.accent.ink),
    )
    label = Box(rect=number_rect, role=Role.LABEL, key=f"{key}/number", items=(number,))
    return labelled(label, boxes, key, (drawn,))


def _columns(
    directions: tuple[DirectionBlock, ...], width: Length, share: float, sheet: Sheet
) -> Columns:
    text, vision = _scaled(sheet.style("cell"), share), _scaled(sheet.style("sdgs-vision"), share)
    room = width - _PADDING * 2
    return Columns(
        columns=tuple(
            Column(
                direction=direction,
                text=sheet.setter.compose(direction.text, text, room),
                vision=sheet.setter.compose(direction.vision, vision, room),
            )
            for direction in directions
        ),
        width=width,
        text_style=text,
        vision_style=vision,
    )


def _scaled(style: TextStyle, share: float) -> TextStyle:
    return replace(style, char_size=style.char_size * share)


def _ropes(lines: list[tuple[Point, Point]], stroke: Stroke) -> Shape:
    path = Path(
        operators="ML" * len(lines),
        coordinates=tuple(
            part for start, end in lines for part in (start.x, start.y, end.x, end.y)
        ),
    )
    return Shape(path=path, stroke=stroke)
