"""How a town wants its running text set, where the rules leave a choice."""

from __future__ import annotations

from strategy_report.core.value import Value, replace
from strategy_report.style.text_style import (
    Adjustment,
    BreakLevel,
    FirstBracket,
    Hang,
    LastLine,
    LineEnd,
    Reduction,
    TextStyle,
)


class Typesetting(Value):
    """Choices for running text, by the names of `TextStyle`.

    Attributes:
        adjustment: columns of a booklet are narrow: a line too many is seen less than a line
            whose marks are all closed up for the sake of one less.
        western_space, western_most: None: as the type scale has them.
    """

    level: BreakLevel = BreakLevel.VERY_STRICT
    adjustment: Adjustment = Adjustment.LEAST_CHANGE
    reduction: Reduction = Reduction.DEFAULT
    hang: Hang = Hang.NONE
    line_end: LineEnd = LineEnd.WITH_SPACE
    last_line: LastLine = LastLine.NATURAL
    first_bracket: FirstBracket = FirstBracket.FLUSH
    western_space: float | None = None
    western_most: float | None = None

    def applied(self, style: TextStyle) -> TextStyle:
        """*style*, of running text, as the town wants it set."""
        space, most = self.western_space, self.western_most
        return replace(
            style,
            level=self.level,
            adjustment=self.adjustment,
            reduction=self.reduction,
            hang=self.hang,
            line_end=self.line_end,
            last_line=self.last_line,
            first_bracket=self.first_bracket,
            western_space=style.western_space if space is None else space,
            western_most=style.western_most if most is None else most,
        )
