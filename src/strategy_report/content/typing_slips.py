"""Typical slips of the keyboard, explained before libyaml sees them.

libyaml reports most of them on another line than the one they stand on, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy_report.content.japanese import forbidden, name_forbidden
from strategy_report.content.report import Report
from strategy_report.core.source import SourceSpan

# The author's indent, list marks, and what follows them.
_LINE = re.compile(r"([ \t\u3000]*)((?:- +)*)(.*)")
# A key typed without its space, or with a full-width colon or space.
_KEY = re.compile(r"([A-Za-z_][\w-]*|\"[^\"]*\")([:：])(.?)")
_BLOCK = re.compile(r"(?:^|[:-] +)[|>][-+0-9]*(?: +#.*)?$")
# A text may not begin with these.
_MARKS = "*&!%@`"


def find_slips(text: str, file: str, report: Report) -> None:
    """Reports every slip and every forbidden character of *text*."""
    lines = text.split("\n")
    bad = forbidden(text)
    if bad:
        _forbidden(lines, bad, file, report)
    for number, line in _outside_blocks(lines):
        if "\t" in line or "\u3000" in line or "：" in line or ":" in line or "-" in line:
            _Line(line, number, file, report).look()


def _forbidden(lines: list[str], bad: tuple[str, ...], file: str, report: Report) -> None:
    for number, line in enumerate(lines):
        for char in bad:
            column = line.find(char)
            if column < 0:
                continue
            name, fix = name_forbidden(char)
            where = SourceSpan(file=file, line=number + 1, column=column + 1, end_column=column + 2)
            report.error("YAML020", where, f"{name}（U+{ord(char):04X}）が入っています。", fix)


def _outside_blocks(lines: list[str]) -> Iterator[tuple[int, str]]:
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
        if (line.endswith(("|", ">")) or "|" in line or ">" in line) and _BLOCK.search(line):
            block = indent
        yield number, line


class _Line:
    """One line and what is wrong with it; the first slip found is the one told."""

    def __init__(self, line: str, number: int, file: str, report: Report) -> None:
        self._number = number
        self._file = file
        self._report = report
        found = _LINE.match(line)
        self._indent, self._dashes, self._rest = found.groups() if found else ("", "", line)

    def look(self) -> None:
        if not self._rest or self._rest.startswith("#"):
            return
        _ = self._white_indent() or self._dash() or self._colon() or self._mark()

    def _white_indent(self) -> bool:
        for char, name in (("\t", "タブ"), ("\u3000", "全角の空白")):
            column = self._indent.find(char)
            if column >= 0:
                self._say(
                    "YAML021" if char == "\t" else "YAML022",
                    column,
                    f"行の頭に{name}があります。字下げには使えません。",
                    "半角の空白を2つずつ使って下げてください。",
                )
                return True
        return False

    def _dash(self) -> bool:
        rest = self._rest
        start = len(self._indent) + len(self._dashes)
        if rest[:1] in ("‐", "−", "－", "ー", "・") and rest[1:2] in (" ", "\u3000"):
            self._say(
                "YAML023",
                start,
                f"一覧の印が半角の「-」ではなく「{rest[0]}」になっています。",
                f"「- {rest[2:].strip()}」と書いてください。",
            )
            return True
        if rest.startswith("-\u3000") or (
            rest.startswith("-") and len(rest) > 1 and not rest[1] in " -" and not rest[1].isdigit()
        ):
            self._say(
                "YAML023",
                start,
                "一覧の印「-」のあとに、半角の空白がありません。",
                f"「- {rest[1:].strip()}」と書いてください。",
            )
            return True
        return False

    def _colon(self) -> bool:
        found = _KEY.match(self._rest)
        if found is None:
            return False
        key, colon, after = found.groups()
        value = self._rest[found.end(2) :].strip(" \u3000")
        column = len(self._indent) + len(self._dashes) + found.start(2)
        if colon == "：":
            self._say(
                "YAML024",
                column,
                f"「{key}」のあとが全角の「：」になっています。",
                f"半角の「:」と空白にして「{key}: {value}」と書いてください。",
            )
            return True
        if after == "\u3000":
            self._say(
                "YAML025",
                column + 1,
                f"「{key}:」のあとが全角の空白になっています。",
                f"半角の空白にして「{key}: {value}」と書いてください。",
            )
            return True
        if after and after not in " \t/" and not self._rest.startswith(("http", "mailto")):
            self._say(
                "YAML026",
                column,
                f"「{key}:」のあとに空白がありません。",
                f"「{key}: {value}」と書いてください。",
            )
            return True
        return False

    def _mark(self) -> bool:
        value, at = self._value()
        if value[:1] in _MARKS and value:
            self._say(
                "YAML027",
                at,
                f"値が「{value[0]}」で始まっています。YAML ではこの文字に特別な意味があります。",
                f"値全体を引用符で囲んで {_quoted(value)} と書いてください。",
            )
            return True
        if value[:1] in "\"'" and value and _ends_early(value):
            self._say(
                "YAML028",
                at,
                f"値が「{value[0]}」で始まり、その組のあとにも文字が続いています。",
                f"値全体を引用符で囲んで {_quoted(value)} と書いてください。",
            )
            return True
        return False

    def _value(self) -> tuple[str, int]:
        """What stands behind the key, or behind the list mark, and its column."""
        start = len(self._indent) + len(self._dashes)
        found = _KEY.match(self._rest)
        if found is not None and found.group(2) == ":":
            value = self._rest[found.end(2) :]
            return value.strip(), start + found.end(2) + len(value) - len(value.lstrip())
        return (self._rest.strip(), start) if self._dashes else ("", start)

    def _say(self, code: str, column: int, what: str, fix: str) -> None:
        where = SourceSpan(
            file=self._file, line=self._number + 1, column=column + 1, end_column=column + 2
        )
        self._report.error(code, where, what, fix)


def _ends_early(value: str) -> bool:
    """Whether a quoted text is followed by more than a comment or a flow mark."""
    mark = value[0]
    at = 1
    while at < len(value):
        if mark == '"' and value[at] == "\\":
            at += 2
            continue
        if value[at] == mark:
            if value[at + 1 : at + 2] == mark == "'":
                at += 2
                continue
            rest = value[at + 1 :].lstrip()
            return bool(rest) and rest[0] not in "#,:]}"
        at += 1
    return False


def _quoted(value: str) -> str:
    """*value* in the quotation marks that need no escapes."""
    if "'" not in value:
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
