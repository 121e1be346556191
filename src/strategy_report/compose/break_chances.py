"""Where a line may end: the characters' classes, the level, the tokens and the author's marks."""

from __future__ import annotations

from itertools import accumulate, pairwise

from strategy_report.compose.char_class import NEVER_FIRST, NEVER_LAST, CharClass
from strategy_report.compose.clusters import WESTERN_CLASSES, Clusters
from strategy_report.compose.spacing import may_break
from strategy_report.compose.tokens import cuts, find_tokens
from strategy_report.core.value import Value
from strategy_report.style.text_style import BreakLevel

# How harmful it is to cut a token where no rule has a place for it.
_ANYWHERE = 100
_LOOSE_LEVELS = (BreakLevel.LOOSE, BreakLevel.VERY_LOOSE)
# Kana and kanji, between any two of which a line may end at every level.
_PLAIN = frozenset({CharClass.HIRAGANA, CharClass.KATAKANA, CharClass.IDEOGRAPHIC})
_NEXT_LEVEL = {
    BreakLevel.VERY_STRICT: BreakLevel.STRICT,
    BreakLevel.STRICT: BreakLevel.LOOSE,
    BreakLevel.LOOSE: BreakLevel.VERY_LOOSE,
}


class BreakChances(Value, kw_only=False):
    """Chances behind each cluster of a paragraph.

    Attributes:
        allowed: a line may end there, and nothing is given up by it.
        cut: places within tokens that are too long for the line, and between 延べ and its figure,
            and how harmful it is to break there, from 1 on.
        relaxed: places that only the next level allows; empty where none was asked for.
    """

    allowed: list[bool]
    cut: dict[int, int]
    relaxed: frozenset[int]


def break_chances(
    clusters: Clusters, level: BreakLevel, words: tuple[str, ...], most: int
) -> BreakChances:
    """Where a line may end.

    Args:
        clusters: of a paragraph.
        level: of JLREQ's rules.
        words: never to be broken, if they are narrower than *most*.
        most: a token wider than this may be cut (0.8 of the line length).
    """
    allowed = [_rule_allows(clusters, i, level) for i in range(clusters.count)]
    cut: dict[int, int] = {}
    tokens = find_tokens(clusters.text)
    for first, last in _spans(clusters, [(t.start, t.end) for t in tokens]):
        kept = allowed[first : last - 1]
        allowed[first : last - 1] = [False] * (last - 1 - first)
        if clusters.width(first, last) > most:
            cut.update(_cuts_within(clusters, (first, last), kept, most))
    behind_prefix = [(t.core - 1, t.core) for t in tokens if t.core > t.start]
    cut.update((first, 1) for first, _ in _spans(clusters, behind_prefix))
    for first, last in word_spans(clusters, words):
        if clusters.width(first, last) <= most:
            allowed[first : last - 1] = [False] * (last - 1 - first)
    for i in clusters.marked - clusters.joined:
        allowed[i] = True
    if allowed:
        allowed[-1] = True
    return BreakChances(allowed, cut, frozenset())


def with_next_level(
    chances: BreakChances, clusters: Clusters, level: BreakLevel, most: int
) -> BreakChances:
    """The same, and what the level below *level* would allow besides."""
    if level not in _NEXT_LEVEL:
        return chances
    more = break_chances(clusters, _NEXT_LEVEL[level], (), most).allowed
    relaxed = (i for i, fine in enumerate(more) if fine and not chances.allowed[i])
    return BreakChances(chances.allowed, chances.cut, frozenset(relaxed))


def _rule_allows(c: Clusters, i: int, level: BreakLevel) -> bool:
    """Whether the characters and the classes let a line end behind cluster *i*."""
    if i + 1 >= c.count:
        return True
    if i in c.joined or c.classes[i + 1] == CharClass.WORD_SPACE:
        return False
    if c.classes[i] in _PLAIN and c.classes[i + 1] in _PLAIN:
        return not c.is_reference(i + 1)
    # Spaces are invisible at a line edge: what they stand behind ends the line.
    last = i
    while last > 0 and c.classes[last] == CharClass.WORD_SPACE:
        last -= 1
    if _never(c, last, i + 1):
        return False
    if last == i:
        return _classes_allow(c, i, level)
    before = c.classes[last]
    if before not in (CharClass.OPENING_BRACKET, CharClass.PREFIXED_ABBREVIATION):
        before = CharClass.WORD_SPACE
    return may_break(before, c.classes[i + 1], level, c.texts[i + 1])


def _never(c: Clusters, last: int, first: int) -> bool:
    """Whether no line, at any level, ends with cluster *last* where the next begins with *first*.

    A line of spaces alone is none.
    """
    return (
        c.classes[last] == CharClass.WORD_SPACE
        or c.texts[first][0] in NEVER_FIRST
        or c.texts[last][0] in NEVER_LAST
        or c.is_reference(first)
    )


def _classes_allow(c: Clusters, i: int, level: BreakLevel) -> bool:
    before, after = c.classes[i], c.classes[i + 1]
    if _within_word(c, i):
        return False
    char, follower = c.texts[i], c.texts[i + 1]
    if before == after == CharClass.INSEPARABLE and _is_one_sign(char, follower):
        return level is BreakLevel.VERY_LOOSE or (level in _LOOSE_LEVELS and char in "…‥")
    return may_break(before, after, level, follower)


def _is_one_sign(char: str, follower: str) -> bool:
    """Two equal characters, or the upper and the lower half of 〳〵, which are one sign."""
    return char == follower or (char in "〳〴" and follower == "〵")


def word_spans(clusters: Clusters, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the words stand, as stretches of clusters."""
    return _spans(clusters, _places(clusters.text, words))


def _places(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = text.find(word, at + 1)
    return found


def _spans(clusters: Clusters, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of characters as stretches of clusters; those that cut a cluster are left out."""
    if not places:
        return []
    if len(clusters.text) == clusters.count:
        return places
    starts = [0, *accumulate(len(text) for text in clusters.texts)]
    index = {start: number for number, start in enumerate(starts)}
    return [(index[a], index[b]) for a, b in places if a in index and b in index]


def _cuts_within(
    clusters: Clusters, span: tuple[int, int], kept: list[bool], most: int
) -> dict[int, int]:
    """Where to cut a token that is too long, and how harmful that is.

    The least harmful places first, and the next only within the parts that are still too long.
    """
    first, last = span
    texts = clusters.texts[first:last]
    index = {start: n for n, start in enumerate([0, *accumulate(len(text) for text in texts)])}
    chosen: dict[int, int] = {}
    for tier, places in enumerate(cuts("".join(texts)), 1):
        ends = [first + index[at] - 1 for at in places if at in index]
        # What the rules forbid is forbidden here; within a number or a word they have no place.
        fine = [
            i
            for i in ends
            if (kept[i - first] or _within_word(clusters, i)) and not _never(clusters, i, i + 1)
        ]
        too_long = _wide_parts(clusters, span, chosen, most)
        for begin, end in too_long:
            chosen.update((i, tier * tier) for i in fine if begin <= i < end - 1)
        if not too_long:
            return chosen
    # Longer than a line and without any place to cut it, such as a row of opening brackets.
    for begin, end in _wide_parts(clusters, span, chosen, most):
        chosen.update(dict.fromkeys(range(begin, end - 1), _ANYWHERE))
    return chosen


def _within_word(c: Clusters, i: int) -> bool:
    """Whether cluster *i* and the next are of one number or Western word."""
    return c.classes[i] in WESTERN_CLASSES and c.classes[i + 1] in WESTERN_CLASSES


def _wide_parts(
    clusters: Clusters, span: tuple[int, int], chosen: dict[int, int], most: int
) -> list[tuple[int, int]]:
    """The parts of a token, cut at the places chosen, that are wider than *most*."""
    first, last = span
    starts = [first, *(i + 1 for i in sorted(chosen)), last]
    return [part for part in pairwise(starts) if clusters.width(*part) > most]
