"""An indicator of states as chevrons: 未整備 ▸ 供用開始 ▸ 整備, its label above each."""

from __future__ import annotations

from itertools import product

from strategy_report.compose.text import Composed, ComposedLine
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.extent import EM_BOX_ASCENT
from strategy_report.display.item import Item, Join, Path, Shape, Stroke
from strategy_report.pages.context import Sheet
from strategy_report.pages.setting import baseline_in, gives_way
from strategy_report.story.block import RowRole, StateStep

HEIGHT, WIDTH, POINT, OVERLAP = pt(27), pt(81), pt(8), pt(1)
LABEL_HEIGHT = pt(16)
# A label stands nearer to its own chevron below than to the row above it.
ROW_GAP = pt(9)
OUTLINE, BASELINE_OUTLINE = pt(1), pt(0.5)
# Lines that the words of a step may have, and their sizes in points, the largest first.
LINES_AND_SIZES = ((1, (11.0, 10.0, 9.0)), (2, (9.5, 9.0, 8.5, 8.0)))
_FULL_SIZE = LINES_AND_SIZES[0][1][0]
_ANY_WIDTH = pt(10_000)
FEED_SHARE = 1.14
TEXT_PADDING = pt(3)
PERIOD_GAP, LABEL_GAP = pt(4), pt(7)


class SetStep(Value):
    """A step composed: its words in a chevron of `width`, and the labels above it."""

    step: StateStep
    words: Composed
    labels: tuple[ComposedLine, ...]
    width: Length


class SetSteps(Value):
    """Steps in rows, their words at one size (in points)."""

    rows: tuple[tuple[SetStep, ...], ...]
    size: float

    @property
    def height(self) -> Length:
        """Of all rows of chevrons with their labels."""
        rows = len(self.rows)
        return (LABEL_HEIGHT + HEIGHT) * rows + ROW_GAP * (rows - 1)


def chevrons_height(steps: tuple[StateStep, ...], width: Length, sheet: Sheet) -> Length:
    """What *steps* take within *width*."""
    return _set_steps(steps, width, sheet).height


def chevrons(steps: tuple[StateStep, ...], area: Rect, sheet: Sheet) -> tuple[Item, ...]:
    """The steps in *area*, centred in its height."""
    made = _set_steps(steps, area.width, sheet)
    y = area.y + max(ZERO, (area.height - made.height) / 2)
    items: list[Item] = []
    for row in made.rows:
        x = area.x
        for place, step in enumerate(row):
            room = Rect(x, y, step.width, LABEL_HEIGHT + HEIGHT)
            items.extend(_step_items(step, room, made.size, notched=place > 0, sheet=sheet))
            x += step.width - OVERLAP
        y += LABEL_HEIGHT + HEIGHT + ROW_GAP
    return tuple(items)


def _set_steps(steps: tuple[StateStep, ...], width: Length, sheet: Sheet) -> SetSteps:
    """In one row if the words allow, else in as few rows of one length as they need."""
    for count in dict.fromkeys(-(-len(steps) // rows) for rows in range(1, len(steps) + 1)):
        for lines, sizes in LINES_AND_SIZES:
            for place, size in product((_alike, _to_their_words), sizes):
                row = place(steps, count, width, (lines, size), sheet)
                if row:
                    return SetSteps(rows=_rows(row, count), size=size)
    size = LINES_AND_SIZES[-1][1][-1]
    return SetSteps(rows=_rows(_composed(steps, width, size, sheet), 1), size=size)


def _rows(row: tuple[SetStep, ...], count: int) -> tuple[tuple[SetStep, ...], ...]:
    return tuple(row[place : place + count] for place in range(0, len(row), count))


def _alike(
    steps: tuple[StateStep, ...], count: int, width: Length, way: tuple[int, float], sheet: Sheet
) -> tuple[SetStep, ...]:
    """All of one width, *count* of them in *width*; empty where their words do not fit."""
    lines, size = way
    share = (width + OVERLAP * (count - 1)) / count
    made = _composed(steps, min(_natural(steps, sheet), share), size, sheet)
    return made if all(_fits(step, lines) for step in made) else ()


def _to_their_words(
    steps: tuple[StateStep, ...], count: int, width: Length, way: tuple[int, float], sheet: Sheet
) -> tuple[SetStep, ...]:
    """Each as wide as its words ask for, where all stand in one row; else empty."""
    lines, size = way
    if count < len(steps):
        return ()
    least = [_narrowest(step, lines, size, sheet) for step in steps]
    rest = width + OVERLAP * (count - 1) - sum((step.width for step in least), ZERO)
    if rest < 0:
        return ()
    return tuple(replace(step, width=step.width + rest / count) for step in least)


def _composed(
    steps: tuple[StateStep, ...], width: Length, size: float, sheet: Sheet
) -> tuple[SetStep, ...]:
    style = sheet.style("step", size)
    return tuple(
        SetStep(
            step=step,
            words=sheet.setter.compose(step.text, style, _text_room(width)),
            labels=_labels(step, sheet),
            width=width,
        )
        for step in steps
    )


def _fits(step: SetStep, lines: int) -> bool:
    """Whether the words stand in the chevron, unhurt, and the labels above it."""
    fitting = step.width >= _least_width(step)
    return fitting and len(step.words.lines) <= lines and not gives_way(step.words)


def _narrowest(step: StateStep, lines: int, size: float, sheet: Sheet) -> SetStep:
    """The narrowest chevron whose words stand on no more than *lines* (within a tenth)."""
    whole = sheet.setter.line(step.text, sheet.style("step", size)).width
    for tenths in range(10 // lines, 11):
        width = _width_around(whole * (tenths / 10))
        [made] = _composed((step,), width, size, sheet)
        if len(made.words.lines) <= lines and not gives_way(made.words):
            break
    return replace(made, width=_least_width(made))


def _natural(steps: tuple[StateStep, ...], sheet: Sheet) -> Length:
    """The width that holds every step's words at their full size."""
    whole = _composed(steps, _ANY_WIDTH, _FULL_SIZE, sheet)
    return max(WIDTH, *(_least_width(step) + TEXT_PADDING for step in whole))


def _least_width(step: SetStep) -> Length:
    """What the words ask for, and the labels above, which begin at the notch."""
    labels = step.labels
    above = sum((line.width for line in labels), sum(_gaps(len(labels)), ZERO))
    return max(_width_around(step.words.width), above + POINT)


def _text_room(width: Length) -> Length:
    return width - POINT * 2 - TEXT_PADDING


def _width_around(words: Length) -> Length:
    return words + POINT * 2 + TEXT_PADDING


def _labels(step: StateStep, sheet: Sheet) -> tuple[ComposedLine, ...]:
    """基準 H30, and what else stands at this step: label and period, in turn."""
    if not step.label.text:
        return ()
    own = sheet.style("row-label-actual" if step.kind is RowRole.ACTUAL else "row-label")
    other = sheet.style("row-label")
    pairs = [(own, step.label, step.period), *((other, *pair) for pair in step.also)]
    return tuple(sheet.setter.line(run, style) for style, *runs in pairs for run in runs)


def _gaps(count: int) -> list[Length]:
    """White before each of *count* labels and periods."""
    return [ZERO, *((PERIOD_GAP, LABEL_GAP)[place % 2] for place in range(count - 1))]


def _step_items(
    made: SetStep, room: Rect, size: float, *, notched: bool, sheet: Sheet
) -> list[Item]:
    actual = made.step.kind is RowRole.ACTUAL
    items: list[Item] = []
    x = room.x + (POINT if notched else ZERO)
    base = room.y + baseline_in(sheet.style("row-label")) - pt(1)
    for line, gap in zip(made.labels, _gaps(len(made.labels)), strict=False):
        x += gap
        items.append(line.at(Point(x, base)))
        x += line.width
    box = Rect(room.x, room.y + LABEL_HEIGHT, room.width, HEIGHT)
    items.append(_shape(made.step, box, sheet, notched=notched))
    style = sheet.style("step-reached" if actual else "step", size)
    feed = style.char_size * FEED_SHARE
    words = sheet.setter.compose(made.step.text, style, _text_room(room.width))
    middle = box.x + (room.width - POINT) / 2 + (POINT / 2 if notched else ZERO)
    height = style.char_size + feed * (len(words.lines) - 1)
    base = box.y + (HEIGHT - height) / 2 + style.char_size * EM_BOX_ASCENT
    for row, line in enumerate(words.lines):
        items.append(line.at(Point(middle - line.width / 2, base + feed * row)))
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
