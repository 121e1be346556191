"""`strategy-report extract`: the content that a PDF carries, as a folder again."""

from __future__ import annotations

import argparse
import sys

from strategy_report.cli.terminal import say
from strategy_report.issues import extract


def run(options: argparse.Namespace) -> int:
    """Exit code 1, and nothing is written, where the file carries no content, else 0."""
    made = extract(options.file, options.folder)
    say(made.diagnostics)
    if made.value is None:
        print("取り出しませんでした。", file=sys.stderr)
        return 1
    print(f"{options.folder} に原稿を取り出しました。")
    # By its id alone the old edition would take the place of the one that is handed out today.
    print(f"次は: strategy-report build {options.folder} -o {options.folder}.pdf")
    return 0
