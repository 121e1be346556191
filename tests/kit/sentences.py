"""Sentences of the booklet, for whatever must hold for real text."""

from __future__ import annotations

from pathlib import Path

_SOURCE = Path(__file__).parents[1] / "corpus" / "kanazawa-r6.txt"


def booklet_sentences() -> tuple[str, ...]:
    """Lines of the source of eight characters and more, marks of its extraction taken off."""
    lines = (line.strip(" -・*▼\u3000") for line in _SOURCE.read_text(encoding="utf-8").split("\n"))
    return tuple(line.replace("**", "") for line in lines if len(line) >= 8)
