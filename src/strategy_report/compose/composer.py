"""The composer: styled runs and a line length in, set lines out. One for everything that is read.

Body text is justified over the whole paragraph; headings, cells and labels are set at natural
spaces and broken at phrases.
"""

from __future__ import annotations

from strategy_report.compose.break_chances import break_chances, with_next_level
from strategy_report.compose.char_class import CharClass
from strategy_report.compose.clusters import Clusters
from strategy_report.compose.compromises import (
    Compromise,
    body_compromises,
    heading_compromises,
    line_notes,
    loose_lines,
    single_line_notes,
    sticks_out,
)
from strategy_report.compose.headings import heading_lines
from strategy_report.compose.line_adjustment import adjusted_gaps
from strategy_report.compose.line_break import BrokenLine, LineBreaker, Measure
from strategy_report.compose.lookup import Forms, Lookups
from strategy_report.compose.set_line import set_clusters
from strategy_report.compose.spread import spread_gaps
from strategy_report.compose.text import Composed, ComposedLine, StyledRun
from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.length import ZERO, Length
from strategy_report.core.value import Value, replace
from strategy_report.fonts.catalog import Catalog
from strategy_report.style.text_style import FirstBracket, Kind, LastLine

# A token may fill this share of the line before it is cut.
_TOKEN_SHARE = 0.8
_Key = tuple[tuple[StyledRun, ...], int, int, int]


class Vocabulary(Value):
    """Words that are treated in their own way.

    Attributes:
        unbroken: words (施策名, 町名) that headings and cells never break, and body text only
            where nothing else fits.
        jis90: names to be set in the forms that JIS had before 2004.
    """

    unbroken: tuple[str, ...] = ()
    jis90: tuple[str, ...] = ()


class Composer:
    """Sets paragraphs in the faces given; remembers what it has set.

    Args:
        faces: by id.
        vocabulary: of the town.
        fallback: ids of faces to be asked in turn for characters that a style's own face lacks.
    """

    def __init__(
        self,
        faces: Catalog,
        vocabulary: Vocabulary = Vocabulary(),  # noqa: B008 a value that never changes
        fallback: tuple[str, ...] = (),
    ) -> None:
        self._faces = faces
        self._dictionary = vocabulary.unbroken
        self._forms = Forms(
            fallback=tuple(faces[face_id] for face_id in fallback), jis90=vocabulary.jis90
        )
        self._lookups: Lookups = {}
        self._known: dict[_Key, Composed] = {}
        self._known_lines: dict[tuple[StyledRun, ...], ComposedLine] = {}

    def compose(
        self,
        runs: tuple[StyledRun, ...],
        line_length: Length,
        *,
        indent: Length = ZERO,
        first_line_length: Length | None = None,
    ) -> Composed:
        """Lines of a paragraph; kind and level are those of the first run's style.

        Args:
            runs: in reading order.
            line_length: of every line but the first.
            indent: by which the first line begins further right (and is shorter).
            first_line_length: of the first line, where something stands at its end.
        """
        first = (line_length if first_line_length is None else first_line_length) - indent
        key = (runs, int(line_length), int(first), int(indent))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._composed(runs, first, line_length, indent)
        return known

    def set_line(self, runs: tuple[StyledRun, ...]) -> ComposedLine:
        """One line at natural spaces, whatever its width."""
        known = self._known_lines.get(runs)
        if known is None:
            clusters = Clusters(runs, self._faces, self._lookups, self._forms)
            known = _single(clusters, clusters.gaps[: max(0, clusters.count - 1)])
            self._known_lines[runs] = known
        return known

    def spread(self, runs: tuple[StyledRun, ...], length: Length) -> ComposedLine:
        """One line set over *length* (均等割付), or as near to it as its characters allow."""
        clusters = self.clusters(runs)
        return _single(clusters, spread_gaps(clusters, 0, clusters.count, int(length)))

    def clusters(self, runs: tuple[StyledRun, ...]) -> Clusters:
        """The paragraph taken apart; for the filter and for tests."""
        return Clusters(runs, self._faces, self._lookups, self._forms)

    def broken(
        self, clusters: Clusters, measure: Measure
    ) -> tuple[tuple[BrokenLine, ...], tuple[Compromise, ...]]:
        """Where the lines end, and what had to be given up for it."""
        if not clusters.count:
            return (), ()
        style = clusters.styles[0]
        most = int(max(measure.first, measure.rest) * _TOKEN_SHARE)
        if style.kind is not Kind.BODY:
            chances = break_chances(clusters, style.level, self._dictionary, most)
            lines = heading_lines(clusters, measure, self._dictionary, chances)
            if sticks_out(clusters, measure, lines):
                chances = with_next_level(chances, clusters, style.level, most)
                lines = heading_lines(clusters, measure, self._dictionary, chances)
            return lines, heading_compromises(clusters, measure, lines, chances)
        chances = break_chances(clusters, style.level, (), most)
        breaker = LineBreaker(clusters, measure, self._dictionary)
        found = breaker.lines(chances)
        if found is not None:
            return _ended(found, clusters, measure), loose_lines(clusters, found)
        chances = with_next_level(chances, clusters, style.level, most)
        lines = breaker.lines_at_a_cost(chances)
        given_up = body_compromises(clusters, measure, lines, chances)
        return _ended(lines, clusters, measure), given_up

    def _composed(
        self, runs: tuple[StyledRun, ...], first: Length, line_length: Length, indent: Length
    ) -> Composed:
        clusters = Clusters(runs, self._faces, self._lookups, self._forms)
        if not clusters.count:
            return Composed(lines=())
        shift = _first_shift(clusters, indent)
        em = int(clusters.styles[0].char_size)
        measure = Measure(first=int(first - shift), rest=int(line_length), em=em)
        broken, compromises = self.broken(clusters, measure)
        notes = line_notes(clusters, broken, compromises)
        lines = tuple(
            _set(clusters, line, indent + shift if number == 0 else Length(line.indent))
            for number, line in enumerate(broken)
        )
        return Composed(lines=tuple(map(_noted, lines, notes)))


def _first_shift(clusters: Clusters, indent: Length) -> Length:
    """How an opening bracket at the head of an indented paragraph stands off its indent."""
    style = clusters.styles[0]
    if style.kind is not Kind.BODY or clusters.classes[0] != CharClass.OPENING_BRACKET:
        return ZERO
    half = style.char_size / 2
    match style.first_bracket:
        case FirstBracket.SPACED:
            return half
        case FirstBracket.HALF_BACK:
            return -half if indent > 0 else ZERO
        case _:
            return ZERO


def _ended(
    lines: tuple[BrokenLine, ...], clusters: Clusters, measure: Measure
) -> tuple[BrokenLine, ...]:
    """*lines* with the last one spread over the line, where the style asks for that."""
    last = lines[-1]
    natural = last.wanted is None and not last.ragged
    if clusters.styles[0].last_line is not LastLine.SPREAD or not natural:
        return lines
    length = measure.first if last.start == 0 else measure.rest
    return (*lines[:-1], replace(last, wanted=length - last.indent, spread=True))


def line_edges(clusters: Clusters, line: BrokenLine) -> tuple[int, int]:
    """The line without the spaces at its edges."""
    heads, tails = clusters.edges
    return heads[line.start], max(heads[line.start], tails[line.end])


def line_gaps(clusters: Clusters, line: BrokenLine) -> list[int]:
    """The gaps of a line, adjusted to what it is set to."""
    start, end = line_edges(clusters, line)
    if line.wanted is None:
        return clusters.gaps[start : max(start, end - 1)]
    if line.spread:
        return spread_gaps(clusters, start, end, line.wanted)
    return adjusted_gaps(clusters, start, end, line.wanted)


def _single(clusters: Clusters, gaps: list[int]) -> ComposedLine:
    """All clusters on one line, with what is to be said of it."""
    made = set_clusters(clusters, (0, clusters.count), gaps, ZERO)
    return _noted(made, single_line_notes(clusters))


def _noted(made: ComposedLine, notes: tuple[Diagnostic, ...]) -> ComposedLine:
    return replace(made, line=replace(made.line, notes=notes)) if notes else made


def _set(clusters: Clusters, line: BrokenLine, indent: Length) -> ComposedLine:
    return set_clusters(clusters, line_edges(clusters, line), line_gaps(clusters, line), indent)
