"""概要: the population vision, the plan's years and steps, and how an indicator is read."""

from __future__ import annotations

from strategy_report.core.length import Length, pt
from strategy_report.display.box import Box
from strategy_report.display.page import Page
from strategy_report.pages.context import Sheet
from strategy_report.pages.furniture import page_band, running_foot
from strategy_report.pages.overview_guide import GUIDE_HEIGHT, guide_boxes
from strategy_report.pages.overview_plan import plan_boxes, plan_height
from strategy_report.pages.overview_vision import VISION_HEIGHT, vision_boxes
from strategy_report.story.story import OverviewPart

_FIRST, _FOOT = pt(105), pt(790)
_LEAST_GAP, _MOST_GAP = pt(12), pt(26)


def lay_out_overview(part: OverviewPart, sheet: Sheet) -> Page:
    """The page of *part*; its sections share what is left of the page's height."""
    band = page_band(part.title, sheet, "overview")
    boxes: list[Box] = [*band.boxes(sheet)]
    heights = _heights(part, sheet)
    top = _FIRST + (band.height - pt(82.5))
    gap = _gap(heights, top)
    if part.population is not None:
        boxes.extend(vision_boxes(part.population, top, sheet))
        top += heights[0] + gap
    if part.strategy is not None:
        boxes.extend(plan_boxes(part.strategy, top, sheet))
        top += heights[1] + gap
    if part.guide is not None:
        boxes.extend(guide_boxes(part.guide, top, sheet))
    return sheet.page((*boxes, *running_foot(sheet)))


def _heights(part: OverviewPart, sheet: Sheet) -> tuple[Length, Length, Length]:
    none = Length(0)
    return (
        none if part.population is None else VISION_HEIGHT,
        none if part.strategy is None else plan_height(part.strategy, sheet),
        none if part.guide is None else GUIDE_HEIGHT,
    )


def _gap(heights: tuple[Length, ...], top: Length) -> Length:
    shown = [height for height in heights if height]
    if len(shown) < 2:
        return _MOST_GAP
    left = _FOOT - top - sum(shown, Length(0))
    return max(_LEAST_GAP, min(_MOST_GAP, left / (len(shown) - 1)))
