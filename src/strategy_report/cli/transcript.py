"""`strategy-report transcript`: what a screen reader announces, in order."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from strategy_report.cli.terminal import say
from strategy_report.core.diagnostic import Checked
from strategy_report.inspection.preflight import Inspected, look_into
from strategy_report.inspection.said import told
from strategy_report.inspection.screen_structure import UNTAGGED
from strategy_report.inspection.transcript import transcript
from strategy_report.pipeline import Press, build
from strategy_report.store.read_file import read_pdf


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where there is nothing that could be read, else 0."""
    data = _data(options.source)
    say(data.diagnostics)
    if data.value is None:
        return 1
    heard = look_into(data.value, _heard)
    say(heard.diagnostics)
    if heard.value is None:
        return 1
    if not heard.value:
        say(told((UNTAGGED,)))
        return 1
    sys.stdout.write(heard.value)
    return 0


def _heard(of: Inspected) -> str:
    return "" if of.root is None else transcript(of.root, of.labels)


def _data(source: Path) -> Checked[bytes]:
    """The file's bytes, or those of the booklet that a content folder makes."""
    if not source.is_dir():
        return read_pdf(source)
    checked = build(source, Press())
    pdf = None if checked.value is None else checked.value.pdf
    return Checked(value=pdf, diagnostics=checked.diagnostics)
