"""`strategy-report preflight`: a PDF file looked through before it is handed out."""

from __future__ import annotations

import argparse

from strategy_report.cli.japanese_arguments import CONTENT
from strategy_report.cli.option_pairs import told_misfit
from strategy_report.cli.terminal import counts, print_utf8, say
from strategy_report.content.messages import to_json
from strategy_report.content.printer_file import load_conditions
from strategy_report.core.diagnostic import Severity
from strategy_report.inspection.for_screen import FOR_SCREEN
from strategy_report.inspection.preflight import preflight
from strategy_report.inspection.print_preflight import Looked, claims_pdfx, preflight_print
from strategy_report.print_job import inspected_by
from strategy_report.store.read_file import read_pdf


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where the file cannot be read or has an error, 2 for a command typed wrong."""
    if told_misfit(options):
        return 2
    data = read_pdf(options.file)
    if data.value is None:
        say(data.diagnostics)
        return 1
    printed = options.purpose == "print" or options.printer or options.printers_of
    if printed or (not options.purpose and claims_pdfx(data.value)):
        return _for_print(data.value, options)
    return _for_screen(data.value, options)


def _for_screen(data: bytes, options: argparse.Namespace) -> int:
    faults = preflight(data, FOR_SCREEN)
    if options.format == "json":
        print_utf8(to_json(faults))
    else:
        say(faults, least=Severity.NOTE)
        found = counts(faults)
        print(f"{options.file}: {found or '公開して困るところは見つかりませんでした'}。")
    return 1 if faults else 0


def _for_print(data: bytes, options: argparse.Namespace) -> int:
    loaded = load_conditions(options.printers_of or CONTENT, options.printer or "standard")
    if loaded.value is None:
        say(loaded.diagnostics)
        return 1
    looked = preflight_print(data, inspected_by(loaded.value.printer))
    if options.format == "json":
        print_utf8(to_json(looked.faults))
    else:
        say(looked.faults, least=Severity.NOTE)
        print(f"{options.file}（{_told(looked)}）: {_outcome(looked)}")
    return 1 if any(fault.severity is Severity.ERROR for fault in looked.faults) else 0


def _told(looked: Looked) -> str:
    standard = f"PDF/{looked.standard}" if looked.standard else "PDF/X ではない"
    return f"{looked.page_count}ページ、{standard}"


def _outcome(looked: Looked) -> str:
    found = counts(looked.faults)
    return f"{found}。" if found else "入稿して困るところは見つかりませんでした。"
