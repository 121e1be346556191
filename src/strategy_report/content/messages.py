"""Diagnostics as an officer reads them, and as another program does."""

from __future__ import annotations

import json
from collections.abc import Iterable
from unicodedata import category, east_asian_width

from strategy_report.core.diagnostic import Diagnostic, Severity

NAMES = {Severity.ERROR: "エラー", Severity.WARNING: "注意", Severity.NOTE: "お知らせ"}
# A longer line is shown around its caret only.
_WIDEST_QUOTE = 90
_LONGEST_SENTENCE = 500


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By file, line and column; what has no place comes first."""
    return tuple(sorted(diagnostics, key=_place))


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """All messages, one under the other, without a line end behind the last."""
    return "\n".join(_message(diagnostic) for diagnostic in diagnostics)


def to_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A list of objects; lines and columns count from 1, columns in code points."""
    text = json.dumps([_object(d) for d in diagnostics], ensure_ascii=False, indent=2)
    # A terminal may be what reads it: nothing that it would obey gets there as it stands.
    return "".join(c if c.isprintable() or c in "\n\u3000" else _escaped(c) for c in text)


def _place(diagnostic: Diagnostic) -> tuple[str, int, int]:
    where = diagnostic.where
    return ("", 0, 0) if where is None else (where.file, where.line, where.column)


def _message(diagnostic: Diagnostic) -> str:
    where = f"{diagnostic.where}: " if diagnostic.where is not None else ""
    page = f"（{diagnostic.page}ページ）" if diagnostic.page else ""
    name = NAMES[diagnostic.severity]
    lines = [f"{where}{name} {diagnostic.code} {_short(_safe(diagnostic.what))}{page}"]
    lines += _quote(diagnostic)
    if diagnostic.fix:
        lines.append(f"  直し方: {_short(_safe(diagnostic.fix))}")
    return "\n".join(lines)


def _short(text: str) -> str:
    """*text*, or its two ends where it quotes something without end."""
    return text if len(text) <= _LONGEST_SENTENCE else f"{text[:300]}…{text[-100:]}"


def _quote(diagnostic: Diagnostic) -> list[str]:
    where, quoted = diagnostic.where, diagnostic.quoted
    if where is None or not quoted:
        return []
    start = min(where.column - 1, len(quoted))
    end = max(min(where.end_column - 1, len(quoted)), start)
    text = _safe(quoted)
    text, start, end = _window(text, start, end)
    gutter = f"   {where.line:>2} | "
    carets = "^" * max(_width(text[start:end]), 1)
    return [
        gutter + text,
        " " * (len(gutter) - 2) + "| " + " " * _width(text[:start]) + carets,
    ]


def _window(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A stretch of a long line around the marked place, … where it was cut."""
    if _width(text) <= _WIDEST_QUOTE:
        return text, start, end
    first = max(start - 15, 0)
    last = first
    room = _WIDEST_QUOTE
    while last < len(text) and room > 0:
        room -= _width(text[last])
        last += 1
    before = "…" if first else ""
    after = "…" if last < len(text) else ""
    shift = len(before) - first
    return before + text[first:last] + after, start + shift, min(end, last) + shift


def _width(text: str) -> int:
    """Columns in a terminal; a full-width character takes two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _safe(text: str) -> str:
    """*text* without anything that a terminal would obey, each shown as one character."""
    if text.isprintable():
        return text
    return "".join(
        "\ufffd" if category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text
    )


def _escaped(char: str) -> str:
    return json.dumps(char)[1:-1]


def _object(diagnostic: Diagnostic) -> dict[str, object]:
    where = diagnostic.where
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.name.lower(),
        "file": where.file if where is not None else None,
        "line": where.line if where is not None else None,
        "column": where.column if where is not None else None,
        "end_column": where.end_column if where is not None else None,
        "page": diagnostic.page,
        "what": diagnostic.what,
        "fix": diagnostic.fix,
        "quoted": diagnostic.quoted,
    }
