"""`strategy-report handoff`: all that goes to a printing house, as a ZIP or a folder."""

from __future__ import annotations

import argparse
import sys

from strategy_report.cli.build_print import order_of
from strategy_report.cli.option_pairs import told_misfit
from strategy_report.cli.output_file import cache_for, output_name, wrote_all
from strategy_report.cli.progress import Progress
from strategy_report.cli.source_date import source_date
from strategy_report.cli.terminal import counts, say
from strategy_report.handoff import pack
from strategy_report.print_job import Workshop
from strategy_report.store.zip_file import moment_of


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where an error forbids the package, 2 for a command typed wrong, else 0."""
    if told_misfit(options):
        return 2
    with Progress() as progress:
        cache = cache_for(options.output)
        workshop = Workshop(cache=cache, made_at=source_date(), tell=progress.tell)
        checked = pack(order_of(options), workshop)
    say(checked.diagnostics)
    package = checked.value
    if package is None:
        print(f"入稿する一式は作りませんでした（{counts(checked.diagnostics)}）。", file=sys.stderr)
        return 1
    path = options.output or output_name(options.content, package.edition, "-handoff.zip")
    made = moment_of(package.issued, workshop.made_at)
    if not wrote_all(path, package.files.items(), sum(map(len, package.files.values())), made):
        return 1
    print(f"{path} を作りました。中身: {'、'.join(package.files)}")
    return 0
