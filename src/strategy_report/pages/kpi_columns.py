"""Columns of the KPI list: where decimal points stand, given how wide all rows' values are."""

from __future__ import annotations

from strategy_report.compose.text import Composed, ComposedLine
from strategy_report.core.geometry import Point
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.item import Item
from strategy_report.pages.context import Sheet
from strategy_report.pages.setting import apart, ended
from strategy_report.pages.values import SetValue, set_value, value_styles
from strategy_report.story.block import IndicatorBlock, RowRole, Run, ValueRow

NAME_LEFT, NAME_WIDTH, LEAST_NAME_WIDTH = pt(6), pt(180), pt(110)
# Where values leave names less than their usual width, as little less as will do.
NAME_WIDTHS = (pt(165), pt(150), pt(130), LEAST_NAME_WIDTH)
NAME_LINES = 2
GAP = pt(4)
BARS, BARS_WIDTH, BEFORE_BARS = pt(400), pt(43), pt(6)
VALUES_END = pt(443)
# Right of the bars, for badges; where no row has one, longer bars have it, or long names.
BADGE_ROOM = pt(51)
DIGITS = {RowRole.BASELINE: pt(226), RowRole.ACTUAL: pt(306), RowRole.TARGET: pt(372)}
# (actual, others) in points.
SIZES = ((12.5, 9.4), (11.5, 9.4), (10.5, 9.4), (9.4, 8.4), (8.4, 8.0))
WIDEST_WORD = pt(62)
WORD_FEED = pt(11)
SUB_LINE = pt(10)
VALUE_LINE = pt(14)
DIGITS_SHARE, TEXT_SHARE = 0.38, 0.37
HEAD_PERIOD_GAP = pt(4)


class Cell(Value):
    """A value, and what stands under it: its period where the head does not give it, 単年.

    Attributes:
        wrapped: the lines of a word too wide for its column.
    """

    value: SetValue
    wrapped: Composed | None
    under: ComposedLine | None

    @property
    def height(self) -> Length:
        lines = 1 if self.wrapped is None else len(self.wrapped.lines)
        body = VALUE_LINE if lines == 1 else WORD_FEED * lines
        return body + (ZERO if self.under is None else SUB_LINE)


class Column(Value):
    """The values of one role, one cell a row.

    Attributes:
        left, point, end: where values begin at the earliest, where their whole digits end (the
            decimal points of a column stand below each other), where units end.
        fraction: the widest one's, behind `point`.
        period: what the head says; None where every value says its own.
    """

    role: RowRole
    label: Run
    period: Run | None
    cells: dict[str, Cell]
    left: Length
    point: Length
    end: Length
    fraction: Length

    @property
    def digits(self) -> Length:
        """Where the digits of the longest fraction end, and the head with them."""
        return self.point + self.fraction

    def height(self, block: IndicatorBlock) -> Length:
        cell = self.cells.get(block.key)
        return ZERO if cell is None else cell.height

    def items(self, block: IndicatorBlock, at: Point) -> tuple[Item, ...]:
        """The cell's words around the height *at*.y, the list's left edge at *at*.x."""
        cell = self.cells.get(block.key)
        if cell is None:
            return ()
        top = at.y - cell.height / 2
        items: list[Item] = []
        if cell.wrapped is not None:
            for line in cell.wrapped.lines:
                size = line.line.runs[-1].size
                base = top + WORD_FEED / 2 + size * TEXT_SHARE
                items.append(line.at(Point(at.x + self.end - line.width, base)))
                top += WORD_FEED
        else:
            size = cell.value.head[-1].line.runs[-1].size
            share = TEXT_SHARE if cell.value.is_word else DIGITS_SHARE
            base = top + VALUE_LINE / 2 + size * share
            if cell.value.is_word:
                items.append(cell.value.ending_at(Point(at.x + self.end, base)))
            else:
                items.append(cell.value.pointed_at(Point(at.x + self.point, base)))
            top += VALUE_LINE
        if cell.under is not None:
            base = top + SUB_LINE / 2 + cell.under.line.runs[-1].size * TEXT_SHARE
            under = cell.under.at(Point(at.x + self.end - cell.under.width, base))
            return (*ended(items), under)
        return tuple(items)


class ListColumns(Value):
    """All columns; `bars` from where to where, None where the words need the room."""

    name_width: Length
    columns: tuple[Column, ...]
    bars: tuple[Length, Length] | None


class ListFrame(Value):
    """What lists that stand below each other have alike, as far as their values allow.

    Attributes:
        name_width: that the names take.
        shift: of all columns to the right, for the sake of long names.
        spare: room right of the bars, where no list has a badge.
    """

    name_width: Length
    shift: Length
    spare: Length


def list_frame(kpis: tuple[IndicatorBlock, ...], sheet: Sheet) -> ListFrame:
    """*kpis*: all of those lists."""
    spare = ZERO if any(kpi.badge is not None for kpi in kpis) else BADGE_ROOM
    shift = spare if _are_long(kpis, sheet) else ZERO
    width = _name_width(kpis, NAME_WIDTH + shift, sheet)
    return ListFrame(name_width=width, shift=shift, spare=spare)


def list_columns(kpis: tuple[IndicatorBlock, ...], frame: ListFrame, sheet: Sheet) -> ListColumns:
    """Columns wide enough for every value of *kpis*.

    First smaller digits, then narrower names, then no bars; at last points do not stand below each
    other, but digits end at one place.
    """
    last: ListColumns | None = None
    usual, shift, spare = frame.name_width, frame.shift, frame.spare
    for with_bars, pointed in ((True, True), (False, True), (False, False)):
        for name_width in dict.fromkeys(min(usual, width) for width in (usual, *NAME_WIDTHS)):
            for sizes in SIZES[:3] if with_bars else SIZES:
                for close in (False, True):
                    left = NAME_LEFT + name_width
                    fit = _Fit(sizes=sizes, close=close, pointed=pointed, shift=shift)
                    columns = _columns(kpis, fit, left, sheet)
                    end = columns[-1].end if columns else ZERO
                    limit = BARS - BEFORE_BARS + shift if with_bars else VALUES_END + spare
                    bars = (BARS + shift, BARS + BARS_WIDTH + spare) if with_bars else None
                    if end <= limit:
                        spread = _spread(columns, limit - end) if close else columns
                        return ListColumns(name_width=name_width, columns=spread, bars=bars)
                    last = ListColumns(name_width=name_width, columns=columns, bars=bars)
    if last is None:
        raise ValueError("no sizes are given")
    return last


def _spread(columns: tuple[Column, ...], spare: Length) -> tuple[Column, ...]:
    """Columns that had to stand close, with what room was left shared between them."""
    each = spare / max(1, len(columns))
    return tuple(
        replace(
            column,
            left=column.left + each * place,
            point=column.point + each * (place + 1),
            end=column.end + each * (place + 1),
        )
        for place, column in enumerate(columns)
    )


def _are_long(kpis: tuple[IndicatorBlock, ...], sheet: Sheet) -> bool:
    """Whether some name needs more lines than a row usually has."""
    style = sheet.style("list-name")
    return any(
        len(sheet.setter.compose(kpi.name, style, NAME_WIDTH).lines) > NAME_LINES for kpi in kpis
    )


def _name_width(kpis: tuple[IndicatorBlock, ...], most: Length, sheet: Sheet) -> Length:
    """What the names take, up to *most*."""
    style = sheet.style("list-name")
    widths = (sheet.setter.compose(kpi.name, style, most).width for kpi in kpis)
    return max(LEAST_NAME_WIDTH, min(most, max(widths, default=ZERO)))


def column_heads(column: Column, at: Point, sheet: Sheet) -> tuple[Item, ...]:
    """基準 H30, ending where the digits do, on the baseline *at*.y."""
    actual = column.role is RowRole.ACTUAL
    style = sheet.style("list-head-actual" if actual else "list-head")
    label = sheet.setter.line(column.label, style)
    if column.period is None:
        return (label.at(Point(at.x + column.digits - label.width, at.y)),)
    period = sheet.setter.line(column.period, style)
    x = at.x + column.digits - period.width
    return (
        apart(label.at(Point(x - HEAD_PERIOD_GAP - label.width, at.y))),
        period.at(Point(x, at.y)),
    )


def _heading_width(column: Column, sheet: Sheet) -> Length:
    style = sheet.style("list-head-actual")
    label = sheet.setter.line(column.label, style).width
    if column.period is None:
        return label
    return label + HEAD_PERIOD_GAP + sheet.setter.line(column.period, style).width


class _Fit(Value):
    """How values are set to fit.

    Attributes:
        sizes: of the actuals' digits and of all others.
        close: columns stand as near to each other as they may.
        pointed: decimal points stand below each other; else the last digits do.
        shift: of all columns to the right, for the sake of long names.
    """

    sizes: tuple[float, float]
    close: bool
    pointed: bool
    shift: Length


def _columns(
    kpis: tuple[IndicatorBlock, ...], fit: _Fit, left: Length, sheet: Sheet
) -> tuple[Column, ...]:
    """The values' columns from *left*."""
    columns: list[Column] = []
    for role in RowRole:
        rows = {kpi.key: row for kpi in kpis if (row := kpi.row(role)) is not None}
        if not rows:
            continue
        column = _column(role, rows, kpis, fit.sizes, sheet)
        if not fit.pointed:
            column = _with_even_ends(column)
        cells = column.cells.values()
        whole = max(map(_whole_width, cells), default=ZERO)
        behind = max((cell.value.fraction + cell.value.tail_width for cell in cells), default=ZERO)
        words = max(map(_word_width, cells), default=ZERO)
        heading = _heading_width(column, sheet) - column.fraction
        wanted = left + GAP + max(whole, words - behind, heading)
        point = wanted if fit.close else max(DIGITS[role] + fit.shift - column.fraction, wanted)
        columns.append(replace(column, left=left + GAP, point=point, end=point + behind))
        left = point + behind
    return tuple(columns)


def _column(
    role: RowRole,
    rows: dict[str, ValueRow],
    kpis: tuple[IndicatorBlock, ...],
    sizes: tuple[float, float],
    sheet: Sheet,
) -> Column:
    periods = list(dict.fromkeys(row.period.text for row in rows.values()))
    first = next(iter(rows.values()))
    shared = first.period if len(periods) == 1 else None
    noted = {kpi.key for kpi in kpis if kpi.unit_note}
    cells = {
        key: _cell(row, sizes, sheet, shared=shared is not None, unit=key not in noted)
        for key, row in rows.items()
    }
    return Column(
        role=role,
        label=first.label,
        period=shared,
        cells=cells,
        left=ZERO,
        point=ZERO,
        end=ZERO,
        fraction=max((cell.value.fraction for cell in cells.values()), default=ZERO),
    )


def _with_even_ends(column: Column) -> Column:
    cells = {
        key: replace(cell, value=replace(cell.value, fraction=ZERO))
        for key, cell in column.cells.items()
    }
    return replace(column, cells=cells, fraction=ZERO)


def _cell(
    row: ValueRow, sizes: tuple[float, float], sheet: Sheet, *, shared: bool, unit: bool
) -> Cell:
    actual = row.role is RowRole.ACTUAL
    styles = value_styles(sheet, "list", row.role, sizes[0])
    if not actual:
        styles = replace(styles, digits=sheet.style("kpi-value", sizes[1]))
    value = set_value(row, styles, sheet, unit=unit)
    wrapped = None
    if value.is_word and value.width > WIDEST_WORD:
        style = replace(styles.word, line_feed=WORD_FEED)
        wrapped = sheet.setter.compose(row.word or Run(text=""), style, WIDEST_WORD)
    words = ((row.period,) if not shared else ()) + (
        (Run(text=("　" if not shared else "") + row.span_note),) if row.span_note else ()
    )
    under = sheet.setter.line(words, sheet.style("row-label")) if words else None
    return Cell(value=value, wrapped=wrapped, under=under)


def _whole_width(cell: Cell) -> Length:
    return ZERO if cell.value.is_word else cell.value.whole_width


def _word_width(cell: Cell) -> Length:
    under = ZERO if cell.under is None else cell.under.width
    if cell.wrapped is not None:
        return max(under, cell.wrapped.width)
    return max(under, cell.value.width) if cell.value.is_word else under
