"""Tables of the documents, made from what the program itself goes by.

In a document a table stands between ``<!-- 表: name -->`` and ``<!-- /表 -->``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from strategy_report.checks.all_rules import RULES
from strategy_report.content.schema import json_schemas
from strategy_report.core.diagnostic import Severity
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import Group, Item, TextLine
from strategy_report.pipeline import Built, Press, lay_out
from strategy_report.story.compile import compile_story

_TABLE = re.compile(r"(<!-- 表: (\S+) -->\n).*?(<!-- /表 -->)", re.DOTALL)
_WEIGHTS = {Severity.ERROR: "エラー", Severity.WARNING: "注意", Severity.NOTE: "お知らせ"}
_PHRASES = "wording.json"
_FILES = {
    "edition.json": "edition.yaml",
    "plan.json": "plan.yaml",
    "goal.json": "goals/番号.yaml",
    "letter.json": "letter.yaml",
    "printer.json": "printers/名前.yaml",
    "theme.json": "theme.yaml",
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
            case "目次":
                made = contents_list(document)
            case "項目":
                made = key_tables()
            case "決まり":
                made = rule_table()
            case "加えた言葉":
                made = phrase_table(built)
            case "略語":
                made = abbreviation_table(built)
            case name:
                raise KeyError(name)
        return f"{found[1]}\n{made}\n{found[3]}"

    return _TABLE.sub(table, document)


def contents_list(document: str) -> str:
    """Chapters of *document*, each a link."""
    chapters = re.findall(r"^## (.+)$", document, re.MULTILINE)
    return "\n".join(f"- [{chapter}](#{anchor(chapter)})" for chapter in chapters)


def anchor(heading: str) -> str:
    """What a link to *heading* names, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


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
    """The words that the design adds, and the pages of the booklet that they stand on."""
    helps = json_schemas()[_PHRASES]["properties"]["phrases"]["properties"]  # type: ignore[index]
    pages = _pages_of_phrases(built)
    rows = [
        (f"`{name}`", prose.plain(), helps[name]["description"], pages[name] or "－")
        for name, prose in built.plan.wording.phrases.items()
    ]
    return _table(("名前", "言葉", "使いどころ", "ページ"), rows)


def abbreviation_table(built: Built) -> str:
    """What abbreviations are read out as."""
    pairs = built.plan.wording.spoken.abbreviations.items()
    return _table(("略語", "読み上げる言葉"), list(pairs))


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


def _pages_of_phrases(built: Built) -> dict[str, str]:
    """Numbers of the pages that each phrase stands on, by the phrase's name."""
    plan, press = built.plan, Press()
    by_line = _pages_by_line(built.book)
    found: dict[str, str] = {}
    for name, prose in plan.wording.phrases.items():
        source = prose.parts[0].source
        pages = by_line.get(source.line, []) if source is not None else []
        found[name] = "、".join(map(str, pages or _pages_without(name, built, press)))
    return found


def _pages_by_line(book: Book) -> dict[int, list[int]]:
    """Numbers of the pages, by the line of wording.yaml that some of their words come from."""
    found: dict[int, list[int]] = {}
    for number, page in enumerate(book.pages, start=1):
        sources = [run.source for line in _lines(page.boxes) for run in line.runs]
        lines = {one.line for one in sources if one and one.file.endswith("/wording.yaml")}
        for line in lines:
            found.setdefault(line, []).append(number)
    return found


def _pages_without(name: str, built: Built, press: Press) -> list[int]:
    """Numbers of the pages that change when the phrase *name* is hidden.

    For words that take their place from the figure beside them, and those that are not shown.
    """
    plan = built.plan
    without = replace(plan, edition=replace(plan.edition, hidden=plan.edition.hidden | {name}))
    # A story is told in a hundredth of the time that laying it out takes.
    if compile_story(without) == compile_story(plan):
        return []
    book = lay_out(without, Path(), press).value
    pairs = zip(_texts(built.book), () if book is None else _texts(book), strict=True)
    return [number for number, (was, now) in enumerate(pairs, start=1) if was != now]


def _texts(book: Book) -> list[str]:
    """The words of each page."""
    return ["".join(line.text for line in _lines(page.boxes)) for page in book.pages]


def _lines(boxes: Iterable[Box]) -> Iterator[TextLine]:
    for box in boxes:
        yield from _lines_in(box.items)
        yield from _lines(box.children)


def _lines_in(items: Iterable[Item]) -> Iterator[TextLine]:
    for item in items:
        match item:
            case TextLine():
                yield item
            case Group():
                yield from _lines_in(item.items)
            case _:
                pass


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(_cell(one) for one in row) + " |" for row in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
