"""What it costs to bring a line to its length, for each way of preferring (追い込み優先 …)."""

from __future__ import annotations

from itertools import accumulate

from strategy_report.compose.clusters import Clusters
from strategy_report.compose.line_adjustment import EXPANDING, REDUCING
from strategy_report.style.text_style import Adjustment

# Costs, in no unit. A gap opened between kana or kanji is seen before a closed-up bracket is.
DROPPED_TAIL = 3.0
HUNG = 8.0
_REDUCED = 10.0
_REDUCED_PER_EM = 25.0
_LAST_STEP = 15.0
_EXPANDED = 15.0
_EXPANDED_PER_EM = 40.0
_SQUARED_GAP = 9000.0
# 追い出し優先: any expansion is preferred to a reduction of an em.
_RELUCTANT = 40.0
# 調整量優先: an em is an em, whichever way.
_CHANGED_PER_EM = 1000.0
_TAKEN = 1.05


class Adjuster:
    """Sums over the gaps of a paragraph, and the cost of using them.

    Attributes:
        reach: where the body of each cluster ends at most, all expansions before it used.
    """

    def __init__(self, clusters: Clusters, em: int) -> None:
        c = clusters
        self.em = em
        self.reduce = {s: [0, *accumulate(c.reductions[s])] for s in REDUCING}
        self.expand = {s: [0, *accumulate(c.expansions[s])] for s in EXPANDING}
        self.all_reduce: list[int] = list(map(sum, zip(*self.reduce.values(), strict=True)))
        self.all_expand: list[int] = list(map(sum, zip(*self.expand.values(), strict=True)))
        ends = accumulate(map(sum, zip(c.bodies, [0, *c.gaps[:-1]], strict=True)))
        self.reach = [end + self.all_expand[i] for i, end in enumerate(ends)]

    def spent_before(self, head: int) -> int:
        """Expansions that lie before a line's head and are none of its own."""
        return self.all_expand[head]

    def able(self, head: int, tail: int) -> int:
        """By how much a line can shrink."""
        return self.all_reduce[tail - 1] - self.all_reduce[head]

    def word_spaces(self, head: int, tail: int) -> int:
        """By how much its word spaces can shrink (step 1, before a mark loses its half em)."""
        return self.reduce[1][tail - 1] - self.reduce[1][head]

    def cost(self, head: int, tail: int, missing: int) -> float | None:
        """Cost of adding *missing* (below zero: taking away); None: the steps do not suffice."""
        if missing == 0:
            return 0.0
        if missing < 0:
            return self._reduction_cost(head, tail, -missing)
        return self._expansion_cost(head, tail, missing)

    def _expansion_cost(self, head: int, tail: int, missing: int) -> float | None:
        rest = missing
        for step in (1, 2):
            rest -= min(rest, _part(self.expand[step], head, tail))
        cost = _EXPANDED + _EXPANDED_PER_EM * missing / self.em
        if rest:
            able = _part(self.expand[3], head, tail)
            if rest > able:
                return None
            gap = 0.25 * rest / able
            cost += _SQUARED_GAP * gap * gap
        return cost

    def _reduction_cost(self, head: int, tail: int, excess: int) -> float | None:
        rest = excess
        for step in (1, 4, 5):
            rest -= min(rest, _part(self.reduce[step], head, tail))
        cost = _REDUCED + _REDUCED_PER_EM * excess / self.em
        if rest:
            able = _part(self.reduce[6], head, tail)
            if rest > able:
                return None
            cost += _LAST_STEP * (1 + rest / able)
        return cost


class _PushOut(Adjuster):
    def _reduction_cost(self, head: int, tail: int, excess: int) -> float | None:
        cost = super()._reduction_cost(head, tail, excess)
        return None if cost is None else cost * _RELUCTANT


class _PushOutOnly(Adjuster):
    def able(self, head: int, tail: int) -> int:
        return 0

    def word_spaces(self, head: int, tail: int) -> int:
        return 0

    def _reduction_cost(self, head: int, tail: int, excess: int) -> float | None:
        return None


class _LeastChange(Adjuster):
    def cost(self, head: int, tail: int, missing: int) -> float | None:
        usual = super().cost(head, tail, missing)
        if usual is None:
            return None
        changed = abs(missing) / self.em
        # Half an em is taken from one comma, and seen; it is given to all gaps of a line.
        weight = _CHANGED_PER_EM * (_TAKEN if missing < 0 else 1)
        return usual / 1000 + weight * changed


_ADJUSTERS = {
    Adjustment.PUSH_IN: Adjuster,
    Adjustment.PUSH_OUT: _PushOut,
    Adjustment.PUSH_OUT_ONLY: _PushOutOnly,
    Adjustment.LEAST_CHANGE: _LeastChange,
}


def adjuster_of(clusters: Clusters, adjustment: Adjustment, em: int) -> Adjuster:
    return _ADJUSTERS[adjustment](clusters, em)


def _part(sums: list[int], head: int, tail: int) -> int:
    return sums[tail - 1] - sums[head]
