"""Bars of an indicator's rows, drawn by the charts in the place that the rows leave them."""

from __future__ import annotations

from decimal import Decimal

from strategy_report.charts.bars import Measured, bar_chart
from strategy_report.charts.theme import ChartTheme
from strategy_report.core.geometry import Point, Rect, Size
from strategy_report.core.length import Length
from strategy_report.core.value import Value, replace
from strategy_report.display.item import Item, Path, Shape
from strategy_report.pages.context import Sheet
from strategy_report.story.block import RowRole


class BarRow(Value):
    """A value's row: from `top`, `height` high, its bar `bar` high in the middle.

    Attributes:
        apart: the value counts another span than the actual.
    """

    role: RowRole
    magnitude: Decimal | None
    top: Length
    height: Length
    bar: Length
    apart: bool = False


def row_bars(rows: tuple[BarRow, ...], area: Rect, sheet: Sheet) -> tuple[Item, ...]:
    """The bars of *rows* in *area*, on one scale."""
    theme = ChartTheme.of(sheet.theme.inks, sheet.accent)
    values = tuple(
        Measured(
            kind=row.role.value,
            magnitude=row.magnitude,
            top=row.top - area.y + (row.height - row.bar) / 2,
            height=row.bar,
            apart=row.apart,
        )
        for row in rows
    )
    chart = bar_chart(values, Size(area.width, area.height), theme.shortest)
    if chart is None:
        return ()
    drawing = sheet.gallery.drawing(chart, theme)
    return tuple(moved(shape, Point(area.x, area.y)) for shape in drawing.shapes)


def moved(shape: Shape, by: Point) -> Shape:
    """*shape* with its origin at *by*."""
    offsets = (by.x, by.y)
    return replace(
        shape,
        path=Path(
            operators=shape.path.operators,
            coordinates=tuple(
                int(part) + offsets[place % 2] for place, part in enumerate(shape.path.coordinates)
            ),
        ),
    )
