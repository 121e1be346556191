"""Typical slips of the keyboard in a text, explained before libyaml sees them.

libyaml reports most of them on another line than the one they stand on, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy_report.content.japanese import forbidden, name_forbidden
from strategy_report.content.line_slips import (
    BLOCK_TEXT,
    NOTHING_OPEN,
    IsKey,
    WrittenLine,
    state_after,
)
from strategy_report.content.report import Report
from strategy_report.core.source import SourceSpan

# A line that can hold no slip: a key with its colon and space, or an item that begins with a
# Japanese character. It spares nearly every line a closer look.
_FINE = re.compile(
    r"( *)((?:- )*)(?:([A-Za-z_][\w-]*):(?: ((?![-?\[{\]}*&!%@`|>,\"'”＂’\s\u3000]).*))?"
    r"|(?<=- )(?![\u3000”＂’])[^\x00-\x7f].*)"
)


def find_slips(text: str, file: str, report: Report, is_key: IsKey) -> str:
    """*text* as it was meant, each slip in it put right; every one of them is reported.

    *is_key* knows the names that may stand before a colon.
    """
    lines = text.split("\n")
    bad = forbidden(text)
    if bad:
        _forbidden(lines, bad, file, report)
    for line in _slips(lines, file, report, is_key):
        lines[line.number] = line.meant
    meant = "\n".join(lines)
    for char in bad:
        meant = meant.replace(char, "")
    return meant


def mend_widths(text: str, is_key: IsKey) -> str:
    """*text* with full-width colons and spaces put right where they can be nothing but YAML's."""
    lines = text.split("\n")
    for line in _slips(list(lines), "", Report(), is_key):
        if line.of_width:
            lines[line.number] = line.meant
    return "\n".join(lines)


def _slips(lines: list[str], file: str, report: Report, is_key: IsKey) -> Iterator[WrittenLine]:
    """The lines that need a closer look, each looked at."""
    state = NOTHING_OPEN
    for number, line in lines_outside_blocks(lines):
        fine = _FINE.fullmatch(line)
        if fine is not None and not (fine[2] and 0 <= state.text_from < len(fine[1])):
            indent, dashes, key, value = fine.groups()
            state = state_after(len(indent), len(dashes), key, value)
            continue
        looked = WrittenLine(line, number, file, report)
        state = looked.look(state, is_key)
        yield looked


def _forbidden(lines: list[str], bad: tuple[str, ...], file: str, report: Report) -> None:
    for number, line in enumerate(lines):
        for char in bad:
            column = line.find(char)
            if column < 0:
                continue
            name, fix = name_forbidden(char)
            where = SourceSpan(file=file, line=number + 1, column=column + 1, end_column=column + 2)
            report.error("YAML020", where, f"{name}（U+{ord(char):04X}）が入っています。", fix)


def lines_outside_blocks(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Lines that are YAML, not comments and not inside a block text (``|``, ``>``)."""
    block: int | None = None
    for number, line in enumerate(lines):
        body = line.lstrip(" ")
        if not body:
            continue
        indent = len(line) - len(body)
        if block is not None:
            if indent > block:
                continue
            block = None
        if body.startswith("#"):
            continue
        if (line.endswith(("|", ">")) or "|" in line or ">" in line) and BLOCK_TEXT.search(line):
            block = indent
        yield number, line
