"""The content folder as one YAML text that anyone may have.

Comments are left out, and with them what is written for the office alone: open questions, records
of changes, who allowed and who approved.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from strategy_report.content.decode import decode
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Mapping as MappingNode
from strategy_report.content.yaml_tree import Node, Scalar, Sequence, parse_yaml
from strategy_report.core.kept import Kept
from strategy_report.images.photo_path import refused_photo

# Fields that are never printed, in whichever record they stand.
PRIVATE = frozenset({"approved_by", "changes", "department", "doubts", "permission"})

_SINGLE_FILES = ("edition.yaml", "plan.yaml", "wording.yaml", "theme.yaml")
_INDENT = "  "
_NAME = re.compile(r"(?:edition|plan|wording|theme)\.yaml|goals/[\w-]+\.yaml")
_HEAD = "# 公開用の原稿。見出しはファイルの名前です。\n"


def public_plan(folder: Path, kept: Kept | None = None) -> str:
    """The files of a content *folder* that loads, each under its name.

    *kept*: what they were told as before.
    """
    goals = sorted((folder / "goals").glob("*.yaml"), key=lambda path: (len(path.name), path.name))
    singles = (name for name in _SINGLE_FILES if (folder / name).is_file())
    names = (*singles, *(f"goals/{path.name}" for path in goals))
    kept = kept or Kept()
    lines: list[str] = []
    for name in names:
        data = (folder / name).read_bytes()
        lines.extend(kept.of(f"public {name}", (data,), partial(_file, data, name)))
    return _HEAD + "\n".join(lines) + "\n"


def content_files_of(text: str) -> dict[str, str]:
    """The files that a public plan was made of, by their path in the content folder.

    Only its own form is taken apart: names flush left, everything else two spaces further right.
    Paths that would lead out of a content folder are left out.
    """
    files: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith(_INDENT):
            files.setdefault(name, []).append(line.removeprefix(_INDENT))
        elif line.endswith(":"):
            name = line.removesuffix(":")
    return {path: "\n".join(lines) + "\n" for path, lines in files.items() if _NAME.fullmatch(path)}


def photo_names(files: Mapping[str, str]) -> dict[str, str]:
    """Names of the photographs' files, by the end of the key of the box that shows them.

    A file of unknown origin may name what lies outside the folder of photographs: left out.
    """
    names: dict[str, str] = {}
    for path, text in files.items():
        root = parse_yaml(text, path, Report())
        for photo in _listed(root, "photos"):
            name, file = _text(photo, "id"), _text(photo, "file")
            if name and file:
                names[f"photo/{name}/picture"] = file
        if path == "theme.yaml" and (picture := _text(root, "picture")):
            names["cover/picture"] = picture
    return {key: file for key, file in names.items() if refused_photo(file) is None}


def _listed(node: Node | None, key: str) -> Iterator[Node]:
    value = _value(node, key)
    yield from value.items if isinstance(value, Sequence) else ()


def _text(node: Node | None, key: str) -> str:
    value = _value(node, key)
    return value.text if isinstance(value, Scalar) else ""


def _value(node: Node | None, key: str) -> Node | None:
    entries = node.entries if isinstance(node, MappingNode) else ()
    return next((value for name, value in entries if name.text == key), None)


def _file(data: bytes, name: str) -> tuple[str, ...]:
    report = Report()
    text = decode(data, name, report)
    root = None if text is None else parse_yaml(text, name, report)
    if not isinstance(root, MappingNode):
        return ()
    return (f"{name}:", *_mapping(root, _INDENT))


def _mapping(mapping: MappingNode, indent: str) -> Iterator[str]:
    for key, value in mapping.entries:
        if key.text not in PRIVATE:
            yield from _entry(f"{indent}{_scalar(key)}:", value, indent + "  ")


def _entry(head: str, value: Node, indent: str) -> Iterator[str]:
    match value:
        case Scalar():
            yield f"{head} {_scalar(value)}".rstrip(" ")
        case MappingNode(entries=[]):
            yield f"{head} {{}}"
        case Sequence(items=[]):
            yield f"{head} []"
        case MappingNode():
            yield head
            yield from _mapping(value, indent)
        case Sequence():
            yield head
            for item in value.items:
                yield from _item(item, indent)


def _item(item: Node, indent: str) -> Iterator[str]:
    """An item of a list; a record's first line stands beside the mark."""
    if not isinstance(item, MappingNode):
        yield from _entry(f"{indent}-", item, indent + "  ")
        return
    lines = list(_mapping(item, indent + "  ")) or [f"{indent}  {{}}"]
    yield f"{indent}- {lines[0].lstrip(' ')}"
    yield from lines[1:]


def _scalar(scalar: Scalar) -> str:
    """As it was typed where it was plain and on one line; else in quotation marks.

    A JSON string is a YAML string in double quotes.
    """
    if scalar.plain and scalar.line == scalar.end_line:
        return scalar.text
    return json.dumps(scalar.text, ensure_ascii=False)
