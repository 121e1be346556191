"""What was given up so that a paragraph could be set: one entry a line and a reason."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from strategy_report.compose.break_chances import BreakChances
from strategy_report.compose.clusters import Clusters
from strategy_report.compose.headings import LEAST_LAST
from strategy_report.compose.line_break import (
    BrokenLine,
    Measure,
    counted_characters,
    last_line_is_short,
)
from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value

_QUOTED = 16


class Reason(Enum):
    """Code, what was given up, and what the author can do about it."""

    CUT_TOKEN = (
        "CMP001",
        "行の長さに比べて長すぎる語や数値を、途中で改行しました",
        "短く書きかえるか、切ってよいところに「|」を入れてください。",
    )
    RELAXED_LEVEL = (
        "CMP002",
        "行頭の小さいかな・音引きなどを許して改行しました",
        "言い回しを少し変えると、きれいに収まります。",
    )
    RAGGED = (
        "CMP003",
        "行末をそろえられない行があります",
        "言い回しを少し変えるか、切ってよいところに「|」を入れてください。",
    )
    SHORT_LAST_LINE = (
        "CMP004",
        "段落の最後の行が短すぎます",
        "言い回しを少し変えると、前の行に収まります。",
    )
    STICKS_OUT = (
        "CMP005",
        "枠に入りきらない行があります",
        "短く書きかえるか、切ってよいところに「|」を入れてください。",
    )
    LOOSE = (
        "CMP007",
        "字間が広くなった行があります",
        "言い回しを少し変えると、きれいに収まります。",
    )
    FALLBACK = (
        "CMP008",
        "本文の書体にない字を、ほかの書体で組みました",
        "字の形が合っているか、紙面で確かめてください。",
    )
    CUT_PHRASE = (
        "CMP006",
        "見出しや欄の言葉を、文節の途中で改行しました",
        "短く書きかえるか、切ってよいところに「|」を入れてください。",
    )


class Compromise(Value, kw_only=False):
    """Attributes: line: its number, from 0."""

    line: int
    reason: Reason


def is_compromise(diagnostic: Diagnostic) -> bool:
    """Whether it tells of something that composition had to give up."""
    return diagnostic.code in _CODES


def wants_room(diagnostic: Diagnostic) -> bool:
    """Whether a longer line, or narrower letters, would have spared it."""
    return is_compromise(diagnostic) and diagnostic.code != Reason.FALLBACK.value[0]


_CODES = frozenset(reason.value[0] for reason in Reason)
# Between kana or kanji, in em: near the quarter that JLREQ allows at most.
_LOOSE_GAP = 0.2


def loose_lines(clusters: Clusters, lines: tuple[BrokenLine, ...]) -> tuple[Compromise, ...]:
    """Lines of running text that are set wide, though not wider than the rules allow."""
    return tuple(
        Compromise(number, Reason.LOOSE)
        for number, line in enumerate(lines)
        if line.wanted is not None and not line.spread and _widest_gap(clusters, line) > _LOOSE_GAP
    )


def _widest_gap(c: Clusters, line: BrokenLine) -> float:
    """In em, of those that step 3 of expansion opened."""
    heads, tails = c.edges
    head, last = heads[line.start], tails[line.end] - 1
    width = sum(c.bodies[head : last + 1]) + sum(c.gaps[head:last])
    rest = (line.wanted or 0) - width
    for step in (1, 2):
        rest -= sum(c.expansions[step][head:last])
    able = sum(c.expansions[3][head:last])
    return 0.25 * rest / able if rest > 0 and able else 0.0


def body_compromises(
    clusters: Clusters,
    measure: Measure,
    lines: tuple[BrokenLine, ...],
    chances: BreakChances,
) -> tuple[Compromise, ...]:
    """Of running text."""
    found: list[Compromise] = []
    for number, line in enumerate(lines):
        found.extend(_at_end(number, line, chances))
        if line.ragged:
            too_wide = _sticks_out(clusters, measure, line)
            found.append(Compromise(number, Reason.STICKS_OUT if too_wide else Reason.RAGGED))
    found.extend(loose_lines(clusters, lines))
    if len(lines) > 1 and last_line_is_short(clusters, measure, lines[-1]):
        found.append(Compromise(len(lines) - 1, Reason.SHORT_LAST_LINE))
    return tuple(found)


def sticks_out(clusters: Clusters, measure: Measure, lines: tuple[BrokenLine, ...]) -> bool:
    """Whether some line is longer than its measure."""
    return any(_sticks_out(clusters, measure, line) for line in lines)


def heading_compromises(
    clusters: Clusters,
    measure: Measure,
    lines: tuple[BrokenLine, ...],
    chances: BreakChances,
) -> tuple[Compromise, ...]:
    """Of headings, cells and labels; a break within a phrase is marked on its line already."""
    found: list[Compromise] = []
    for number, line in enumerate(lines):
        found.extend(_at_end(number, line, chances))
        if _sticks_out(clusters, measure, line):
            found.append(Compromise(number, Reason.STICKS_OUT))
        elif line.ragged:
            found.append(Compromise(number, Reason.CUT_PHRASE))
    last = lines[-1]
    if len(lines) > 1 and counted_characters(clusters, last.start, last.end) < LEAST_LAST:
        found.append(Compromise(len(lines) - 1, Reason.SHORT_LAST_LINE))
    return tuple(found)


def _at_end(number: int, line: BrokenLine, chances: BreakChances) -> list[Compromise]:
    last = line.end - 1
    if last in chances.cut:
        return [Compromise(number, Reason.CUT_TOKEN)]
    if last in chances.relaxed and not chances.allowed[last]:
        return [Compromise(number, Reason.RELAXED_LEVEL)]
    return []


def _sticks_out(clusters: Clusters, measure: Measure, line: BrokenLine) -> bool:
    heads, tails = clusters.edges
    head, tail = heads[line.start], tails[line.end]
    length = measure.first if line.start == 0 else measure.rest
    return line.wanted is None and head < tail and clusters.width(head, tail) > length


def line_notes(
    clusters: Clusters, lines: tuple[BrokenLine, ...], compromises: tuple[Compromise, ...]
) -> list[tuple[Diagnostic, ...]]:
    """What is to be said of each line."""
    notes: list[list[Diagnostic]] = [[] for _ in lines]
    for compromise in (*compromises, *_fallbacks(clusters, lines)):
        line = lines[compromise.line]
        notes[compromise.line].append(_told(clusters, line, compromise.reason))
    return [tuple(said) for said in notes]


def _fallbacks(clusters: Clusters, lines: tuple[BrokenLine, ...]) -> Iterator[Compromise]:
    """Lines with a character that another face had to draw."""
    places = clusters.fallbacks
    if places:
        for number, line in enumerate(lines):
            if any(line.start <= place < line.end for place in places):
                yield Compromise(number, Reason.FALLBACK)


def single_line_notes(clusters: Clusters) -> tuple[Diagnostic, ...]:
    """What is to be said of clusters that are set on one line, whatever its width."""
    if not clusters.fallbacks:
        return ()
    return line_notes(clusters, (BrokenLine(0, clusters.count, None),), ())[0]


def _told(clusters: Clusters, line: BrokenLine, reason: Reason) -> Diagnostic:
    text = "".join(clusters.texts[line.start : line.end])
    return told(reason, text, clusters.runs_in[clusters.runs[line.start]].source)


def told(reason: Reason, text: str, where: SourceSpan | None) -> Diagnostic:
    """What was given up for the line *text*."""
    code, what, fix = reason.value
    quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
    return Diagnostic(
        code=code, severity=Severity.NOTE, where=where, what=f"{what}: 「{quoted}」。", fix=fix
    )
