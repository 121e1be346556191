"""One line brought to its length: reductions before expansions, each in JLREQ's order of steps.

The gaps of a line are one piecewise-linear function of a single parameter: first the steps of
reduction are used up one after the other, or, where the line is short, the steps of expansion. The
gaps of one step all give the same share of what they can. Step 2, the half em of a mark at the
line end, is the line breaker's: it is kept or dropped whole.
"""

from __future__ import annotations

from strategy_report.compose.char_class import CharClass
from strategy_report.compose.clusters import Clusters

REDUCING = (1, 4, 5, 6)
EXPANDING = (1, 2, 3)


def adjusted_gaps(clusters: Clusters, first: int, last: int, wanted: int) -> list[int]:
    """Gaps of the clusters from *first* to before *last*, adding up to *wanted* with the bodies.

    Where the steps do not suffice, the line stays short or long by the rest; what is left over
    from whole EMU goes to the first gaps.

    Returns:
        One gap a cluster but the last.
    """
    gaps = clusters.gaps[first : last - 1]
    missing = wanted - sum(clusters.bodies[first:last]) - sum(gaps)
    if missing < 0:
        _use_steps(gaps, _reductions(clusters, first, last), -missing, -1)
    elif missing > 0:
        steps = [clusters.expansions[step][first : last - 1] for step in EXPANDING]
        _use_steps(gaps, steps, missing, 1)
    return gaps


def _reductions(clusters: Clusters, first: int, last: int) -> list[list[int]]:
    """What each gap can give, step by step.

    The quarter before a middle dot that ends the line is step 3, before those within the line
    (JLREQ, table 3, note 5).
    """
    steps = [clusters.reductions[step][first : last - 1] for step in REDUCING]
    within = steps[1]
    if last - first > 1 and clusters.classes[last - 1] == CharClass.MIDDLE_DOT and within[-1]:
        quarter = min(within[-1], clusters.bodies[last - 1] // 2)
        at_end = [0] * (len(within) - 1) + [quarter]
        within[-1] -= quarter
        steps.insert(1, at_end)
    return steps


def _use_steps(gaps: list[int], steps: list[list[int]], rest: int, sign: int) -> None:
    """Change *gaps* step by step until *rest* is found."""
    for able in steps:
        total = sum(able)
        if not total or not rest:
            continue
        share = min(total, rest)
        given = 0
        passed = 0
        for i, amount in enumerate(able):
            passed += amount
            part = passed * share // total - given
            given += part
            gaps[i] += sign * part
        rest -= share
