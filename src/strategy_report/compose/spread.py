"""均等割付 and 字取り: a short text set over a given length, its spaces all alike (JLREQ 3.7.3)."""

from __future__ import annotations

from strategy_report.compose.clusters import Clusters
from strategy_report.compose.line_adjustment import EXPANDING, adjusted_gaps
from strategy_report.compose.tokens import find_tokens


def spread_gaps(clusters: Clusters, first: int, last: int, length: int) -> list[int]:
    """Gaps that bring the clusters from *first* to before *last* to *length*, each alike wider.

    Nothing is added where a line could not be expanded either, nor within figures and Western
    words. A single character, and a text without such a place, stays as it is; a text that is too
    long is reduced as far as a line could be.
    """
    gaps = clusters.gaps[first : max(first, last - 1)]
    missing = length - clusters.width(first, last)
    if missing < 0:
        return adjusted_gaps(clusters, first, last, length)
    within = {
        place for token in find_tokens(clusters.text) for place in range(token.start, token.end - 1)
    }
    open_places = [
        i - first
        for i in range(first, last - 1)
        if i not in within and any(clusters.expansions[step][i] for step in EXPANDING)
    ]
    for number, i in enumerate(open_places):
        share = missing * (number + 1) // len(open_places) - missing * number // len(open_places)
        gaps[i] += share
    return gaps
