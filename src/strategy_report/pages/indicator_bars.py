"""Bars of an indicator's rows, drawn by the charts in the place that the rows leave them."""

from __future__ import annotations

from decimal import Decimal

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import Length, pt
from strategy_report.core.value import Value
from strategy_report.display.item import Item, Path, Shape, Stroke
from strategy_report.pages.context import Sheet
from strategy_report.story.story import RowRole


class BarRow(Value):
    """A value's row: from `top`, `height` high, its bar `bar` high in the middle."""

    role: RowRole
    magnitude: Decimal | None
    top: Length
    height: Length
    bar: Length

    @property
    def middle(self) -> Length:
        return self.top + self.height / 2


def row_bars(rows: tuple[BarRow, ...], area: Rect, sheet: Sheet) -> tuple[Item, ...]:
    known = [row.magnitude for row in rows if row.magnitude is not None]
    longest = max((abs(value) for value in known), default=Decimal(0))
    inks, accent = sheet.theme.inks, sheet.accent
    items: list[Item] = []
    for row in rows:
        if row.magnitude is None or not longest:
            continue
        width = max(pt(0.75), area.width * float(max(row.magnitude, Decimal(0)) / longest))
        rect = Rect(area.x, row.middle - row.bar / 2, width, row.bar)
        if row.role is RowRole.ACTUAL:
            items.append(Shape(path=Path.rect(rect), fill=accent.ink))
            continue
        line, ink, fill = (
            (pt(0.5), inks.baseline_line, inks.baseline_fill)
            if row.role is RowRole.BASELINE
            else (pt(0.9), accent.ink, inks.paper)
        )
        inner = Rect(rect.x + line / 2, rect.y + line / 2, rect.width - line, rect.height - line)
        items.append(Shape(path=Path.rect(inner), fill=fill, stroke=Stroke(ink=ink, width=line)))
    if known:
        axis = Path.line(Point(area.x, area.y), Point(area.x, area.bottom))
        items.append(Shape(path=axis, stroke=Stroke(ink=inks.baseline_line, width=pt(0.6))))
    return tuple(items)
