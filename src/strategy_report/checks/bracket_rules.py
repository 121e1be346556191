"""Brackets and quotation marks that have lost their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy_report.checks.rule import Finding, Rule
from strategy_report.checks.walk import place_in, texts_of
from strategy_report.core.diagnostic import Severity
from strategy_report.core.value import Value
from strategy_report.model.plan import Plan
from strategy_report.model.prose import Prose, Words

_PAIRS = {"（": "）", "「": "」", "『": "』", "【": "】", "〔": "〕", "《": "》", "〈": "〉"}
_PAIRS |= {"(": ")", "“": "”"}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_MARKS = re.compile("[" + re.escape("".join((*_PAIRS, *_OPENERS))) + "]")
# Where quotation marks are the wrong way round, the reader of texts says so.
_TOLD_ELSEWHERE = "”"
# 1）, ア） and a) number what follows them, at the beginning or behind a break; 注1） and ※1） are
# marks of notes, wherever they stand.
_NUMBER = "[0-9０-９]{1,2}|[ア-ンa-zA-Zａ-ｚＡ-Ｚ①-⑳]"
_NUMBERED = re.compile(rf"(?:^|[\s、。：:～〜・])(?:{_NUMBER})$|[注※](?:{_NUMBER})?$")


class _Mark(Value):
    """A bracket, and where it stands in which words."""

    char: str
    words: Words
    at: int


def lost_brackets(plan: Plan) -> Iterator[Finding]:
    """The first of each text. Phrases are set between others, and may hold one half of a pair."""
    phrases = {phrase.source for phrase in plan.wording.phrases.values()}
    for prose in texts_of(plan):
        lost = None if prose.source in phrases else _lost(prose)
        if lost is not None:
            yield _finding(lost)


def _lost(prose: Prose) -> _Mark | None:
    """The first bracket of *prose* that is never closed, or was never opened."""
    open_marks: list[_Mark] = []
    for mark in _marks(prose):
        if mark.char in _PAIRS:
            open_marks.append(mark)
        elif open_marks and open_marks[-1].char == _OPENERS[mark.char]:
            open_marks.pop()
        elif any(one.char == _OPENERS[mark.char] for one in open_marks):
            return open_marks[-1]
        elif mark.char not in _TOLD_ELSEWHERE and not _numbers(mark):
            return mark
    return open_marks[0] if open_marks else None


def _marks(prose: Prose) -> Iterator[_Mark]:
    for words in prose.parts:
        if isinstance(words, Words) and not words.note:
            for found in _MARKS.finditer(words.text):
                yield _Mark(char=found[0], words=words, at=found.start())


def _numbers(mark: _Mark) -> bool:
    return mark.char in "）)" and bool(_NUMBERED.search(mark.words.text[: mark.at]))


def _finding(mark: _Mark) -> Finding:
    text, at = mark.words.text, mark.at
    around = f"{text[max(0, at - 6) : at]}{mark.char}{text[at + 1 : at + 9]}"
    is_open = mark.char in _PAIRS
    other = _PAIRS[mark.char] if is_open else _OPENERS[mark.char]
    return Finding(
        place_in(mark.words, at, at + 1),
        f"「{around}」の括弧 {mark.char} に、組になる {other} がありません。",
        f"{'あと' if is_open else '前'}に {other} を書くか、{mark.char} を消してください。",
    )


BRACKET_RULES = (
    Rule(
        "TXT016",
        Severity.WARNING,
        "閉じていない括弧、始まりのない括弧",
        "どこまでが括弧の中か、読む人に伝わらない",
        lost_brackets,
    ),
)
