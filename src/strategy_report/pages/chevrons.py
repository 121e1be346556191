"""An indicator of states as chevrons: 未整備 ▸ 供用開始 ▸ 整備, its label above each."""

from __future__ import annotations

from strategy_report.compose.text import ComposedLine
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.display.extent import EM_BOX_ASCENT
from strategy_report.display.item import Item, Join, Path, Shape, Stroke
from strategy_report.pages.context import Sheet
from strategy_report.pages.setting import baseline_in
from strategy_report.story.block import RowRole, StateStep
from strategy_report.style.text_style import TextStyle

HEIGHT, WIDTH, POINT, OVERLAP = pt(27), pt(81), pt(8), pt(1)
LABEL_HEIGHT = pt(16)
ROW_GAP = pt(6)
OUTLINE, BASELINE_OUTLINE = pt(1), pt(0.5)
TEXT_SIZES = (11.0, 10.0, 9.0, 8.0)
TEXT_PADDING = pt(3)
PERIOD_GAP, LABEL_GAP = pt(4), pt(7)


def chevrons_height(steps: tuple[StateStep, ...], width: Length, sheet: Sheet) -> Length:
    """Of all rows of chevrons with their labels."""
    rows = len(_rows(steps, width, sheet))
    return (LABEL_HEIGHT + HEIGHT) * rows + ROW_GAP * (rows - 1)


def chevrons(steps: tuple[StateStep, ...], area: Rect, sheet: Sheet) -> tuple[Item, ...]:
    """The steps in *area*, centred in its height."""
    height = chevrons_height(steps, area.width, sheet)
    y = area.y + max(ZERO, (area.height - height) / 2)
    items: list[Item] = []
    rows = _rows(steps, area.width, sheet)
    width = min(_natural(steps, sheet), _share(len(rows[0]), area.width))
    size = _size(steps, width, sheet)
    for row in rows:
        for place, step in enumerate(row):
            room = Rect(area.x + (width - OVERLAP) * place, y, width, LABEL_HEIGHT + HEIGHT)
            items.extend(_step_items(step, room, size, notched=place > 0, sheet=sheet))
        y += LABEL_HEIGHT + HEIGHT + ROW_GAP
    return tuple(items)


def _rows(steps: tuple[StateStep, ...], width: Length, sheet: Sheet) -> list[tuple[StateStep, ...]]:
    """All in one row if the words allow, else as many rows as they need."""
    for count in range(len(steps), 1, -1):
        room = _text_room(_share(count, width))
        style = sheet.style("step", TEXT_SIZES[-1])
        if all(_needed(step, style, sheet) <= room for step in steps):
            return _even(steps, count)
    return _even(steps, min(2, len(steps)))


def _even(steps: tuple[StateStep, ...], count: int) -> list[tuple[StateStep, ...]]:
    return [steps[place : place + count] for place in range(0, len(steps), count)]


def _needed(step: StateStep, style: TextStyle, sheet: Sheet) -> Length:
    labels = _labels(step, sheet)
    label = sum((line.width for line in labels), sum(_gaps(len(labels)), ZERO))
    return max(sheet.setter.line(step.text, style).width, label)


def _size(steps: tuple[StateStep, ...], width: Length, sheet: Sheet) -> float:
    """The largest size at which every step's words fit, the same for all of them."""
    room = _text_room(width)
    for size in TEXT_SIZES:
        style = sheet.style("step", size)
        if all(sheet.setter.line(step.text, style).width <= room for step in steps):
            return size
    return TEXT_SIZES[-1]


def _natural(steps: tuple[StateStep, ...], sheet: Sheet) -> Length:
    """The width that holds every step's words at their full size."""
    style = sheet.style("step", TEXT_SIZES[0])
    widest = max((_needed(step, style, sheet) for step in steps), default=ZERO)
    return max(WIDTH, widest + WIDTH - _text_room(WIDTH) + TEXT_PADDING)


def _share(count: int, width: Length) -> Length:
    """The width of one of *count* steps that fill *width*."""
    return (width + OVERLAP * (count - 1)) / count


def _text_room(width: Length) -> Length:
    return width - POINT * 2 - TEXT_PADDING


def _labels(step: StateStep, sheet: Sheet) -> list[ComposedLine]:
    """基準 H30, and what else stands at this step: label and period, in turn."""
    if not step.label.text:
        return []
    own = sheet.style("row-label-actual" if step.kind is RowRole.ACTUAL else "row-label")
    other = sheet.style("row-label")
    pairs = [(own, step.label, step.period), *((other, *pair) for pair in step.also)]
    return [sheet.setter.line(run, style) for style, *runs in pairs for run in runs]


def _gaps(count: int) -> list[Length]:
    """White before each of *count* labels and periods."""
    return [ZERO, *((PERIOD_GAP, LABEL_GAP)[place % 2] for place in range(count - 1))]


def _step_items(
    step: StateStep, room: Rect, size: float, *, notched: bool, sheet: Sheet
) -> list[Item]:
    actual = step.kind is RowRole.ACTUAL
    items: list[Item] = []
    labels = _labels(step, sheet)
    x = room.x + (POINT if notched else ZERO)
    base = room.y + baseline_in(sheet.style("row-label")) - pt(1)
    for line, gap in zip(labels, _gaps(len(labels)), strict=False):
        x += gap
        items.append(line.at(Point(x, base)))
        x += line.width
    box = Rect(room.x, room.y + LABEL_HEIGHT, room.width, HEIGHT)
    items.append(_shape(step, box, sheet, notched=notched))
    style = sheet.style("step-reached" if actual else "step", size)
    line = sheet.setter.line(step.text, style)
    middle = box.x + (room.width - POINT) / 2 + (POINT / 2 if notched else ZERO)
    base = box.y + (HEIGHT - style.char_size) / 2 + style.char_size * EM_BOX_ASCENT
    items.append(line.at(Point(middle - line.width / 2, base)))
    return items


def _shape(step: StateStep, box: Rect, sheet: Sheet, *, notched: bool) -> Shape:
    inks, accent = sheet.theme.inks, sheet.accent
    right, middle = box.right - POINT, box.y + box.height / 2
    points = [
        Point(box.x, box.y),
        Point(right, box.y),
        Point(box.right, middle),
        Point(right, box.bottom),
        Point(box.x, box.bottom),
    ]
    if notched:
        points.append(Point(box.x + POINT, middle))
    path = Path.polygon(*points)
    match step.kind:
        case RowRole.BASELINE:
            stroke = Stroke(ink=inks.baseline_line, width=BASELINE_OUTLINE, join=Join.MITER)
            return Shape(path=path, fill=inks.baseline_fill, stroke=stroke)
        case RowRole.ACTUAL:
            return Shape(path=path, fill=accent.ink)
        case RowRole.TARGET:
            stroke = Stroke(ink=accent.ink, width=OUTLINE, join=Join.MITER)
            fill = accent.tint if step.reached else inks.paper
            return Shape(path=path, fill=fill, stroke=stroke)
