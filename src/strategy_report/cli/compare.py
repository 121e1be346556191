"""`strategy-report compare`: what differs between two editions, and where it shows."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from strategy_report.cli.terminal import counts, say
from strategy_report.core.diagnostic import Checked
from strategy_report.editions import read_issue
from strategy_report.errata.comparison import Comparison, Issue, compare
from strategy_report.errata.report import as_html, as_json, as_text
from strategy_report.errata.sheet import errata_book
from strategy_report.pdf.document import write_pdf
from strategy_report.pipeline import Press
from strategy_report.store.write_file import replace_file
from strategy_report.style.themes import THEMES

SAME, REFUSED, CHANGED = 0, 1, 3
_FORMATS: dict[str, Callable[[Comparison], str]] = {
    "text": as_text,
    "json": as_json,
    "html": as_html,
}


def run(options: argparse.Namespace) -> int:
    """Exit code 0: nothing changed; 3: something did; 1: one of the two cannot be read."""
    press = Press()
    issues = [read_issue(path, press) for path in (options.old, options.new)]
    old, new = (checked.value for checked in issues)
    if old is None or new is None:
        return _refuse((options.old, options.new), issues)
    comparison = compare(old, new)
    sys.stdout.write(_FORMATS[options.format](comparison))
    if options.errata is not None:
        theme = THEMES[new.plan.edition.theme]
        sheet = errata_book(comparison, theme, press.composer(new.plan.wording.dictionary))
        written = replace_file(options.errata, write_pdf(sheet, press.faces, press.settings))
        say(written.diagnostics)
        if written.has_errors:
            return REFUSED
    return SAME if comparison.is_same else CHANGED


def _refuse(paths: tuple[Path, Path], issues: list[Checked[Issue]]) -> int:
    for path, checked in zip(paths, issues, strict=True):
        if checked.value is None:
            say(checked.diagnostics)
            print(f"{path} を読めません（{counts(checked.diagnostics)}）。", file=sys.stderr)
    print("比べませんでした。", file=sys.stderr)
    return REFUSED
