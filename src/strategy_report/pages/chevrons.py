"""An indicator of states as chevrons: 未整備 ▸ 供用開始 ▸ 整備, its label above each."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.display.item import Item, Join, Path, Shape, Stroke
from strategy_report.pages.context import Sheet
from strategy_report.pages.setting import baseline_in
from strategy_report.story.story import RowRole, Run, StateStep
from strategy_report.style.text_style import TextStyle

HEIGHT, WIDTH, POINT, OVERLAP = pt(27), pt(81), pt(8), pt(1)
LABEL_HEIGHT = pt(16)
ROW_GAP = pt(6)
OUTLINE, BASELINE_OUTLINE = pt(1), pt(0.5)
TEXT_SIZES = (11.0, 10.0, 9.0, 8.0)
TEXT_PADDING = pt(3)
PERIOD_GAP = pt(4)


def chevrons_height(steps: tuple[StateStep, ...], width: Length, sheet: Sheet) -> Length:
    """Of all rows of chevrons with their labels."""
    rows = len(_rows(steps, width, sheet))
    return (LABEL_HEIGHT + HEIGHT) * rows + ROW_GAP * (rows - 1)


def chevrons(steps: tuple[StateStep, ...], area: Rect, sheet: Sheet) -> tuple[Item, ...]:
    """The steps in *area*, centred in its height."""
    height = chevrons_height(steps, area.width, sheet)
    y = area.y + max(ZERO, (area.height - height) / 2)
    items: list[Item] = []
    for row in _rows(steps, area.width, sheet):
        width = _step_width(len(row), area.width)
        for place, step in enumerate(row):
            at = Point(area.x + (width - OVERLAP) * place, y)
            items.extend(_step_items(step, at, width, notched=place > 0, sheet=sheet))
        y += LABEL_HEIGHT + HEIGHT + ROW_GAP
    return tuple(items)


def _rows(steps: tuple[StateStep, ...], width: Length, sheet: Sheet) -> list[tuple[StateStep, ...]]:
    """All in one row if the words allow, else as many rows as they need."""
    for count in range(len(steps), 1, -1):
        room = _text_room(_step_width(count, width))
        style = sheet.style("step", TEXT_SIZES[-1])
        if all(_needed(step, style, sheet) <= room for step in steps):
            return _even(steps, count)
    return _even(steps, min(2, len(steps)))


def _even(steps: tuple[StateStep, ...], count: int) -> list[tuple[StateStep, ...]]:
    return [steps[place : place + count] for place in range(0, len(steps), count)]


def _needed(step: StateStep, style: TextStyle, sheet: Sheet) -> Length:
    label = sheet.setter.line(_label(step), sheet.style("row-label"))
    return max(sheet.setter.line(step.text, style).width, label.width)


def _step_width(count: int, width: Length) -> Length:
    return min(WIDTH, (width + OVERLAP * (count - 1)) / count) if count > 1 else min(WIDTH, width)


def _text_room(width: Length) -> Length:
    return width - POINT * 2 - TEXT_PADDING


def _label(step: StateStep) -> tuple[Run, ...]:
    if not step.label.text:
        return ()
    return (step.label, Run(text=" "), step.period)


def _step_items(
    step: StateStep, at: Point, width: Length, *, notched: bool, sheet: Sheet
) -> list[Item]:
    actual = step.kind is RowRole.ACTUAL
    items: list[Item] = []
    if step.label.text:
        style = sheet.style("row-label-actual" if actual else "row-label")
        label = sheet.setter.line(step.label, style)
        base = at.y + baseline_in(style) - pt(1)
        x = at.x + (POINT if notched else ZERO)
        items.append(label.at(Point(x, base)))
        period = sheet.setter.line(step.period, style)
        items.append(period.at(Point(x + label.width + PERIOD_GAP, base)))
    box = Rect(at.x, at.y + LABEL_HEIGHT, width, HEIGHT)
    items.append(_shape(step, box, sheet, notched=notched))
    name = "step-reached" if actual else "step"
    room = _text_room(width)
    styles = [sheet.style(name, size) for size in TEXT_SIZES]
    fitting = [s for s in styles if sheet.setter.line(step.text, s).width <= room]
    style = fitting[0] if fitting else styles[-1]
    line = sheet.setter.line(step.text, style)
    middle = box.x + (width - POINT) / 2 + (POINT / 2 if notched else ZERO)
    base = box.y + (HEIGHT - style.char_size) / 2 + style.char_size * 0.88
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
