"""`strategy-report handoff`: all that goes to a printing house, as a ZIP or a folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from strategy_report.cli.build_print import order_of
from strategy_report.cli.output_file import CACHE, OUTPUT, write_locked
from strategy_report.cli.progress import Progress
from strategy_report.cli.source_date import source_date
from strategy_report.cli.terminal import counts, say
from strategy_report.core.diagnostic import Checked
from strategy_report.handoff import Package, pack
from strategy_report.print_job import Workshop
from strategy_report.store.cache import Cache
from strategy_report.store.zip_file import zipped


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where an error forbids the package, else 0."""
    folder = OUTPUT if options.output is None else options.output.parent
    with Progress() as progress:
        workshop = Workshop(cache=Cache(folder / CACHE), made_at=source_date(), tell=progress.tell)
        checked = pack(order_of(options), workshop)
    say(checked.diagnostics)
    package = checked.value
    if package is None:
        print(f"入稿する一式は作りませんでした（{counts(checked.diagnostics)}）。", file=sys.stderr)
        return 1
    path = options.output or OUTPUT / f"{package.plan.edition.id}-handoff.zip"
    for written in _written(path, package):
        if written.has_errors:
            say(written.diagnostics)
            return 1
    print(f"{path} を作りました。中身: {'、'.join(package.files)}")
    return 0


def _written(path: Path, package: Package) -> list[Checked[Path]]:
    """A ZIP where the name says so, else a folder, whose check sums are written last."""
    if path.suffix.lower() == ".zip":
        return [write_locked(path, zipped(path.stem, package.files))]
    return [write_locked(path / name, data) for name, data in package.files.items()]
