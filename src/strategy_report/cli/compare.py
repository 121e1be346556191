"""`strategy-report compare`: what differs between two editions, and where it shows."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from strategy_report.cli.terminal import counts, print_utf8, say
from strategy_report.core.diagnostic import Checked
from strategy_report.editions import Sheets, read_issue
from strategy_report.errata.comparison import Comparison, Issue, compare
from strategy_report.errata.replacement import Sides, moved_passages
from strategy_report.errata.report import as_html, as_json, as_text
from strategy_report.pipeline import Press
from strategy_report.store.write_file import replace_file

SAME, REFUSED, CHANGED = 0, 1, 3
_FORMATS: dict[str, Callable[[Comparison], str]] = {
    "text": as_text,
    "json": as_json,
    "html": as_html,
}


def run(options: argparse.Namespace) -> int:
    """Exit code 0: nothing changed; 3: something did; 1: an edition or a file is refused."""
    press = Press()
    issues = [read_issue(path, press) for path in (options.old, options.new)]
    old, new = (checked.value for checked in issues)
    if old is None or new is None:
        return _refuse((options.old, options.new), issues)
    comparison = compare(old, new)
    report = _FORMATS[options.format](comparison)
    if options.format == "text":
        sys.stdout.write(report)
    else:
        print_utf8(report.removesuffix("\n"))
    for path, data in _files(options, comparison, press):
        written = replace_file(path, data)
        say(written.diagnostics)
        if written.has_errors:
            return REFUSED
        print(f"{path} を作りました。", file=sys.stderr)
    return SAME if comparison.is_same else CHANGED


def _files(
    options: argparse.Namespace, comparison: Comparison, press: Press
) -> list[tuple[Path, bytes]]:
    """What was asked for beside the report."""
    sheets = Sheets(comparison, press)
    files: list[tuple[Path, bytes]] = []
    errata: Path | None = options.errata
    if errata is not None:
        is_web = errata.suffix.lower() in (".html", ".htm")
        files.append((errata, sheets.errata_page() if is_web else sheets.errata()))
    if options.pages is not None:
        say(moved_passages(comparison))
        sides = Sides.BOTH if options.duplex else Sides.ONE
        files.append((options.pages, sheets.replacement(sides)))
    if options.side_by_side is not None:
        files.append((options.side_by_side, sheets.side_by_side()))
    return files


def _refuse(paths: tuple[Path, Path], issues: list[Checked[Issue]]) -> int:
    for path, checked in zip(paths, issues, strict=True):
        if checked.value is None:
            say(checked.diagnostics)
            print(f"{path} を読めません（{counts(checked.diagnostics)}）。", file=sys.stderr)
    print("比べませんでした。", file=sys.stderr)
    return REFUSED
