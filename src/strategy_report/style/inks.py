"""A theme's inks by purpose."""

from __future__ import annotations

from strategy_report.core.ink import Ink
from strategy_report.core.value import Value


class Accent(Value):
    """The inks of one goal, or of the pages that belong to none.

    Attributes:
        ink: bands, headings, actual values.
        tint: areas behind text.
        motif: the motif's lines on a band of `ink`.
    """

    ink: Ink
    tint: Ink
    motif: Ink


class Inks(Value):
    """All inks of a theme.

    Attributes:
        text, sub: text, and labels and notes.
        baseline_fill, baseline_line: the baseline's bar, its outline; axis, card foot.
        rule: inner hairlines. `warm`: cards and rows.
        main: cover and pages that belong to no goal.
        far, pine: the cover's background.
        goals: by goal, from the first; a plan with more goals starts over.
    """

    text: Ink
    sub: Ink
    baseline_fill: Ink
    baseline_line: Ink
    rule: Ink
    warm: Ink
    paper: Ink
    main: Accent
    far: Ink
    pine: Ink
    goals: tuple[Accent, ...]

    def goal(self, number: int) -> Accent:
        """The accent of goal *number*, counted from 1."""
        return self.goals[(number - 1) % len(self.goals)]
