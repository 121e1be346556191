"""Measures with their bullets, in two columns on one grid of lines."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from strategy_report.compose.text import ComposedLine
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.extent import EM_BOX_ASCENT
from strategy_report.display.item import Item, Shape
from strategy_report.display.role import Role
from strategy_report.pages.boxes import around
from strategy_report.pages.context import Sheet
from strategy_report.pages.setting import baseline_in
from strategy_report.pages.shapes import disc
from strategy_report.story.block import MeasureBlock, Words
from strategy_report.style.text_style import TextStyle

COLUMN_SPAN = 3
NUMBER_GAP = pt(5)
HEADING_INDENT = pt(20)
WIDE_HEADING_INDENT = pt(25)
BULLET_INDENT = pt(10)
BULLET_X, BULLET_RADIUS = pt(4.3), pt(1.7)
SMALL_SIZE, SMALL_FEED = 9.5, 14
# At least so many lines of a bullet stay together at either side of a break within it.
KEPT_LINES = 2
_TWO_DIGITS = 10


class Willing(IntEnum):
    """How willingly a column ends before a line."""

    NEVER = 0
    WITHIN = 1
    BULLET = 2
    MEASURE = 3


class Piece(Value):
    """A heading, a bullet or a paragraph, composed.

    Attributes:
        measure, part: index of the measure, and of the piece within it (0: the heading).
        key: of the measure.
        indent: of its lines.
        number: the measure's number before a heading.
        bullet: whether a disc hangs before it.
    """

    measure: int
    part: int
    key: str
    lines: tuple[ComposedLine, ...]
    style: TextStyle
    indent: Length
    number: ComposedLine | None = None
    bullet: bool = False
    source: SourceSpan | None = None


class Row(Value, kw_only=False):
    """One line of a piece in the run of all lines; `willing`: to begin a column."""

    piece: Piece
    line: int
    willing: Willing


class MeasureRun(Value):
    """All measures as one run of lines, to be cut into columns.

    Attributes:
        gap: between measures.
    """

    rows: tuple[Row, ...]
    gap: Length
    feed: Length

    def height(self, start: int, end: int) -> Length:
        """Of a column holding the rows from *start* up to *end*."""
        gaps = sum(self._opens(place) for place in range(start + 1, end))
        return self.feed * (end - start) + self.gap * gaps

    def lowered(self, start: int, cut: int) -> Length:
        """By how much the column from *cut* begins below the one from *start*.

        Bullets that go on beside the heading they belong to stand level with those under it.
        """
        if cut >= len(self.rows):
            return ZERO
        first = self.rows[start].piece
        if first.part or self.rows[cut].piece.measure != first.measure:
            return ZERO
        return self.feed * len(first.lines)

    def heights(self, start: int, cut: int, end: int) -> tuple[Length, Length]:
        """Of two columns with the rows from *start* to *end*, the second beginning at *cut*."""
        return self.height(start, cut), self.lowered(start, cut) + self.height(cut, end)

    def cuts(self, least: Willing, start: int = 0) -> list[int]:
        """Rows that may begin a column, at least as willingly as asked."""
        places = range(start + 1, len(self.rows))
        return [place for place in places if self.rows[place].willing >= least]

    def balanced(self, least: Willing, start: int = 0) -> int:
        """Where the second column begins: the heights differ least there."""
        end = len(self.rows)
        cuts = [*self.cuts(least, start), end]
        heights = {cut: self.heights(start, cut, end) for cut in cuts}
        return min(cuts, key=lambda cut: (max(heights[cut]), heights[cut][1] > heights[cut][0]))

    def column_of(self, measure: int, cut: int) -> int:
        """Column (0 or 1) in which a measure ends."""
        last = max(place for place, row in enumerate(self.rows) if row.piece.measure == measure)
        return 0 if last < cut else 1

    def filled(self, start: int, room: Length) -> int:
        """End of the longest column from *start* that fits in *room*; *start*: not one line."""
        fitting = [
            place
            for place in (*self.cuts(Willing.WITHIN, start), len(self.rows))
            if self.height(start, place) <= room
        ]
        return max(fitting, default=start)

    def _opens(self, place: int) -> bool:
        row = self.rows[place]
        return row.willing is Willing.MEASURE


def measure_run(
    measures: tuple[MeasureBlock, ...], sheet: Sheet, gap: Length, *, small: bool
) -> MeasureRun:
    """*measures* composed for one column; *small*: in 9.5/14 instead of 10/15."""
    column = sheet.master.column_width(COLUMN_SPAN)
    body, heading, number = (
        _sized(sheet.style(name), small=small)
        for name in ("body", "measure-heading", "measure-number")
    )
    heading = replace(heading, char_size=sheet.style("measure-heading").char_size)
    number = replace(number, char_size=heading.char_size)
    wide = len(measures) >= _TWO_DIGITS
    indent = WIDE_HEADING_INDENT if wide else HEADING_INDENT
    pieces: list[Piece] = []
    for place, measure in enumerate(measures):
        title = sheet.setter.compose(measure.title, heading, column - indent)
        pieces.append(
            Piece(
                measure=place,
                part=0,
                key=measure.key,
                lines=title.lines,
                style=heading,
                indent=indent,
                number=sheet.setter.line(measure.number, number),
                source=measure.source,
            )
        )
        for part, (words, bullet) in enumerate(_parts(measure), start=1):
            lines = sheet.setter.compose(words, body, column - BULLET_INDENT).lines
            pieces.append(
                Piece(
                    measure=place,
                    part=part,
                    key=measure.key,
                    lines=lines,
                    style=body,
                    indent=BULLET_INDENT,
                    bullet=bullet,
                    source=words[0].source if words else None,
                )
            )
    return MeasureRun(rows=tuple(rows_of(pieces)), gap=gap, feed=body.line_feed)


def measure_column(
    run: MeasureRun, span: tuple[int, int], at: Point, sheet: Sheet
) -> tuple[Box, ...]:
    """Rows from *span*[0] up to *span*[1] below each other, the first line box at *at*."""
    start, end = span
    groups: list[tuple[Piece, list[Box]]] = []
    y = at.y
    place = start
    while place < end:
        piece = run.rows[place].piece
        stop = place
        while stop < end and run.rows[stop].piece is piece:
            stop += 1
        if place > start and run.rows[place].willing is Willing.MEASURE:
            y += run.gap
        box = _piece_box(piece, run, (place, stop), Point(at.x, y), sheet)
        if groups and groups[-1][0].measure == piece.measure:
            groups[-1][1].append(box)
        else:
            groups.append((piece, [box]))
        y += run.feed * (stop - place)
        place = stop
    return tuple(_measure_box(piece, boxes, sheet) for piece, boxes in groups)


def column_boxes(
    run: MeasureRun, span: tuple[int, int, int], first_line: Length, sheet: Sheet
) -> tuple[Box, ...]:
    """Rows in two columns: from *span*[0], and from *span*[1] up to *span*[2]."""
    start, cut, end = span
    left, right = (sheet.master.column_left(sheet.side, side * COLUMN_SPAN) for side in (0, 1))
    lowered = first_line + run.lowered(start, cut)
    return (
        *measure_column(run, (start, cut), Point(left, first_line), sheet),
        *measure_column(run, (cut, end), Point(right, lowered), sheet),
    )


def _sized(style: TextStyle, *, small: bool) -> TextStyle:
    if not small:
        return style
    feed = min(style.line_feed, pt(SMALL_FEED))
    return replace(style, char_size=pt(SMALL_SIZE), line_feed=feed)


def _parts(measure: MeasureBlock) -> Iterable[tuple[Words, bool]]:
    if measure.text:
        yield measure.text, False
    for bullet in measure.bullets:
        yield bullet, True


def rows_of(pieces: list[Piece]) -> Iterable[Row]:
    below_heading = 0
    for piece in pieces:
        if piece.part == 0:
            below_heading = 0
        for line in range(len(piece.lines)):
            yield Row(piece, line, _willing(piece, line, below_heading))
            below_heading += piece.part > 0


def _willing(piece: Piece, line: int, below_heading: int) -> Willing:
    """*below_heading*: lines between this one and the measure's heading."""
    if piece.part == 0:
        return Willing.MEASURE if line == 0 else Willing.NEVER
    if line == 0:
        # A heading never stands at the foot of a column, nor with one line below it.
        return Willing.NEVER if below_heading < KEPT_LINES else Willing.BULLET
    count = len(piece.lines)
    kept = line >= KEPT_LINES and count - line >= KEPT_LINES
    return Willing.WITHIN if kept else Willing.NEVER


def _piece_box(
    piece: Piece, run: MeasureRun, rows: tuple[int, int], at: Point, sheet: Sheet
) -> Box:
    first, end = rows
    lines = [piece.lines[row.line] for row in run.rows[first:end]]
    base = at.y + baseline_in(piece.style)
    items = tuple(
        line.at(Point(at.x, base + run.feed * row), piece.indent) for row, line in enumerate(lines)
    )
    height = run.feed * (end - first)
    key = f"goal-{sheet.goal}/{piece.key}/{piece.part}"
    column = sheet.master.column_width(COLUMN_SPAN)
    rect = Rect(at.x, at.y, column, height)
    body = Rect(at.x + piece.indent, at.y, column - piece.indent, height)
    mark = _mark(piece, at, base, sheet) if run.rows[first].line == 0 else ()
    if piece.part == 0:
        return Box(rect=rect, role=Role.H3, key=key, source=piece.source, items=(*mark, *items))
    if not piece.bullet:
        return Box(rect=body, role=Role.PARAGRAPH, key=key, source=piece.source, items=items)
    label = Rect(at.x, at.y, piece.indent, run.feed)
    return Box(
        rect=rect,
        role=Role.LIST_ITEM,
        key=key,
        source=piece.source,
        children=(
            Box(rect=label, role=Role.LABEL, key=f"{key}/disc", items=mark, alt="・"),
            Box(rect=body, role=Role.LIST_BODY, key=f"{key}/text", items=items),
        ),
    )


def _mark(piece: Piece, at: Point, base: Length, sheet: Sheet) -> tuple[Item, ...]:
    if piece.number is not None:
        # The number's end is what lines up: its opening bracket may or may not be set in half.
        return (
            piece.number.at(Point(at.x + piece.indent - NUMBER_GAP - piece.number.width, base)),
        )
    if not piece.bullet:
        return ()
    middle = base - piece.style.char_size * (EM_BOX_ASCENT - 0.5)
    circle = disc(Point(at.x + BULLET_X, middle), BULLET_RADIUS)
    return (Shape(path=circle, fill=sheet.accent.ink),)


def _measure_box(piece: Piece, boxes: list[Box], sheet: Sheet) -> Box:
    bullets = tuple(box for box in boxes if box.role is Role.LIST_ITEM)
    others = tuple(box for box in boxes if box.role is not Role.LIST_ITEM)
    key = f"goal-{sheet.goal}/{piece.key}"
    listed = (
        (Box(rect=around(bullets), role=Role.LIST, key=f"{key}/list", children=bullets),)
        if bullets
        else ()
    )
    return Box(
        rect=around((*others, *bullets)),
        role=Role.SECTION,
        key=key,
        source=piece.source,
        children=(*others, *listed),
    )
