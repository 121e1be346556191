"""One line brought to its length: reductions before expansions, each in JLREQ's order of steps.

The gaps of a line are one piecewise-linear function of a single parameter: first the steps of
reduction are used up one after the other, or, where the line is short, the steps of expansion. The
gaps of one step all give the same share of what they can.
"""

from __future__ import annotations

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
        _use_steps(gaps, clusters.reductions, REDUCING, (first, -missing, -1))
    elif missing > 0:
        _use_steps(gaps, clusters.expansions, EXPANDING, (first, missing, 1))
    return gaps


def _use_steps(
    gaps: list[int],
    amounts: dict[int, list[int]],
    order: tuple[int, ...],
    need: tuple[int, int, int],
) -> None:
    """Change *gaps* step by step until what is needed (first, amount, sign) is found."""
    first, rest, sign = need
    for step in order:
        able = amounts[step][first : first + len(gaps)]
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
