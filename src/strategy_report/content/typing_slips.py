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
# A line that can hold no slip: a key with its colon and space, or an item that begins with a
# Japanese character. It spares nearly every line a closer look.
_FINE = re.compile(
    r"( *)((?:- )*)(?:([A-Za-z_][\w-]*):(?: ((?![\[{*&!%@`\"'\s\u3000]).*))?"
    r"|(?<=- )(?![\u2010-\u2015\u2212\u3000ー－・])[^\x00-\x7f].*)"
)
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
    # A text goes on below only where it is set deeper than this column; -1: none is open.
    open_from = -1
    for number, line in lines_outside_blocks(lines):
        fine = _FINE.fullmatch(line)
        if fine is None:
            goes_on = 0 <= open_from < len(line) - len(line.lstrip(" \t\u3000"))
            open_from = _Line(line, number, file, report).look(goes_on=goes_on, open_from=open_from)
        else:
            indent, dashes, key, value = fine.groups()
            open_from = _open_from(len(indent), len(dashes), key, value)


def _open_from(indent: int, dashes: int, key: str | None, value: str | None) -> int:
    if key is None:
        return indent + dashes - 2
    return indent + dashes if value else -1


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

    def look(self, *, goes_on: bool, open_from: int) -> int:
        """Tells the first slip; the column that a text going on below must be deeper than.

        *goes_on*: this line continues the text above it.
        """
        if not self._rest or self._rest.startswith("#"):
            return open_from
        if self._white_indent():
            return open_from
        if goes_on:
            self._list_in_text()
            return open_from
        _ = self._dash() or self._colon() or self._japanese_key() or self._mark()
        value, _at = self._value()
        found = _KEY.match(self._rest)
        key = None if found is None else found[1]
        if key is None and not self._dashes:
            return -1
        return _open_from(len(self._indent), len(self._dashes), key, value)

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

    def _list_in_text(self) -> None:
        if self._dashes:
            self._say(
                "YAML029",
                len(self._indent),
                "この行は、上の行の文の続きとして読まれます（「-」も文字になります）。",
                "一覧の次の項目なら、「-」を上の「-」と同じ桁にそろえてください。",
            )

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
            rest.startswith("-") and len(rest) > 1 and rest[1] not in " -" and not rest[1].isdigit()
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

    def _japanese_key(self) -> bool:
        """「題名：概要」 where a key must stand."""
        key, colon, value = self._rest.partition("：")
        if self._dashes or not colon or ": " in self._rest or self._rest.endswith(":"):
            return False
        self._say(
            "YAML024",
            len(self._indent) + len(key),
            f"「{key}」のあとが全角の「：」になっています。",
            f"半角の「:」と空白にして「{key}: {value.strip()}」と書いてください。",
        )
        return True

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
        if value[:1] in "[{" and value and _closes_early(value):
            self._say(
                "YAML028",
                at,
                f"値が「{value[0]}」で始まり、閉じるかっこのあとにも文字が続いています。",
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


def _closes_early(value: str) -> bool:
    """Whether a bracket closes and words follow it."""
    closing = {"[": "]", "{": "}"}[value[0]]
    _inside, _, rest = value.rpartition(closing)
    return bool(_inside) and bool(rest.strip()) and not rest.lstrip().startswith(("#", ","))


def _quoted(value: str) -> str:
    """*value* in the quotation marks that need no escapes."""
    if "'" not in value:
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
