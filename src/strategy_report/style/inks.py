"""A theme's inks by purpose."""

from __future__ import annotations

from strategy_report.core.ink import Ink
from strategy_report.core.value import Value, replace


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


def lighter(ink: Ink, share: float) -> Ink:
    """*ink* as a tint of itself: *share* of the way to paper, on screen and on every plate."""
    red, green, blue = (round(part + (255 - part) * share) for part in ink.rgb)
    cyan, magenta, yellow, black = (round(part * (1 - share), 1) for part in ink.cmyk)
    return replace(
        ink,
        name=f"{ink.name}-{round(share * 100)}",
        rgb=(red, green, blue),
        cmyk=(cyan, magenta, yellow, black),
    )


def tint_of(ink: Ink) -> Ink:
    """A ground of *ink*'s own hue, light enough for text in it."""
    return lighter(ink, 0.89)


def accent_of(ink: Ink, tint: Ink | None = None) -> Accent:
    """The accent of one ink: a tint of it behind text, a breath of it on its own ground."""
    return Accent(ink=ink, tint=tint or tint_of(ink), motif=lighter(ink, 0.16))
