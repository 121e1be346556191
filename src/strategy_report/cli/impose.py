"""`strategy-report impose`: sheets for the office's own printer, to be folded and stapled."""

from __future__ import annotations

import argparse
import sys

from strategy_report.booklet_job import impose_booklet
from strategy_report.cli.output_file import cache_for, output_name, wrote
from strategy_report.cli.progress import Progress
from strategy_report.cli.source_date import source_date
from strategy_report.cli.terminal import counts, say
from strategy_report.core.diagnostic import Severity
from strategy_report.imposition.sheets import Cutting, Duplex, Folding, Paper
from strategy_report.pipeline import Press

_PAPERS = {"a3": Paper.A3, "a3nobi": Paper.A3_NOBI, "sra3": Paper.SRA3}


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where an error forbids the sheets, else 0."""
    with Progress() as progress:
        press = Press(cache_for(options.output), source_date(), progress.tell)
        checked = impose_booklet(options.content, _folding(options), press)
    say(checked.diagnostics, least=Severity.WARNING)
    imposed = checked.value
    if imposed is None:
        print(f"PDF は作りませんでした（{counts(checked.diagnostics)}）。", file=sys.stderr)
        return 1
    path = options.output or output_name(options.content, imposed.plan.edition.id, "-imposed.pdf")
    guide = path.with_name(f"{path.stem}-guide.pdf")
    for target, data in ((path, imposed.sheets), (guide, imposed.guide)):
        if not wrote(target, data):
            return 1
    print(f"{path} を作りました（{imposed.sides // 2}枚、両面）。")
    print(f"印刷と折り方は {guide} にあります。")
    return 0


def _folding(options: argparse.Namespace) -> Folding:
    return Folding(
        paper=_PAPERS[options.paper],
        duplex=Duplex(options.duplex),
        cutting=Cutting.EDGES if options.cut else Cutting.NONE,
        thickness=options.thickness,
    )
