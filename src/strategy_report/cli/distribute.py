"""`strategy-report distribute`: numbered copies, one for each recipient of a list."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from strategy_report.cli.output_file import CACHE, OUTPUT, wrote_all
from strategy_report.cli.progress import Progress
from strategy_report.cli.progress_bar import ProgressBar
from strategy_report.cli.source_date import source_date
from strategy_report.cli.terminal import counts, say
from strategy_report.distribution import MANIFEST, Distribution, Order, Writer, moment_of, prepare
from strategy_report.pipeline import Press, on_screen
from strategy_report.store.cache import Cache


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where an error forbids any of the copies, else 0."""
    folder = OUTPUT if options.output is None else options.output.parent
    order = Order(
        content=options.content,
        recipients=options.list,
        watermark=options.watermark,
        letters=options.letter,
    )
    with Progress() as progress:
        setup = on_screen(with_data=not options.no_data)
        press = Press(Cache(folder / CACHE), source_date(), progress.tell, setup)
        checked = prepare(order, press)
    say(checked.diagnostics)
    distribution = checked.value
    if distribution is None:
        print(
            f"配布用の PDF は作りませんでした（{counts(checked.diagnostics)}）。", file=sys.stderr
        )
        return 1
    path = options.output or OUTPUT / f"{distribution.made.plan.edition.id}-distribution.zip"
    if not _wrote(path, distribution, press):
        return 1
    _report(path, distribution)
    return 0


def _wrote(path: Path, distribution: Distribution, press: Press) -> bool:
    """A ZIP where the name says so, else a new folder; either is there whole or not at all."""
    writer = Writer(distribution, press)
    bar = ProgressBar(len(distribution.copies), "冊")
    try:
        return wrote_all(
            path, writer.files(bar.tell), writer.size, moment_of(distribution.made, press)
        )
    finally:
        bar.close()


def _report(path: Path, distribution: Distribution) -> None:
    count, protected = len(distribution.copies), distribution.protected
    print(f"{path} を作りました（{count}冊。だれに何番を渡したかは {MANIFEST}）。")
    if protected:
        print(
            f"パスワードを付けた {protected}冊は、PDF/A ではありません（PDF/A は、開けない人のいる"
            "ファイルを認めないため）。読み上げ（PDF/UA-1）は、そのまま使えます。"
        )
