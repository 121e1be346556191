"""`strategy-report init`: a small content folder that teaches by its comments."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from strategy_report.cli.terminal import say
from strategy_report.content.init import starter_files
from strategy_report.core.diagnostic import Checked
from strategy_report.store.write_file import replace_file
from strategy_report.store.write_folder import freeze_folder


def run(options: argparse.Namespace) -> int:
    """Exit code 1, and nothing is touched, where the folder already holds something."""
    folder = options.folder
    refused = _refusal(folder)
    if refused:
        print(
            f"{refused}\n"
            "  直し方: 別の名前を書いてください（例: strategy-report init 新しい計画）。",
            file=sys.stderr,
        )
        return 1
    files = starter_files()
    written = _fill(folder, files) if folder.exists() else freeze_folder(folder, files)
    if written.has_errors:
        say(written.diagnostics)
        return 1
    print(f"{folder} に見本を {len(files)} ファイル作りました。")
    print(f"次は: strategy-report build {folder}")
    return 0


def _fill(folder: Path, files: Mapping[str, bytes]) -> Checked[Path]:
    """Files into an empty folder that is there, and may be the one that the officer stands in."""
    for name, data in files.items():
        written = replace_file(folder / name, data)
        if written.has_errors:
            return written
    return Checked(value=folder)


def _refusal(folder: Path) -> str:
    """Why nothing may be written to *folder*; empty: it may."""
    try:
        if not folder.exists():
            return ""
        if not folder.is_dir():
            return f"{folder} という名前のファイルが、すでにあります。"
        if any(folder.iterdir()):
            return f"{folder} には、すでにファイルがあります。上書きはしません。"
    except OSError:
        return f"{folder} は開けません。"
    return ""
