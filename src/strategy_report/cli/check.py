"""`strategy-report check`: look at the content, make nothing."""

from __future__ import annotations

import argparse
import sys

from strategy_report.cli.terminal import counts, say
from strategy_report.content.fix import fix_folder
from strategy_report.content.messages import to_json
from strategy_report.core.diagnostic import Severity
from strategy_report.pipeline import check_content


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where an error stands, else 0."""
    if options.fix:
        for path, changes in fix_folder(options.content):
            print(f"{path}: {'、'.join(changes)}", file=sys.stderr)
    checked = check_content(options.content)
    if options.format == "json":
        print(to_json(checked.diagnostics))
    else:
        say(checked.diagnostics, least=Severity.NOTE)
        print(counts(checked.diagnostics) or "誤りは見つかりませんでした。")
    return 1 if checked.has_errors else 0
