"""Lines of headings, cells and labels: natural spaces, broken at phrases, balanced."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from strategy_report.compose.break_chances import BreakChances
from strategy_report.compose.char_class import CharClass
from strategy_report.compose.clusters import Clusters
from strategy_report.compose.line_break import BrokenLine, Measure, counted_characters
from strategy_report.compose.phrases import FAINT, PHRASE, WEAK, phrase_ends

# Costs in square em, as the squares of the line widths are.
_NOT_A_PHRASE = 400.0
_CUT_TOKEN = 5.0
_WEAK_PHRASE = 40.0
_CLAUSE_BONUS = 40.0
_LONELY_BRACKET = 60.0
_LONELY_BRACKET_AFTER_FULL_LINE = 8.0
_SHORT_LAST_LINE = 40.0
# Characters of a last line, marks not counted.
LEAST_LAST = 2
_NAME_OPENS, _NAME_CLOSES = frozenset("「『"), frozenset("」』")
_TOO_LONG = 1e6
# The last line has at least two fifths of the longest, unless that would tear a word.
_BALANCED = 0.4
_UNBALANCED = 200.0
_ANY_WIDTH = 1 << 62
# A break that only the next level allows, against a lone last character (1).
_RELAXED = 1e-3

# Faults, number of lines and cost of the best lines up to a place, and where the last begins.
_Way = tuple[float, int, float, int]


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
        for i in (*chances.cut, *chances.relaxed):
            self.may_end[i] = True
        self.cut = chances.cut
        self.relaxed = chances.relaxed
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
            found = _Search(self, start, ends, scores).best()
            # Rather no phrase's end than a last line of one character.
            if not least or not _is_lone(self.c, found[-1].start, end):
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


class _Search:
    """The search over the places at which lines of one stretch may end."""

    def __init__(self, segment: _Segment, start: int, ends: list[int], scores: list[float]) -> None:
        self.c = segment.c
        self.measure = segment.measure
        self.cut = segment.cut
        self.relaxed = segment.relaxed
        self.start = start
        self.ends = ends
        self.scores = scores

    def best(self) -> tuple[BrokenLine, ...]:
        """The best lines whose last has two fifths of the longest; where none have, the best."""
        chosen = self._ways()
        end = self.ends[-1]
        faults, count, cost, _ = chosen[end]
        if self._is_balanced(chosen):
            return self._followed(chosen)
        cost += _UNBALANCED
        for begin in self.ends[:-1]:
            last = _width(self.c, begin, end)
            ways = self._ways(most=int(last / _BALANCED), least=last)
            found = ways.get(end)
            if found and found[:2] == (faults, count) and found[2] < cost:
                chosen, cost = ways, found[2]
        return self._followed(chosen)

    def _is_balanced(self, ways: dict[int, _Way]) -> bool:
        end = self.ends[-1]
        begin = ways[end][3]
        longest = last = _width(self.c, begin, end)
        while begin != self.start:
            begin, end = ways[begin][3], begin
            longest = max(longest, _width(self.c, begin, end))
        return last >= longest * _BALANCED

    def _ways(self, most: int = _ANY_WIDTH, least: int = 0) -> dict[int, _Way]:
        """The best way to each place: no lone last character, least lines, least cost.

        All lines but the last are at most *most* wide, and the last at least *least*.
        """
        ways: dict[int, _Way] = {self.start: (0.0, 0, 0.0, -1)}
        for number, begin in enumerate([self.start, *self.ends[:-1]]):
            if begin not in ways:
                continue
            for end in self.ends[number:]:
                width = _width(self.c, begin, end)
                is_last = end == self.ends[-1]
                too_long = width > self._length(begin) and end > self.ends[number]
                if too_long or (width > most and not is_last):
                    break
                if is_last and width < least:
                    continue
                found = self._lengthened(ways[begin], begin, end, width)
                if end not in ways or self._is_better(found, begin, ways[end]):
                    ways[end] = (*found, begin)
        return ways

    def _is_better(self, found: tuple[float, int, float], begin: int, way: _Way) -> bool:
        """Of equals the one whose last line is the shorter, if it begins with a phrase."""
        if found == way[:3]:
            return self.scores[begin - 1 - self.start] >= PHRASE
        return found < way[:3]

    def _length(self, begin: int) -> int:
        return self.measure.first if begin == 0 else self.measure.rest

    def _lengthened(self, way: _Way, begin: int, end: int, width: int) -> tuple[float, int, float]:
        """Faults, number of lines and cost of a way with one more line."""
        faults, count, cost, _ = way
        share = width / self._length(begin)
        cost += (width / self.measure.em) ** 2 if share <= 1 else _TOO_LONG
        if end < self.ends[-1]:
            cost += _penalty(self.scores[end - 1 - self.start])
            cost += _CUT_TOKEN * self.cut.get(end - 1, 0)
            faults += _RELAXED if end - 1 in self.relaxed else 0.0
        elif begin != self.start:
            faults += _is_lone(self.c, begin, end)
            cost += self._last_line_cost(begin, end, share)
        return faults, count + 1, cost

    def _last_line_cost(self, begin: int, end: int, share: float) -> float:
        c = self.c
        if c.texts[begin] == "（" and c.texts[end - 1] == "）":
            before = _width(c, self.start, begin) / self.measure.rest
            full = before % 1 >= 0.75 or before >= 1
            return _LONELY_BRACKET_AFTER_FULL_LINE if full else _LONELY_BRACKET
        return _SHORT_LAST_LINE if share < 1 / 3 else 0.0

    def _followed(self, ways: dict[int, _Way]) -> tuple[BrokenLine, ...]:
        lines: list[BrokenLine] = []
        end = self.ends[-1]
        while end != self.start:
            begin = ways[end][3]
            torn = end != self.ends[-1] and self.scores[end - 1 - self.start] <= FAINT
            lines.append(BrokenLine(begin, end, None, ragged=torn))
            end = begin
        return tuple(reversed(lines))


def _is_lone(c: Clusters, begin: int, end: int) -> bool:
    return counted_characters(c, begin, end) < LEAST_LAST


def _penalty(score: float) -> float:
    """Of a line that ends where a break is so good."""
    if score >= PHRASE:
        return -_CLAUSE_BONUS if score > PHRASE else 0.0
    return _WEAK_PHRASE * (WEAK / score) if score else _NOT_A_PHRASE
