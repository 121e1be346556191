"""The plan and the SDGs: goals, the plan as a beam under them, its ties to the directions."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, pt
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
from strategy_report.pages.sdgs_goals import GoalsForm, goal_boxes, goal_lines
from strategy_report.pages.sdgs_grid import relation_grid
from strategy_report.story.story import DirectionBlock, SdgsPart

_FIRST, _LEAD_GAP = pt(104), pt(18)
_GOALS_TOP = pt(36.5)
_BEAM_GAP, _BEAM = pt(7), pt(5)
_HEADING_GAP = pt(13)
_COLUMNS_FOOT, _FOOT = pt(762), pt(790)
_LEAST_FAN, _MOST_FAN = pt(90), pt(196)
_MOST_COLUMNS = 6
_KEY = "sdgs"
_DIRECTIONS = f"{_KEY}/directions/list"


def lay_out_sdgs(part: SdgsPart, sheet: Sheet) -> tuple[Page, ...]:
    """The page of *part*; goals are told more briefly, then directions go to pages of their own."""
    for goals in (goal_boxes, goal_lines):
        above, beam = _plan(part, goals, sheet)
        below = _below(part, beam, sheet)
        if max(box.rect.bottom for box in below) <= _FOOT:
            return (_page((*above, *below), sheet),)
    return (_page(above, sheet), *_further_pages(part, sheet))


def _page(boxes: tuple[Box, ...], sheet: Sheet) -> Page:
    return sheet.page((*boxes, *running_foot(sheet)))


def _plan(part: SdgsPart, goals: GoalsForm, sheet: Sheet) -> tuple[tuple[Box, ...], Rect]:
    """Lead and goals, and the beam under them: the plan as a whole."""
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
    placed = goals(part.goals, hairline + _GOALS_TOP, sheet)
    beam_top = max((box.rect.bottom for box in placed), default=hairline + _GOALS_TOP) + _BEAM_GAP
    beam = Rect(area.x, beam_top, area.width, _BEAM)
    drawn = artifact(beam, f"{_KEY}/beam", Shape(path=Path.rect(beam), fill=sheet.accent.ink))
    return (*band.boxes(sheet), lead, *heading, *placed, drawn), beam


def _below(part: SdgsPart, beam: Rect, sheet: Sheet) -> tuple[Box, ...]:
    """The directions: hung from the fan, in rows, or tied to goals in a grid."""
    area = sheet.type_area
    style = sheet.style("section-heading")
    place = Place(Point(area.x, beam.bottom + _HEADING_GAP), area.width * 0.25)
    heading = text_box(
        part.directions_heading, style, place, sheet, (Role.H2, f"{_KEY}/directions/heading")
    )
    room = Rect(area.x, heading.rect.bottom + pt(12), area.width, ZERO)
    if part.relations or len(part.directions) > _MOST_COLUMNS:
        return (heading, *list_of(_listed(part, room, sheet), _DIRECTIONS))
    columns = direction_columns(part.directions, sheet)
    top = max(
        beam.bottom + _LEAST_FAN,
        min(beam.bottom + _MOST_FAN, _COLUMNS_FOOT - columns.height),
    )
    height = max(columns.height, _COLUMNS_FOOT - top)
    placed = columns.boxes(top, height, sheet)
    middles = tuple(box.rect for box in placed)
    return (fan(beam, middles, part.alt, sheet), heading, *list_of(placed, _DIRECTIONS))


def _listed(part: SdgsPart, room: Rect, sheet: Sheet) -> tuple[Box, ...]:
    if part.relations:
        return relation_grid(part, room, _COLUMNS_FOOT, sheet)
    return direction_rows(part, room, sheet)


def _further_pages(part: SdgsPart, sheet: Sheet) -> tuple[Page, ...]:
    """The directions on pages of their own, as many on each as it holds."""
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
    area, key = sheet.type_area, f"{_KEY}-{sheet.number}"
    band = page_band((*part.title, part.continued), sheet, key).repeated()
    hairline = band.height + _LEAD_GAP
    words = without_breaks(part.directions_heading)
    heading = section_heading(words, hairline, sheet, f"{key}/directions")
    if rest != part.directions:
        heading = tuple(map(repeated, heading))
    room = Rect(area.x, hairline + _GOALS_TOP, area.width, ZERO)
    for count in range(len(rest), 0, -1):
        listed = _listed(replace(part, directions=rest[:count]), room, sheet)
        if count == 1 or listed[-1].rect.bottom <= _FOOT:
            break
    return (*band.boxes(sheet), *heading, *list_of(listed, _DIRECTIONS)), count
