"""Yearly actuals as a line on a scale from zero, broken where a year has no number."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

from strategy_report.charts.drawing import Drawing
from strategy_report.charts.recorder import points_to_figure, record
from strategy_report.charts.theme import ChartTheme
from strategy_report.core.geometry import Point, Size
from strategy_report.core.length import ZERO, Length
from strategy_report.core.value import Value


class PathChart(Value):
    """Dots joined by a line; None among them breaks it.

    Attributes:
        dots: a place a year, from the left; the last is the newest.
        zero: height of zero; target: height of the target, None where it is no number.
    """

    size: Size
    dots: tuple[Point | None, ...]
    zero: Length
    target: Length | None

    def draw(self, theme: ChartTheme) -> Drawing:
        """Zero and target as lines across, then the way, then its dots."""
        artists = _Artists(self.size, theme)
        width = self.size.width
        artists.line((Point(ZERO, self.zero), Point(width, self.zero)), "axis")
        if self.target is not None:
            artists.line((Point(ZERO, self.target), Point(width, self.target)), "target")
        for start, end in pairwise(self.dots):
            if start is not None and end is not None:
                artists.line((start, end), "path")
        for place, dot in enumerate(self.dots):
            if dot is not None:
                newest = place == len(self.dots) - 1
                artists.dot(dot, theme.newest_dot if newest else theme.dot)
        return Drawing(size=self.size, shapes=record(self.size, tuple(artists.made), theme.inks))


def path_chart(
    magnitudes: tuple[Decimal | None, ...], target: Decimal | None, size: Size, theme: ChartTheme
) -> PathChart:
    """*magnitudes* in columns of equal width, on one scale from zero."""
    known = [value for value in (*magnitudes, target, Decimal(0)) if value is not None]
    most, least = max(known), min(known)
    span = most - least or Decimal(1)
    inset = theme.newest_dot
    room = size.height - inset * 2

    def height_of(value: Decimal) -> Length:
        return inset + room * float((most - value) / span)

    column = size.width / len(magnitudes)
    return PathChart(
        size=size,
        dots=tuple(
            None if value is None else Point(column * (place + 0.5), height_of(value))
            for place, value in enumerate(magnitudes)
        ),
        zero=height_of(Decimal(0)),
        target=None if target is None else height_of(target),
    )


class _Artists:
    """matplotlib's artists for one path, in paint order; coordinates in points."""

    def __init__(self, size: Size, theme: ChartTheme) -> None:
        self._transform = points_to_figure(size.height.pt)
        self._actual = theme.actual.hex
        self._looks: dict[str, tuple[Length, str, Any]] = {
            "axis": (theme.axis, theme.baseline_line.hex, "-"),
            "target": (theme.target_line, theme.actual.hex, (0, theme.target_dash)),
            "path": (theme.path_line, theme.actual.hex, "-"),
        }
        self.made: list[object] = []

    def line(self, ends: tuple[Point, Point], look: str) -> None:
        from matplotlib.lines import Line2D

        width, ink, dash = self._looks[look]
        self.made.append(
            Line2D(
                [end.x.pt for end in ends],
                [end.y.pt for end in ends],
                linewidth=width.pt,
                color=ink,
                linestyle=dash,
                solid_capstyle="butt",
                dash_capstyle="butt",
                transform=self._transform,
            )
        )

    def dot(self, at: Point, radius: Length) -> None:
        from matplotlib.patches import Circle

        place = (at.x.pt, at.y.pt)
        self.made.append(
            Circle(place, radius.pt, facecolor=self._actual, linewidth=0, transform=self._transform)
        )
