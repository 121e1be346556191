"""The plan and the SDGs: goals, the plan as a beam under them, its ties to the directions."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import Path, Shape
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.pages.boxes import Place, artifact, list_of, repeated, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.furniture import (
    page_band,
    running_foot,
    section_heading,
    without_breaks,
)
from strategy_report.pages.sdgs_directions import direction_columns, direction_rows, fan
from strategy_report.pages.sdgs_goals import GoalTitle, goal_boxes, goal_lines
from strategy_report.pages.sdgs_grid import relation_grid
from strategy_report.story.block import Words
from strategy_report.story.story import DirectionBlock, SdgsPart

_FIRST, _LEAD_GAP = pt(104), pt(18)
_GOALS_TOP = pt(36.5)
_BEAM_GAP, _BEAM = pt(7), pt(5)
_HEADING_GAP = pt(13)
_COLUMNS_FOOT, _FOOT = pt(762), pt(790)
_LEAST_FAN, _MOST_FAN = pt(90), pt(196)
_MOST_COLUMNS = 6
# More than a page ever holds of them.
_MOST_GOALS = 90
_KEY = "sdgs"
_DIRECTIONS = f"{_KEY}/directions/list"


def lay_out_sdgs(part: SdgsPart, sheet: Sheet) -> tuple[Page, ...]:
    """The page of *part*: goals told more briefly, then directions in rows, until it holds both.

    What no page holds goes on: first the goals, then the directions, on as many pages as needed.
    """
    above, top = _head(part, sheet)
    for goals, below in ((goal_boxes, _below), (goal_lines, _below), (goal_lines, _rows_below)):
        placed = goals(part.goals, top, sheet)
        beam, drawn = _beam(placed, top, sheet)
        directions = below(part, beam, sheet)
        if _foot(directions) <= _FOOT:
            return (_page((*above, *placed, drawn, *directions), sheet),)
    return _over_pages(part, sheet)


def _page(boxes: tuple[Box, ...], sheet: Sheet) -> Page:
    return sheet.page((*boxes, *running_foot(sheet)))


def _foot(boxes: tuple[Box, ...]) -> Length:
    return max(box.rect.bottom for box in boxes)


def _head(part: SdgsPart, sheet: Sheet) -> tuple[tuple[Box, ...], Length]:
    """Title, lead and the heading of the goals, and where these begin."""
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
    return (*band.boxes(sheet), lead, *heading), hairline + _GOALS_TOP


def _beam(goals: tuple[Box, ...], top: Length, sheet: Sheet) -> tuple[Rect, Box]:
    """The plan as a whole, under its *goals* (which begin at *top*)."""
    area = sheet.type_area
    foot = max((box.rect.bottom for box in goals), default=top)
    beam = Rect(area.x, foot + _BEAM_GAP, area.width, _BEAM)
    shape = Shape(path=Path.rect(beam), fill=sheet.accent.ink)
    return beam, artifact(beam, f"{_KEY}/beam", shape)


def _below(part: SdgsPart, beam: Rect, sheet: Sheet) -> tuple[Box, ...]:
    """The directions: hung from the fan, in rows, or tied to goals in a grid."""
    if part.relations or len(part.directions) > _MOST_COLUMNS:
        return _rows_below(part, beam, sheet)
    heading = _directions_heading(part, beam, sheet.type_area.width * 0.25, sheet)
    columns = direction_columns(part.directions, sheet)
    top = max(
        beam.bottom + _LEAST_FAN,
        min(beam.bottom + _MOST_FAN, _COLUMNS_FOOT - columns.height),
    )
    height = max(columns.height, _COLUMNS_FOOT - top)
    placed = columns.boxes(top, height, sheet)
    middles = tuple(box.rect for box in placed)
    return (fan(beam, middles, part.alt, sheet), heading, *list_of(placed, _DIRECTIONS))


def _rows_below(part: SdgsPart, beam: Rect, sheet: Sheet) -> tuple[Box, ...]:
    """The directions below each other, without the fan."""
    area = sheet.type_area
    heading = _directions_heading(part, beam, area.width, sheet)
    room = Rect(area.x, heading.rect.bottom + pt(12), area.width, ZERO)
    return (heading, *list_of(_listed(part, room, sheet), _DIRECTIONS))


def _directions_heading(part: SdgsPart, beam: Rect, width: Length, sheet: Sheet) -> Box:
    style = sheet.style("section-heading")
    at = Point(beam.x, beam.bottom + _HEADING_GAP)
    named = (Role.H2, f"{_KEY}/directions/heading")
    return text_box(part.directions_heading, style, Place(at, width), sheet, named)


def _listed(part: SdgsPart, room: Rect, sheet: Sheet) -> tuple[Box, ...]:
    if part.relations:
        return relation_grid(part, room, _COLUMNS_FOOT, sheet)
    return direction_rows(part, room, sheet)


def _over_pages(part: SdgsPart, sheet: Sheet) -> tuple[Page, ...]:
    """Goals on as many pages as they need; directions below the last of them, or on their own."""
    pages: list[Page] = []
    own = sheet
    above, top = _head(part, sheet)
    placed, rest = _fitting_goals(part.goals, top, own)
    while rest:
        pages.append(_page((*above, *placed), own))
        own = replace(sheet, number=sheet.number + len(pages))
        band, heading, top = _head_again(part, part.plan_heading, own)
        above = (*band, *map(repeated, heading))
        placed, rest = _fitting_goals(rest, top, own)
    beam, drawn = _beam(placed, top, own)
    directions = _rows_below(part, beam, own)
    if _foot(directions) <= _FOOT:
        return (*pages, _page((*above, *placed, drawn, *directions), own))
    return (*pages, _page((*above, *placed, drawn), own), *_further_pages(part, own))


def _fitting_goals(
    goals: tuple[GoalTitle, ...], top: Length, sheet: Sheet
) -> tuple[tuple[Box, ...], tuple[GoalTitle, ...]]:
    """As many goals as a page holds from *top*, and those that are left."""
    first = goals[:_MOST_GOALS]
    placed = goal_lines(first, top, sheet)
    limit = _FOOT - _BEAM_GAP - _BEAM
    # A title of a whole page is told where it stands out.
    fitting = tuple(box for box in placed if box.rect.bottom <= limit) or placed[:1]
    return fitting, goals[len(fitting) :]


def _head_again(
    part: SdgsPart, words: Words, sheet: Sheet
) -> tuple[tuple[Box, ...], tuple[Box, ...], Length]:
    """Title and a section's heading on a page that goes on, and where its content begins."""
    key = f"{_KEY}-{sheet.number}"
    band = page_band((*part.title, part.continued), sheet, key).repeated()
    hairline = band.height + _LEAD_GAP
    heading = section_heading(without_breaks(words), hairline, sheet, f"{key}/section")
    return band.boxes(sheet), heading, hairline + _GOALS_TOP


def _further_pages(part: SdgsPart, sheet: Sheet) -> tuple[Page, ...]:
    """The directions on pages of their own behind *sheet*, as many on each as it holds."""
    pages: list[Page] = []
    rest = part.directions
    while rest:
        own = replace(sheet, number=sheet.number + len(pages) + 1)
        boxes, count = _fullest(part, rest, own)
        pages.append(_page(boxes, own))
        rest = rest[count:]
    return tuple(pages)


def _fullest(
    part: SdgsPart, rest: tuple[DirectionBlock, ...], sheet: Sheet
) -> tuple[tuple[Box, ...], int]:
    """The boxes of a page with as many of *rest* as it holds (one at least), and how many."""
    band, heading, top = _head_again(part, part.directions_heading, sheet)
    if rest != part.directions:
        heading = tuple(map(repeated, heading))
    room = Rect(sheet.type_area.x, top, sheet.type_area.width, ZERO)
    for count in range(len(rest), 0, -1):
        listed = _listed(replace(part, directions=rest[:count]), room, sheet)
        if count == 1 or listed[-1].rect.bottom <= _FOOT:
            break
    return (*band, *heading, *list_of(listed, _DIRECTIONS)), count
