"""Where the lines of running text end: the least total cost over the whole paragraph.

Lines are short and few, so the search is exact: dynamic programming over all places where a line
may end, fewest lines first (追込み優先), then least cost.
"""

from __future__ import annotations

from itertools import accumulate

from strategy_report.compose.char_class import CharClass
from strategy_report.compose.clusters import Clusters
from strategy_report.compose.line_adjustment import EXPANDING, REDUCING
from strategy_report.core.value import Value

# Costs, in no unit. A gap opened between kana or kanji is seen before a closed-up bracket is.
_DROPPED_TAIL = 3.0
_REDUCED = 10.0
_REDUCED_PER_EM = 25.0
_LAST_STEP = 15.0
_EXPANDED = 15.0
_EXPANDED_PER_EM = 40.0
_SQUARED_GAP = 9000.0
_CUT_WORD = 150.0
_CUT_KATAKANA = 12.0
_SHORT_LAST_LINE = 1e5
_RAGGED = 1e4
_FORCED = 1e9

_NOT_COUNTED = frozenset({2, 5, 6, 7, 26})


class Measure(Value):
    """The length of the lines.

    Attributes:
        first: of the first line, in EMU; rest: of all others.
        em: the em of the paragraph.
    """

    first: int
    rest: int
    em: int


class BrokenLine(Value, kw_only=False):
    """A line by its clusters, and what it is to be set to.

    Attributes:
        start, end: index of the first cluster, and of the one behind the last.
        wanted: length to which it is set; None: natural.
        ragged: no legal adjustment reaches the line length.
    """

    start: int
    end: int
    wanted: int | None
    ragged: bool = False


class LineBreaker:
    """The search over one paragraph."""

    def __init__(self, clusters: Clusters, measure: Measure, words: tuple[str, ...] = ()) -> None:
        self.c = clusters
        self.measure = measure
        self.em = measure.em
        c = clusters
        self.to_body = [0, *accumulate(c.bodies)]
        self.to_gap = [0, *accumulate(c.gaps)]
        self.to_reduce = {s: [0, *accumulate(c.reductions[s])] for s in REDUCING}
        self.to_expand = {s: [0, *accumulate(c.expansions[s])] for s in EXPANDING}
        self.all_reduce = [sum(parts) for parts in zip(*self.to_reduce.values(), strict=True)]
        self.penalties = self._penalties(words)

    def _penalties(self, words: tuple[str, ...]) -> list[float]:
        """What it costs to end a line behind each cluster."""
        c = self.c
        costs = [0.0] * c.count
        for i in range(c.count - 1):
            if c.classes[i] in (10, 11, 16) and c.classes[i + 1] in (10, 11, 16):
                costs[i] = _CUT_KATAKANA
        for word in words:
            at = c.text.find(word)
            while at >= 0:
                for i in range(at, min(at + len(word) - 1, c.count)):
                    costs[i] = max(costs[i], _CUT_WORD)
                at = c.text.find(word, at + 1)
        return costs

    def lines(self, *, ragged: bool) -> tuple[BrokenLine, ...] | None:
        """The best lines; None where no legal ones exist and *ragged* ones are not wanted."""
        c = self.c
        ends = [i + 1 for i in range(c.count) if c.breaks[i]]
        best: dict[int, tuple[int, float, BrokenLine | None]] = {0: (0, 0.0, None)}
        for number, start in enumerate([0, *ends[:-1]]):
            if start not in best:
                continue
            count, cost, _ = best[start]
            for end in ends[number:]:
                found = self._line(start, end, ragged=ragged)
                if found is None and ragged and end == ends[number]:
                    # Nothing narrower can be had: a word longer than the line sticks out.
                    found = _FORCED, BrokenLine(start, end, None, ragged=True)
                if found is None:
                    break
                line_cost, line = found
                if line is None:
                    continue
                total = (count + 1, cost + line_cost)
                if end not in best or total < best[end][:2]:
                    best[end] = (*total, line)
        if c.count not in best:
            return None
        return _followed(best, c.count)

    def _line(
        self, start: int, end: int, *, ragged: bool
    ) -> tuple[float, BrokenLine | None] | None:
        """Cost of the line from *start* to *end*; no line where it is too short to be set.

        None: too long, and so is every later end.
        """
        length = self.measure.first if start == 0 else self.measure.rest
        head, tail = self._inner(start, end)
        if head >= tail:
            return 0.0, BrokenLine(start, end, None)
        width = self.to_body[tail] - self.to_body[head] + self.to_gap[tail - 1] - self.to_gap[head]
        able = self.all_reduce[tail - 1] - self.all_reduce[head]
        if width - able > length:
            return None
        is_last = end == self.c.count
        cost = self._last_line_cost(head, tail) if is_last else self.penalties[end - 1]
        if is_last and width <= length:
            return cost, BrokenLine(start, end, None)
        adjusted = self._adjusted(head, tail, width, length)
        if adjusted is not None:
            return cost + adjusted[0], BrokenLine(start, end, adjusted[1])
        if not ragged:
            return 0.0, None
        short = (length - width) / self.em
        line = BrokenLine(start, end, None, ragged=True)
        return cost + _RAGGED * (1 + short), line

    def _adjusted(self, head: int, tail: int, width: int, length: int) -> tuple[float, int] | None:
        """Cost of setting the line, and the length it is set to; None where no step suffices.

        A mark at the line end keeps its half em where the line has room for it, and loses it
        whole where it has not.
        """
        space = self.c.tails[tail - 1]
        if space and width - self._step(self.to_reduce, 1, head, tail) <= length - space:
            cost = self._set_cost(head, tail, length - space - width)
            if cost is not None:
                return cost, length - space
        cost = self._set_cost(head, tail, length - width)
        return None if cost is None else (cost + (_DROPPED_TAIL if space else 0.0), length)

    def _inner(self, start: int, end: int) -> tuple[int, int]:
        """Without the spaces at both edges, which are invisible there."""
        classes = self.c.classes
        while start < end and classes[start] == CharClass.WORD_SPACE:
            start += 1
        while end > start and classes[end - 1] == CharClass.WORD_SPACE:
            end -= 1
        return start, end

    def _set_cost(self, head: int, tail: int, missing: int) -> float | None:
        """Cost of adding *missing* (below zero: taking away); None: the steps do not suffice."""
        if missing == 0:
            return 0.0
        if missing < 0:
            return self._reduction_cost(head, tail, -missing)
        rest = missing
        for step in (1, 2):
            rest -= min(rest, self._step(self.to_expand, step, head, tail))
        cost = _EXPANDED + _EXPANDED_PER_EM * missing / self.em
        if rest:
            able = self._step(self.to_expand, 3, head, tail)
            if rest > able:
                return None
            gap = 0.25 * rest / able
            cost += _SQUARED_GAP * gap * gap
        return cost

    def _reduction_cost(self, head: int, tail: int, excess: int) -> float | None:
        rest = excess
        for step in (1, 4, 5):
            rest -= min(rest, self._step(self.to_reduce, step, head, tail))
        cost = _REDUCED + _REDUCED_PER_EM * excess / self.em
        if rest:
            able = self._step(self.to_reduce, 6, head, tail)
            if rest > able:
                return None
            cost += _LAST_STEP * (1 + rest / able)
        return cost

    def _step(self, sums: dict[int, list[int]], step: int, head: int, tail: int) -> int:
        return sums[step][tail - 1] - sums[step][head]

    def _last_line_cost(self, head: int, tail: int) -> float:
        """A last line of one character is never wanted; of three, from 15 em on."""
        if head == 0:
            return 0.0
        length = self.measure.rest
        least = 3 if length >= 15 * self.em else 2 if length >= 6 * self.em else 1
        counted = sum(1 for i in range(head, tail) if self.c.classes[i] not in _NOT_COUNTED)
        return _SHORT_LAST_LINE * max(0, least - counted)


def _followed(
    best: dict[int, tuple[int, float, BrokenLine | None]], end: int
) -> tuple[BrokenLine, ...]:
    lines: list[BrokenLine] = []
    line = best[end][2]
    while line is not None:
        lines.append(line)
        line = best[line.start][2]
    return tuple(reversed(lines))
