"""Charts as tests give and read them: in points, with the theme's own inks."""

from __future__ import annotations

from decimal import Decimal

from strategy_report.charts.bars import BarChart, Measured, bar_chart
from strategy_report.charts.theme import ChartTheme
from strategy_report.core.geometry import Rect, Size
from strategy_report.core.length import Length, pt
from strategy_report.display.item import Shape
from strategy_report.style.kanazawa import INKS

KANAZAWA = ChartTheme.of(INKS, INKS.goals[0])
SIZE = Size(pt(85), pt(44))
KINDS = ("baseline", "actual", "target")
ROWS = {"baseline": (3.5, 6.0), "actual": (17.0, 10.5), "target": (36.0, 6.0)}


def bars(*values: str | None, apart: bool = False) -> BarChart | None:
    """Baseline, actual and target as a card gives them; None: a word stands in its place."""
    measured = tuple(
        Measured(
            kind=kind,
            magnitude=None if value is None else Decimal(value),
            top=pt(ROWS[kind][0]),
            height=pt(ROWS[kind][1]),
            apart=apart and kind == "baseline",
        )
        for kind, value in zip(KINDS, values, strict=True)
    )
    return bar_chart(measured, SIZE, KANAZAWA.shortest)


def drawn(chart: BarChart | None, theme: ChartTheme = KANAZAWA) -> tuple[Shape, ...]:
    assert chart is not None
    return chart.draw(theme).shapes


def bounds(shape: Shape) -> Rect:
    """Of its outline with the line around it."""
    xs, ys = shape.path.coordinates[0::2], shape.path.coordinates[1::2]
    half = int(shape.stroke.width) // 2 if shape.stroke is not None else 0
    edges = (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)
    left, top, right, bottom = (Length(edge) for edge in edges)
    return Rect(left, top, right - left, bottom - top)
