"""How long composition takes: paragraphs of report text, sentences through the filter, the booklet.

python benchmarks/paragraphs.py
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any
from unittest.mock import patch

from strategy_report.compose.composer import Composer
from strategy_report.compose.filter import Filter
from strategy_report.compose.text import StyledRun
from strategy_report.core.ink import Ink
from strategy_report.core.length import Length, pt
from strategy_report.core.value import replace
from strategy_report.fonts.catalog import open_catalog
from strategy_report.pipeline import Press, build
from strategy_report.style.text_style import Kind, TextStyle

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "tests" / "corpus" / "municipal_sentences.txt"
PARAGRAPHS, SENTENCES_A_PARAGRAPH = 490, 3
SENTENCES = 10_000
# In em, as columns of reports are.
LENGTHS = (15, 18, 22, 25, 30, 40)
STYLE = TextStyle(
    face="BIZUDGothic-Regular",
    char_size=pt(10),
    line_feed=pt(15),
    ink=Ink(name="text", rgb=(0, 0, 0), cmyk=(0, 0, 0, 100)),
    kind=Kind.BODY,
)


def main() -> int:
    sentences = CORPUS.read_text(encoding="utf-8").splitlines()
    usual = [text for text in sentences if 30 <= len(text) <= 60]
    told = (
        (f"{PARAGRAPHS} paragraphs of {SENTENCES_A_PARAGRAPH} sentences", _paragraphs(sentences)),
        (f"{SENTENCES} sentences through the filter", _filtered(usual)),
    )
    for what, work in told:
        started = process_time()
        characters = work()
        seconds = process_time() - started
        print(f"  {what:<44}{characters:>9} characters {seconds:>8.3f} s")
    for what, seconds in _booklet():
        print(f"  {what:<44}{'':>20} {seconds * 1000:>8.1f} ms")
    return 0


def _paragraphs(sentences: list[str]) -> Callable[[], int]:
    def work() -> int:
        # A new composer: nothing is remembered.
        composer = Composer(open_catalog())
        characters = 0
        for number in range(PARAGRAPHS):
            first = number * SENTENCES_A_PARAGRAPH
            text = "".join(
                sentences[(first + i) % len(sentences)] for i in range(SENTENCES_A_PARAGRAPH)
            )
            length = Length(int(STYLE.char_size) * LENGTHS[number % len(LENGTHS)])
            # Each a paragraph of its own, so that none is found among those set before.
            composer.compose((StyledRun(text=f"{text}{number}", style=STYLE),), length)
            characters += len(text)
        return characters

    return work


def _filtered(sentences: list[str]) -> Callable[[], int]:
    def work() -> int:
        filter_ = Filter()
        characters = 0
        for number in range(SENTENCES):
            text = sentences[number % len(sentences)]
            filter_.answer({"text": text, "width_em": LENGTHS[number % len(LENGTHS)]})
            characters += len(text)
        return characters

    return work


# What a composer was asked for: method, arguments, named arguments.
_Asked = tuple[str, tuple[Any, ...], dict[str, Any]]
TIMES = 9


def _booklet() -> tuple[tuple[str, float], ...]:
    """Everything that the booklet asks of its composer: of a new one, and after one change."""
    asked = _asked_of_the_booklet()
    longest = max((one for one in asked if one[0] == "compose"), key=_characters)
    new, changed = [], []
    for number in range(TIMES):
        composer = Composer(open_catalog())
        new.append(_answered(composer, asked))
        other = [_with_a_figure(one, number) if one == longest else one for one in asked]
        changed.append(_answered(composer, other))
    return (
        ("the booklet by a new composer", median(new)),
        ("the booklet, its longest paragraph changed", median(changed)),
    )


def _asked_of_the_booklet() -> list[_Asked]:
    asked: list[_Asked] = []

    def noted(method: str) -> Callable[..., Any]:
        original = getattr(Composer, method)

        def note(composer: Composer, *arguments: Any, **named: Any) -> Any:
            asked.append((method, arguments, named))
            return original(composer, *arguments, **named)

        return note

    compose, set_line = noted("compose"), noted("set_line")
    with patch.object(Composer, "compose", compose), patch.object(Composer, "set_line", set_line):
        build(ROOT / "content", Press())
    return asked


def _characters(asked: _Asked) -> int:
    return sum(len(run.text) for run in asked[1][0])


def _with_a_figure(asked: _Asked, number: int) -> _Asked:
    method, (runs, *others), named = asked
    last = replace(runs[-1], text=f"{runs[-1].text}{number}件")
    return method, ((*runs[:-1], last), *others), named


def _answered(composer: Composer, asked: list[_Asked]) -> float:
    """Seconds that *composer* takes for it."""
    started = process_time()
    for method, arguments, named in asked:
        getattr(composer, method)(*arguments, **named)
    return process_time() - started


if __name__ == "__main__":
    sys.exit(main())
