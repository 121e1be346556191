"""temporary"""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import Length, pt
from strategy_report.display.item import Item, Path, Shape, Stroke
from strategy_report.pages.context import Sheet
from strategy_report.pages.setting import Align
from strategy_report.story.story import Run

BADGE_WIDTH = pt(52)
MARK_HEIGHT = pt(14)
CHIP_PADDING = pt(8)


def badge(run: Run, at: Point, sheet: Sheet) -> tuple[Item, ...]:
    rect = Rect(at.x, at.y, BADGE_WIDTH, MARK_HEIGHT)
    return (
        Shape(path=Path.rect(rect), fill=sheet.theme.inks.text),
        sheet.setter.label(
            run, sheet.style("badge"), Point(at.x + pt(15), at.y + pt(10.2)), Align.LEFT
        ),
    )


def chip_width(run: Run, sheet: Sheet) -> Length:
    return sheet.setter.line(run, sheet.style("chip")).width + CHIP_PADDING * 2


def chip(run: Run, at: Point, sheet: Sheet) -> tuple[Item, ...]:
    width = chip_width(run, sheet)
    rect = Rect(at.x, at.y, width, MARK_HEIGHT)
    return (
        Shape(
            path=Path.rect(rect),
            fill=sheet.theme.inks.paper,
            stroke=Stroke(ink=sheet.accent.ink, width=pt(0.7)),
        ),
        sheet.setter.label(
            run, sheet.style("chip"), Point(at.x + CHIP_PADDING, at.y + pt(10.1)), Align.LEFT
        ),
    )
