"""An indicator's values below each other: label, period, digits ending at one place, then bars."""

from __future__ import annotations

from strategy_report.compose.text import Composed, ComposedLine
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value
from strategy_report.display.item import Item
from strategy_report.pages.context import Sheet
from strategy_report.pages.indicator_bars import BarRow, row_bars
from strategy_report.pages.values import SetValue, set_value, value_styles
from strategy_report.story.block import IndicatorBlock, RowRole, Run, ValueRow

LABEL_GAP = pt(3.2)
FIELD_GAP = pt(4)
AXIS_GAP = pt(4)
SPAN_NOTE_GAP = pt(2)
WORD_FEED = pt(12)
# Digits stand a little high in the row, so that digits and kanji beside them look centred.
BASELINE_SHARE = 0.36
TEXT_BASELINE = pt(3.4)
SHARED_BASELINE_UP_TO = pt(13)


class RowFrame(Value):
    """Where the parts of a row stand, from the left edge of its card or half.

    Attributes:
        kind: which value styles; see `values.value_styles`.
        period: where the period begins at the earliest.
        digits: where the digits end at the latest.
        right: right end of the longest bar, and of words where no bar is drawn.
    """

    kind: str
    label: Length
    period: Length
    digits: Length
    axis: Length
    right: Length


class RowHeights(Value, kw_only=False):
    """Of a row and its bar: the actual's, and the others'."""

    row: Length
    actual_row: Length
    bar: Length
    actual_bar: Length

    def of(self, role: RowRole) -> Length:
        return self.actual_row if role is RowRole.ACTUAL else self.row

    def bar_of(self, role: RowRole) -> Length:
        return self.actual_bar if role is RowRole.ACTUAL else self.bar

    @property
    def full(self) -> Length:
        """Of the three rows together."""
        return self.row * 2 + self.actual_row


class SetRow(Value):
    """One row, composed. `wrapped` holds a word that needs several lines, else None."""

    row: ValueRow
    label: ComposedLine
    period: ComposedLine
    span_note: ComposedLine | None
    value: SetValue
    wrapped: Composed | None = None

    @property
    def extra(self) -> Length:
        """Height that a wrapped word needs beyond its first line."""
        return ZERO if self.wrapped is None else WORD_FEED * (len(self.wrapped.lines) - 1)


class SetRows(Value):
    """All rows of one indicator, composed.

    Attributes:
        digits: where the digits end.
        with_bars: False where the words need the bars' room.
        fits: whether every value keeps clear of its label (and of the bars, if drawn).
    """

    block: IndicatorBlock
    frame: RowFrame
    rows: tuple[SetRow, ...]
    digits: Length
    with_bars: bool
    fits: bool

    @property
    def extra(self) -> Length:
        return sum((row.extra for row in self.rows), ZERO)

    def height(self, heights: RowHeights) -> Length:
        return sum((heights.of(row.row.role) + row.extra for row in self.rows), ZERO)


def set_rows(
    block: IndicatorBlock, frame: RowFrame, sheet: Sheet, actual_size: float | None = None
) -> SetRows:
    """The rows with bars at the right, if the values fit before them."""
    rows = tuple(_set_row(row, frame, sheet, actual_size, block) for row in block.rows)
    return _with_bars(block, frame, rows)


def set_rows_without_bars(
    block: IndicatorBlock, frame: RowFrame, sheet: Sheet, actual_size: float | None = None
) -> SetRows:
    """The rows over the whole width; a word too long for it is turned over."""
    rows = tuple(_set_row(row, frame, sheet, actual_size, block) for row in block.rows)
    tail = max((row.value.tail_width for row in rows), default=ZERO)
    digits = frame.right - tail
    wrapped = tuple(_wrap(row, frame, sheet) for row in rows)
    fits = all(_clear(row, frame, digits) for row in wrapped)
    return SetRows(
        block=block, frame=frame, rows=wrapped, digits=digits, with_bars=False, fits=fits
    )


def place_rows(
    rows: SetRows, at: Point, room: Length, heights: RowHeights, sheet: Sheet
) -> tuple[Item, ...]:
    """The rows centred in *room* below *at*, which is the left end of the frame."""
    y = at.y + max(ZERO, (room - rows.height(heights)) / 2)
    items: list[Item] = []
    slots: list[BarRow] = []
    top = y
    for row in rows.rows:
        height = heights.of(row.row.role) + row.extra
        middle = y + height / 2
        items.extend(_row_items(row, rows, at.x, middle))
        slots.append(
            BarRow(
                role=row.row.role,
                magnitude=row.row.magnitude,
                apart=row.row.apart,
                top=y,
                height=height,
                bar=heights.bar_of(row.row.role),
            )
        )
        y += height
    if not rows.with_bars:
        return tuple(items)
    area = Rect(at.x + rows.frame.axis, top, rows.frame.right - rows.frame.axis, y - top)
    return (*items, *row_bars(tuple(slots), area, sheet))


def _set_row(
    row: ValueRow, frame: RowFrame, sheet: Sheet, size: float | None, block: IndicatorBlock
) -> SetRow:
    actual = row.role is RowRole.ACTUAL
    label = sheet.style("row-label-actual" if actual else "row-label")
    note = Run(text=row.span_note, source=row.source)
    styles = value_styles(sheet, frame.kind, row.role, size)
    return SetRow(
        row=row,
        label=sheet.setter.line(row.label, label),
        period=sheet.setter.line(row.period, label),
        span_note=sheet.setter.line(note, sheet.style("row-label")) if row.span_note else None,
        value=set_value(row, styles, sheet, unit=not block.unit_note),
    )


def _with_bars(block: IndicatorBlock, frame: RowFrame, rows: tuple[SetRow, ...]) -> SetRows:
    tail = max((row.value.tail_width for row in rows), default=ZERO)
    drawn = any(row.row.magnitude is not None for row in rows)
    digits = min(frame.digits, frame.axis - AXIS_GAP - tail)
    return SetRows(
        block=block,
        frame=frame,
        rows=rows,
        digits=digits,
        with_bars=drawn,
        fits=drawn and all(_clear(row, frame, _end(row, rows, digits)) for row in rows),
    )


def _end(row: SetRow, rows: tuple[SetRow, ...], digits: Length) -> Length:
    """Where a row's head ends: a word reaches to the end of the units."""
    if not row.value.is_word:
        return digits
    units = [other.value.tail_width for other in rows if other.row.role is not RowRole.ACTUAL]
    return digits + max(units, default=ZERO)


def _clear(row: SetRow, frame: RowFrame, end: Length) -> bool:
    return row.wrapped is not None or end - row.value.head_width >= _field_start(row, frame)


def _field_start(row: SetRow, frame: RowFrame) -> Length:
    note = ZERO if row.span_note is None else SPAN_NOTE_GAP + row.span_note.width
    return _period_x(row, frame) + row.period.width + note + FIELD_GAP


def _period_x(row: SetRow, frame: RowFrame) -> Length:
    return max(frame.period, frame.label + row.label.width + LABEL_GAP)


def _wrap(row: SetRow, frame: RowFrame, sheet: Sheet) -> SetRow:
    start = _field_start(row, frame)
    if not row.value.is_word or row.value.width <= frame.right - start:
        return row
    style = value_styles(sheet, frame.kind, row.row.role).word
    word = row.row.word or Run(text="")
    return SetRow(
        row=row.row,
        label=row.label,
        period=row.period,
        span_note=row.span_note,
        value=row.value,
        wrapped=sheet.setter.compose(word, style, frame.right - start),
    )


def _row_items(row: SetRow, rows: SetRows, left: Length, middle: Length) -> list[Item]:
    frame = rows.frame
    base = text_base = middle + TEXT_BASELINE - row.extra / 2
    if not row.value.is_word:
        size = row.value.head[-1].line.runs[-1].size
        base = middle + size * BASELINE_SHARE
        # Small digits share the label's baseline; beside large ones it would hang too low.
        text_base = base if size <= SHARED_BASELINE_UP_TO else text_base
    period = left + _period_x(row, frame)
    items: list[Item] = [
        row.label.at(Point(left + frame.label, text_base)),
        row.period.at(Point(period, text_base)),
    ]
    if row.span_note is not None:
        at = Point(period + row.period.width + SPAN_NOTE_GAP, text_base)
        items.append(row.span_note.at(at))
    if row.wrapped is not None:
        start = left + _field_start(row, frame)
        lines = row.wrapped.lines
        items.extend(line.at(Point(start, base + WORD_FEED * k)) for k, line in enumerate(lines))
        return items
    end = rows.digits if not rows.with_bars and not row.value.is_word else ZERO
    if row.value.is_word:
        end = _end(row, rows.rows, rows.digits) if rows.with_bars else frame.right
    items.append(row.value.ending_at(Point(left + (end or rows.digits), base)))
    return items
