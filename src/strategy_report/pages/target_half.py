"""A numeric target as half of the band: tab and name, then rows with bars, or chevrons."""

from __future__ import annotations

from strategy_report.compose.text import Composed
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape, Stroke
from strategy_report.display.role import Role
from strategy_report.pages.boxes import joined
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
from strategy_report.pages.kpi_cards import DIRECTION_FEED, UNIT_NOTE_FEED, remarks, unit_note
from strategy_report.pages.marks import BADGE_WIDTH, MARK_HEIGHT, badge
from strategy_report.pages.setting import apart, baseline_in, place
from strategy_report.pages.yearly_way import SetWay, place_way, set_way
from strategy_report.story.block import IndicatorBlock, RowRole
from strategy_report.style.text_style import TextStyle

HALF_HEIGHT = pt(112.5)
TAB_TOP, TAB_HEIGHT = pt(9), pt(18)
TAB_NAME_GAP = pt(8)
TAB_OUTLINE = pt(0.8)
# White between the head and the rows: under a remark, and under the name alone.
BELOW_REMARK, BELOW_NAME = pt(3), pt(8)
FOOT = pt(6.5)
# Rows spread into what room there is; two of them, further than three.
MOST_SPREAD, MOST_SPREAD_WITHOUT_ACTUAL = pt(1.5), pt(4.5)
# White between the name's first line and the badge.
BADGE_GAP = pt(6)
NOTE_FEED = pt(12)
HEIGHTS = RowHeights(row=pt(18), actual_row=pt(25), bar=pt(8.5), actual_bar=pt(15.5))
SIZES = (20.0, 18.0, 16.0)

FRAME = RowFrame(
    kind="half", label=ZERO, period=pt(20), digits=pt(114), axis=pt(142), right=pt(240)
)

# One indicator over the whole width, where a trio does not suit it.
FULL = RowFrame(kind="half", label=ZERO, period=pt(20), digits=pt(180), axis=pt(230), right=pt(500))


class SetHalf(Value):
    """A half's words, composed.

    Attributes:
        head: from the top to the rows: tab, name, remarks and the white below them.
        rows: None for an indicator of states.
    """

    block: IndicatorBlock
    name: Composed
    name_style: TextStyle
    name_x: Length
    remark_top: Length | None
    unit_note_top: Length | None
    head: Length
    rows: SetRows | None
    body: Length
    notes: tuple[Composed, ...]
    way: SetWay

    @property
    def notes_height(self) -> Length:
        return sum((NOTE_FEED * len(note.lines) for note in self.notes), ZERO)


def half_needs(block: IndicatorBlock, width: Length, sheet: Sheet) -> Length:
    """Height of the row that this half (or, alone, the whole *width*) stands in."""
    half = _set_half(block, width, sheet)
    return max(HALF_HEIGHT, half.head + half.body + half.way.height + half.notes_height + FOOT)


def half_box(block: IndicatorBlock, rect: Rect, sheet: Sheet) -> Box:
    """The half in *rect*."""
    half = _set_half(block, rect.width, sheet)
    key = f"goal-{sheet.goal}/target/{block.key}"
    head = tab_items(block, Point(rect.x, rect.y + TAB_TOP), sheet)
    name_at = Point(rect.x + half.name_x, rect.y + TAB_TOP)
    name = place(half.name, half.name_style, name_at, rect.width - half.name_x)
    name_rect = Rect(name_at.x, name_at.y, rect.width - half.name_x, name.height)
    notes_top = rect.bottom - FOOT - half.notes_height if half.notes else rect.bottom
    top = rect.y + half.head
    foot = (notes_top if half.notes else rect.bottom - FOOT) - half.way.height
    body = Rect(rect.x, top, rect.width, foot - top)
    style = note_style(sheet)
    notes_room = Rect(rect.x, notes_top, rect.width, half.notes_height)
    figure: list[Item] = []
    if block.badge is not None:
        figure.extend(badge(block.badge, _badge_at(half, name_at, rect), sheet))
    if half.remark_top is not None:
        figure.extend(remarks(block, Point(name_at.x, name_at.y + half.remark_top), sheet))
    if half.unit_note_top is not None:
        figure.append(unit_note(block, Point(name_at.x, name_at.y + half.unit_note_top), sheet))
    if half.rows is None:
        figure.extend(chevrons(block.states, body, sheet))
    else:
        whole = any(row.role is RowRole.ACTUAL for row in block.rows)
        most = MOST_SPREAD if whole else MOST_SPREAD_WITHOUT_ACTUAL
        spread = max(ZERO, min(most, (body.height - half.rows.height(HEIGHTS)) / 3))
        heights = replace(HEIGHTS, row=HEIGHTS.row + spread, actual_row=HEIGHTS.actual_row + spread)
        figure.extend(place_rows(half.rows, Point(rect.x, top), body.height, heights, sheet))
    figure.extend(place_way(half.way, Point(rect.x, foot), rect.width, sheet))
    return Box(
        rect=rect,
        role=Role.SECTION,
        key=key,
        source=block.source,
        children=(
            joined(
                Role.H2,
                f"{key}/heading",
                Box(
                    rect=Rect(rect.x, rect.y + TAB_TOP, _tab_width(sheet), TAB_HEIGHT),
                    role=Role.PARAGRAPH,
                    key=f"{key}/tab",
                    items=head,
                ),
                Box(rect=name_rect, role=Role.SPAN, key=f"{key}/name", items=name.lines),
            ),
            Box(
                rect=rect, role=Role.FIGURE, key=f"{key}/figure", items=tuple(figure), alt=block.alt
            ),
            *note_boxes(block.notes, half.notes, style, notes_room, key),
        ),
    )


def _badge_at(half: SetHalf, name_at: Point, rect: Rect) -> Point:
    """Behind a name of one line; at the right, as on cards, beside one of more."""
    alone = len(half.name.lines) == 1
    after = name_at.x + half.name.lines[0].width + BADGE_GAP
    above = (half.name_style.line_feed - MARK_HEIGHT) / 2
    return Point(after if alone else rect.right - BADGE_WIDTH, name_at.y + above)


def tab_items(block: IndicatorBlock, at: Point, sheet: Sheet) -> tuple[Item, ...]:
    """数値目標 on the goal's ink; a 参考値 is outlined."""
    rect = Rect(at.x, at.y, _tab_width(sheet), TAB_HEIGHT)
    outlined = block.tab.text == "参考値"
    style = replace(sheet.style("tab-outlined" if outlined else "tab"), line_feed=TAB_HEIGHT)
    middle = Point(rect.x + rect.width / 2, rect.y + baseline_in(style))
    words = sheet.setter.line(block.tab, style)
    label = apart(words.at(Point(middle.x - words.width / 2, middle.y)))
    ink = sheet.accent.ink
    if not outlined:
        return (Shape(path=Path.rect(rect), fill=ink), label)
    half = TAB_OUTLINE / 2
    inner = Rect(rect.x + half, rect.y + half, rect.width - TAB_OUTLINE, rect.height - TAB_OUTLINE)
    stroke = Stroke(ink=ink, width=TAB_OUTLINE)
    return (Shape(path=Path.rect(inner), fill=sheet.theme.inks.paper, stroke=stroke), label)


def note_style(sheet: Sheet) -> TextStyle:
    return replace(sheet.style("note"), line_feed=NOTE_FEED)


def _tab_width(sheet: Sheet) -> Length:
    return sheet.master.column_width(1)


def _set_half(block: IndicatorBlock, width: Length, sheet: Sheet) -> SetHalf:
    name_x = _tab_width(sheet) + TAB_NAME_GAP
    style = sheet.style("target-name")
    first = width - name_x - (BADGE_WIDTH + BADGE_GAP if block.badge is not None else ZERO)
    name = sheet.setter.compose(block.name, style, width - name_x, first_line_length=first)
    if len(name.lines) > 1:
        style = replace(sheet.style("target-name", 10), line_feed=pt(14))
        name = sheet.setter.compose(block.name, style, width - name_x, first_line_length=first)
    head = max(TAB_HEIGHT, style.line_feed * len(name.lines))
    remark = None
    if block.direction_note or block.chips:
        remark = head
        head += DIRECTION_FEED
    unit_note = None
    if block.unit_note:
        unit_note = head
        head += UNIT_NOTE_FEED
    head += BELOW_NAME if remark is None and unit_note is None else BELOW_REMARK
    rows = None if block.states else _half_rows(block, width, sheet)
    body = (
        chevrons_height(block.states, width, sheet)
        if rows is None
        else max(HEIGHTS.full, rows.height(HEIGHTS))
    )
    note = note_style(sheet)
    return SetHalf(
        block=block,
        name=name,
        name_style=style,
        name_x=name_x,
        remark_top=remark,
        unit_note_top=unit_note,
        head=TAB_TOP + head,
        rows=rows,
        body=body,
        notes=tuple(set_note(words, note, width, sheet.setter) for words in block.notes),
        way=set_way(block, width, sheet),
    )


def _half_rows(block: IndicatorBlock, width: Length, sheet: Sheet) -> SetRows:
    frame = FRAME if width < FULL.right else FULL
    tries = (set_rows(block, frame, sheet, size) for size in SIZES)
    fitting = next((rows for rows in tries if rows.fits), None)
    return fitting or set_rows_without_bars(block, frame, sheet, SIZES[-1])
