"""Which characters of two texts differ, by words: figures, names and runs of one script."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from strategy_report.core.value import Value

# A figure with its marks is one word, so that 1,057 → 1,067 is not a change of one digit.
_WORD = re.compile(
    r"[▲△＋-]?\d[\d,]*(?:\.\d+)?|[A-Za-z]+|[ァ-ヺー]+|[一-鿿々〆]|[ぁ-ゖ]|.", re.DOTALL
)


class Stretch(Value, kw_only=False):
    """Some characters, and whether the other text has others in their place."""

    text: str
    differs: bool


def marked(before: str, after: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts cut where they begin or cease to differ; joined, they are as given."""
    words = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, *words, autojunk=False)
    sides: tuple[list[Stretch], list[Stretch]] = ([], [])
    for kind, first, last, from_, to in matcher.get_opcodes():
        for side, text in zip(
            sides, ("".join(words[0][first:last]), "".join(words[1][from_:to])), strict=True
        ):
            if text:
                side.append(Stretch(text, kind != "equal"))
    return tuple(sides[0]), tuple(sides[1])
