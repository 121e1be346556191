"""One numeric target alone: baseline ▸ actual ▸ target on one baseline, bars at the right."""

from __future__ import annotations

from strategy_report.compose.text import Composed, ComposedLine
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape
from strategy_report.display.role import Role
from strategy_report.pages.boxes import joined
from strategy_report.pages.context import Sheet
from strategy_report.pages.footnotes import note_boxes, set_note
from strategy_report.pages.goal_needs import BandNeeds
from strategy_report.pages.indicator_bars import BarRow, row_bars
from strategy_report.pages.kpi_cards import remarks, remarks_width
from strategy_report.pages.marks import BADGE_WIDTH, MARK_HEIGHT, badge
from strategy_report.pages.setting import baseline_in
from strategy_report.pages.target_half import TAB_HEIGHT, note_style, tab_items
from strategy_report.pages.values import SetValue, set_value, value_styles
from strategy_report.story.block import IndicatorBlock, RowRole, Run, ValueRow

MEDIUM, LARGE = pt(75), pt(112.5)
ADVANCE, ARROW_BEFORE = pt(28), pt(14)
ARROW_WIDTH, ARROW_HEIGHT, ARROW_ABOVE = pt(5), pt(8), pt(7)
BARS_FROM, BARS_LEAST, PERIOD_BEFORE = pt(376), pt(60), pt(24)
PERIOD_GAP = pt(4)
REMARKS_BELOW, NOTE_BELOW = pt(11.5), pt(1)
REMARK_GAP = pt(8)
# (actual, others) in points.
SIZES = ((35.0, 20.0), (32.0, 19.0), (29.0, 18.0))
MEDIUM_SIZES = ((30.0, 18.0), (29.0, 18.0))


class Layout(Value, kw_only=False):
    """Places below the band's top, for its two heights."""

    tab: Length
    baseline: Length
    label_above: Length
    bars: Length
    rows: tuple[Length, Length]
    bar: tuple[Length, Length]


LAYOUTS = {
    MEDIUM: Layout(pt(9), pt(66), pt(27.5), pt(20.5), (pt(13), pt(19)), (pt(6.5), pt(12))),
    LARGE: Layout(pt(12), pt(76.5), pt(32), pt(24.5), (pt(18), pt(25)), (pt(8.5), pt(15.5))),
}


class TrioValue(Value):
    """One value with the label above it."""

    row: ValueRow
    label: ComposedLine
    period: ComposedLine
    value: SetValue


class Trio(Value):
    """One indicator as a trio, composed for both heights."""

    block: IndicatorBlock
    large: tuple[TrioValue, ...]
    medium: tuple[TrioValue, ...] | None
    notes: tuple[Composed, ...]
    must_be_large: bool


def set_trio(block: IndicatorBlock, sheet: Sheet) -> Trio | None:
    """None where a trio does not suit: states, a way of years, or values too wide for a line."""
    if block.states or block.path or block.unit_note or len(block.name) == 0:
        return None
    width = sheet.master.column_width(5)
    name = sheet.setter.line(block.name, sheet.style("target-name-alone"))
    large = _first_fitting(block, SIZES, width, sheet)
    if large is None or name.width > width - BADGE_WIDTH:
        return None
    note = note_style(sheet)
    remarked = remarks_width(block, sheet)
    room = width - (remarked + REMARK_GAP if remarked else ZERO)
    return Trio(
        block=block,
        large=large,
        medium=_first_fitting(block, MEDIUM_SIZES, width, sheet),
        notes=tuple(set_note(words, note, room, sheet.setter) for words in block.notes),
        must_be_large=bool(block.notes or block.chips or block.direction_note),
    )


def trio_needs(trio: Trio) -> BandNeeds:
    """M for numbers alone; a remark or a note asks for L, several notes for more."""
    beyond = sum((len(note.lines) for note in trio.notes), 0) - 1
    large = LARGE + pt(12) * max(0, beyond)
    usual = large if trio.must_be_large or trio.medium is None else MEDIUM
    return BandNeeds(usual, usual, large)


def trio_box(trio: Trio, top: Length, height: Length, sheet: Sheet) -> Box:
    """The trio in the band that begins at *top*."""
    block = trio.block
    key = f"goal-{sheet.goal}/target/{block.key}"
    medium = height < LARGE
    layout = LAYOUTS[MEDIUM if medium else LARGE]
    values = trio.medium if medium and trio.medium is not None else trio.large
    area = sheet.type_area
    left = sheet.master.column_left(sheet.side, 1)
    tab = Rect(area.x, top + layout.tab, sheet.master.column_width(1), TAB_HEIGHT)
    style = sheet.style("target-name-alone")
    name_rect = Rect(left, tab.y, area.right - left, style.line_feed)
    name = sheet.setter.label(block.name, style, Point(left, tab.y + baseline_in(style)))
    name_end = left + sheet.setter.line(block.name, style).width
    figure, end = _value_items(values, Point(left, top + layout.baseline), layout, sheet)
    figure.extend(_bar_items(values, end, top, layout, sheet))
    marks_at = Point(left, top + layout.baseline + REMARKS_BELOW)
    figure.extend(remarks(block, marks_at, sheet))
    if block.badge is not None:
        figure.extend(_badge_after(block.badge, name_end, name_rect, sheet))
    remarked = remarks_width(block, sheet)
    remark_end = left + (remarked + REMARK_GAP if remarked else ZERO)
    notes_room = Rect(remark_end, marks_at.y + NOTE_BELOW, area.right - remark_end, ZERO)
    return Box(
        rect=Rect(area.x, top, area.width, height),
        role=Role.SECTION,
        key=key,
        source=block.source,
        children=(
            joined(
                Role.H2,
                f"{key}/heading",
                Box(
                    rect=tab,
                    role=Role.PARAGRAPH,
                    key=f"{key}/tab",
                    items=tab_items(block, Point(tab.x, tab.y), sheet),
                ),
                Box(rect=name_rect, role=Role.SPAN, key=f"{key}/name", items=(name,)),
            ),
            Box(
                rect=Rect(area.x, top, area.width, height),
                role=Role.FIGURE,
                key=f"{key}/figure",
                items=tuple(figure),
                alt=block.alt,
            ),
            *note_boxes(block.notes, trio.notes, note_style(sheet), notes_room, key),
        ),
    )


def _first_fitting(
    block: IndicatorBlock, sizes: tuple[tuple[float, float], ...], width: Length, sheet: Sheet
) -> tuple[TrioValue, ...] | None:
    """The largest sizes that leave room for the bars, else the smallest, if they fit at all."""
    tries = [_values(block, size, sheet) for size in sizes]
    drawn = any(row.magnitude is not None for row in block.rows)
    room = width - BARS_LEAST - ADVANCE
    for values in tries:
        if _width(values) <= (room - _period_room(values) if drawn else width):
            return values
    return tries[-1] if _width(tries[-1]) <= width else None


def _values(
    block: IndicatorBlock, sizes: tuple[float, float], sheet: Sheet
) -> tuple[TrioValue, ...]:
    values: list[TrioValue] = []
    for row in block.rows:
        actual = row.role is RowRole.ACTUAL
        styles = value_styles(sheet, "target", row.role, sizes[0])
        if not actual:
            styles = replace(styles, digits=sheet.style("target-value", sizes[1]))
        label = sheet.style("row-label-actual" if actual else "row-label")
        values.append(
            TrioValue(
                row=row,
                label=sheet.setter.line(row.label, label),
                period=sheet.setter.line(row.period, label),
                value=set_value(row, styles, sheet),
            )
        )
    return tuple(values)


def _width(values: tuple[TrioValue, ...]) -> Length:
    parts = sum((_value_width(value) for value in values), ZERO)
    return parts + ADVANCE * (len(values) - 1)


def _period_room(values: tuple[TrioValue, ...]) -> Length:
    """Between the periods beside the bars and the axis: R6.9.30 is wider than R5."""
    widest = max((value.period.width for value in values), default=ZERO)
    return max(PERIOD_BEFORE, widest + PERIOD_GAP)


def _value_width(value: TrioValue) -> Length:
    return max(value.value.width, value.label.width + PERIOD_GAP + value.period.width)


def _value_items(
    values: tuple[TrioValue, ...], at: Point, layout: Layout, sheet: Sheet
) -> tuple[list[Item], Length]:
    """Values, labels and arrows, and where the last value ends."""
    items: list[Item] = []
    x = at.x
    for place_, value in enumerate(values):
        if place_:
            x += ADVANCE
            items.append(_arrow(Point(x - ARROW_BEFORE, at.y - ARROW_ABOVE), sheet))
        above = at.y - layout.label_above
        items.append(value.label.at(Point(x, above)))
        items.append(value.period.at(Point(x + value.label.width + PERIOD_GAP, above)))
        items.append(value.value.starting_at(Point(x, at.y)))
        x += _value_width(value)
    return items, x


def _arrow(at: Point, sheet: Sheet) -> Shape:
    half = ARROW_HEIGHT / 2
    path = Path.polygon(
        Point(at.x, at.y - half), Point(at.x + ARROW_WIDTH, at.y), Point(at.x, at.y + half)
    )
    return Shape(path=path, fill=sheet.accent.ink)


def _bar_items(
    values: tuple[TrioValue, ...], end: Length, top: Length, layout: Layout, sheet: Sheet
) -> list[Item]:
    area = sheet.type_area
    before = _period_room(values)
    axis = max(area.x + BARS_FROM, end + ADVANCE / 2 + before)
    known = any(value.row.magnitude is not None for value in values)
    if not known or area.right - axis < BARS_LEAST:
        return []
    items: list[Item] = []
    slots: list[BarRow] = []
    full = layout.rows[0] * 2 + layout.rows[1]
    rows = [layout.rows[value.row.role is RowRole.ACTUAL] for value in values]
    y = top + layout.bars + (full - sum(rows, ZERO)) / 2
    start = y
    for value, height in zip(values, rows, strict=True):
        actual = value.row.role is RowRole.ACTUAL
        slots.append(
            BarRow(
                role=value.row.role,
                magnitude=value.row.magnitude,
                apart=value.row.apart,
                top=y,
                height=height,
                bar=layout.bar[actual],
            )
        )
        base = y + height / 2 + pt(3.2)
        items.append(value.period.at(Point(axis - before, base)))
        y += height
    return [*items, *row_bars(tuple(slots), Rect(axis, start, area.right - axis, y - start), sheet)]


def _badge_after(run: Run, name_end: Length, line: Rect, sheet: Sheet) -> tuple[Item, ...]:
    at = Point(name_end + REMARK_GAP, line.y + (line.height - MARK_HEIGHT) / 2)
    return badge(run, at, sheet)
