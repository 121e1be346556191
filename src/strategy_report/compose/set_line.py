"""Clusters of one line to glyph runs at their places, with what stands above them."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.compose.char_class import CharClass
from strategy_report.compose.clusters import Clusters
from strategy_report.compose.ruby import RUBY_SIZE, parts_of, places_of
from strategy_report.compose.text import ComposedLine
from strategy_report.core.geometry import Point
from strategy_report.core.length import Length
from strategy_report.display.extent import EM_BOX_ASCENT, EM_BOX_DESCENT
from strategy_report.display.item import GlyphRun, TextLine

# 圏点 of horizontal text, at half size like ruby.
_DOT = "•"
_DOT_SIZE = 0.5
_WITHOUT_DOT = frozenset(
    {
        *(CharClass.OPENING_BRACKET, CharClass.CLOSING_BRACKET, CharClass.DIVIDING_PUNCTUATION),
        *(CharClass.MIDDLE_DOT, CharClass.FULL_STOP, CharClass.COMMA),
        *(CharClass.IDEOGRAPHIC_SPACE, CharClass.WORD_SPACE),
    }
)


def set_clusters(
    clusters: Clusters, edges: tuple[int, int], gaps: list[int], indent: Length
) -> ComposedLine:
    """The clusters between *edges*, with *gaps* between them, from *indent* on."""
    start, end = edges
    runs: list[GlyphRun] = []
    x = int(indent)
    first = start
    places: list[int] = []
    lefts: list[int] = []
    for i in range(start, end):
        if i > first and _differs(clusters, i):
            runs.append(_run(clusters, first, i, places))
            first, places = i, []
        lefts.append(x)
        places.append(x + clusters.ink_shifts[i])
        x += clusters.bodies[i] + (gaps[i - start] if i < end - 1 else 0)
    if places:
        runs.append(_run(clusters, first, end, places))
    if clusters.rubies:
        runs.extend(_ruby_runs(clusters, edges, lefts))
    if clusters.has_dots:
        runs.extend(_dot_runs(clusters, edges, lefts))
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
        origin=Point(Length(origin), -style.rise),
        glyph_ids=tuple(clusters.glyphs[first:last]),
        offsets=tuple(place - origin for place in places),
        texts=tuple(clusters.texts[first:last]),
        source=clusters.runs_in[clusters.runs[first]].source,
    )


def _ruby_runs(clusters: Clusters, edges: tuple[int, int], lefts: list[int]) -> Iterator[GlyphRun]:
    """Readings, their em-boxes standing on those of what they explain."""
    start, end = edges
    line = (lefts[0], lefts[-1] + clusters.bodies[end - 1])
    for ruby in clusters.rubies:
        for part in parts_of(ruby, start, end):
            size = int(clusters.styles[part.first].char_size * RUBY_SIZE)
            right = lefts[part.last - 1 - start] + clusters.bodies[part.last - 1]
            places = places_of(part, size, (lefts[part.first - start], right), line)
            yield _above(clusters, part.first, part.reading, (size, places))


def _dot_runs(clusters: Clusters, edges: tuple[int, int], lefts: list[int]) -> Iterator[GlyphRun]:
    """圏点, one above the middle of each character but marks and spaces."""
    start, end = edges
    for i in range(start, end):
        if clusters.runs_in[clusters.runs[i]].dotted and clusters.classes[i] not in _WITHOUT_DOT:
            size = int(clusters.styles[i].char_size * _DOT_SIZE)
            place = lefts[i - start] + (clusters.bodies[i] - size) // 2
            yield _above(clusters, i, _DOT, (size, [place]))


def _above(clusters: Clusters, base: int, text: str, setting: tuple[int, list[int]]) -> GlyphRun:
    """Characters set above cluster *base*, each in the middle of its box of the size given.

    They are no part of the line's text, and take no room between the lines.
    """
    size, places = setting
    style, face = clusters.styles[base], clusters.faces[base]
    glyphs = [face.glyph(char) for char in text]
    widths = [face.advance(glyph) * size // face.units_per_em for glyph in glyphs]
    origins = [place + (size - width) // 2 for place, width in zip(places, widths, strict=True)]
    return GlyphRun(
        face=face.face_id,
        size=Length(size),
        ink=style.ink,
        origin=Point(
            Length(origins[0]),
            -style.rise - style.char_size * EM_BOX_ASCENT - Length(size) * EM_BOX_DESCENT,
        ),
        glyph_ids=tuple(glyphs),
        offsets=tuple(origin - origins[0] for origin in origins),
        texts=tuple(text),
        source=clusters.runs_in[clusters.runs[base]].source,
    )
