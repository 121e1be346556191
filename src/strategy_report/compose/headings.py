"""Lines of headings, cells and labels: natural spaces, broken at phrases, balanced."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from strategy_report.compose.break_chances import BreakChances
from strategy_report.compose.char_class import CharClass
from strategy_report.compose.clusters import Clusters
from strategy_report.compose.line_break import BrokenLine, Measure, counted_characters
from strategy_report.compose.phrases import NONE, PHRASE, WEAK, phrase_ends

# Costs in square em, as the squares of the line widths are.
_NOT_A_PHRASE = 400.0
_WEAK_PHRASE = 40.0
_CLAUSE_BONUS = 40.0
_LONELY_BRACKET = 60.0
_LONELY_BRACKET_AFTER_FULL_LINE = 8.0
_SHORT_LAST_LINE = 40.0
_LEAST_LAST = 2
_NAME_OPENS, _NAME_CLOSES = frozenset("「『"), frozenset("」』")
_TOO_LONG = 1e6


def heading_lines(
    clusters: Clusters, measure: Measure, dictionary: tuple[str, ...], chances: BreakChances
) -> tuple[BrokenLine, ...]:
    """Fewest lines first, then the best phrases and the best balance.

    The author's break marks come before everything: a text that does not fit on one line is
    broken at all of them.
    """
    if clusters.count == 0:
        return ()
    if _width(clusters, 0, clusters.count) <= measure.first:
        return (BrokenLine(0, clusters.count, None),)
    lines: list[BrokenLine] = []
    segment = _Segment(clusters, measure, dictionary, chances)
    start = 0
    for i in range(clusters.count):
        if i == clusters.count - 1 or i in clusters.marked:
            lines.extend(segment.lines(start, i + 1))
            start = i + 1
    return tuple(lines)


def _width(clusters: Clusters, start: int, end: int) -> int:
    while end > start and clusters.classes[end - 1] == CharClass.WORD_SPACE:
        end -= 1
    return clusters.width(start, end) if end > start else 0


class _Segment:
    """The search over one stretch between the author's marks."""

    def __init__(
        self,
        clusters: Clusters,
        measure: Measure,
        dictionary: tuple[str, ...],
        chances: BreakChances,
    ) -> None:
        self.c = clusters
        self.may_end = chances.allowed.copy()
        for i in chances.cut:
            self.may_end[i] = True
        self.measure = measure
        self.dictionary = dictionary

    def lines(self, start: int, end: int) -> tuple[BrokenLine, ...]:
        length = self.measure.first if start == 0 else self.measure.rest
        if _width(self.c, start, end) <= length:
            return (BrokenLine(start, end, None),)
        scores = self._scores(start, end)
        for least in (PHRASE, WEAK / 2, 0.0):
            ends = [
                i + 1
                for i in range(start, end)
                if i == end - 1 or (self.may_end[i] and scores[i - start] >= least)
            ]
            if least and not self._parts_fit(start, ends):
                continue
            found = self._best(start, ends, scores)
            # Rather no phrase's end than a last line of one character.
            if not least or not self._is_lone(found[-1].start, end):
                return found
        raise AssertionError("the last tier always answers")

    def _scores(self, start: int, end: int) -> list[float]:
        """Scores by cluster; a variation sequence is one cluster of several characters."""
        c = self.c
        by_character = phrase_ends("".join(c.texts[start:end]), self.dictionary)
        ends = accumulate(len(text) for text in c.texts[start:end])
        scores = [by_character[at - 1] for at in ends]
        for first, last in self._bracketed(start, end):
            inside = slice(first - start, last - 1 - start)
            scores[inside] = [min(score, WEAK) for score in scores[inside]]
        return scores

    def _bracketed(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Names in 「」 and 『』 that fit on a line, and are read as one word."""
        c = self.c
        opened: list[int] = []
        for i in range(start, end):
            if c.texts[i] in _NAME_OPENS:
                opened.append(i)
            elif c.texts[i] in _NAME_CLOSES and opened:
                first = opened.pop()
                if _width(c, first, i + 1) <= self.measure.rest:
                    yield first, i + 1

    def _parts_fit(self, start: int, ends: list[int]) -> bool:
        """Whether every phrase fits on a line by itself."""
        begin = start
        for end in ends:
            length = self.measure.first if begin == 0 else self.measure.rest
            if _width(self.c, begin, end) > length:
                return False
            begin = end
        return True

    def _best(self, start: int, ends: list[int], scores: list[float]) -> tuple[BrokenLine, ...]:
        """No lone last character, least lines, least cost: over the places in *ends*."""
        best: dict[int, tuple[float, int, float, int]] = {start: (0.0, 0, 0.0, -1)}
        for number, begin in enumerate([start, *ends[:-1]]):
            if begin not in best:
                continue
            fault, count, cost, _ = best[begin]
            for end in ends[number:]:
                line_cost = self._cost(start, begin, end, ends[-1])
                if line_cost is None and end > ends[number]:
                    break
                penalty = self._penalty(scores[end - 1 - start], is_end=end == ends[-1])
                total = cost + penalty + (_TOO_LONG if line_cost is None else line_cost)
                lone = end == ends[-1] and begin != start and self._is_lone(begin, end)
                key = (fault + lone, count + 1, total)
                if end not in best or key < best[end][:3]:
                    best[end] = (*key, begin)
        lines: list[BrokenLine] = []
        end = ends[-1]
        while end != start:
            begin = best[end][3]
            torn = end != ends[-1] and scores[end - 1 - start] == NONE
            lines.append(BrokenLine(begin, end, None, ragged=torn))
            end = begin
        return tuple(reversed(lines))

    def _cost(self, start: int, begin: int, end: int, last: int) -> float | None:
        """Square of the line's width, and what is wrong with it; None where it does not fit."""
        em = self.measure.em
        length = self.measure.first if begin == 0 else self.measure.rest
        width = _width(self.c, begin, end)
        if width > length:
            return None
        cost = (width / em) ** 2
        if end == last and begin != start:
            cost += self._last_line_cost(start, begin, end, width / length)
        return cost

    def _last_line_cost(self, start: int, begin: int, end: int, share: float) -> float:
        c = self.c
        if c.texts[begin] == "（" and c.texts[end - 1] == "）":
            before = _width(c, start, begin) / self.measure.rest
            full = before % 1 >= 0.75 or before >= 1
            return _LONELY_BRACKET_AFTER_FULL_LINE if full else _LONELY_BRACKET
        return _SHORT_LAST_LINE if share < 1 / 3 else 0.0

    def _is_lone(self, begin: int, end: int) -> bool:
        return counted_characters(self.c, begin, end) < _LEAST_LAST

    def _penalty(self, score: float, *, is_end: bool) -> float:
        if is_end:
            return 0.0
        if score >= PHRASE:
            return -_CLAUSE_BONUS if score > PHRASE else 0.0
        return _WEAK_PHRASE * (WEAK / score) if score else _NOT_A_PHRASE
