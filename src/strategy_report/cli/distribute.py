"""`strategy-report distribute`: numbered copies, one for each recipient of a list."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from strategy_report.cli.certificate import ask_for
from strategy_report.cli.output_file import CACHE, OUTPUT, wrote_all
from strategy_report.cli.progress import Progress
from strategy_report.cli.progress_bar import ProgressBar
from strategy_report.cli.source_date import source_date
from strategy_report.cli.terminal import counts, say
from strategy_report.distribution import ALL_LETTERS, MANIFEST, Distribution, Order, Writer, prepare
from strategy_report.inspection.sign import Certificate
from strategy_report.pipeline import Press, on_screen
from strategy_report.store.cache import Cache
from strategy_report.store.file_name import safe_file_name


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where an error forbids any of the copies, else 0."""
    folder = OUTPUT if options.output is None else options.output.parent
    order = Order(
        content=options.content,
        recipients=options.list,
        watermark=options.watermark,
        letters=options.letter,
    )
    certificate = None
    if options.sign is not None:
        opened = ask_for(options.sign, options.passphrase)
        say(opened.diagnostics)
        certificate = opened.value
        if certificate is None:
            return 1
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
    path = options.output or OUTPUT / _usual_name(distribution, order.recipients)
    if not _wrote(path, Writer(distribution, press, certificate), len(distribution.copies)):
        return 1
    _report(path, distribution, certificate)
    return 0


def _usual_name(distribution: Distribution, recipients: Path) -> str:
    """Another for each list: the copies of one do not take the place of another's."""
    id_ = distribution.made.plan.edition.id
    return safe_file_name(f"{id_}-distribution-{recipients.stem}.zip")


def _wrote(path: Path, writer: Writer, count: int) -> bool:
    """A ZIP where the name says so, else a new folder; either is there whole or not at all."""
    bar = ProgressBar(count, "冊")
    try:
        return wrote_all(path, writer.files(bar.tell), writer.size, writer.moment)
    finally:
        bar.close()


def _report(path: Path, distribution: Distribution, certificate: Certificate | None) -> None:
    count, protected = len(distribution.copies), distribution.protected
    print(f"{path} を作りました（{count}冊。だれに何番を渡したかは {MANIFEST}）。")
    if distribution.order.letters:
        print(f"送付状をまとめて刷るときは {ALL_LETTERS} を使ってください（だれにも渡しません）。")
    if protected:
        print(
            f"パスワードを付けた {protected}冊は、PDF/A ではありません（PDF/A は、開けない人のいる"
            "ファイルを認めないため）。読み上げ（PDF/UA-1）は、そのまま使えます。"
        )
        if protected < count:
            print(f"残りの {count - protected}冊にはパスワードがなく、だれでも開けます。")
    if certificate is not None:
        print(f"「{certificate.holder}」の証明書（{certificate.until} まで）で署名しました。")
