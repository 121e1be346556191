"""The plan and the SDGs: goals, the plan as a beam under them, its ties to the directions."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.pages.boxes import Place, artifact, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.furniture import page_band, running_foot, section_heading
from strategy_report.pages.sdgs_directions import direction_columns, direction_rows, fan
from strategy_report.pages.sdgs_grid import relation_grid
from strategy_report.pages.setting import baseline_in
from strategy_report.story.story import Run, SdgsPart, Words

_FIRST, _LEAD_GAP = pt(104), pt(18)
_GOALS_TOP = pt(36.5)
_HEAD, _BOX_PADDING, _BOX_TOP, _BOX_FOOT = pt(34), pt(7), pt(8), pt(8)
_GOAL_GAP, _BEAM_GAP, _BEAM = pt(8), pt(7), pt(5)
_HEADING_GAP = pt(13)
_COLUMNS_FOOT = pt(762)
_LEAST_FAN, _MOST_FAN = pt(90), pt(196)
_MOST_GOALS_IN_ROW, _MOST_COLUMNS = 4, 6
_KEY = "sdgs"


def lay_out_sdgs(part: SdgsPart, sheet: Sheet) -> Page:
    """The page of *part*."""
    area = sheet.type_area
    band = page_band(part.title, sheet, _KEY)
    top = _FIRST + (band.height - pt(82.5))
    lead = text_box(
        part.lead,
        sheet.style("lead"),
        Place(Point(area.x, top), area.width),
        sheet,
        (Role.PARAGRAPH, f"{_KEY}/lead"),
    )
    hairline = lead.rect.bottom + _LEAD_GAP
    heading = section_heading(part.plan_heading, hairline, sheet, f"{_KEY}/plan")
    goals = _goals(part, hairline + _GOALS_TOP, sheet)
    beam_top = goals[-1].rect.bottom + _BEAM_GAP
    beam = Rect(area.x, beam_top, area.width, _BEAM)
    boxes = [
        *band.boxes(sheet),
        lead,
        *heading,
        *goals,
        artifact(beam, f"{_KEY}/beam", Shape(path=Path.rect(beam), fill=sheet.accent.ink)),
        *_below(part, beam, sheet),
    ]
    return sheet.page((*boxes, *running_foot(sheet)))


def _below(part: SdgsPart, beam: Rect, sheet: Sheet) -> tuple[Box, ...]:
    """The directions: hung from the fan, in rows, or tied to goals in a grid."""
    area = sheet.type_area
    style = sheet.style("section-heading")
    place = Place(Point(area.x, beam.bottom + _HEADING_GAP), area.width * 0.25)
    heading = text_box(
        part.directions_heading, style, place, sheet, (Role.H2, f"{_KEY}/directions/heading")
    )
    room = Rect(area.x, heading.rect.bottom + pt(12), area.width, ZERO)
    if part.relations:
        return (heading, *relation_grid(part, room, _COLUMNS_FOOT, sheet))
    if len(part.directions) > _MOST_COLUMNS:
        return (heading, *direction_rows(part, room, _COLUMNS_FOOT, sheet))
    columns = direction_columns(part.directions, sheet)
    top = max(
        beam.bottom + _LEAST_FAN,
        min(beam.bottom + _MOST_FAN, _COLUMNS_FOOT - columns.height),
    )
    height = max(columns.height, _COLUMNS_FOOT - top)
    placed = columns.boxes(top, height, sheet)
    middles = tuple(box.rect for box in placed)
    return (fan(beam, middles, part.alt, sheet), heading, *placed)


def _goals(part: SdgsPart, top: Length, sheet: Sheet) -> tuple[Box, ...]:
    """A box a goal, rows of four; all of a row as high as the fullest."""
    count = min(_MOST_GOALS_IN_ROW, max(1, len(part.goals)))
    if len(part.goals) > _MOST_GOALS_IN_ROW:
        count = (len(part.goals) + 1) // 2 if len(part.goals) <= 8 else _MOST_GOALS_IN_ROW
    width = (sheet.type_area.width - _GOAL_GAP * (count - 1)) / count
    boxes: list[Box] = []
    y = top
    for start in range(0, len(part.goals), count):
        row = part.goals[start : start + count]
        height = max(_goal_height(title, width, sheet) for _, _, title in row)
        for place, goal in enumerate(row):
            x = sheet.type_area.x + (width + _GOAL_GAP) * place
            boxes.append(_goal(goal, Rect(x, y, width, height), sheet))
        y += height + _GOAL_GAP
    return tuple(boxes)


def _goal_height(title: Words, width: Length, sheet: Sheet) -> Length:
    style = sheet.style("sdgs-goal")
    lines = sheet.setter.compose(title, style, width - _BOX_PADDING * 2).lines
    return _HEAD + _BOX_TOP + style.line_feed * len(lines) + _BOX_FOOT


def _goal(goal: tuple[int, Run, Words], rect: Rect, sheet: Sheet) -> Box:
    number, word, title = goal
    key = f"{_KEY}/goal-{number}"
    accent = sheet.theme.accent(number)
    head = Rect(rect.x, rect.y, rect.width, _HEAD)
    left, width = rect.x + _BOX_PADDING, rect.width - _BOX_PADDING * 2
    word_style = sheet.style("goal-word", 9)
    numeral = sheet.setter.line(str(number), sheet.style("sdgs-goal-numeral"))
    base = head.y + (_HEAD - word_style.line_feed) / 2 + baseline_in(word_style)
    label: tuple[Item, ...] = (
        sheet.setter.label(word, word_style, Point(left, base)),
        numeral.at(Point(rect.right - _BOX_PADDING - numeral.width, head.bottom - pt(6))),
    )
    place = Place(Point(left, head.bottom + _BOX_TOP), width)
    return Box(
        rect=rect,
        role=Role.SECTION,
        key=key,
        children=(
            artifact(
                rect,
                f"{key}/box",
                Shape(path=Path.rect(rect), fill=accent.tint),
                Shape(path=Path.rect(head), fill=accent.ink),
            ),
            Box(rect=head, role=Role.PARAGRAPH, key=f"{key}/number", items=label),
            text_box(title, sheet.style("sdgs-goal"), place, sheet, (Role.H3, f"{key}/title")),
        ),
    )
