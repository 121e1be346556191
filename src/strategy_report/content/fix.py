"""`check --fix`: mends what is safe in content files: encoding, BOM, line ends, widths."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from strategy_report.content.decode import ENCODING_NAMES, LARGEST_BYTES, UTF8_BOM, encoding_of
from strategy_report.content.load import content_files
from strategy_report.content.typing_slips import lines_outside_blocks

# Only a Latin key is safe: a Japanese word with a full-width colon may be part of a text.
_WIDE_COLON = re.compile(r"( *(?:- +)*[A-Za-z_][\w-]*)：[ \u3000]*")
_WIDE_SPACE = re.compile(r"( *(?:- +)*[A-Za-z_][\w-]*:)[ ]*\u3000[ \u3000]*")
_INDENT = re.compile(r"[ \u3000]+")


def fix_bytes(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """*data* as it should be saved, and what was changed, in Japanese; nothing for clean data.

    Data in an encoding that is not recognised for certain is given back as it is.
    """
    encoding = encoding_of(data)
    if encoding is None or len(data) > LARGEST_BYTES:
        return data, ()
    changes: list[str] = []
    if encoding != "utf-8":
        changes.append(f"文字コードを {ENCODING_NAMES[encoding]} から UTF-8 に直しました")
    elif data.startswith(UTF8_BOM):
        changes.append("先頭の見えない印（BOM）を取りました")
    text = data.decode(encoding).removeprefix("\ufeff")
    if "\r" in text:
        changes.append("改行をそろえました")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    mended = _widths(text)
    if mended != text:
        changes.append("「:」と空白の全角を半角に直しました")
    return (mended.encode("utf-8") if changes else data), tuple(changes)


def fix_folder(folder: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Mends every YAML file below *folder*; what was changed, file by file."""
    for path in (*content_files(folder, "*.yaml"), *content_files(folder / "goals", "*.yaml")):
        if path.is_symlink() or not path.is_file():
            continue
        mended, changes = fix_bytes(path.read_bytes())
        if changes:
            _replace(path, mended)
            yield path, changes


def _replace(path: Path, data: bytes) -> None:
    """Writes beside *path* and renames, so that a crash leaves the old file or the new."""
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _widths(text: str) -> str:
    """Full-width colons and spaces in the places of YAML's own; texts stay as they are."""
    lines = text.split("\n")
    for number, _line in lines_outside_blocks(lines):
        lines[number] = _mended(lines[number])
    return "\n".join(lines)


def _mended(line: str) -> str:
    indent = _INDENT.match(line)
    if indent is not None and "\u3000" in indent[0]:
        line = indent[0].replace("\u3000", "  ") + line[indent.end() :]
    line = _WIDE_COLON.sub(r"\1: ", line, count=1) if _WIDE_COLON.match(line) else line
    line = _WIDE_SPACE.sub(r"\1 ", line, count=1) if _WIDE_SPACE.match(line) else line
    return line.rstrip(" ") if line.endswith(": ") else line
