"""`strategy-report check`: look at the content, make nothing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from strategy_report.checked_content import check_content
from strategy_report.cli.since_release import unrecorded_since_release
from strategy_report.cli.terminal import counts, print_utf8, say
from strategy_report.content.fix import mended_files
from strategy_report.content.messages import to_json
from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.store.write_file import replace_file


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where an error stands, else 0."""
    unwritten = _mend(options.content) if options.fix else ()
    checked = check_content(options.content)
    plan = checked.value
    unrecorded = () if plan is None else unrecorded_since_release(options.content, plan)
    diagnostics = (*unwritten, *checked.diagnostics, *unrecorded)
    if options.format == "json":
        print_utf8(to_json(diagnostics))
    else:
        say(diagnostics, least=Severity.NOTE)
        print(_summary(diagnostics))
    return 1 if unwritten or checked.has_errors else 0


def _mend(content: Path) -> tuple[Diagnostic, ...]:
    """Mends the files, saying so; why one could not be written."""
    said: list[Diagnostic] = []
    for file in mended_files(content):
        written = replace_file(file.path, file.data)
        said.extend(written.diagnostics)
        if not written.has_errors:
            print(f"{file.path}: {'、'.join(file.changes)}。", file=sys.stderr)
    return tuple(said)


def _summary(diagnostics: tuple[Diagnostic, ...]) -> str:
    """What was noticed; a check that found no error does not promise what only a build can see."""
    noticed = counts(diagnostics)
    told = f"気づいたこと: {noticed}。" if noticed else "誤りは見つかりませんでした。"
    failed = any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    return told if failed else f"{told}書体にない字と、写真の中身は、build のときに調べます。"
