"""KPI as cards: name and badge, then a row a value with its bar; all cards of a page alike."""

from __future__ import annotations

from strategy_report.compose.text import Composed
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape
from strategy_report.display.role import Role
from strategy_report.pages.chevrons import chevrons, chevrons_height
from strategy_report.pages.context import Sheet
from strategy_report.pages.footnotes import note_boxes, set_note
from strategy_report.pages.indicator_rows import (
    RowFrame,
    RowHeights,
    SetRows,
    place_rows,
    set_rows,
    set_rows_without_bars,
)
from strategy_report.pages.marks import BADGE_WIDTH, MARK_HEIGHT, badge, chip, chip_width
from strategy_report.pages.setting import baseline_in, ended, place
from strategy_report.pages.yearly_way import SetWay, place_way, set_way
from strategy_report.story.block import IndicatorBlock, StateStep
from strategy_report.style.text_style import TextStyle

BASE_HEIGHT, LEAST_HEIGHT = pt(87), pt(84)
PADDING = pt(9)
TOP_RULE, FOOT_RULE = pt(1.8), pt(0.5)
NAME_TOP, NAME_GROWTH = pt(7), 0.15
ROWS_TOP, ROWS_GROWTH = pt(38.5), 0.25
RESERVED_NAME = pt(28)
# A badge leaves the first line of a name 16 of its 22 characters.
SHORT_LINE = pt(160)
MARK_GAP = pt(6)
SMALL_NAME_SIZE, SMALL_NAME_FEED = 9.5, 12.5
NAME_LINES = 2
DIRECTION_FEED = pt(14)
UNIT_NOTE_FEED = pt(12)
ACTUAL_SIZES = (13.0, 11.5, 10.5)
MOST_GROWTH = pt(37)

NARROW = RowFrame(
    kind="kpi", label=PADDING, period=pt(29), digits=pt(118), axis=pt(145), right=pt(230)
)
WIDE = RowFrame(
    kind="kpi", label=PADDING, period=pt(29), digits=pt(118), axis=pt(145), right=pt(490)
)


class SetCard(Value):
    """A card's words, composed.

    Attributes:
        name_style: small where the name needs a third line.
        name_height: of the name with remarks and unit note under it.
        remark_top: of the line with direction and chips, from the name's top; None: no remarks.
        notes: ※ notes under the rows.
        steps: of an indicator of states, where they fit in one row of chevrons; else empty.
    """

    block: IndicatorBlock
    name: Composed
    name_style: TextStyle
    remark_top: Length | None
    unit_note_top: Length | None
    name_height: Length
    rows: SetRows
    notes: tuple[Composed, ...]
    steps: tuple[StateStep, ...]
    way: SetWay

    @property
    def extra(self) -> Length:
        """What this card needs beyond three rows of one line."""
        return self.rows.extra + self.below_rows

    @property
    def below_rows(self) -> Length:
        """What the way of the years and the notes need."""
        return self.way.height + self.notes_height

    @property
    def notes_height(self) -> Length:
        feed = pt(12)
        return sum((feed * len(note.lines) for note in self.notes), ZERO)


class CardSet(Value):
    """All cards of a page: one size of actuals, one height.

    Attributes:
        name_room: what every card keeps for its name, beyond the two lines of the base height;
            below zero where no name has two.
        least: height below which some card's words do not fit.
    """

    cards: tuple[SetCard, ...]
    frame: RowFrame
    name_room: Length
    least: Length

    @property
    def rows(self) -> int:
        return (len(self.cards) + 1) // 2


def card_set(kpis: tuple[IndicatorBlock, ...], sheet: Sheet) -> CardSet:
    """The cards' words composed; the largest size of actuals that all of them hold."""
    frame = WIDE if len(kpis) == 1 else NARROW
    rows = _all_rows(kpis, frame, sheet)
    small = any(_name_lines(kpi, frame, sheet) > NAME_LINES for kpi in kpis)
    cards = tuple(
        _set_card(kpi, kpi_rows, frame, sheet, small=small)
        for kpi, kpi_rows in zip(kpis, rows, strict=True)
    )
    room = max((card.name_height for card in cards), default=RESERVED_NAME) - RESERVED_NAME
    least = max((_least(card, room) for card in cards), default=LEAST_HEIGHT)
    return CardSet(cards=cards, frame=frame, name_room=room, least=max(LEAST_HEIGHT, least))


def card_boxes(
    cards: CardSet, top: Length, height: Length, gap: Length, sheet: Sheet
) -> tuple[Box, ...]:
    """The cards in two columns, left to right, then down; *top* of the first row."""
    return card_row_boxes(cards, (0, cards.rows), Grid(top, height, gap), sheet)


class Grid(Value, kw_only=False):
    """Rows of cards: top of the first, height of each, gap between them."""

    top: Length
    height: Length
    gap: Length


def card_row_boxes(
    cards: CardSet, span: tuple[int, int], grid: Grid, sheet: Sheet
) -> tuple[Box, ...]:
    """Rows from *span*[0] up to *span*[1] of the cards, in *grid*."""
    area = sheet.type_area
    column = sheet.master.column_width(3)
    width = area.width if len(cards.cards) == 1 else column
    boxes: list[Box] = []
    for row in range(*span):
        y = grid.top + (grid.height + grid.gap) * (row - span[0])
        beside = cards.cards[row * 2 : row * 2 + 2]
        # Names and values of cards side by side stand level, so both grow by as much.
        growth = min(_growth(grid.height - card.extra, cards.name_room) for card in beside)
        for side, card in enumerate(beside):
            x = area.x + (column + sheet.master.column_gap) * side
            rect = Rect(x, y, width, grid.height)
            boxes.append(_card_box(card, (growth, cards.name_room), rect, sheet))
    return tuple(boxes)


def _all_rows(
    kpis: tuple[IndicatorBlock, ...], frame: RowFrame, sheet: Sheet
) -> tuple[SetRows, ...]:
    """One size for all; a card that not even the smallest lets in gives up its bars."""
    smallest = tuple(set_rows(kpi, frame, sheet, ACTUAL_SIZES[-1]) for kpi in kpis)
    hopeful = [kpi for kpi, rows in zip(kpis, smallest, strict=True) if rows.fits]
    size = next(
        (
            size
            for size in ACTUAL_SIZES
            if all(set_rows(kpi, frame, sheet, size).fits for kpi in hopeful)
        ),
        ACTUAL_SIZES[-1],
    )
    return tuple(
        set_rows(kpi, frame, sheet, size)
        if kpi in hopeful
        else set_rows_without_bars(kpi, frame, sheet, size)
        for kpi in kpis
    )


def _name_width(frame: RowFrame) -> Length:
    return frame.right + pt(1) - PADDING


def _compose_name(kpi: IndicatorBlock, style: TextStyle, frame: RowFrame, sheet: Sheet) -> Composed:
    width = _name_width(frame)
    first = width - (_name_width(NARROW) - SHORT_LINE) if kpi.badge is not None else None
    return sheet.setter.compose(kpi.name, style, width, first_line_length=first)


def _name_lines(kpi: IndicatorBlock, frame: RowFrame, sheet: Sheet) -> int:
    return len(_compose_name(kpi, sheet.style("kpi-name"), frame, sheet).lines)


def _small_name(sheet: Sheet) -> TextStyle:
    return replace(sheet.style("kpi-name", SMALL_NAME_SIZE), line_feed=pt(SMALL_NAME_FEED))


def _set_card(
    kpi: IndicatorBlock, rows: SetRows, frame: RowFrame, sheet: Sheet, *, small: bool
) -> SetCard:
    style = _small_name(sheet) if small else sheet.style("kpi-name")
    name = _compose_name(kpi, style, frame, sheet)
    height = style.line_feed * len(name.lines)
    remark = unit_note = None
    remarks = remarks_width(kpi, sheet)
    if remarks:
        free = _name_width(frame) - (name.lines[-1].width if name.lines else ZERO)
        beside = len(name.lines) >= NAME_LINES and free >= remarks + MARK_GAP
        remark = height - style.line_feed if beside else height
        height = max(height, remark + DIRECTION_FEED)
    if kpi.unit_note:
        unit_note = height
        height += UNIT_NOTE_FEED
    width = _name_width(frame)
    notes = tuple(set_note(n, _note_style(sheet), width, sheet.setter) for n in kpi.notes)
    return SetCard(
        block=kpi,
        name=name,
        name_style=style,
        remark_top=remark,
        unit_note_top=unit_note,
        name_height=height,
        rows=rows,
        notes=notes,
        steps=_steps(kpi, frame, sheet),
        way=set_way(kpi, frame.right - PADDING, sheet),
    )


def _steps(kpi: IndicatorBlock, frame: RowFrame, sheet: Sheet) -> tuple[StateStep, ...]:
    width = frame.right - PADDING
    one_row = chevrons_height(kpi.states, width, sheet) <= _heights(ZERO).full if kpi.states else 0
    return kpi.states if one_row else ()


def remarks_width(kpi: IndicatorBlock, sheet: Sheet) -> Length:
    """Of direction and chips side by side; 0 where there are none."""
    parts = [chip_width(run, sheet) for run in kpi.chips]
    if kpi.direction_note:
        parts.append(sheet.setter.line(kpi.direction_note, sheet.style("direction")).width)
    return sum(parts, ZERO) + MARK_GAP * max(0, len(parts) - 1)


def _growth(height: Length, room: Length) -> Length:
    """e: what a card has beyond the base height, once its name has its room."""
    return min(MOST_GROWTH, height - room - BASE_HEIGHT)


def _least(card: SetCard, room: Length) -> Length:
    return LEAST_HEIGHT + room + card.extra


def _heights(growth: Length) -> RowHeights:
    return RowHeights(
        row=pt(13.5) + growth * 0.2,
        actual_row=pt(17) + growth * 0.25,
        bar=pt(6) + growth * 0.06,
        actual_bar=pt(10.5) + growth * 0.14,
    )


def _card_box(card: SetCard, beyond: tuple[Length, Length], rect: Rect, sheet: Sheet) -> Box:
    """*beyond*: growth, and the room that every name has, beyond the base height."""
    growth, name_room = beyond
    name_top = rect.y + NAME_TOP + growth * NAME_GROWTH
    heights = _heights(growth)
    rows_top = rect.y + ROWS_TOP + growth * ROWS_GROWTH + name_room
    room = heights.full + card.rows.extra
    key = f"goal-{sheet.goal or 0}/kpi/{card.block.key}"
    figure: list[Item] = [*_marks(card, rect, name_top, sheet)]
    if card.steps:
        area = Rect(rect.x + PADDING, rows_top, rect.width - PADDING * 2, room)
        figure.extend(chevrons(card.steps, area, sheet))
    else:
        figure.extend(place_rows(card.rows, Point(rect.x, rows_top), room, heights, sheet))
    way_at = Point(rect.x + PADDING, rows_top + room)
    figure.extend(place_way(card.way, way_at, rect.width - PADDING * 2, sheet))
    name_rect = Rect(rect.x + PADDING, name_top, rect.width - PADDING * 2, card.name_height)
    name = place(card.name, card.name_style, Point(name_rect.x, name_rect.y), name_rect.width)
    below = Rect(name_rect.x, way_at.y + card.way.height, name_rect.width, card.notes_height)
    notes = note_boxes(card.block.notes, card.notes, _note_style(sheet), below, key)
    return Box(
        rect=rect,
        role=Role.SECTION,
        key=key,
        source=card.block.source,
        children=(
            _background(rect, key, sheet),
            Box(rect=name_rect, role=Role.H3, key=f"{key}/name", items=name.lines),
            Box(
                rect=rect,
                role=Role.FIGURE,
                key=f"{key}/figure",
                items=tuple(figure),
                alt=card.block.alt,
            ),
            *notes,
        ),
    )


def _background(rect: Rect, key: str, sheet: Sheet) -> Box:
    inks = sheet.theme.inks
    top = Path.rect(Rect(rect.x, rect.y, rect.width, TOP_RULE))
    foot = Path.rect(Rect(rect.x, rect.bottom - FOOT_RULE, rect.width, FOOT_RULE))
    return Box(
        rect=rect,
        role=Role.ARTIFACT,
        key=f"{key}/card",
        items=(
            Shape(path=Path.rect(rect), fill=inks.warm),
            Shape(path=top, fill=sheet.accent.ink),
            Shape(path=foot, fill=inks.baseline_line),
        ),
    )


def _marks(card: SetCard, rect: Rect, name_top: Length, sheet: Sheet) -> tuple[Item, ...]:
    """Badge on the name's first line; direction and chips where the name leaves room."""
    items: list[Item] = []
    block = card.block
    right = rect.right - PADDING
    if block.badge is not None:
        at = Point(right - BADGE_WIDTH, name_top + (card.name_style.line_feed - MARK_HEIGHT) / 2)
        items.extend(badge(block.badge, at, sheet))
    if card.remark_top is not None:
        y = name_top + card.remark_top
        beside = card.remark_top < card.name_style.line_feed * len(card.name.lines)
        x = right - remarks_width(block, sheet) if beside else rect.x + PADDING
        items.extend(remarks(block, Point(x, y), sheet))
    if card.unit_note_top is not None:
        at = Point(rect.x + PADDING, name_top + card.unit_note_top)
        items.append(unit_note(block, at, sheet))
    return tuple(items)


def unit_note(block: IndicatorBlock, at: Point, sheet: Sheet) -> Item:
    """（単位：…） of a unit too long to follow every value, in a line box that begins at *at*."""
    style = replace(sheet.style("row-label"), line_feed=UNIT_NOTE_FEED)
    return sheet.setter.label(block.unit_note, style, Point(at.x, at.y + baseline_in(style)))


def remarks(block: IndicatorBlock, at: Point, sheet: Sheet) -> tuple[Item, ...]:
    """目標は減少 ↓ and chips in a row, in a line box of 14 that begins at *at*."""
    direction, chips = remarks_apart(block, at, sheet)
    return (*direction, *chips)


def remarks_apart(
    block: IndicatorBlock, at: Point, sheet: Sheet
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The `remarks`: what says something of the target, and the chips, which do of the actual."""
    direction: list[Item] = []
    chips: list[Item] = []
    x = at.x
    if block.direction_note:
        style = replace(sheet.style("direction"), line_feed=DIRECTION_FEED)
        line = sheet.setter.line(block.direction_note, style)
        direction.append(line.at(Point(x, at.y + baseline_in(style))))
        x += line.width + MARK_GAP
    for run in block.chips:
        chips = [*ended(chips), *chip(run, Point(x, at.y), sheet)]
        x += chip_width(run, sheet) + MARK_GAP
    return tuple(direction), tuple(chips)


def _note_style(sheet: Sheet) -> TextStyle:
    return replace(sheet.style("note"), line_feed=pt(12))
