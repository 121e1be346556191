"""The known word nearest to what was typed.

The standard library's difflib would cost four milliseconds of every start.
"""

from __future__ import annotations

from collections.abc import Iterable


def nearest(typed: str, known: Iterable[str]) -> str | None:
    """The known word with the fewest edits, if they are at most a third of its length."""
    scored = [
        (distance(typed.lower(), word.lower()), word)
        for word in known
        if abs(len(word) - len(typed)) <= 3
    ]
    if not scored:
        return None
    edits, word = min(scored, key=lambda pair: pair[0])
    return word if edits <= max(1, len(word) // 3) else None


def distance(one: str, other: str) -> int:
    """Edits between two words: a character put in, left out, replaced, or two exchanged."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, start=1):
        above, before_last = row, before
        row = [i]
        for j, second in enumerate(other, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (char != second))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == second:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]
