"""What goes into the composer and what comes out."""

from __future__ import annotations

from strategy_report.core.geometry import Point
from strategy_report.core.length import ZERO, Length
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.display.item import TextLine
from strategy_report.style.text_style import TextStyle

# Marks that an author sets by hand; neither is printed, counted or read back.
BREAK_HERE = "\u200b"  # ZERO WIDTH SPACE: where the text breaks first, if it must
NO_BREAK = "\u2060"  # WORD JOINER: the characters around it stay on one line


class StyledRun(Value):
    """A stretch of a paragraph in one style.

    Attributes:
        text: characters as they shall be read; may hold BREAK_HERE and NO_BREAK.
        dotted: a 圏点 above each character.
        note: the mark of a note: it stays with the word before it.
        ruby: readings above: one for the whole run, or one for each of its characters.
    """

    text: str
    style: TextStyle
    source: SourceSpan | None = None
    dotted: bool = False
    note: bool = False
    ruby: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Of the fields in which runs differ.

        The composer looks thousands of them up in what it has set; a style has thirty fields.
        """
        return hash((self.text, self.source, self.style.face, self.style.char_size))


class ComposedLine(Value):
    """One line, its baseline starting at (0, 0).

    Attributes:
        width: from the line head to the end of the last character's body (the em-box half that
            holds its ink, for marks), trailing spaces and tracking left out.
    """

    line: TextLine
    width: Length

    def at(self, origin: Point, indent: Length = ZERO) -> TextLine:
        """The line with its baseline starting at *origin*, moved right by *indent*."""
        x, y = origin.x + indent, origin.y
        runs = (
            replace(run, origin=Point(x + run.origin.x, y + run.origin.y)) for run in self.line.runs
        )
        return replace(self.line, runs=tuple(runs))


class Composed(Value):
    """A paragraph's lines; each remembers what was given up for it."""

    lines: tuple[ComposedLine, ...]

    @property
    def width(self) -> Length:
        """The widest line's."""
        return max((line.width for line in self.lines), default=ZERO)
