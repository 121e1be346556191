"""The numeric-target band under the title: one indicator as a trio, several as halves."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape, Stroke
from strategy_report.display.role import Role
from strategy_report.pages.context import Sheet
from strategy_report.pages.goal_needs import BandNeeds
from strategy_report.pages.target_half import half_box, half_needs
from strategy_report.pages.target_trio import Trio, set_trio, trio_box, trio_needs
from strategy_report.story.block import IndicatorBlock

RULE = pt(0.5)
RULE_INSET = pt(9)


class TargetBand(Value):
    """How the targets are shown: the one as a trio, or all as halves, two in a row."""

    targets: tuple[IndicatorBlock, ...]
    trio: Trio | None
    row_heights: tuple[Length, ...]

    @property
    def needs(self) -> BandNeeds:
        if self.trio is not None:
            return trio_needs(self.trio)
        height = sum(self.row_heights, ZERO)
        return BandNeeds(height, height, height)


def target_band(targets: tuple[IndicatorBlock, ...], sheet: Sheet) -> TargetBand | None:
    """The band for *targets*; None where there are none."""
    if not targets:
        return None
    trio = set_trio(targets[0], sheet) if len(targets) == 1 else None
    pairs = [targets[place : place + 2] for place in range(0, len(targets), 2)]
    width = sheet.type_area.width if len(targets) == 1 else sheet.master.column_width(3)
    rows = tuple(max(half_needs(target, width, sheet) for target in pair) for pair in pairs)
    return TargetBand(targets=targets, trio=trio, row_heights=rows)


def band_boxes(band: TargetBand, top: Length, height: Length, sheet: Sheet) -> tuple[Box, ...]:
    """The tint, then the targets in order; the band runs from *top*, *height* high."""
    goal = sheet.goal or 0
    area = sheet.full_bleed(top, top + height)
    tint = Shape(path=Path.rect(area), fill=sheet.accent.tint)
    if band.trio is not None:
        background = Box(
            rect=area, role=Role.ARTIFACT, key=f"goal-{goal}/targets/tint", items=(tint,)
        )
        return (background, trio_box(band.trio, top, height, sheet))
    boxes: list[Box] = []
    rules: list[Item] = [tint]
    left, column = sheet.type_area.x, sheet.master.column_width(3)
    width = sheet.type_area.width if len(band.targets) == 1 else column
    y = top
    for row, row_height in enumerate(band.row_heights):
        pair = band.targets[row * 2 : row * 2 + 2]
        for side, target in enumerate(pair):
            x = left + (column + sheet.master.column_gap) * side
            boxes.append(half_box(target, Rect(x, y, width, row_height), sheet))
        if len(pair) > 1:
            middle = left + column + sheet.master.column_gap / 2
            inset = RULE_INSET
            rules.append(
                _rule(Point(middle, y + inset), Point(middle, y + row_height - inset), sheet)
            )
        y += row_height
    background = Box(
        rect=area, role=Role.ARTIFACT, key=f"goal-{goal}/targets/tint", items=tuple(rules)
    )
    return (background, *boxes)


def _rule(start: Point, end: Point, sheet: Sheet) -> Shape:
    return Shape(path=Path.line(start, end), stroke=Stroke(ink=sheet.accent.ink, width=RULE))
