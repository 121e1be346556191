"""Words of the story to lines on a page, in the styles of the theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from strategy_report.compose.composer import Composer
from strategy_report.compose.compromises import wants_room
from strategy_report.compose.text import Composed, ComposedLine, StyledRun
from strategy_report.core.geometry import Point
from strategy_report.core.length import ZERO, Length
from strategy_report.core.value import Value, replace
from strategy_report.display.extent import EM_BOX_ASCENT
from strategy_report.display.item import Item, TextLine
from strategy_report.story.block import Run, Words
from strategy_report.style.inks import Accent
from strategy_report.style.text_style import Kind, TextStyle
from strategy_report.style.theme import Theme

# What a heading or a cell that would be torn within a word tries first, step by step: letters
# closer by these shares of an em, then smaller, too. Beside its neighbours nobody sees it yet.
NARROWER = ((1.0, 0.02), (1.0, 0.04), (0.95, 0.04))
# Raised marks of notes, as shares of the text's size: their head stays within its em-box.
NOTE_SIZE, NOTE_RISE = 0.6, 0.32

Wording = Words | Run | str


class Align(Enum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Block(Value):
    """Lines below each other.

    Attributes:
        lines: placed on the page.
        height: line feed times the number of lines.
        width: of the widest line.
    """

    lines: tuple[TextLine, ...]
    height: Length
    width: Length


class Setter:
    """Sets words with one composer, in the styles of one theme."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._styles: dict[tuple[str, str, float | None], TextStyle] = {}

    def style(self, name: str, theme: Theme, accent: Accent, size: float | None) -> TextStyle:
        """The theme's style *name*, made once (a setter serves one theme)."""
        key = (name, accent.ink.name, size)
        known = self._styles.get(key)
        if known is None:
            known = self._styles[key] = theme.style(name, accent, size)
        return known

    def compose(
        self,
        words: Wording,
        style: TextStyle,
        line_length: Length,
        *,
        first_line_length: Length | None = None,
    ) -> Composed:
        """Lines of *words*, not yet placed.

        Headings and cells that do not hold a word whole are set a little narrower, if that helps.
        """
        composed = self._set(words, style, line_length, first_line_length)
        if style.kind is not Kind.BODY and gives_way(composed):
            tries = (
                self._set(words, narrower, line_length, first_line_length)
                for narrower in _narrower(style)
            )
            composed = next((lines for lines in tries if not gives_way(lines)), composed)
        return composed

    def _set(
        self, words: Wording, style: TextStyle, line_length: Length, first: Length | None
    ) -> Composed:
        return self._composer.compose(styled(words, style), line_length, first_line_length=first)

    def line(self, words: Wording, style: TextStyle) -> ComposedLine:
        """*words* on one line, whatever its width."""
        return self._composer.set_line(styled(words, style))

    def spread(self, words: Wording, style: TextStyle, length: Length) -> ComposedLine:
        """*words* on one line over *length*, unless they are longer by themselves."""
        line = self.line(words, style)
        if line.width >= length:
            return line
        return self._composer.spread(styled(words, style), length)

    def label(
        self, words: Wording, style: TextStyle, at: Point, align: Align = Align.LEFT
    ) -> TextLine:
        """One line with its baseline at *at*, which is its left end, middle or right end."""
        line = self.line(words, style)
        return line.at(at, _shift(line.width, ZERO, align))

    def block(
        self,
        words: Wording,
        style: TextStyle,
        at: Point,
        line_length: Length,
        align: Align = Align.LEFT,
    ) -> Block:
        """A paragraph whose first line box begins at *at*; *line_length* is also its width."""
        return place(self.compose(words, style, line_length), style, at, line_length, align)


def gives_way(composed: Composed) -> bool:
    """Whether something was given up for want of room."""
    return any(wants_room(note) for line in composed.lines for note in line.line.notes)


def _narrower(style: TextStyle) -> Iterator[TextStyle]:
    for share, closer in NARROWER:
        size = style.char_size * share
        yield replace(style, char_size=size, tracking=style.tracking - size * closer)


def place(
    composed: Composed, style: TextStyle, at: Point, width: Length, align: Align = Align.LEFT
) -> Block:
    """Composed lines put below each other, the first line box beginning at *at*."""
    first = baseline_in(style)
    lines = tuple(
        line.at(Point(at.x, at.y + first + style.line_feed * row), _shift(line.width, width, align))
        for row, line in enumerate(composed.lines)
    )
    return Block(lines=lines, height=style.line_feed * len(lines), width=composed.width)


def apart(line: TextLine) -> TextLine:
    """*line* read with a space between it and what follows: a label beside its value."""
    return replace(line, joins=False)


def ended(items: Sequence[Item]) -> tuple[Item, ...]:
    """*items*, the last line among them `apart` from what follows."""
    last = max((i for i, item in enumerate(items) if isinstance(item, TextLine)), default=None)
    return tuple(
        apart(item) if i == last and isinstance(item, TextLine) else item
        for i, item in enumerate(items)
    )


def baseline_in(style: TextStyle) -> Length:
    """From the top of a line box to its baseline: the em-box stands in the box's middle."""
    return (style.line_feed - style.char_size) / 2 + style.char_size * EM_BOX_ASCENT


def styled(words: Wording, style: TextStyle) -> tuple[StyledRun, ...]:
    """*words* in one style, bold and raised where they are marked so."""
    return tuple(
        StyledRun(
            text=run.text,
            style=_style_of(run, style) if run.strong or run.note else style,
            source=run.source,
            dotted=run.dotted,
            note=run.note,
            ruby=run.ruby,
        )
        for run in _runs(words)
    )


def _style_of(run: Run, style: TextStyle) -> TextStyle:
    if run.strong and style.strong_face is not None:
        style = replace(style, face=style.strong_face, western_face=style.strong_western_face)
    if run.note:
        size = style.char_size * NOTE_SIZE
        style = replace(style, char_size=size, rise=style.char_size * NOTE_RISE)
    return style


def _runs(words: Wording) -> Sequence[Run]:
    if isinstance(words, str):
        return (Run(text=words),)
    return (words,) if isinstance(words, Run) else words


def _shift(line_width: Length, width: Length, align: Align) -> Length:
    match align:
        case Align.LEFT:
            return ZERO
        case Align.CENTER:
            return (width - line_width) / 2
        case Align.RIGHT:
            return width - line_width
