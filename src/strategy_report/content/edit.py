"""Edits of a YAML text: what was asked for is changed, every other byte stays."""

from __future__ import annotations

from collections.abc import Iterable

from strategy_report.content.yaml_tree import Scalar
from strategy_report.core.value import Value


class Edit(Value):
    """Characters to be replaced.

    Attributes:
        line: of both ends, from 0.
        start, end: columns, from 0; equal to insert.
    """

    line: int
    start: int
    end: int
    new: str


def replace_scalar(scalar: Scalar, new: str) -> Edit:
    """*new* in place of a value that stands plain or quoted on one line."""
    return Edit(line=scalar.line, start=scalar.column, end=scalar.end_column, new=new)


def insert_line(before: int, text: str) -> Edit:
    """A line of its own before line *before* (from 0)."""
    return Edit(line=before, start=0, end=0, new=text + "\n")


def drop_lines(first: int, last: int, lines: list[str]) -> tuple[Edit, ...]:
    """The lines from *first* to before *last*, gone with their line ends."""
    return tuple(
        Edit(line=number, start=0, end=len(lines[number]) + 1, new="")
        for number in range(first, last)
    )


def edited(text: str, edits: Iterable[Edit]) -> str:
    """*text* with all *edits* made; they must not overlap."""
    lines = text.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    # A line that comes behind the last one needs that one to end first.
    behind = "" if text.endswith("\n") else "\n"
    for edit in sorted(edits, key=lambda e: (e.line, e.start), reverse=True):
        start, end = offsets[edit.line] + edit.start, offsets[edit.line] + edit.end
        new = behind + edit.new if edit.line == len(lines) else edit.new
        text = text[:start] + new + text[end:]
    return text
