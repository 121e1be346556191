"""`strategy-report release`: freeze an edition, enter it in the ledger, write its file."""

from __future__ import annotations

import argparse
import sys

from strategy_report.cli.output_file import OUTPUT, kept
from strategy_report.cli.source_date import source_date
from strategy_report.cli.terminal import counts, say
from strategy_report.content.folder_files import RELEASED
from strategy_report.editions import release
from strategy_report.pipeline import Press


def run(options: argparse.Namespace) -> int:
    """Exit code 1, and nothing is released, where anything forbids it; else 0."""
    checked = release(options.content, OUTPUT, Press(cache=kept(), made_at=source_date()))
    say(checked.diagnostics)
    done = checked.value
    if done is None:
        print(f"発行しませんでした（{counts(checked.diagnostics)}）。", file=sys.stderr)
        return 1
    print(f"「{done.edition}」を発行し、{options.content / RELEASED} に残しました。")
    print(f"配るファイルは {OUTPUT / done.outputs[0].file} です。")
    return 0
