"""The JSON Schemas: what an editor accepts and marks while a file is typed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from kit.booklets import FUTATSU, KANAZAWA, NANATSU
from kit.broken_content import FIGURES, NAMES
from kit.content_folder import TOWN, ContentFolder

from strategy_report.content.init import starter_files
from strategy_report.content.report import Report
from strategy_report.content.schema import json_schemas, schema_files
from strategy_report.content.yaml_tree import Mapping, Node, Scalar, Sequence, parse_yaml

# As YAML 1.2 has it, and editors with it.
_INTEGER = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


def as_an_editor_reads(text: str) -> object:
    report = Report()
    root = parse_yaml(text, "x.yaml", report)
    assert root is not None, report.said
    return _value(root)


def _value(node: Node) -> object:
    if isinstance(node, Mapping):
        return {key.text: _value(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_value(item) for item in node.items]
    assert isinstance(node, Scalar)
    if not node.plain:
        return node.text
    if node.text in _WORDS:
        return _WORDS[node.text]
    if _INTEGER.fullmatch(node.text):
        return int(node.text)
    return float(node.text) if _NUMBER.fullmatch(node.text) else node.text


@cache
def validator(name: str) -> Any:
    return jsonschema.Draft7Validator(json_schemas()[name])


def schema_of(file: str) -> str:
    return "goal.json" if file.startswith("goals/") else file.replace(".yaml", ".json")


def marked(file: str, text: str) -> list[str]:
    """What an editor marks in *file*."""
    faults = validator(schema_of(file)).iter_errors(as_an_editor_reads(text))
    return [fault.message for fault in faults]


def content_files(folder: Path) -> list[tuple[str, str]]:
    return [
        (path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted((*folder.glob("*.yaml"), *folder.glob("goals/*.yaml")))
    ]


STARTER = [
    (name, data.decode("utf-8")) for name, data in starter_files().items() if name.endswith(".yaml")
]
GOOD = [
    pytest.param(file, text, id=f"{folder}-{file}")
    for folder, files in (
        *((path.name, content_files(path)) for path in (KANAZAWA, FUTATSU, NANATSU, TOWN)),
        ("starter", STARTER),
    )
    for file, text in files
]


@pytest.mark.parametrize("name", schema_files())
def test_the_schema_beside_the_content_is_the_readers_own(name: str) -> None:
    assert (KANAZAWA / "schema" / name).read_bytes() == schema_files()[name]


@pytest.mark.parametrize("name", schema_files())
def test_a_schema_is_one(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(json_schemas()[name])


@pytest.mark.parametrize(("file", "text"), GOOD)
def test_good_content_is_not_marked(file: str, text: str) -> None:
    assert marked(file, text) == []


# Of the corpus, what shows without other files, the folder, or arithmetic.
MARKED = (
    "項目の綴り", "項目が複数形でない", "項目が大文字", "項目が全角英字", "項目が日本語",
    "知らない項目", "要る項目がない", "要る項目が空", "選択の綴り", "選択が違う",
    "ページの種類の綴り", "idが大文字", "idが日本語", "番号が全角", "番号が丸数字", "番号が0",
    "位置が読めない", "組が読めない", "一覧の所に値", "値の所に一覧", "値の所に入れ子",
    "一覧の中が空", "実績の年を書かない", "実績をカンマで書いた",
)  # fmt: skip
SLIPS = {slip.name: slip for slip in (*NAMES, *FIGURES)}


@pytest.mark.parametrize("name", MARKED)
def test_an_editor_marks_a_mistake_as_it_is_typed(name: str, tmp_path: Path) -> None:
    slip, folder = SLIPS[name], ContentFolder(tmp_path)
    folder.edit(slip.file, slip.old, slip.new)
    assert marked(slip.file, folder.read(slip.file)) != []
