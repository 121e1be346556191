"""Tables of the documents, made from what the program itself goes by.

In a document a table stands between ``<!-- 表: name -->`` and ``<!-- /表 -->``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from strategy_report.checks.all_rules import RULES
from strategy_report.content.schema import json_schemas
from strategy_report.core.diagnostic import Severity
from strategy_report.display.box import Box
from strategy_report.display.item import GlyphRun, Group, Item, TextLine
from strategy_report.pipeline import Built

_TABLE = re.compile(r"(<!-- 表: (\S+) -->\n).*?(<!-- /表 -->)", re.DOTALL)
_WEIGHTS = {Severity.ERROR: "エラー", Severity.WARNING: "注意", Severity.NOTE: "お知らせ"}
_PHRASES = "wording.json"
_FILES = {
    "edition.json": "edition.yaml",
    "plan.json": "plan.yaml",
    "goal.json": "goals/番号.yaml",
    "printer.json": "printers/名前.yaml",
    _PHRASES: "wording.yaml",
}

Schema = Mapping[str, Any]


def filled(document: str, built: Built) -> str:
    """*document* with every table in it made anew, for the booklet *built*.

    Raises:
        KeyError: a table is called for that does not exist.
    """

    def table(found: re.Match[str]) -> str:
        match found[2]:
            case "項目":
                made = key_tables()
            case "決まり":
                made = rule_table()
            case "加えた言葉":
                made = phrase_table(built)
            case name:
                raise KeyError(name)
        return f"{found[1]}\n{made}\n{found[3]}"

    return _TABLE.sub(table, document)


def key_tables() -> str:
    """Every key of every content file, a table for each kind of record."""
    parts: list[str] = []
    for name, schema in json_schemas().items():
        parts.append(f"### {_FILES[name]}")
        known: dict[str, list[str]] = {}
        for place, rows in _records(schema, ""):
            known.setdefault(rows, []).append(place)
        for rows, places in known.items():
            if places != [""]:
                parts.append("、".join(f"`{place}`" for place in places) + " の中")
            parts.append(rows)
    return "\n\n".join(parts) + "\n"


def rule_table() -> str:
    """The rules that look at figures, plan and words."""
    rows = [(f"`{r.code}`", _WEIGHTS[r.severity], r.looks_for, r.why) for r in RULES]
    return _table(("番号", "重さ", "見つけること", "理由"), rows)


def phrase_table(built: Built) -> str:
    """The words that the design adds, and the pages of the city's booklet they stand on."""
    helps = json_schemas()[_PHRASES]["properties"]["phrases"]["properties"]  # type: ignore[index]
    pages = _pages_by_line(built)
    rows = []
    for name, prose in built.plan.wording.phrases.items():
        source = prose.parts[0].source
        found = pages.get(source.line, []) if source is not None else []
        where = "、".join(map(str, found)) or "－"
        rows.append((f"`{name}`", prose.plain(), helps[name]["description"], where))
    return _table(("名前", "言葉", "使いどころ", "ページ"), rows)


def _records(schema: Schema, place: str) -> Iterator[tuple[str, str]]:
    """The record at *place* as a table, then the records within it."""
    needed = schema.get("required", ())
    rows = [
        (f"`{key}`", "要る" if key in needed else "", of["description"] + _choices(of))
        for key, of in schema["properties"].items()
    ]
    yield place, _table(("項目", "要否", "書くこと"), rows)
    for key, of in schema["properties"].items():
        inner = _record_in(of)
        if inner is not None:
            yield from _records(inner, f"{place}{key}:")


def _record_in(schema: Any) -> Schema | None:
    """The record that *schema* holds, on its own or in a list, a choice or by year."""
    if not isinstance(schema, Mapping):
        return None
    if "properties" in schema:
        return schema
    inside = (schema.get("items"), schema.get("additionalProperties"), *schema.get("anyOf", ()))
    return next((found for one in inside if (found := _record_in(one)) is not None), None)


def _choices(schema: Schema) -> str:
    """The words to choose from, where the help does not say them."""
    words = [str(word) for word in schema.get("items", schema).get("enum", ())]
    if not words or len(words) > 12 or all(word in schema["description"] for word in words):
        return ""
    return f"（{'・'.join(words)}）"


def _pages_by_line(built: Built) -> dict[int, list[int]]:
    """Numbers of the pages, by the line of wording.yaml that their words come from."""
    found: dict[int, list[int]] = {}
    for number, page in enumerate(built.book.pages, start=1):
        lines = {
            run.source.line
            for box in page.boxes
            for run in _runs(box)
            if run.source is not None and run.source.file.endswith("/wording.yaml")
        }
        for line in lines:
            found.setdefault(line, []).append(number)
    return found


def _runs(box: Box) -> Iterator[GlyphRun]:
    for item in box.items:
        yield from _runs_in(item)
    for child in box.children:
        yield from _runs(child)


def _runs_in(item: Item) -> Iterator[GlyphRun]:
    match item:
        case TextLine():
            yield from item.runs
        case Group():
            for one in item.items:
                yield from _runs_in(one)
        case _:
            pass


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(_cell(one) for one in row) + " |" for row in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
