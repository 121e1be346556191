"""`strategy-report next-year`: the coming edition's content folder, and what it still needs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from strategy_report.checked_content import check_content
from strategy_report.cli.terminal import counts, say
from strategy_report.content.folder_files import content_files, text_files
from strategy_report.content.next_year import ToDo, next_year
from strategy_report.content.printer_file import FOLDER as PRINTERS
from strategy_report.fonts.packs import FONTS
from strategy_report.images.photo_path import PHOTOS
from strategy_report.store.write_folder import freeze_folder

_LIST = "やること.txt"
_KEPT = (PHOTOS, "schema", FONTS, PRINTERS)


def run(options: argparse.Namespace) -> int:
    """Exit code 1, and nothing is written, where the old content has errors or the new exists."""
    content: Path = options.content
    checked = check_content(content)
    if checked.value is None or checked.has_errors:
        say(checked.diagnostics)
        print(f"作りませんでした（{counts(checked.diagnostics)}）。", file=sys.stderr)
        return 1
    coming = next_year(_texts(content))
    files = {name: text.encode() for name, text in coming.files.items()} | _copied(content)
    files[_LIST] = _list(coming.to_do).encode()
    written = freeze_folder(options.folder, files)
    say(written.diagnostics)
    if written.value is None:
        return 1
    print(_list(coming.to_do))
    print(f"{options.folder} を作りました。やることは {options.folder / _LIST} にもあります。")
    print(f"次は: strategy-report build {options.folder}")
    return 0


def _texts(content: Path) -> dict[str, str]:
    return {
        path.relative_to(content).as_posix(): path.read_text(encoding="utf-8-sig")
        for path in text_files(content)
    }


def _copied(content: Path) -> dict[str, bytes]:
    """Photographs, schemas, faces and the conditions of printing houses, as they are."""
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for folder in _KEPT
        for path in content_files(content / folder, "**/*")
        if path.is_file()
    }


def _list(to_do: tuple[ToDo, ...]) -> str:
    lines = [f"やること {len(to_do)}件", *(f"□ {one.place}　{one.what}" for one in to_do)]
    return "\n".join(lines) + "\n"
