"""Small marks beside figures: 目標達成 (solid: met), a remark (outlined), a tally's squares."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.ink import Ink
from strategy_report.core.length import Length, pt
from strategy_report.display.item import Cap, Item, Join, Path, Shape, Stroke
from strategy_report.pages.context import Sheet
from strategy_report.pages.setting import baseline_in
from strategy_report.pages.shapes import inset, rounded
from strategy_report.story.block import Run
from strategy_report.style.text_style import TextStyle

BADGE_WIDTH = pt(52)
MARK_HEIGHT = pt(14)
CHIP_PADDING = pt(7)
CHIP_OUTLINE = pt(0.7)
SQUARE, SQUARE_GAP = pt(15), pt(4)
_RADIUS = pt(2)
_CHECK_SIZE, _CHECK_STROKE = pt(6.8), pt(1.2)
_CHECK_LEFT, _TEXT_LEFT, _TEXT_WIDTH = pt(4.8), pt(15), pt(33.7)
_FLOOR = 7.5


def badge(run: Run, at: Point, sheet: Sheet) -> tuple[Item, ...]:
    """The badge with its top left corner at *at*."""
    paper = sheet.theme.inks.paper
    rect = Rect(at.x, at.y, BADGE_WIDTH, MARK_HEIGHT)
    middle = at.y + MARK_HEIGHT / 2
    check = Rect(at.x + _CHECK_LEFT, middle - _CHECK_SIZE / 2, _CHECK_SIZE, _CHECK_SIZE)
    style = sheet.style("badge")
    line = sheet.setter.line(run, style)
    if line.width > _TEXT_WIDTH:
        size = max(_FLOOR, style.char_size.pt * _TEXT_WIDTH.ratio(line.width))
        style = sheet.style("badge", size)
        line = sheet.setter.line(run, style)
    return (
        Shape(path=rounded(rect, _RADIUS), fill=sheet.theme.inks.text),
        check_mark(check, _CHECK_STROKE, paper),
        line.at(Point(at.x + _TEXT_LEFT, at.y + _middle_baseline(style))),
    )


def check_mark(rect: Rect, width: Length, ink: Ink) -> Shape:
    """✓ drawn within *rect*."""
    x, y, w, h = rect.x, rect.y, rect.width, rect.height
    path = Path(
        operators="MLL",
        coordinates=(
            *(x + w * 0.06, y + h * 0.54),
            *(x + w * 0.37, y + h * 0.86),
            *(x + w * 0.94, y + h * 0.16),
        ),
    )
    return Shape(path=path, stroke=Stroke(ink=ink, width=width, cap=Cap.ROUND, join=Join.ROUND))


def chip_width(run: Run, sheet: Sheet) -> Length:
    return sheet.setter.line(run, sheet.style("chip")).width + CHIP_PADDING * 2


def chip(run: Run, at: Point, sheet: Sheet) -> tuple[Item, ...]:
    """A remark with its top left corner at *at*."""
    style = sheet.style("chip")
    line = sheet.setter.line(run, style)
    rect = Rect(at.x, at.y, line.width + CHIP_PADDING * 2, MARK_HEIGHT)
    stroke = Stroke(ink=sheet.accent.ink, width=CHIP_OUTLINE)
    frame = Path.rect(inset(rect, CHIP_OUTLINE / 2))
    return (
        Shape(path=frame, fill=sheet.theme.inks.paper, stroke=stroke),
        line.at(Point(at.x + CHIP_PADDING, at.y + _middle_baseline(style))),
    )


def tally_square(rect: Rect, *, met: bool | None, sheet: Sheet) -> tuple[Item, ...]:
    """One KPI of a tally: met is solid with a check, not met is outlined, not rated is a rule."""
    inks, ink = sheet.theme.inks, sheet.accent.ink
    if met:
        side = rect.width * 0.6
        check = Rect(
            rect.x + (rect.width - side) / 2, rect.y + (rect.height - side) / 2, side, side
        )
        return (Shape(path=Path.rect(rect), fill=ink), check_mark(check, pt(1.4), inks.paper))
    width = pt(0.9)
    line = inks.rule if met is None else ink
    frame = Path.rect(inset(rect, width / 2))
    return (Shape(path=frame, fill=inks.paper, stroke=Stroke(ink=line, width=width)),)


def _middle_baseline(style: TextStyle) -> Length:
    """Baseline of a line whose em-box stands in the middle of a mark."""
    return (MARK_HEIGHT - style.line_feed) / 2 + baseline_in(style)
