"""Where the lines of running text end: the least total cost over the whole paragraph.

Lines are short and few, so the search is exact: dynamic programming over all places where a line
may end. What has to be given up counts first, then (追い込み優先) the number of lines, then how far
their spaces are from natural.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from strategy_report.compose.break_chances import BreakChances, word_spans
from strategy_report.compose.char_class import CharClass
from strategy_report.compose.clusters import Clusters
from strategy_report.compose.line_cost import (
    DROPPED_TAIL,
    HUNG,
    Adjuster,
    adjuster_of,
)
from strategy_report.core.value import Value
from strategy_report.style.text_style import Adjustment, FirstBracket, Hang, LineEnd

# What is given up, the least harmful first; any number of the lighter weigh less than one of the
# heavier. The order is the one in which rules give way.
CUT_TOKEN = 0.1
SHORT_LAST_LINE = 1e2
RELAXED_LEVEL = 1e4
RAGGED = 1e6
LONE_CHARACTER = 1e9
STICKS_OUT = 1e12

# A line more than need be weighs more than several that end early, less than a lone character.
_ONE_MORE_LINE = 1e8
_NO_WEIGHT = 0.0

# Within a word of the dictionary, and where two of its parts meet: いいね|金沢|ゼミ.
_CUT_WORD, _CUT_WORD_AT_JOINT = 150.0, 75.0
_CUT_KATAKANA = 12.0
_SPLIT_SIGN = 300.0
# Brackets, marks, dashes, leaders and spaces: a last line of 「る！」 has one character.
_NOT_COUNTED = frozenset({*range(1, 9), 14, 26})
_HANGING = frozenset({CharClass.FULL_STOP, CharClass.COMMA})


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
        indent: by which its first body stands off the line head.
        spread: set to `wanted` by spaces all alike, however wide (均等割付).
    """

    start: int
    end: int
    wanted: int | None
    ragged: bool = False
    indent: int = 0
    spread: bool = False


# The fields of a BrokenLine, bare: hundreds are weighed for each line that is kept.
_Line = tuple[int, int, int | None, bool, int]
# What was given up, the number of lines, their cost; the last line.
_Best = tuple[float, int, float, _Line | None]


class LineBreaker:
    """The search over one paragraph."""

    def __init__(self, clusters: Clusters, measure: Measure, words: tuple[str, ...] = ()) -> None:
        c = self.c = clusters
        self.measure = measure
        self.em = measure.em
        style = c.styles[0]
        self.hang = style.hang
        self.keeps_tails = style.line_end is LineEnd.WITH_SPACE
        self.head_space = measure.em // 2 if style.first_bracket is FirstBracket.SPACED else 0
        self.counts_lines = style.adjustment is Adjustment.PUSH_IN
        self.adjuster: Adjuster = adjuster_of(c, style.adjustment, measure.em)
        gaps = [0, *accumulate(c.gaps)]
        # Where each body begins if the whole paragraph were one line.
        self.place = [a + b for a, b in zip([0, *accumulate(c.bodies)], gaps, strict=True)]
        self.heads, self.tails = c.edges
        self.penalties = self._penalties(words)

    def _penalties(self, words: tuple[str, ...]) -> list[float]:
        """What it costs to end a line behind each cluster."""
        c = self.c
        costs = [0.0] * c.count
        for i in range(c.count - 1):
            if c.classes[i] in (10, 11, 16) and c.classes[i + 1] in (10, 11, 16):
                costs[i] = _CUT_KATAKANA
            elif c.classes[i] == c.classes[i + 1] == CharClass.INSEPARABLE:
                costs[i] = _SPLIT_SIGN
        for first, last in word_spans(c, words):
            for i in range(first, last - 1):
                joint = _is_joint(c.classes[i], c.classes[i + 1])
                costs[i] = max(costs[i], _CUT_WORD_AT_JOINT if joint else _CUT_WORD)
        return costs

    def lines(self, chances: BreakChances) -> tuple[BrokenLine, ...] | None:
        """The best lines that give up nothing; None where there are none."""
        ends = [i + 1 for i, fine in enumerate(chances.allowed) if fine]
        return self._search(ends, {}, ragged=False)

    def lines_at_a_cost(self, chances: BreakChances) -> tuple[BrokenLine, ...]:
        """The lines that give up least, in the order of the weights above."""
        faults = dict.fromkeys(chances.relaxed, RELAXED_LEVEL)
        faults.update((place, CUT_TOKEN * harm) for place, harm in chances.cut.items())
        ends = [i + 1 for i, fine in enumerate(chances.allowed) if fine or i in faults]
        lines = self._ragged(ends, faults, _NO_WEIGHT)
        sound = [i + 1 for i, fine in enumerate(chances.allowed) if fine]
        if self.counts_lines and len(lines) > (self._fewest_lines(sound) or len(lines)):
            # 追い込み優先 holds where rules give way, too: rather one more line ends early.
            return self._ragged(sound, {}, _ONE_MORE_LINE)
        return lines

    def _ragged(
        self, ends: list[int], faults: dict[int, float], line_weight: float
    ) -> tuple[BrokenLine, ...]:
        lines = self._search(ends, faults, ragged=True, line_weight=line_weight)
        if lines is None:
            raise AssertionError("ragged lines are always found")
        return lines

    def _fewest_lines(self, ends: list[int]) -> int | None:
        """Of breaking each as late as full compression lets it; None where a word sticks out."""
        count = start = 0
        while start < self.c.count:
            fitting = start
            for end in ends[bisect_right(ends, start) :]:
                found = self._line(start, end, ragged=True)
                if found is None:
                    break
                if found[2] is not None:
                    fitting = end
            if fitting == start:
                return None
            count, start = count + 1, fitting
        return count

    def _search(
        self,
        ends: list[int],
        faults: dict[int, float],
        *,
        ragged: bool,
        line_weight: float = _NO_WEIGHT,
    ) -> tuple[BrokenLine, ...] | None:
        count = self.c.count
        # How far a line that ends there can reach at most, its expansions used.
        reach = [self.adjuster.reach[self.tails[end] - 1] for end in ends]
        best: dict[int, _Best] = {0: (0.0, 0, 0.0, None)}
        for number, start in enumerate([0, *ends[:-1]]):
            if start not in best:
                continue
            given_up, rows, cost, _ = best[start]
            first = number
            if not ragged:
                first = max(number, bisect_left(reach, self._least_reach(start)))
                first = min(first, len(ends) - 1)
            for end in ends[first:]:
                found = self._line(start, end, ragged=ragged)
                fits = found is not None and found[2] is not None
                if ragged and end == ends[number] and not fits:
                    # Nothing narrower can be had: a word longer than the line sticks out.
                    found = STICKS_OUT, 0.0, (start, end, None, True, 0)
                if found is None:
                    break
                line_fault, line_cost, line = found
                if line is None:
                    continue
                total = (
                    given_up + line_weight + line_fault + faults.get(end - 1, 0.0),
                    rows + 1 if self.counts_lines else 0,
                    cost + line_cost,
                )
                if end not in best or total < best[end][:3]:
                    best[end] = (*total, line)
        found_best = best.get(count)
        if found_best is None or (not ragged and found_best[0]):
            return None
        return _followed(best, count)

    def _least_reach(self, start: int) -> int:
        """A line from *start* whose end reaches less can never be full."""
        head = self.heads[start]
        length = self.measure.first if start == 0 else self.measure.rest
        spent = self.adjuster.spent_before(head)
        return self.place[head] + spent + length - 2 * self.em

    def _line(
        self, start: int, end: int, *, ragged: bool
    ) -> tuple[float, float, _Line | None] | None:
        """What the line from *start* to *end* gives up, its cost, and the line.

        No line: it is too short to be set. None: too long, and so is every later end.
        """
        c = self.c
        length = self.measure.first if start == 0 else self.measure.rest
        head, tail = self.heads[start], self.tails[end]
        if head >= tail:
            return 0.0, 0.0, (start, end, None, False, 0)
        indent = 0
        if self.head_space and start and c.classes[head] == CharClass.OPENING_BRACKET:
            indent = self.head_space
            length -= indent
        width = self.place[tail - 1] + c.bodies[tail - 1] - self.place[head]
        hangs = self.hang is not Hang.NONE and c.classes[tail - 1] in _HANGING
        outside = c.bodies[tail - 1] if hangs else 0
        if width - outside - self.adjuster.able(head, tail) > length:
            return None if width - self.adjuster.able(head, tail) > length + self.em else _TOO_SHORT
        is_last = end == c.count
        fault = self._last_line_fault(head, tail) if is_last else 0.0
        cost = 0.0 if is_last else self.penalties[end - 1]
        if is_last and width <= length:
            return fault, cost, (start, end, None, False, indent)
        adjusted = self._adjusted((head, tail), width, length, outside)
        if adjusted is not None:
            return fault, cost + adjusted[0], (start, end, adjusted[1], False, indent)
        if not ragged:
            return _TOO_SHORT
        short = max(0.0, (length - width) / self.em)
        return fault + RAGGED * (1 + short), cost, (start, end, None, True, indent)

    def _adjusted(
        self, span: tuple[int, int], width: int, length: int, outside: int
    ) -> tuple[float, int] | None:
        """Cost of setting the line, and the length it is set to; None where no step suffices.

        A mark at the line end keeps its half em where the line has room for it, and loses it
        whole where it has not; or it hangs (*outside* is its body then).
        """
        choices: list[tuple[float, int]] = []
        space = self.c.tails[span[1] - 1]
        must_hang = outside and self.hang is Hang.FORCE
        if not must_hang:
            kept = space if self.keeps_tails else 0
            if kept and width - self.adjuster.word_spaces(*span) <= length - kept:
                choices.append((0.0, length - kept))
            else:
                choices.append((DROPPED_TAIL if kept else 0.0, length))
        if outside:
            choices.append((0.0 if must_hang else HUNG, length + outside))
        best: tuple[float, int] | None = None
        for extra, wanted in choices:
            cost = self.adjuster.cost(*span, wanted - width)
            if cost is not None and (best is None or cost + extra < best[0]):
                best = cost + extra, wanted
        return best

    def _last_line_fault(self, head: int, tail: int) -> float:
        """A last line of one character is never wanted; of three, from 15 em on."""
        if head == 0:
            return 0.0
        missing = _missing_characters(self.c, self.measure, head, tail)
        if missing <= 0:
            return 0.0
        lone = LONE_CHARACTER if counted_characters(self.c, head, tail) < 2 else 0.0
        return lone + SHORT_LAST_LINE * missing


_TOO_SHORT: tuple[float, float, _Line | None] = (0.0, 0.0, None)


def last_line_is_short(c: Clusters, measure: Measure, line: BrokenLine) -> bool:
    """Fewer characters (marks not counted) than a last line of this length should have."""
    return _missing_characters(c, measure, line.start, line.end) > 0


def _missing_characters(c: Clusters, measure: Measure, head: int, tail: int) -> int:
    """By how many characters a last line falls short: three from 15 em on, two from 6 em on."""
    length = measure.rest
    least = 3 if length >= 15 * measure.em else 2 if length >= 6 * measure.em else 1
    return least - counted_characters(c, head, tail)


def counted_characters(c: Clusters, head: int, tail: int) -> int:
    """Characters of a stretch, marks and spaces not counted."""
    return sum(1 for i in range(head, tail) if c.classes[i] not in _NOT_COUNTED)


def _is_joint(before: int, after: int) -> bool:
    """Whether a part of a name may begin there, as the change of script tells it."""
    if after == CharClass.IDEOGRAPHIC:
        return before != CharClass.IDEOGRAPHIC
    begins = after in (CharClass.KATAKANA, CharClass.WESTERN)
    return begins and before in (CharClass.HIRAGANA, CharClass.IDEOGRAPHIC)


def _followed(best: dict[int, _Best], end: int) -> tuple[BrokenLine, ...]:
    lines: list[BrokenLine] = []
    line = best[end][3]
    while line is not None:
        lines.append(BrokenLine(*line))
        line = best[line[0]][3]
    return tuple(reversed(lines))
