"""The population vision: the estimate, what works against it, and the aim, on one scale."""

from __future__ import annotations

from decimal import Decimal

from strategy_report.compose.text import Composed
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape, Stroke
from strategy_report.display.role import Role
from strategy_report.pages.boxes import Place, artifact, labelled, list_of, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.furniture import section_heading
from strategy_report.pages.setting import Align, baseline_in, ended
from strategy_report.pages.shapes import inset
from strategy_report.pages.values import SetValue, ValueStyles, set_value
from strategy_report.story.block import ValueRow
from strategy_report.story.story import InfluenceBlock, PopulationBlock
from strategy_report.style.text_style import TextStyle

VISION_HEIGHT = pt(203)
_SUBJECT, _ESTIMATE, _CELLS, _AIM, _DIFFERENCE = pt(35), pt(74.5), pt(101.5), pt(169), pt(187)
_CELL_HEIGHT = pt(30)
_NUMBER_END, _BAR_LEFT, _BAR_WIDTH = pt(220), pt(230), pt(270)
_BAR, _AIM_BAR, _AXIS_BEYOND = pt(23), pt(28), pt(6)
_SUFFIX_GAP, _LABEL_GAP = pt(1), pt(6)
# Shares of the usual sizes, tried until a number fits beside its label.
_SHARES = (1.0, 0.85, 0.7)
_LEAST_LABEL = pt(50)
_NAME_PADDING, _CELL_PADDING = pt(8), pt(7)
_KEY = "population"


def vision_boxes(block: PopulationBlock, top: Length, sheet: Sheet) -> tuple[Box, ...]:
    """The section from its hairline at *top*."""
    area = sheet.type_area
    subject = Place(Point(area.x, top + _SUBJECT), area.width)
    return (
        *section_heading(block.heading, top, sheet, _KEY),
        text_box(
            block.subject,
            sheet.style("subject"),
            subject,
            sheet,
            (Role.PARAGRAPH, f"{_KEY}/subject"),
        ),
        _row(block, block.estimate, top + _ESTIMATE, sheet),
        *list_of(_influences(block.influences, top + _CELLS, sheet), f"{_KEY}/influences"),
        _row(block, block.aim, top + _AIM, sheet),
        _difference(block, top + _DIFFERENCE, sheet),
    )


def _row(block: PopulationBlock, row: ValueRow, middle: Length, sheet: Sheet) -> Box:
    """Label, number ending at one place, bar; centred on *middle*."""
    area = sheet.type_area
    aim = row is block.aim
    height = _AIM_BAR if aim else _BAR
    name = "aim" if aim else "estimate"
    base = middle + pt(11.5 if aim else 9)
    words: list[Item] = []
    end = area.x + _NUMBER_END
    if aim and block.aim_suffix:
        suffix = sheet.setter.line(block.aim_suffix, sheet.style("vision-suffix"))
        end -= suffix.width
        words.append(suffix.at(Point(end, base)))
        end -= _SUFFIX_GAP
    label, number = _label_and_number(row, end - area.x, sheet, aim=aim)
    style = _label_style(sheet, aim=aim)
    first = base - style.line_feed * (len(label.lines) - 1)
    words[:0] = [
        *ended(
            [
                line.at(Point(area.x, first + style.line_feed * place))
                for place, line in enumerate(label.lines)
            ]
        ),
        number.starting_at(Point(end - number.width, base)),
    ]
    rect = Rect(area.x, middle - height / 2 - _AXIS_BEYOND, area.width, height + _AXIS_BEYOND * 2)
    bars = _bars(block, middle, sheet, aim=aim)
    return Box(
        rect=rect,
        role=Role.SECTION,
        key=f"{_KEY}/{name}",
        source=row.source,
        children=(
            Box(rect=rect, role=Role.PARAGRAPH, key=f"{_KEY}/{name}/value", items=tuple(words)),
            artifact(rect, f"{_KEY}/{name}/bar", *bars),
        ),
    )


def _label_and_number(
    row: ValueRow, room: Length, sheet: Sheet, *, aim: bool
) -> tuple[Composed, SetValue]:
    """Both side by side in *room*: a smaller number before a label of more lines."""
    style = _label_style(sheet, aim=aim)
    tried: list[tuple[Composed, SetValue]] = []
    for most_lines in (1, 2):
        for share in _SHARES:
            number = set_value(row, _number_styles(share, sheet, aim=aim), sheet)
            free = max(_LEAST_LABEL, room - number.width - _LABEL_GAP)
            label = sheet.setter.compose(row.label, style, free)
            fits = label.width + _LABEL_GAP + number.width <= room
            if fits and len(label.lines) <= most_lines:
                return label, number
            tried.append((label, number))
    return tried[-1]


def _label_style(sheet: Sheet, *, aim: bool) -> TextStyle:
    style = sheet.style("vision-aim-label" if aim else "vision-label")
    return replace(style, line_feed=pt(13))


def _number_styles(share: float, sheet: Sheet, *, aim: bool) -> ValueStyles:
    names = ("vision-aim", "vision-aim-unit") if aim else ("vision-number", "vision-unit")
    digits, unit = (
        replace(style, char_size=style.char_size * share) for style in map(sheet.style, names)
    )
    return ValueStyles(digits=digits, unit=unit, long_unit=unit, word=unit)


def _bars(block: PopulationBlock, middle: Length, sheet: Sheet, *, aim: bool) -> tuple[Item, ...]:
    """The estimate's bar; the aim's is solid up to the estimate and outlined beyond it."""
    inks, accent = sheet.theme.inks, sheet.accent
    left = sheet.type_area.x + _BAR_LEFT
    height = _AIM_BAR if aim else _BAR
    top = middle - height / 2
    estimate = _width(block, block.estimate)
    axis = Path.line(Point(left, top - _AXIS_BEYOND), Point(left, top + height + _AXIS_BEYOND))
    axis_line = Shape(path=axis, stroke=Stroke(ink=inks.baseline_line, width=pt(0.6)))
    if not aim:
        frame = inset(Rect(left, top, estimate, height), pt(0.25))
        stroke = Stroke(ink=inks.baseline_line, width=pt(0.5))
        bar = Shape(path=Path.rect(frame), fill=inks.baseline_fill, stroke=stroke)
        return (bar, axis_line, *_mark_of_estimate(block, frame, sheet))
    whole = _width(block, block.aim)
    solid = min(estimate, whole)
    items: list[Item] = [
        Shape(path=Path.rect(Rect(left, top, solid, height)), fill=accent.ink),
        axis_line,
    ]
    if whole > solid:
        more = inset(Rect(left + solid, top, whole - solid, height), pt(0.5))
        stroke = Stroke(ink=accent.ink, width=pt(1))
        items.append(Shape(path=Path.rect(more), fill=inks.paper, stroke=stroke))
    return tuple(items)


def _mark_of_estimate(block: PopulationBlock, bar: Rect, sheet: Sheet) -> tuple[Item, ...]:
    """A tick below the end of the estimate's *bar*, which the aim's bar takes up."""
    if _width(block, block.aim) <= _width(block, block.estimate):
        return ()
    foot = Point(bar.right, bar.bottom + _AXIS_BEYOND)
    stroke = Stroke(ink=sheet.theme.inks.baseline_line, width=pt(0.6))
    return (Shape(path=Path.line(Point(bar.right, bar.bottom), foot), stroke=stroke),)


def _width(block: PopulationBlock, row: ValueRow) -> Length:
    values = [value.magnitude or Decimal(0) for value in (block.estimate, block.aim)]
    longest = max(values)
    if not longest:
        return ZERO
    return _BAR_WIDTH * float(max(row.magnitude or Decimal(0), Decimal(0)) / longest)


def _influences(
    influences: tuple[InfluenceBlock, ...], top: Length, sheet: Sheet
) -> tuple[Box, ...]:
    """Cells side by side between the two rows."""
    if not influences:
        return ()
    area, gap = sheet.type_area, sheet.master.column_gap
    width = (area.width - gap * (len(influences) - 1)) / len(influences)
    return tuple(
        _influence(influence, Rect(area.x + (width + gap) * place, top, width, _CELL_HEIGHT), sheet)
        for place, influence in enumerate(influences)
    )


def _influence(influence: InfluenceBlock, cell: Rect, sheet: Sheet) -> Box:
    name_style, style = sheet.style("influence-name"), sheet.style("influence")
    name = sheet.setter.line(influence.name, name_style)
    tag = Rect(cell.x, cell.y, name.width + _NAME_PADDING * 2, cell.height)
    stroke = Stroke(ink=sheet.accent.ink, width=pt(0.8))
    left = tag.right + _CELL_PADDING
    room = cell.right - left - pt(4)
    text = sheet.setter.compose(influence.text, style, room)
    if len(text.lines) > 1:
        style = sheet.style("influence", 9)
        text = sheet.setter.compose(influence.text, style, room)
    feed = pt(12.5) if len(text.lines) > 1 else style.line_feed
    first = cell.y + (cell.height - feed * len(text.lines)) / 2
    first += (feed - style.line_feed) / 2 + baseline_in(style)
    key = f"{_KEY}/influence-{plain_key(influence)}"
    base = cell.y + (cell.height - name_style.line_feed) / 2 + baseline_in(name_style)
    lines = tuple(line.at(Point(left, first + feed * row)) for row, line in enumerate(text.lines))
    drawn = artifact(
        cell,
        f"{key}/cell",
        Shape(path=Path.rect(cell), fill=sheet.accent.tint),
        Shape(path=Path.rect(inset(tag, pt(0.4))), fill=sheet.theme.inks.paper, stroke=stroke),
    )
    label = name.at(Point(tag.x + _NAME_PADDING, base))
    beside = Rect(tag.right, cell.y, cell.right - tag.right, cell.height)
    return labelled(
        Box(rect=tag, role=Role.LABEL, key=f"{key}/name", items=(label,)),
        (Box(rect=beside, role=Role.SPAN, key=f"{key}/words", items=lines),),
        key,
        (drawn,),
    )


def plain_key(influence: InfluenceBlock) -> str:
    """The influence's name, as part of a key."""
    return "".join(run.text for run in influence.name)


def _difference(block: PopulationBlock, top: Length, sheet: Sheet) -> Box:
    """国の推計より8万5千人増加, ending under the aim's bar."""
    area = sheet.type_area
    return text_box(
        block.difference,
        sheet.style("difference"),
        Place(Point(area.x + _BAR_LEFT, top), _BAR_WIDTH, Align.RIGHT),
        sheet,
        (Role.PARAGRAPH, f"{_KEY}/difference"),
    )
