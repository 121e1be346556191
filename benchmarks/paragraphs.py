"""How long composition takes: paragraphs of report text, sentences through the filter.

python benchmarks/paragraphs.py
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from strategy_report.compose.composer import Composer
from strategy_report.compose.filter import Filter
from strategy_report.compose.text import StyledRun
from strategy_report.core.ink import Ink
from strategy_report.core.length import Length, pt
from strategy_report.fonts.catalog import open_catalog
from strategy_report.style.text_style import Kind, TextStyle

CORPUS = Path(__file__).parents[1] / "tests" / "corpus" / "municipal_sentences.txt"
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


if __name__ == "__main__":
    sys.exit(main())
