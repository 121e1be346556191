"""The numeric targets of a goal in its row of the index: baseline ▸ actual ▸ target."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.compose.text import Composed, ComposedLine
from strategy_report.core.geometry import Point, Rect, Size
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Shape
from strategy_report.display.role import Role
from strategy_report.pages.context import Sheet
from strategy_report.pages.marks import BADGE_WIDTH, MARK_HEIGHT, badge
from strategy_report.pages.setting import baseline_in, place
from strategy_report.pages.shapes import arrowhead
from strategy_report.pages.target_half import TAB_HEIGHT, tab_items
from strategy_report.pages.values import SetValue, ValueStyles, set_value
from strategy_report.story.block import IndicatorBlock, RowRole, ValueRow
from strategy_report.style.text_style import TextStyle

_ARROW = (pt(5), pt(8))
_PERIOD_GAP, _LABEL_FEED, _REMARK_GAP = pt(4), pt(13), pt(8)
_TAB_GAP, _LEAST_GAP, _MOST_GAP = pt(5), pt(2), pt(9)
_WORD_SIZE = 12.0
_STACK_LEFT, _STACK_FEED, _STACK_FOOT = pt(54), pt(18), pt(5)


class Scale(Value, kw_only=False):
    """How large an indicator is told.

    Attributes:
        actual, other: sizes of digits in points.
        advance: white between values, with an arrow in it.
        labelled: labels stand above the values; else periods alone stand before them.
        stacked: values stand below each other, behind their labels.
    """

    actual: float
    other: float
    advance: Length
    labelled: bool
    stacked: bool = False


_SIDE_BY_SIDE = tuple(
    Scale(actual, other, advance, labelled)
    for labelled in (True, False)
    for actual, other in (
        *((30.0, 20.0), (24.0, 17.0), (20.0, 14.5)),
        *((16.0, 12.5), (13.0, 11.0), (11.0, 10.0)),
    )
    for advance in (pt(23), pt(14))
)
_STACKED = Scale(15.0, 11.5, ZERO, labelled=True, stacked=True)
# From the largest down; wide values are larger below each other, where there is the height.
_LARGE = 8
_SCALES = (*_SIDE_BY_SIDE[:_LARGE], _STACKED, *_SIDE_BY_SIDE[_LARGE:])


class ToldValue(Value):
    """A value with its label and period: above it, or before it where `label` is None."""

    role: RowRole
    value: SetValue
    period: ComposedLine
    label: ComposedLine | None

    @property
    def width(self) -> Length:
        if self.label is None:
            return self.period.width + _PERIOD_GAP + self.value.width
        return max(self.value.width, self.label.width + _PERIOD_GAP + self.period.width)


class Named(Value):
    """An indicator with its name set, which is the same above values of every size."""

    block: IndicatorBlock
    name: Composed
    style: TextStyle


class Sized(Value):
    """A named indicator and how large it is to be told; its values are not set yet."""

    named: Named
    scale: Scale

    @property
    def size(self) -> float:
        """Of its largest characters, in points."""
        return _WORD_SIZE if self.named.block.states else self.scale.actual

    @property
    def height(self) -> Length:
        name = self.named.style.line_feed * len(self.named.name.lines)
        if self.scale.stacked:
            return name + _STACK_FEED * len(self.named.block.rows)
        return name + (_LABEL_FEED if self.scale.labelled else ZERO) + pt(self.size * 1.2)


class Told(Value):
    """One indicator at one size, all its words set."""

    sized: Sized
    values: tuple[ToldValue, ...]

    @property
    def width(self) -> Length:
        scale = self.sized.scale
        if scale.stacked:
            return _STACK_LEFT + max((one.value.width for one in self.values), default=ZERO)
        return sum((value.width for value in self.values), scale.advance * (len(self.values) - 1))


def targets_box(
    targets: tuple[IndicatorBlock, ...], room: Rect, sheet: Sheet, key: str
) -> tuple[Box, ...]:
    """The tab, then as many indicators as *room* holds, at the largest size that holds them."""
    tab_room = TAB_HEIGHT + _TAB_GAP
    told = _told(targets, Size(room.width, room.height - tab_room), sheet)
    if not told:
        return ()
    tab = Rect(room.x, room.y, sheet.master.column_width(), TAB_HEIGHT)
    items = tab_items(targets[0], Point(tab.x, tab.y), sheet)
    boxes = [Box(rect=tab, role=Role.PARAGRAPH, key=f"{key}/targets/tab", items=items)]
    # What is left goes above each name, and between name and values; of several indicators, less
    # into each and more between them, so that a name is nearer to its own values.
    free = room.height - tab_room - sum((one.sized.height for one in told), ZERO)
    gap = min(_MOST_GAP, free / (len(told) * 2 + 1))
    within = gap if len(told) == 1 else gap / 2
    y = room.y + tab_room + gap
    columns = _columns(told, room.width)
    for one in told:
        rect = Rect(room.x, y, room.width, one.sized.height + within)
        boxes.append(_told_box(one, rect, columns, sheet, key))
        y = rect.bottom + gap + (gap - within)
    return tuple(boxes)


def _told(targets: tuple[IndicatorBlock, ...], room: Size, sheet: Sheet) -> tuple[Told, ...]:
    """All *targets* at the largest size that fits, else fewer of them."""
    named = tuple(_named(one, room.width, sheet) for one in targets)
    for count in range(len(targets), 0, -1):
        for scale in _SCALES:
            sized = tuple(_sized(one, scale) for one in named[:count])
            height = sum((one.height for one in sized), _LEAST_GAP * (count - 1))
            # Most sizes are too high, which shows before any value is set in them.
            if height > room.height:
                continue
            told = tuple(_tell(one, sheet) for one in sized)
            if all(one.width <= room.width for one in told):
                return told
    return ()


def _named(block: IndicatorBlock, width: Length, sheet: Sheet) -> Named:
    style = sheet.style("index-name")
    name = sheet.setter.compose(block.name, style, width)
    beside = BADGE_WIDTH + _REMARK_GAP
    if block.badge is not None and name.lines[-1].width + beside > width:
        name = sheet.setter.compose(block.name, style, width - beside)
    return Named(block=block, name=name, style=style)


def _sized(named: Named, scale: Scale) -> Sized:
    """States have no labels, but in a stack."""
    if named.block.states and not scale.stacked:
        scale = replace(scale, labelled=False)
    return Sized(named=named, scale=scale)


def _tell(sized: Sized, sheet: Sheet) -> Told:
    rows = sized.named.block.rows
    return Told(sized=sized, values=tuple(_tell_value(row, sized.scale, sheet) for row in rows))


def _tell_value(row: ValueRow, scale: Scale, sheet: Sheet) -> ToldValue:
    actual = row.role is RowRole.ACTUAL
    label = sheet.style("row-label-actual" if actual else "row-label")
    size = scale.actual if actual else scale.other
    kind = ("target-actual", "target-actual-unit") if actual else ("target-value", "target-unit")
    unit = sheet.style(kind[1], min(12 if actual else 10, size * 0.6))
    styles = ValueStyles(
        digits=sheet.style(kind[0], size),
        unit=unit,
        long_unit=unit,
        word=sheet.style("index-word-actual" if actual else "index-word-value"),
    )
    return ToldValue(
        role=row.role,
        value=set_value(row, styles, sheet),
        period=sheet.setter.line(row.period, label),
        label=sheet.setter.line(row.label, label) if scale.labelled else None,
    )


def _columns(told: tuple[Told, ...], width: Length) -> tuple[Length, ...]:
    """Widths of the values' columns where all indicators can share them, else none."""
    counts = {len(one.values) for one in told}
    if len(told) < 2 or len(counts) > 1:
        return ()
    columns = tuple(max(one.values[place].width for one in told) for place in range(min(counts)))
    gaps = told[0].sized.scale.advance * (len(columns) - 1)
    return columns if sum(columns, gaps) <= width else ()


def _told_box(told: Told, rect: Rect, columns: tuple[Length, ...], sheet: Sheet, key: str) -> Box:
    named = told.sized.named
    block = named.block
    key = f"{key}/target/{block.key}"
    name = place(named.name, named.style, Point(rect.x, rect.y), rect.width)
    items: list[Item] = [*_remarks(told, rect, sheet)]
    stacked = told.sized.scale.stacked
    items.extend(_stack(told, rect) if stacked else _trio(told, rect, columns, sheet))
    name_rect = Rect(rect.x, rect.y, rect.width, name.height)
    return Box(
        rect=rect,
        role=Role.SECTION,
        key=key,
        source=block.source,
        children=(
            Box(rect=name_rect, role=Role.H3, key=f"{key}/name", items=name.lines),
            Box(
                rect=rect,
                role=Role.FIGURE,
                key=f"{key}/figure",
                items=tuple(items),
                alt=block.alt,
            ),
        ),
    )


def _trio(told: Told, rect: Rect, columns: tuple[Length, ...], sheet: Sheet) -> list[Item]:
    """Baseline ▸ actual ▸ target on one line."""
    items: list[Item] = []
    size, advance = told.sized.size, told.sized.scale.advance
    base = rect.bottom - pt(size * 0.2)
    x = rect.x
    for number, value in enumerate(told.values):
        if number:
            x += advance
            head = Point(x - (advance + _ARROW[0]) / 2, base - pt(size * 0.26))
            items.append(Shape(path=arrowhead(head, *_ARROW), fill=sheet.accent.ink))
        items.extend(_value_items(value, Point(x, base), size))
        x += columns[number] if columns else value.width
    return items


def _stack(told: Told, rect: Rect) -> list[Item]:
    """A line a value: label, period, value; the last line stands on the foot of *rect*."""
    items: list[Item] = []
    base = rect.bottom - _STACK_FOOT - _STACK_FEED * (len(told.values) - 1)
    for value in told.values:
        if value.label is not None:
            items.append(value.label.at(Point(rect.x, base)))
            period = rect.x + value.label.width + _PERIOD_GAP
            items.append(value.period.at(Point(period, base)))
        items.append(value.value.starting_at(Point(rect.x + _STACK_LEFT, base)))
        base += _STACK_FEED
    return items


def _remarks(told: Told, rect: Rect, sheet: Sheet) -> Iterator[Item]:
    """目標達成 after the name; 目標は減少 ↓ too, where the last line has room for it."""
    named = told.sized.named
    block, lines, feed = named.block, named.name.lines, named.style.line_feed
    x = rect.x + lines[-1].width + _REMARK_GAP
    top = rect.y + feed * (len(lines) - 1)
    if block.badge is not None:
        yield from badge(block.badge, Point(x, top + (feed - MARK_HEIGHT) / 2), sheet)
        x += BADGE_WIDTH + _REMARK_GAP
    if block.direction_note:
        line = sheet.setter.line(block.direction_note, sheet.style("direction"))
        if x + line.width <= rect.right:
            yield line.at(Point(x, top + baseline_in(named.style)))


def _value_items(value: ToldValue, at: Point, size: float) -> list[Item]:
    if value.label is None:
        start = at.x + value.period.width + _PERIOD_GAP
        return [value.period.at(at), value.value.starting_at(Point(start, at.y))]
    above = at.y - pt(size * 0.98)
    period = at.x + value.label.width + _PERIOD_GAP
    return [
        value.label.at(Point(at.x, above)),
        value.period.at(Point(period, above)),
        value.value.starting_at(at),
    ]
