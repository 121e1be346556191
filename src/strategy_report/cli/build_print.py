"""`strategy-report build --for print`: the file for a printing house."""

from __future__ import annotations

import argparse
import sys
from time import perf_counter

from strategy_report.cli.output_file import cache_for, output_name, wrote
from strategy_report.cli.progress import Progress
from strategy_report.cli.source_date import source_date
from strategy_report.cli.terminal import counts, file_size, noticed, say
from strategy_report.core.diagnostic import Severity
from strategy_report.model.printer import Standard
from strategy_report.print_job import Colours, Printed, PrintOrder, Workshop, print_booklet

_STANDARDS = {"4": Standard.X4, "1a": Standard.X1A}


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where an error forbids the file, else 0."""
    started = perf_counter()
    with Progress() as progress:
        cache = cache_for(options.output)
        workshop = Workshop(cache=cache, made_at=source_date(), tell=progress.tell)
        checked = print_booklet(order_of(options), workshop)
    say(checked.diagnostics, least=Severity.NOTE if options.notes else Severity.WARNING)
    printed = checked.value
    if printed is None:
        print(f"PDF は作りませんでした（{counts(checked.diagnostics)}）。", file=sys.stderr)
        return 1
    path = options.output or output_name(options.content, printed.plan.edition.id, "-print.pdf")
    if not wrote(path, printed.pdf):
        return 1
    print(f"{path} を作りました（{_told(printed)}、{perf_counter() - started:.2f} 秒）。")
    print(noticed(checked.diagnostics))
    return 0


def order_of(options: argparse.Namespace) -> PrintOrder:
    """What the options ask for; a spot ink's name asks for that ink alone."""
    return PrintOrder(
        content=options.content,
        printer=options.printer,
        standard=_STANDARDS.get(options.pdfx or ""),
        colours=Colours.SPOT if options.spot else Colours(options.ink),
        spot=options.spot or "",
    )


def _told(printed: Printed) -> str:
    size = file_size(len(printed.pdf))
    standard = f"PDF/{printed.printer.standard.value}"
    pages = f"{len(printed.book.pages)}ページ"
    if printed.added_pages:
        pages += f"（足した白ページ {printed.added_pages} を含む）"
    return f"{pages}、{standard}、{printed.printer.name}、{size}"
