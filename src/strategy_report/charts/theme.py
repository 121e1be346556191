"""The inks and line widths of every chart."""

from __future__ import annotations

from strategy_report.core.ink import Ink
from strategy_report.core.length import Length, pt
from strategy_report.core.value import Value
from strategy_report.style.inks import Accent, Inks


class ChartTheme(Value):
    """What charts are drawn with.

    Attributes:
        actual: fill of what was reached; outline of what is aimed at (plan = outline).
        baseline_fill, baseline_line: the baseline's bar and its outline; the axis.
        paper: inside of a target's outline, and the gap where a target line crosses a bar.
        axis, baseline_outline, target_outline, target_line, path_line: line widths.
        gap: width of the target line where it crosses the actual's bar.
        overshoot: how far a target line rises above the actual's bar.
        dot, newest_dot: radius of a path's dots; target_dash: of the target's line across it.
        shortest: of a bar that is not zero, however small its number is beside the others.
    """

    actual: Ink
    baseline_fill: Ink
    baseline_line: Ink
    paper: Ink
    axis: Length = pt(0.6)
    baseline_outline: Length = pt(0.5)
    target_outline: Length = pt(0.9)
    target_line: Length = pt(0.9)
    gap: Length = pt(1.1)
    overshoot: Length = pt(3)
    shortest: Length = pt(0.75)
    path_line: Length = pt(1.2)
    dot: Length = pt(1.6)
    newest_dot: Length = pt(2.4)
    target_dash: tuple[float, float] = (2.4, 1.6)

    @property
    def inks(self) -> tuple[Ink, ...]:
        """All inks a chart may use."""
        return (self.actual, self.baseline_fill, self.baseline_line, self.paper)

    @staticmethod
    def of(inks: Inks, accent: Accent) -> ChartTheme:
        """Charts in a theme's inks, for the goal (or page) of *accent*."""
        return ChartTheme(
            actual=accent.ink,
            baseline_fill=inks.baseline_fill,
            baseline_line=inks.baseline_line,
            paper=inks.paper,
        )
