"""The content folder as one YAML text that anyone may have.

Comments are left out, and with them what is written for the office alone: open questions, records
of changes, who allowed and who approved.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from strategy_report.content.decode import decode
from strategy_report.content.edit import Edit, edited, replace_scalar
from strategy_report.content.folder_files import GOALS, NEEDED_FILES, THEME_FILE, goal_files
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Mapping as MappingNode
from strategy_report.content.yaml_tree import Node, Scalar, Sequence, parse_yaml
from strategy_report.core.kept import Kept
from strategy_report.images.photo_path import PHOTOS, refused_photo

# Fields that are never printed, in whichever record they stand.
PRIVATE = frozenset({"approved_by", "changes", "department", "doubts", "permission"})

# A letter is to one reader.
_SINGLE_FILES = (*NEEDED_FILES, THEME_FILE)
_INDENT = "  "
_NAME = re.compile(r"(?:edition|plan|wording|theme)\.yaml|goals/[\w-]+\.yaml")
_HEAD = "# 公開用の原稿。見出しはファイルの名前です。\n"


def public_plan(folder: Path, kept: Kept | None = None) -> str:
    """The files of a content *folder* that loads, each under its name.

    *kept*: what they were told as before.
    """
    singles = (name for name in _SINGLE_FILES if (folder / name).is_file())
    names = (*singles, *(f"{GOALS}/{path.name}" for path in goal_files(folder)))
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


def with_photographs(files: Mapping[str, str], shown: Mapping[str, bytes]) -> dict[str, bytes]:
    """The *files* of a content folder with its photographs, which boxes of a book show.

    *shown* are pictures by the keys of their boxes. One photograph that is cut in two ways becomes
    two, and the content names each. A file of unknown origin may name what lies outside the folder
    of photographs: left out.
    """
    photographs: dict[str, bytes] = {}
    edits: dict[str, list[Edit]] = {}
    for path, box, name in _named(files):
        data = next((data for key, data in shown.items() if key.endswith(box)), None)
        if data is None or refused_photo(name.text) is not None:
            continue
        file = PurePosixPath(name.text)
        if photographs.get(name.text, data) != data:
            file = file.with_stem(f"{file.stem}-{box.split('/')[-2]}")
            new = replace_scalar(name, json.dumps(str(file), ensure_ascii=False))
            edits.setdefault(path, []).append(new)
        photographs[str(file)] = data
    texts = {path: edited(text, edits.get(path, ())) for path, text in files.items()}
    return {
        **{path: text.encode() for path, text in texts.items()},
        **{f"{PHOTOS}/{name}": data for name, data in photographs.items()},
    }


def _named(files: Mapping[str, str]) -> Iterator[tuple[str, str, Scalar]]:
    """File, end of the box's key, and name of each photograph that the content names."""
    for path, text in files.items():
        root = parse_yaml(text, path, Report())
        for photo in _listed(root, "photos"):
            name, file = _scalar_at(photo, "id"), _scalar_at(photo, "file")
            if name is not None and file is not None:
                yield path, f"photo/{name.text}/picture", file
        picture = _scalar_at(root, "picture")
        if path == "theme.yaml" and picture is not None:
            yield path, "cover/picture", picture


def _listed(node: Node | None, key: str) -> Iterator[Node]:
    value = _value(node, key)
    yield from value.items if isinstance(value, Sequence) else ()


def _scalar_at(node: Node | None, key: str) -> Scalar | None:
    value = _value(node, key)
    return value if isinstance(value, Scalar) and value.text else None


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
