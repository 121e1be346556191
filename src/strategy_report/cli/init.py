"""`strategy-report init`: a small content folder that teaches by its comments."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from strategy_report.cli.terminal import say
from strategy_report.content.init import starter_files
from strategy_report.store.write_file import replace_file


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
    for name, data in files.items():
        written = replace_file(folder / name, data)
        if written.has_errors:
            say(written.diagnostics)
            return 1
    print(f"{folder} に見本を {len(files)} ファイル作りました。")
    print(f"次は: strategy-report build {folder}")
    return 0


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
