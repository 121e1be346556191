"""Sentences of the booklet, for whatever must hold for real text."""

from __future__ import annotations

from pathlib import Path

_CORPUS = Path(__file__).parents[1] / "corpus"
_SOURCE = _CORPUS / "kanazawa-r6.txt"


def booklet_sentences() -> tuple[str, ...]:
    """Lines of the source of eight characters and more, marks of its extraction taken off."""
    lines = (line.strip(" -・*▼\u3000") for line in _SOURCE.read_text(encoding="utf-8").split("\n"))
    return tuple(line.replace("**", "") for line in lines if len(line) >= 8)


def municipal_sentences() -> tuple[str, ...]:
    """Sentences made up for what city halls write: figures, units, eras, brackets, names."""
    return tuple((_CORPUS / "municipal_sentences.txt").read_text(encoding="utf-8").splitlines())


def hard_sentences() -> tuple[str, ...]:
    """Sentences and rows of signs in which every rule comes up at once."""
    return tuple((_CORPUS / "hard_sentences.txt").read_text(encoding="utf-8").splitlines())
