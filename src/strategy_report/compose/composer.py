"""The composer: styled runs and a line length in, set lines out. One for everything that is read.

Body text is justified over the whole paragraph; headings, cells and labels are set at natural
spaces and broken at phrases.
"""

from __future__ import annotations

from strategy_report.compose.char_class import CharClass
from strategy_report.compose.clusters import Clusters, Lookups
from strategy_report.compose.headings import heading_lines
from strategy_report.compose.line_adjustment import adjusted_gaps
from strategy_report.compose.line_break import BrokenLine, LineBreaker, Measure
from strategy_report.compose.set_line import set_clusters
from strategy_report.compose.text import Composed, ComposedLine, StyledRun
from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.core.length import ZERO, Length
from strategy_report.fonts.catalog import Catalog
from strategy_report.style.text_style import BreakLevel, Kind

# A token may fill this share of the line before it is cut.
_TOKEN_SHARE = 0.8
_NEXT_LEVEL = {
    BreakLevel.VERY_STRICT: BreakLevel.STRICT,
    BreakLevel.STRICT: BreakLevel.LOOSE,
    BreakLevel.LOOSE: BreakLevel.VERY_LOOSE,
}
_Key = tuple[tuple[StyledRun, ...], int, int, int]


class Composer:
    """Sets paragraphs in the faces given; remembers what it has set.

    Args:
        faces: by id.
        dictionary: words (施策名, 町名) that headings and cells never break, and body text only
            where nothing else fits.
    """

    def __init__(self, faces: Catalog, dictionary: tuple[str, ...] = ()) -> None:
        self._faces = faces
        self._dictionary = dictionary
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
            clusters = Clusters(runs, self._faces, self._lookups)
            gaps = clusters.gaps[: max(0, clusters.count - 1)]
            known = set_clusters(clusters, (0, clusters.count), gaps, ZERO)
            self._known_lines[runs] = known
        return known

    def clusters(self, runs: tuple[StyledRun, ...]) -> Clusters:
        """The paragraph taken apart; for the filter and for tests."""
        return Clusters(runs, self._faces, self._lookups)

    def broken(
        self, clusters: Clusters, measure: Measure
    ) -> tuple[tuple[BrokenLine, ...], tuple[Diagnostic, ...]]:
        """Where the lines end, and what had to be given up for it."""
        if not clusters.count:
            return (), ()
        style = clusters.styles[0]
        most = int(max(measure.first, measure.rest) * _TOKEN_SHARE)
        if style.kind is not Kind.BODY:
            released = clusters.allow_breaks(style.level, self._dictionary, most)
            lines = heading_lines(clusters, measure, self._dictionary)
            return lines, _token_diagnostics(clusters, released)
        return self._broken_body(clusters, measure, most)

    def _broken_body(
        self, clusters: Clusters, measure: Measure, most: int
    ) -> tuple[tuple[BrokenLine, ...], tuple[Diagnostic, ...]]:
        """Rules are relaxed in this order: the level by one, then the adjustment of lines."""
        level = clusters.styles[0].level
        released = clusters.allow_breaks(level, (), most)
        said = _token_diagnostics(clusters, released)
        lines = LineBreaker(clusters, measure, self._dictionary).lines(ragged=False)
        if lines is not None:
            return lines, said
        if level in _NEXT_LEVEL:
            clusters.allow_breaks(_NEXT_LEVEL[level], (), most)
            lines = LineBreaker(clusters, measure, self._dictionary).lines(ragged=False)
            if lines is not None:
                return lines, (*said, _relaxed(clusters))
        clusters.allow_breaks(level, (), most)
        lines = LineBreaker(clusters, measure, self._dictionary).lines(ragged=True)
        if lines is None:
            raise AssertionError("ragged lines are always found")
        return lines, (*said, *(_ragged(clusters, line) for line in lines if line.ragged))

    def _composed(
        self, runs: tuple[StyledRun, ...], first: Length, line_length: Length, indent: Length
    ) -> Composed:
        clusters = Clusters(runs, self._faces, self._lookups)
        if not clusters.count:
            return Composed(lines=())
        measure = Measure(
            first=int(first), rest=int(line_length), em=int(clusters.styles[0].char_size)
        )
        broken, said = self.broken(clusters, measure)
        lines = tuple(
            _set(clusters, line, indent if number == 0 else ZERO)
            for number, line in enumerate(broken)
        )
        return Composed(lines=lines, diagnostics=said)


def line_edges(clusters: Clusters, line: BrokenLine) -> tuple[int, int]:
    """The line without the spaces at its edges."""
    start, end = line.start, line.end
    while start < end and clusters.classes[start] == CharClass.WORD_SPACE:
        start += 1
    while end > start and clusters.classes[end - 1] == CharClass.WORD_SPACE:
        end -= 1
    return start, end


def line_gaps(clusters: Clusters, line: BrokenLine) -> list[int]:
    """The gaps of a line, adjusted to what it is set to."""
    start, end = line_edges(clusters, line)
    if line.wanted is None:
        return clusters.gaps[start : max(start, end - 1)]
    return adjusted_gaps(clusters, start, end, line.wanted)


def _set(clusters: Clusters, line: BrokenLine, indent: Length) -> ComposedLine:
    return set_clusters(clusters, line_edges(clusters, line), line_gaps(clusters, line), indent)


def _token_diagnostics(clusters: Clusters, released: list[int]) -> tuple[Diagnostic, ...]:
    return tuple(
        _compromise(
            clusters,
            first,
            "CMP001",
            "行の長さに比べて長すぎる語や数値を、途中で改行しました",
            "短く書きかえるか、切ってよいところに | を入れてください。",
        )
        for first in released
        if any(clusters.breaks[first:-1])
    )


def _relaxed(clusters: Clusters) -> Diagnostic:
    return _compromise(
        clusters,
        0,
        "CMP002",
        "行頭の小さいかな・音引きを許して改行しました",
        "言い回しを少し変えると、きれいに収まります。",
    )


def _ragged(clusters: Clusters, line: BrokenLine) -> Diagnostic:
    return _compromise(
        clusters,
        line.start,
        "CMP003",
        "行末をそろえられない行があります",
        "言い回しを少し変えるか、切ってよいところに | を入れてください。",
    )


def _compromise(clusters: Clusters, at: int, code: str, what: str, fix: str) -> Diagnostic:
    text = "".join(clusters.texts[at : at + 12])
    return Diagnostic(
        code=code,
        severity=Severity.NOTE,
        where=clusters.runs_in[clusters.runs[at]].source,
        what=f"{what}: 「{text}…」。",
        fix=fix,
    )
