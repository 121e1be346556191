"""Where a reader would rather see a heading break: the house's rules, with budoux as a voice.

budoux alone cuts 「は|たらく」 and 「分かち合|う」, and 80 % of headings inside a phrase or more;
the change of script alone misses a third. Together, and under the town's own dictionary, they do.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from strategy_report.compose.char_class import CharClass, class_of
from strategy_report.core.library_parts import left_out, stand_in

# How good a break is; a phrase ends where it is at least PHRASE.
NONE = 0.0
FAINT = 0.1
WEAK = 0.5
BRACKET = 1.0
PHRASE = 1.5
CLAUSE = 3.0

# The voice has read no text with ， and ．, which mean the same.
_USUAL_POINTS = str.maketrans("，．", "、。")
_BEHIND_MARK = {**dict.fromkeys("、。，．！？", CLAUSE), **dict.fromkeys("：；", PHRASE)}
_SPACES = frozenset(" \u3000")
_PARTICLES = frozenset("をがはにのとでもへやか")
# Particles of two parts and auxiliaries that a break after に, と or で would tear.
_TORN = (
    *("による", "により", "によっ", "における", "において", "に関", "に対", "に向け", "に応じ"),
    *("に基づ", "について", "につき", "にわた", "にとっ", "にかか", "にも", "には", "への", "との"),
    *("として", "という", "とする", "とし", "できる", "できた", "では", "でも", "とも", "のため"),
    *("ため", "など", "まで", "から", "こと", "もの", "よう"),
)
_WORD_STARTS = frozenset(
    {
        CharClass.IDEOGRAPHIC,
        CharClass.KATAKANA,
        CharClass.OPENING_BRACKET,
        CharClass.WESTERN,
        CharClass.GROUPED_NUMERAL,
    }
)


def phrase_ends(text: str, dictionary: tuple[str, ...] = ()) -> list[float]:
    """How good a break is behind each character of *text*, from NONE to CLAUSE.

    A score never permits a break that the break rules forbid.
    """
    voiced = _budoux_ends(text)
    scores = [_score(text, i, voiced=i + 1 in voiced) for i in range(len(text) - 1)] + [CLAUSE]
    for word in dictionary:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            scores[at : end - 1] = [NONE] * (len(word) - 1)
            if end < len(text) and text[end] not in _PARTICLES:
                scores[end - 1] = max(scores[end - 1], PHRASE)
            at = text.find(word, at + 1)
    return scores


def _score(text: str, i: int, *, voiced: bool) -> float:
    """The break between characters i and i + 1."""
    char, follower = text[i], text[i + 1]
    if char in _BEHIND_MARK:
        return _BEHIND_MARK[char]
    if follower in "（(":
        return WEAK / 2
    if char in _SPACES:
        return _behind_space(text, i)
    if _is_hiragana(char) and class_of(follower) in _WORD_STARTS:
        return PHRASE if voiced or char in "をのにはがと" else WEAK
    if _is_hiragana(char) and _is_hiragana(follower):
        return _between_hiragana(text, i, voiced=voiced)
    return _behind_noun(char, follower, voiced=voiced)


def _behind_space(text: str, i: int) -> float:
    """A space parts phrases of Japanese, and the words of one Western name."""
    western = i > 0 and all(
        class_of(char) is CharClass.WESTERN for char in (text[i - 1], text[i + 1])
    )
    return WEAK if western else PHRASE


def _between_hiragana(text: str, i: int, *, voiced: bool) -> float:
    if text.startswith(_TORN, i):
        return NONE
    if text.startswith(_TORN, i + 1):
        return FAINT
    if text[i] == "を" or (voiced and text[i] == "る"):
        return PHRASE
    # The voice alone is trusted only behind a particle that has a word before it.
    after_word = i > 0 and not _is_hiragana(text[i - 1])
    return PHRASE if voiced and text[i] in _PARTICLES and after_word else NONE


def _behind_noun(char: str, follower: str, *, voiced: bool) -> float:
    """Between the parts of a long noun: 事業所|表彰企業数, サポートセンター|窓口."""
    before, after = class_of(char), class_of(follower)
    if before is CharClass.CLOSING_BRACKET:
        return PHRASE if after in _WORD_STARTS else NONE
    if before is CharClass.MIDDLE_DOT:
        return WEAK
    if after is CharClass.OPENING_BRACKET:
        return BRACKET
    if _is_katakana(char) != _is_katakana(follower) and CharClass.IDEOGRAPHIC in (before, after):
        return WEAK
    if CharClass.WESTERN in (before, after) and CharClass.KATAKANA in (before, after):
        return WEAK
    return WEAK if voiced and before is after is CharClass.IDEOGRAPHIC else NONE


def _is_hiragana(char: str) -> bool:
    return "ぁ" <= char <= "ゟ"


def _is_katakana(char: str) -> bool:
    return "ァ" <= char <= "ヿ" and char != "・"


# A heading is tried at several sizes and widths, one after the other.
@lru_cache(maxsize=16)
def _budoux_ends(text: str) -> frozenset[int]:
    """Ends of budoux's phrases, as counts of characters from the start."""
    ends: set[int] = set()
    at = 0
    for phrase in _parser().parse(text.translate(_USUAL_POINTS)):
        at += len(phrase)
        ends.add(at)
    return frozenset(ends)


@cache
def _parser() -> Any:
    # The part that reads web pages would take three times as long to come in as all the rest.
    web = "budoux.html_processor"
    with left_out({web: stand_in(web, "get_text", "resolve")}):
        import budoux.parser

    return budoux.parser.load_default_japanese_parser()
