"""Tables 1 to 6 of JLREQ, looked up by a pair of classes."""

from __future__ import annotations

from strategy_report.compose.jlreq_tables import (
    BREAKS,
    CLASS_NUMBERS,
    EXPANSION,
    REDUCTION,
    SPACING,
)
from strategy_report.core.value import Value
from strategy_report.style.text_style import BreakLevel


class PairSpace(Value):
    """The space between two classes, in quarters of an em.

    Attributes:
        before, after: natural space, of the character before and of the one after.
        step_before, step_after: the step in which each is reduced to nothing (0: never).
        mixed: 和欧間, whose width the style sets: reduced in step 6, expanded in step 2.
        expansion: 2, 3 or 0.
        unless_same: expanded only between different characters.
    """

    before: int
    after: int
    step_before: int
    step_after: int
    mixed: bool
    expansion: int
    unless_same: bool


_QUARTERS = {
    "b": (1, 0),
    "B": (2, 0),
    "a": (0, 1),
    "A": (0, 2),
    "2": (1, 1),
    "3": (2, 1),
    ".": (0, 0),
    "-": (0, 0),
}
_STEPS = {"x": (4, 4), "y": (0, 4), "z": (5, 4), ".": (0, 0), "-": (0, 0), "2": (0, 0), "3": (0, 0)}
_ROW = {number: row for row, number in enumerate(CLASS_NUMBERS)}


def _pair(row: int, column: int) -> PairSpace:
    before, after = _QUARTERS[SPACING[row][column]]
    letter = REDUCTION[row][column]
    mixed = letter == "6"
    steps = _STEPS.get(letter)
    if steps is None:
        steps = (0, 0) if mixed else (int(letter), int(letter))
    added = EXPANSION[row][column]
    return PairSpace(
        before=before,
        after=after,
        step_before=steps[0] if before else 0,
        step_after=steps[1] if after else 0,
        mixed=mixed,
        expansion={"2": 2, "3": 3, "d": 3}.get(added, 0),
        unless_same=added == "d",
    )


_PAIRS: dict[tuple[int, int], PairSpace] = {}


def space_between(before: int, after: int) -> PairSpace:
    """Space between two adjacent classes, given by their JLREQ numbers (Table 1, 3, 4 and 6)."""
    known = _PAIRS.get((before, after))
    if known is None:
        known = _PAIRS[before, after] = _pair(_ROW[before], _ROW[after])
    return known


def may_break(before: int, after: int, level: BreakLevel, follower: str = "") -> bool:
    """Whether Table 2, at *level*, lets a line end between two classes.

    *follower* is the character behind the break: loose names single characters of a class. Pairs
    of one inseparable character are kept by the caller, who knows both.
    """
    if level is not BreakLevel.VERY_STRICT and _relaxed(before, after, level, follower):
        return True
    # CSS and UAX 14 keep a postfix with what stands before it; JLREQ alone would let it go after
    # a kanji.
    if after == 13:
        return False
    return BREAKS[_ROW[before]][_ROW[after]] in "o="


_KANA_MARKS = frozenset({9, 10, 11})
_VERY_LOOSE = frozenset({3, 4, 5, 8, 9, 10, 11, 12, 13})


def _relaxed(before: int, after: int, level: BreakLevel, follower: str) -> bool:
    """Line heads that a level adds to Table 2 (never behind an opening bracket)."""
    if before == 1 or (before == 12 and level is not BreakLevel.VERY_LOOSE):
        return False
    match level:
        case BreakLevel.STRICT:
            return after in _KANA_MARKS
        case BreakLevel.LOOSE:
            return after in _KANA_MARKS or after == 3 or follower in ("・", "･", "％", "%")
        case _:
            return after in _VERY_LOOSE or (before == 12 and after not in (2, 6, 7, 26))
