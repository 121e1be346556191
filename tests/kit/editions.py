"""Editions to be compared."""

from __future__ import annotations

from pathlib import Path

from kit.booklets import built

from strategy_report.errata.comparison import Issue
from strategy_report.pipeline import Press, make

PRESS = Press()


def issue_of(content: Path) -> Issue:
    made = make(content, PRESS).value
    assert made is not None
    return Issue(plan=made.plan, book=made.book)


def as_printed() -> Issue:
    """The city's booklet as it stands."""
    made = built("content")
    return Issue(plan=made.plan, book=made.book)
