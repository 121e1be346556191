"""`strategy-report build --proof`: the booklet for the approval round."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from strategy_report.cli.output_file import output_name, write_locked
from strategy_report.cli.terminal import counts, say
from strategy_report.core.diagnostic import Diagnostic
from strategy_report.editions import ProofMarks, last_release, proof_of
from strategy_report.errata.comparison import Issue
from strategy_report.issues import read_issue
from strategy_report.pipeline import Press, make

_WORD = "案"


def run(options: argparse.Namespace, press: Press) -> int:
    """Exit code 1 where either edition cannot be read or the proof not be written, else 0."""
    checked = make(options.content, press)
    say(checked.diagnostics)
    made = checked.value
    if made is None:
        return _refuse(checked.diagnostics)
    old: Path | None = options.against or last_release(options.content)
    against: Issue | None = None
    if old is not None:
        with read_issue(old, press) as read:
            if read.value is None:
                say(read.diagnostics)
                return _refuse(read.diagnostics)
            against = read.value.issue
    marks = ProofMarks(word=_WORD, line_numbers=options.line_numbers)
    pdf = proof_of(made, against, press, marks)
    path = options.output or output_name(options.content, made.plan.edition.id, "-proof.pdf")
    written = write_locked(path, pdf)
    say(written.diagnostics)
    if written.has_errors:
        return _refuse(written.diagnostics)
    told = "比べる版がないので、変更の印はありません" if old is None else f"{old} と比べました"
    print(f"{path} を作りました（{len(made.book.pages)}ページ。{told}）。")
    return 0


def _refuse(said: tuple[Diagnostic, ...]) -> int:
    print(f"校正紙は作りませんでした（{counts(said)}）。", file=sys.stderr)
    return 1
