"""The plan itself: its period on a row of years, and its steps."""

from __future__ import annotations

from itertools import groupby

from strategy_report.compose.text import Composed
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape, Stroke
from strategy_report.display.role import Role
from strategy_report.pages.boxes import Place, artifact, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.footnotes import note_box, set_note
from strategy_report.pages.furniture import section_heading
from strategy_report.pages.setting import Align, baseline_in
from strategy_report.pages.shapes import arrowhead, inset
from strategy_report.story.block import Run, Words
from strategy_report.story.story import StepBlock, StrategyBlock, YearCell
from strategy_report.style.text_style import TextStyle

_PERIOD, _YEARS, _NOTES = pt(36), pt(68), pt(114)
_CELL_HEIGHT, _YEAR_GAP = pt(26), pt(3)
_STEPS_GAP, _STEP_LEAST = pt(17), pt(60)
_STEP_PADDING, _STEP_TITLE, _STEP_TEXT = pt(9), pt(8), pt(28)
_STEP_FOOT, _STEP_RULE = pt(9), pt(1.5)
_ARROW = (pt(8), pt(13))
_MOST_STEPS = 4
_KEY = "strategy"


def plan_height(block: StrategyBlock, sheet: Sheet) -> Length:
    """Of the section, from its hairline."""
    notes = sum((_note_height(note, sheet) for note in block.notes), ZERO)
    steps = _STEPS_GAP + _steps_height(block.steps, sheet) if block.steps else ZERO
    return _NOTES + notes + steps


def plan_boxes(block: StrategyBlock, top: Length, sheet: Sheet) -> tuple[Box, ...]:
    """The section from its hairline at *top*."""
    boxes = [*section_heading(block.heading, top, sheet, _KEY), *_period(block, top, sheet)]
    boxes.extend(_years(block, top + _YEARS, sheet))
    y = top + _NOTES
    for number, note in enumerate(block.notes):
        boxes.append(_note(note, Point(sheet.type_area.x, y), sheet, f"{_KEY}/note-{number}"))
        y = boxes[-1].rect.bottom
    boxes.extend(_steps(block.steps, y + _STEPS_GAP, sheet))
    return tuple(boxes)


def _period(block: StrategyBlock, top: Length, sheet: Sheet) -> tuple[Box, ...]:
    """推進期間 and, at the second column, the years in words."""
    label, style = sheet.style("vision-aim-label"), sheet.style("period")
    area, left = sheet.type_area, sheet.master.column_left(sheet.side, 1)
    y = top + _PERIOD
    base = y + baseline_in(style)
    name = sheet.setter.line(block.period_label, label)
    left = max(left, area.x + name.width + pt(12))
    return (
        text_box(
            block.period_label,
            label,
            Place(Point(area.x, base - baseline_in(label)), left - area.x),
            sheet,
            (Role.PARAGRAPH, f"{_KEY}/period-label"),
        ),
        text_box(
            block.period,
            style,
            Place(Point(left, y), area.right - left),
            sheet,
            (Role.PARAGRAPH, f"{_KEY}/period"),
        ),
    )


def _years(block: StrategyBlock, top: Length, sheet: Sheet) -> tuple[Box, ...]:
    """A cell a year: baseline neutral, planned years solid, target outlined; years below."""
    area = sheet.type_area
    width = area.width / max(1, len(block.years))
    cells: list[Item] = []
    words: list[Item] = []
    place = 0
    for kind, group in groupby(block.years, key=_kind):
        years = list(group)
        rect = Rect(area.x + width * place, top, width * len(years), _CELL_HEIGHT)
        cells.append(_cell(kind, rect, sheet))
        words.extend(_cell_words(kind, block, rect, sheet))
        place += len(years)
    style = sheet.style("year")
    base = top + _CELL_HEIGHT + _YEAR_GAP + baseline_in(style)
    for place, year in enumerate(block.years):
        x = area.x + width * place
        middle = Point(x + width / 2, base)
        words.append(sheet.setter.label(year.label, style, middle, Align.CENTER))
        if place:
            tick = Path.line(Point(x, top + _CELL_HEIGHT), Point(x, top + _CELL_HEIGHT + pt(4)))
            cells.append(_line(tick, sheet))
    foot = top + _CELL_HEIGHT
    cells.append(_line(Path.line(Point(area.x, foot), Point(area.right, foot)), sheet))
    height = _CELL_HEIGHT + _YEAR_GAP + style.line_feed
    rect = Rect(area.x, top, area.width, height)
    return (
        artifact(rect, f"{_KEY}/cells", *cells),
        Box(rect=rect, role=Role.FIGURE, key=f"{_KEY}/years", items=tuple(words), alt=block.alt),
    )


def _kind(year: YearCell) -> str:
    if year.planned:
        return "planned"
    if year.baseline:
        return "baseline"
    return "target" if year.target else ""


def _cell(kind: str, rect: Rect, sheet: Sheet) -> Shape:
    inks, accent = sheet.theme.inks, sheet.accent
    match kind:
        case "planned":
            return Shape(path=Path.rect(rect), fill=accent.ink)
        case "baseline":
            stroke = Stroke(ink=inks.baseline_line, width=pt(0.5))
            path = Path.rect(inset(rect, pt(0.25)))
            return Shape(path=path, fill=inks.baseline_fill, stroke=stroke)
        case "target":
            stroke = Stroke(ink=accent.ink, width=pt(1))
            return Shape(path=Path.rect(inset(rect, pt(0.5))), fill=inks.paper, stroke=stroke)
    return Shape(path=Path.rect(rect), fill=inks.paper)


def _line(path: Path, sheet: Sheet) -> Shape:
    return Shape(path=path, stroke=Stroke(ink=sheet.theme.inks.baseline_line, width=pt(0.5)))


def _cell_words(kind: str, block: StrategyBlock, rect: Rect, sheet: Sheet) -> tuple[Item, ...]:
    named: dict[str, tuple[Run, str]] = {
        "planned": (block.span, "year-span"),
        "baseline": (block.baseline_word, "year-cell"),
        "target": (block.target_word, "year-target"),
    }
    if kind not in named:
        return ()
    run, name = named[kind]
    style = sheet.style(name)
    base = rect.y + (rect.height - style.line_feed) / 2 + baseline_in(style)
    at = Point(rect.x + rect.width / 2, base)
    return (sheet.setter.label(run, style, at, Align.CENTER),)


def _note_style(sheet: Sheet) -> TextStyle:
    return sheet.style("note")


def _note_height(note: Words, sheet: Sheet) -> Length:
    style = _note_style(sheet)
    return style.line_feed * len(_composed_note(note, sheet).lines)


def _composed_note(note: Words, sheet: Sheet) -> Composed:
    return set_note(note, _note_style(sheet), sheet.type_area.width, sheet.setter)


def _note(note: Words, at: Point, sheet: Sheet, key: str) -> Box:
    place = (at, sheet.type_area.width)
    return note_box(note, _composed_note(note, sheet), _note_style(sheet), place, key)


def _step_rects(steps: tuple[StepBlock, ...], top: Length, sheet: Sheet) -> tuple[Rect, ...]:
    area, gap = sheet.type_area, sheet.master.column_gap
    count = min(_MOST_STEPS, max(3, len(steps)))
    width = (area.width - gap * (count - 1)) / count
    height = _steps_height(steps, sheet)
    return tuple(
        Rect(area.x + (width + gap) * place, top, width, height) for place in range(len(steps))
    )


def _steps_height(steps: tuple[StepBlock, ...], sheet: Sheet) -> Length:
    count = min(_MOST_STEPS, max(3, len(steps)))
    gap = sheet.master.column_gap
    width = (sheet.type_area.width - gap * (count - 1)) / count - _STEP_PADDING * 2
    style = sheet.style("cell")
    heights = [
        _STEP_TEXT + style.line_feed * len(sheet.setter.compose(step.text, style, width).lines)
        for step in steps
    ]
    return max(_STEP_LEAST, max(heights, default=ZERO) + _STEP_FOOT)


def _steps(steps: tuple[StepBlock, ...], top: Length, sheet: Sheet) -> tuple[Box, ...]:
    """Cards side by side, an arrow between neighbours."""
    boxes: list[Box] = []
    for place, (step, rect) in enumerate(zip(steps, _step_rects(steps, top, sheet), strict=False)):
        key = f"{_KEY}/step-{place + 1}"
        if place:
            boxes.append(_step_arrow(rect, sheet, key))
        boxes.append(_step(step, rect, sheet, key))
    return tuple(boxes)


def _step_arrow(card: Rect, sheet: Sheet, key: str) -> Box:
    width, height = _ARROW
    gap = sheet.master.column_gap
    at = Point(card.x - (gap + width) / 2, card.y + card.height / 2)
    shape = Shape(path=arrowhead(at, width, height), fill=sheet.accent.ink)
    return artifact(Rect(at.x, at.y - height / 2, width, height), f"{key}/arrow", shape)


def _step(step: StepBlock, rect: Rect, sheet: Sheet, key: str) -> Box:
    width = rect.width - _STEP_PADDING * 2
    left = rect.x + _STEP_PADDING
    title = sheet.style("step-title")
    rule = Path.rect(Rect(rect.x, rect.y, rect.width, _STEP_RULE))
    return Box(
        rect=rect,
        role=Role.SECTION,
        key=key,
        children=(
            artifact(
                rect,
                f"{key}/card",
                Shape(path=Path.rect(rect), fill=sheet.theme.inks.warm),
                Shape(path=rule, fill=sheet.accent.ink),
            ),
            text_box(
                step.title,
                title,
                Place(Point(left, rect.y + _STEP_TITLE), width),
                sheet,
                (Role.H3, f"{key}/title"),
            ),
            text_box(
                step.text,
                sheet.style("cell"),
                Place(Point(left, rect.y + _STEP_TEXT), width),
                sheet,
                (Role.PARAGRAPH, f"{key}/text"),
            ),
        ),
    )
