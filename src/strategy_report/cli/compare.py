"""`strategy-report compare`: what differs between two editions, and where it shows."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from strategy_report.cli.option_pairs import told_misfit, told_wrong
from strategy_report.cli.output_file import kept, wrote
from strategy_report.cli.terminal import counts, print_utf8, say
from strategy_report.core.diagnostic import Checked
from strategy_report.editions import ComparisonFiles
from strategy_report.errata.comparison import Comparison, compare
from strategy_report.errata.release_rules import wrong_way_round
from strategy_report.errata.replacement import Sides
from strategy_report.errata.report import as_html, as_json, as_text
from strategy_report.issues import ReadIssue, read_issue
from strategy_report.pipeline import Press

SAME, REFUSED, CHANGED = 0, 1, 3
_FORMATS: dict[str, Callable[[Comparison], str]] = {
    "text": as_text,
    "json": as_json,
    "html": as_html,
}


def run(options: argparse.Namespace) -> int:
    """Exit code 0: nothing changed; 3: something did; 1: an edition or a file is refused.

    2 for a command typed wrong.
    """
    if told_misfit(options) or told_wrong("compare", _taken_twice(options)):
        return 2
    press = Press(cache=kept())
    paths = (options.old, options.new)
    with ExitStack() as reading:
        issues = [reading.enter_context(read_issue(path, press)) for path in paths]
        old, new = (checked.value for checked in issues)
        if old is None or new is None:
            return _refuse(paths, issues)
        comparison = compare(old.issue, new.issue)
        say([d for checked in issues for d in checked.diagnostics if d.code in _OF_ISSUES])
        say(wrong_way_round(comparison))
        report = _FORMATS[options.format](comparison)
        if options.format == "text":
            sys.stdout.write(report)
        else:
            print_utf8(report.removesuffix("\n"))
        for path, data in _files(options, ComparisonFiles(comparison, new.folder, press)):
            if data is None:
                print(f"載せるものがないので、{path} は作りませんでした。", file=sys.stderr)
            elif wrote(path, data):
                print(f"{path} を作りました。", file=sys.stderr)
            else:
                return REFUSED
    return SAME if comparison.is_same else CHANGED


# Warnings of the content itself were told when it was built; these are of reading it back.
_OF_ISSUES = frozenset(("EXT005",))


def _taken_twice(options: argparse.Namespace) -> str:
    """What is wrong with the paths together; empty: nothing.

    A file to be made must not take the place of an edition that is compared, nor of another.
    """
    taken = {path.resolve(): path for path in (options.old, options.new)}
    for path in (options.errata, options.pages, options.side_by_side):
        if path is not None and path.resolve() in taken:
            return f"{path} は、比べる版か、ほかに作るものと同じ名前です。別の名前にしてください。"
        if path is not None:
            taken[path.resolve()] = path
    return ""


def _files(
    options: argparse.Namespace, made: ComparisonFiles
) -> Iterator[tuple[Path, bytes | None]]:
    """What was asked for beside the report; None for what would hold nothing."""
    errata: Path | None = options.errata
    if errata is not None:
        is_web = errata.suffix.lower() in (".html", ".htm")
        yield errata, made.errata_page() if is_web else made.errata()
    if options.pages is not None:
        data, said = made.replacement(Sides.BOTH if options.duplex else Sides.ONE)
        say(said)
        yield options.pages, data
    if options.side_by_side is not None:
        yield options.side_by_side, made.side_by_side()


def _refuse(paths: tuple[Path, Path], issues: list[Checked[ReadIssue]]) -> int:
    for path, checked in zip(paths, issues, strict=True):
        if checked.value is None:
            say(checked.diagnostics)
            print(f"{path} を読めません（{counts(checked.diagnostics)}）。", file=sys.stderr)
    print("比べませんでした。", file=sys.stderr)
    return REFUSED
