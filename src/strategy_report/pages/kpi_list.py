"""KPI as a list, where they are too many for cards: a row each, heads on every page."""

from __future__ import annotations

from strategy_report.compose.text import Composed
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape
from strategy_report.display.role import Role
from strategy_report.pages.boxes import repeated
from strategy_report.pages.context import Sheet
from strategy_report.pages.indicator_bars import BarRow, row_bars
from strategy_report.pages.kpi_cards import DIRECTION_FEED, remarks_apart, remarks_width
from strategy_report.pages.kpi_columns import (
    NAME_LEFT,
    Column,
    ListColumns,
    ListFrame,
    column_heads,
    list_columns,
    list_frame,
)
from strategy_report.pages.marks import BADGE_WIDTH, MARK_HEIGHT, badge
from strategy_report.pages.setting import ended, place
from strategy_report.story.block import IndicatorBlock, RowRole, Words

HEAD_HEIGHT = pt(14)
HEAD_BASELINE = pt(9)
LEAST_ROW = pt(26)
TOP_RULE, RULE = pt(1.8), pt(0.5)
BAR, ACTUAL_BAR = pt(4), pt(7)
BAR_ROW, ACTUAL_BAR_ROW = pt(5.8), pt(8.4)
LINE = pt(12)
SUB_LINE = pt(10)
# Names of more than two lines would run on into the next row's.
ROW_PADDING, LONG_ROW_PADDING = pt(2), pt(7)
BASELINE_SHARE = 0.37


class ListRow(Value):
    """A row's words; `height`: what they need at least.

    Attributes:
        under_name: unit note and ※ notes, each composed.
        remarks: the block with what of its direction and chips stands on a line, by line.
    """

    block: IndicatorBlock
    name: Composed
    under_name: tuple[Composed, ...]
    remarks: tuple[IndicatorBlock, ...]
    height: Length

    @property
    def name_height(self) -> Length:
        lines = len(self.name.lines) + sum(len(words.lines) for words in self.under_name)
        return LINE * lines + DIRECTION_FEED * len(self.remarks)


class NamedRow(Value):
    """The cell with a row's name, and what stands under the name but is told elsewhere.

    Readers say the head of a row again with each of its cells, so it holds no more than the name.

    Attributes:
        chips: told with the actual, of which they say something.
        notes: told behind all values.
    """

    cell: Box
    chips: tuple[Box, ...]
    notes: tuple[Box, ...]


class KpiList(Value):
    """All rows of a goal's list, to be shown on one page or several.

    Attributes:
        key: what the keys of its boxes begin with.
    """

    key: str
    columns: ListColumns
    rows: tuple[ListRow, ...]

    @property
    def row_heights(self) -> tuple[Length, ...]:
        return tuple(row.height for row in self.rows)


def kpi_list(
    kpis: tuple[IndicatorBlock, ...],
    sheet: Sheet,
    key: str,
    frame: ListFrame | None = None,
) -> KpiList:
    """The list's words composed; *frame*: shared with other lists, None where it stands alone."""
    columns = list_columns(kpis, frame or list_frame(kpis, sheet), sheet)
    rows = tuple(_list_row(kpi, columns, sheet) for kpi in kpis)
    return KpiList(key=key, columns=columns, rows=rows)


def list_box(
    listed: KpiList, span: tuple[int, int], top: Length, stretch: Length, sheet: Sheet
) -> Box:
    """Rows from *span*[0] up to *span*[1] under the heads; each is *stretch* above its least."""
    area = sheet.type_area
    key = listed.key
    heads = _head_box(listed.columns, Point(area.x, top), key, sheet)
    y = top + HEAD_HEIGHT
    rows: list[Box] = [repeated(heads) if span[0] else heads]
    for number in range(*span):
        row = listed.rows[number]
        rect = Rect(area.x, y, area.width, row.height + stretch)
        background = _row_background(rect, number - span[0], f"{key}/{row.block.key}", sheet)
        rows.append(_row_box(row, listed, rect, background, sheet))
        y = rect.bottom
    return Box(
        rect=Rect(area.x, top, area.width, y - top),
        role=Role.TABLE,
        key=f"{key}/list",
        children=tuple(rows),
    )


def _list_row(kpi: IndicatorBlock, columns: ListColumns, sheet: Sheet) -> ListRow:
    style = sheet.style("list-name")
    name = sheet.setter.compose(kpi.name, style, columns.name_width)
    note = sheet.style("note")
    under: list[Words] = [kpi.unit_note] if kpi.unit_note else []
    under.extend(kpi.notes)
    row = ListRow(
        block=kpi,
        name=name,
        under_name=tuple(sheet.setter.compose(w, note, columns.name_width) for w in under),
        remarks=_remark_lines(kpi, columns.name_width, sheet),
        height=LEAST_ROW,
    )
    values = max((column.height(kpi) for column in columns.columns), default=ZERO)
    content = max(row.name_height, values)
    needed = content + (ROW_PADDING if content < LEAST_ROW else LONG_ROW_PADDING)
    return replace(row, height=max(LEAST_ROW, needed))


def _remark_lines(kpi: IndicatorBlock, width: Length, sheet: Sheet) -> tuple[IndicatorBlock, ...]:
    """Direction and chips on one line, or below each other where *width* does not hold them."""
    if not kpi.direction_note and not kpi.chips:
        return ()
    if remarks_width(kpi, sheet) <= width:
        return (kpi,)
    alone = (replace(kpi, chips=()),) if kpi.direction_note else ()
    return (*alone, *(replace(kpi, direction_note=(), chips=(chip,)) for chip in kpi.chips))


def _head_box(columns: ListColumns, at: Point, key: str, sheet: Sheet) -> Box:
    cells: list[Box] = []
    for column in columns.columns:
        items = column_heads(column, Point(at.x, at.y + HEAD_BASELINE), sheet)
        rect = Rect(at.x + column.left, at.y, column.end - column.left, HEAD_HEIGHT)
        cells.append(
            Box(
                rect=rect,
                role=Role.TABLE_HEADER,
                key=f"{key}/head/{column.role.value}",
                items=items,
            )
        )
    area = sheet.type_area
    name = Rect(at.x, at.y, columns.name_width + NAME_LEFT, HEAD_HEIGHT)
    empty = Box(rect=name, role=Role.TABLE_HEADER, key=f"{key}/head/name")
    return Box(
        rect=Rect(at.x, at.y, area.width, HEAD_HEIGHT),
        role=Role.TABLE_ROW,
        key=f"{key}/head",
        children=(empty, *cells),
    )


def _row_box(row: ListRow, listed: KpiList, rect: Rect, background: Box, sheet: Sheet) -> Box:
    columns = listed.columns
    key = f"{listed.key}/{row.block.key}"
    cells = [_value_cell(row, column, rect, key, sheet) for column in columns.columns]
    named = _named(row, columns, rect, key, sheet)
    cells = _with_children(cells, (*_badge(row, rect, key, sheet), *named.chips), RowRole.ACTUAL)
    cells = _with_children(cells, named.notes, columns.columns[-1].role)
    children = [background, named.cell, *cells]
    if columns.bars is not None:
        children.append(_bars(row.block, columns.bars, rect, key, sheet))
    return Box(
        rect=rect,
        role=Role.TABLE_ROW,
        key=key,
        source=row.block.source,
        children=tuple(children),
    )


def _with_children(cells: list[Box], told: tuple[Box, ...], role: RowRole) -> list[Box]:
    """*cells*, that of *role* (the last, if there is none) with *told* behind its own words."""
    if not told:
        return cells
    names = [cell.key.rpartition("/")[2] for cell in cells]
    at = names.index(role.value) if role.value in names else len(cells) - 1
    own = cells[at]
    with_them = replace(own, items=ended(own.items), children=(*own.children, *told))
    return [*cells[:at], with_them, *cells[at + 1 :]]


def _badge(row: ListRow, rect: Rect, key: str, sheet: Sheet) -> tuple[Box, ...]:
    """The badge at the right end: it has no column head of its own to be read under."""
    if row.block.badge is None:
        return ()
    at = Point(rect.right - BADGE_WIDTH - pt(1), rect.y + (rect.height - MARK_HEIGHT) / 2)
    items = badge(row.block.badge, at, sheet)
    mark = Rect(at.x, at.y, BADGE_WIDTH, MARK_HEIGHT)
    role = RowRole.ACTUAL.value
    return (Box(rect=mark, role=Role.SPAN, key=f"{key}/{role}/badge", items=ended(items)),)


def _row_background(rect: Rect, number: int, key: str, sheet: Sheet) -> Box:
    inks = sheet.theme.inks
    items: list[Item] = []
    if number % 2 == 0:
        items.append(Shape(path=Path.rect(rect), fill=inks.warm))
    line = TOP_RULE if number == 0 else RULE
    ink = sheet.accent.ink if number == 0 else inks.rule
    items.append(Shape(path=Path.rect(Rect(rect.x, rect.y, rect.width, line)), fill=ink))
    return Box(rect=rect, role=Role.ARTIFACT, key=f"{key}/row", items=tuple(items))


def _named(row: ListRow, columns: ListColumns, rect: Rect, key: str, sheet: Sheet) -> NamedRow:
    x, width = rect.x + NAME_LEFT, columns.name_width
    y = rect.y + (rect.height - row.name_height) / 2 + TOP_RULE / 4
    name = place(row.name, sheet.style("list-name"), Point(x, y), width)
    y += name.height
    told: tuple[Item, ...] = name.lines
    note = replace(sheet.style("note"), line_feed=LINE)
    notes: list[Box] = []
    for number, words in enumerate(row.under_name):
        block = place(words, note, Point(x, y), width)
        if number == 0 and row.block.unit_note:
            told = (*ended(told), *block.lines)
        else:
            notes.append(
                Box(
                    rect=Rect(x, y, width, block.height),
                    role=Role.NOTE,
                    key=f"{key}/note-{number}",
                    items=block.lines,
                )
            )
        y += block.height
    chips: list[Box] = []
    for number, line in enumerate(row.remarks):
        direction, own = remarks_apart(line, Point(x, y), sheet)
        told = (*ended(told), *direction) if direction else told
        if own:
            line_rect = Rect(x, y, width, DIRECTION_FEED)
            chips.append(
                Box(rect=line_rect, role=Role.SPAN, key=f"{key}/chips-{number}", items=ended(own))
            )
        y += DIRECTION_FEED
    cell = Rect(x, rect.y, width, rect.height)
    return NamedRow(
        cell=Box(rect=cell, role=Role.TABLE_HEADER, key=f"{key}/name", items=told),
        chips=tuple(chips),
        notes=tuple(notes),
    )


def _value_cell(row: ListRow, column: Column, rect: Rect, key: str, sheet: Sheet) -> Box:
    middle = rect.y + rect.height / 2
    items = column.items(row.block, Point(rect.x, middle))
    cell = Rect(rect.x + column.left, rect.y, column.end - column.left, rect.height)
    return Box(rect=cell, role=Role.TABLE_DATA, key=f"{key}/{column.role.value}", items=items)


def _bars(
    block: IndicatorBlock, span: tuple[Length, Length], rect: Rect, key: str, sheet: Sheet
) -> Box:
    """Small bars, in the order of the values; the words beside them say the same."""
    full = BAR_ROW * 2 + ACTUAL_BAR_ROW
    heights = [ACTUAL_BAR_ROW if row.role is RowRole.ACTUAL else BAR_ROW for row in block.rows]
    y = rect.y + (rect.height - full) / 2 + (full - sum(heights, ZERO)) / 2
    top = y
    slots: list[BarRow] = []
    for row, height in zip(block.rows, heights, strict=True):
        bar = ACTUAL_BAR if row.role is RowRole.ACTUAL else BAR
        slot = BarRow(
            role=row.role, magnitude=row.magnitude, top=y, height=height, bar=bar, apart=row.apart
        )
        slots.append(slot)
        y += height
    area = Rect(rect.x + span[0], top, span[1] - span[0], y - top)
    return Box(
        rect=area,
        role=Role.ARTIFACT,
        key=f"{key}/bars",
        items=row_bars(tuple(slots), area, sheet),
    )
