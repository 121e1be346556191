"""Baseline, actual and target of one indicator as bars on one scale, from zero."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from strategy_report.charts.drawing import Drawing
from strategy_report.charts.recorder import points_to_figure, record
from strategy_report.charts.theme import ChartTheme
from strategy_report.core.geometry import Rect, Size
from strategy_report.core.length import ZERO, Length
from strategy_report.core.value import Value
from strategy_report.display.item import Shape

BASELINE, ACTUAL, TARGET = "baseline", "actual", "target"
_APART_DASH = (1.6, 1.2)


class Bar(Value):
    """One value.

    Attributes:
        kind: BASELINE, ACTUAL or TARGET.
        length: from the axis, negative to the left.
        top, height: of the bar.
        apart: it counts another span than the actual, and is set apart.
    """

    kind: str
    length: Length
    top: Length
    height: Length
    apart: bool = False


class BarChart(Value):
    """Bars in paint order; `axis` is the place of zero from the left."""

    size: Size
    axis: Length
    bars: tuple[Bar, ...]

    def bar(self, kind: str) -> Bar | None:
        return next((bar for bar in self.bars if bar.kind == kind), None)

    def draw(self, theme: ChartTheme) -> Drawing:
        """The bars, the axis, and the target's line across the actual's row."""
        artist = _Artists(self, theme)
        for bar in self.bars:
            artist.bar(bar)
        artist.axis()
        artist.target_line()
        shapes: tuple[Shape, ...] = record(self.size, tuple(artist.made), theme.inks)
        return Drawing(size=self.size, shapes=shapes)


class Measured(Value):
    """A value as the page gives it; `magnitude` None draws no bar."""

    kind: str
    magnitude: Decimal | None
    top: Length
    height: Length
    apart: bool = False


def bar_chart(values: tuple[Measured, ...], size: Size, shortest: Length) -> BarChart | None:
    """*values* as lengths: the widest span fills *size*; None where nothing is to be drawn.

    A value that is not zero is at least *shortest* long, however small it is beside the others.
    """
    known = [(value, value.magnitude) for value in values if value.magnitude is not None]
    if not known:
        return None
    most = max(Decimal(0), *(magnitude for _, magnitude in known))
    least = min(Decimal(0), *(magnitude for _, magnitude in known))
    span = most - least
    bars = tuple(
        Bar(
            kind=value.kind,
            length=_length(magnitude, span, size.width, shortest),
            top=value.top,
            height=value.height,
            apart=value.apart,
        )
        for value, magnitude in known
    )
    axis = ZERO if not span else size.width * float(-least / span)
    return BarChart(size=size, axis=axis, bars=bars)


def _length(magnitude: Decimal, span: Decimal, width: Length, shortest: Length) -> Length:
    if not magnitude:
        return ZERO
    length = width * float(abs(magnitude) / span)
    length = max(length, shortest)
    return length if magnitude > 0 else -length


class _Artists:
    """matplotlib's artists for one chart, in paint order; coordinates in points."""

    def __init__(self, chart: BarChart, theme: ChartTheme) -> None:
        self._chart, self._theme = chart, theme
        self._transform = points_to_figure(chart.size.height.pt)
        self.made: list[object] = []

    def bar(self, bar: Bar) -> None:
        theme = self._theme
        if not bar.length:
            return
        rect = self._rect(bar)
        if bar.kind == ACTUAL:
            self._rectangle(rect, facecolor=theme.actual.hex, linewidth=0)
        elif bar.kind == TARGET:
            self._outlined(rect, theme.target_outline, theme.actual.hex, theme.paper.hex)
        else:
            line, fill = theme.baseline_line.hex, theme.baseline_fill.hex
            dash = (0, _APART_DASH) if bar.apart else "-"
            self._outlined(rect, theme.baseline_outline, line, fill, linestyle=dash)

    def axis(self) -> None:
        x, height = self._chart.axis, self._chart.size.height
        theme = self._theme
        self._line((x, ZERO), (x, height), theme.axis, theme.baseline_line.hex)

    def target_line(self) -> None:
        """From the target's end up across the actual's row; white where it crosses the bar."""
        target, actual = self._chart.bar(TARGET), self._chart.bar(ACTUAL)
        if target is None or actual is None or not target.length:
            return
        theme = self._theme
        inner = theme.target_line / 2
        x = self._chart.axis + target.length + (-inner if target.length > 0 else inner)
        top, bottom = actual.top, actual.top + actual.height
        ends = sorted((top - theme.overshoot, target.top), key=int)
        crossing = self._crosses(actual, x)
        ink = theme.actual.hex
        if not crossing:
            self._line((x, ends[0]), (x, ends[1]), theme.target_line, ink)
            return
        self._line((x, ends[0]), (x, top), theme.target_line, ink)
        self._line((x, bottom), (x, ends[1]), theme.target_line, ink)
        self._line((x, top), (x, bottom), theme.gap, theme.paper.hex)

    def _crosses(self, actual: Bar, x: Length) -> bool:
        """Whether the bar goes on beyond the gap, by a hairline at least.

        A target that is just met has its line at the bar's end: a gap there would make the bar
        look as if it stopped short of it.
        """
        beyond = self._theme.gap / 2 + self._theme.baseline_outline
        along = x - self._chart.axis
        return ZERO < abs(along) <= abs(actual.length) - beyond and (along > 0) == (
            actual.length > 0
        )

    def _rect(self, bar: Bar) -> Rect:
        left = self._chart.axis + (bar.length if bar.length < 0 else ZERO)
        return Rect(left, bar.top, abs(bar.length), bar.height)

    def _outlined(self, rect: Rect, width: Length, line: str, fill: str, **more: Any) -> None:
        """A bar whose outline lies within it; one narrower than its outline is all outline."""
        if rect.width <= width * 2:
            self._rectangle(rect, facecolor=line, linewidth=0)
            return
        half = width / 2
        inner = Rect(rect.x + half, rect.y + half, rect.width - width, rect.height - width)
        self._rectangle(
            inner, facecolor=fill, edgecolor=line, linewidth=width.pt, joinstyle="miter", **more
        )

    def _rectangle(self, rect: Rect, **look: Any) -> None:
        from matplotlib.patches import Rectangle

        at = (rect.x.pt, rect.y.pt)
        transform = self._transform
        self.made.append(Rectangle(at, rect.width.pt, rect.height.pt, transform=transform, **look))

    def _line(
        self, start: tuple[Length, Length], end: tuple[Length, Length], width: Length, ink: str
    ) -> None:
        from matplotlib.lines import Line2D

        self.made.append(
            Line2D(
                [start[0].pt, end[0].pt],
                [start[1].pt, end[1].pt],
                linewidth=width.pt,
                color=ink,
                solid_capstyle="butt",
                transform=self._transform,
            )
        )
