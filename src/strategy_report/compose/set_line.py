"""Clusters of one line to glyph runs at their places."""

from __future__ import annotations

from strategy_report.compose.clusters import Clusters
from strategy_report.compose.text import ComposedLine
from strategy_report.core.geometry import Point
from strategy_report.core.length import ZERO, Length
from strategy_report.display.item import GlyphRun, TextLine


def set_clusters(
    clusters: Clusters, edges: tuple[int, int], gaps: list[int], indent: Length
) -> ComposedLine:
    """The clusters between *edges*, with *gaps* between them, from *indent* on."""
    start, end = edges
    runs: list[GlyphRun] = []
    x = int(indent)
    first = start
    places: list[int] = []
    for i in range(start, end):
        if i > first and _differs(clusters, i):
            runs.append(_run(clusters, first, i, places))
            first, places = i, []
        places.append(x + clusters.ink_shifts[i])
        x += clusters.bodies[i] + (gaps[i - start] if i < end - 1 else 0)
    if places:
        runs.append(_run(clusters, first, end, places))
    text = "".join(clusters.texts[start:end])
    joins = end == clusters.count or clusters.texts[end] != " "
    line = TextLine(runs=tuple(runs), text=text, joins=joins)
    return ComposedLine(line=line, width=Length(x - indent))


def _differs(clusters: Clusters, i: int) -> bool:
    """Whether cluster i cannot stand in one run with the one before it."""
    return (
        clusters.runs[i] != clusters.runs[i - 1] or clusters.faces[i] is not clusters.faces[i - 1]
    )


def _run(clusters: Clusters, first: int, last: int, places: list[int]) -> GlyphRun:
    style = clusters.styles[first]
    origin = places[0]
    return GlyphRun(
        face=clusters.faces[first].face_id,
        size=style.char_size,
        ink=style.ink,
        origin=Point(Length(origin), ZERO),
        glyph_ids=tuple(clusters.glyphs[first:last]),
        offsets=tuple(place - origin for place in places),
        texts=tuple(clusters.texts[first:last]),
        source=clusters.runs_in[clusters.runs[first]].source,
    )
