"""`strategy-report transcript`: what a screen reader announces, in order."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from strategy_report.cli.terminal import say
from strategy_report.inspection.pdf_file import NotPdfError, opened
from strategy_report.inspection.preflight import inspect
from strategy_report.inspection.transcript import transcript
from strategy_report.pipeline import Press, build


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where there is nothing that could be read, else 0."""
    data = _data(options.source)
    if data is None:
        return 1
    try:
        with opened(data) as file:
            inspected = inspect(file)
            if inspected.root is None:
                print(f"「{options.source}」に、読み上げの構造がありません。", file=sys.stderr)
                return 1
            sys.stdout.write(transcript(inspected.root, inspected.labels))
    except NotPdfError:
        print(f"「{options.source}」は PDF として開けません。", file=sys.stderr)
        return 1
    return 0


def _data(source: Path) -> bytes | None:
    """The file's bytes, or those of the booklet that a content folder makes."""
    if source.is_dir():
        checked = build(source, Press())
        say(checked.diagnostics)
        return None if checked.value is None else checked.value.pdf
    try:
        return source.read_bytes()
    except OSError:
        print(f"「{source}」がないか、開けません。", file=sys.stderr)
        return None
