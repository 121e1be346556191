"""`strategy-report init`: a small content folder that teaches by its comments."""

from __future__ import annotations

import argparse
import sys

from strategy_report.content.init import starter_files
from strategy_report.store.write_file import replace_file


def run(options: argparse.Namespace) -> int:
    """Exit code 1, and nothing is touched, where the folder already holds something."""
    folder = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(
            f"{folder} には、すでにファイルがあります。上書きはしません。\n"
            "  直し方: 別の名前を書いてください（例: strategy-report init 新しい計画）。",
            file=sys.stderr,
        )
        return 1
    files = starter_files()
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    print(f"{folder} に見本を {len(files)} ファイル作りました。")
    print(f"次は: strategy-report build {folder}")
    return 0
