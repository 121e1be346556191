"""`strategy-report build`: the booklet, once or at every save."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path
from time import perf_counter, sleep

from strategy_report.cli.option_pairs import told_misfit
from strategy_report.cli.output_file import cache_for, output_name, wrote
from strategy_report.cli.progress import Progress
from strategy_report.cli.since_release import unrecorded_since_release
from strategy_report.cli.source_date import source_date
from strategy_report.cli.terminal import counts, file_size, noticed, say
from strategy_report.core.diagnostic import Checked, Diagnostic, Severity
from strategy_report.core.kept import Kept, NothingKept
from strategy_report.core.value import Value
from strategy_report.pipeline import SCREEN_PPI, Built, Press, build, on_screen

# How often --watch looks. A save is seen within half a second, at next to no cost.
_LOOK_EVERY_SECONDS = 0.3


class Order(Value):
    """What was asked for.

    Attributes:
        output: None names the file by the edition's id, in output/.
        least: of what is said; less is only counted.
        strict: a compromise of composition forbids the booklet.
    """

    content: Path
    output: Path | None
    least: Severity
    strict: bool = False


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where an error forbids the booklet, 2 for a command typed wrong, else 0."""
    if told_misfit(options):
        return 2
    if options.purpose == "print":
        from strategy_report.cli import build_print

        return build_print.run(options)
    order = Order(
        content=options.content,
        output=options.output,
        least=Severity.NOTE if options.notes else Severity.WARNING,
        strict=options.strict,
    )
    progress = Progress()
    setup = on_screen(
        with_data=not options.no_data, pdf20=options.pdf20, ppi=options.resolution or SCREEN_PPI
    )
    # Rebuilds, and the two editions of a proof, share what they can.
    kept = Kept() if options.watch or options.proof else NothingKept()
    press = Press(cache_for(order.output), source_date(), progress.tell, setup, kept)
    if options.proof:
        from strategy_report.cli import proof

        return proof.run(options, press)
    if options.watch:
        return _watch(order, press, progress)
    return _once(order, press, progress)


def _once(order: Order, press: Press, progress: Progress) -> int:
    started = perf_counter()
    with progress:
        checked = build(order.content, press)
    say(checked.diagnostics, least=order.least)
    built = checked.value
    if built is None:
        print(f"PDF は作りませんでした（{counts(checked.diagnostics)}）。", file=sys.stderr)
        return 1
    if order.strict and _refused(checked.diagnostics, order.least):
        return 1
    path = order.output or output_name(order.content, built.plan.edition.id, ".pdf")
    if not wrote(path, built.pdf):
        return 1
    unrecorded = unrecorded_since_release(order.content, built.plan)
    say(unrecorded, least=order.least)
    told = Checked(value=built, diagnostics=(*checked.diagnostics, *unrecorded))
    _report(path, built, told, perf_counter() - started)
    return 0


def _refused(diagnostics: tuple[Diagnostic, ...], shown: Severity) -> bool:
    """Whether composition had to give something up; it is told then."""
    from strategy_report.compose.compromises import is_compromise

    found = tuple(filter(is_compromise, diagnostics))
    if found:
        say(tuple(d for d in found if d.severity < shown), least=Severity.NOTE)
        print(
            f"組版で無理をしたところが {len(found)}件あります。--strict が付いているので、"
            "PDF は作りませんでした。",
            file=sys.stderr,
        )
    return bool(found)


def _report(path: Path, built: Built, checked: Checked[Built], seconds: float) -> None:
    """What was made, what was noticed, and the words for a link to it on a web page."""
    size = file_size(len(built.pdf))
    print(f"{path} を作りました（{len(built.book.pages)}ページ、{size}、{seconds:.2f} 秒）。")
    print(noticed(checked.diagnostics))
    title = built.book.title.replace("\u3000", " ")
    print(f"ウェブページに載せるとき: {title}（PDF形式 {size.replace(' ', '')}）")


def _watch(order: Order, press: Press, progress: Progress) -> int:
    """Build, then again after every save, until Ctrl-C. An error leaves the last good PDF."""
    # What each build leaves behind does not pile up for long.
    gc.set_threshold(100_000)
    print("保存するたびに作り直します。終わるときは Ctrl-C を押してください。")
    seen: dict[Path, tuple[int, int]] | None = None
    while True:
        now = stamps(order.content)
        if now != seen:
            seen = now
            if _once(order, press, progress):
                print("前に作った PDF はそのままです。直して保存すると、作り直します。")
        sleep(_LOOK_EVERY_SECONDS)


def stamps(content: Path) -> dict[Path, tuple[int, int]]:
    """Time of change and size of all that a build reads; a file just vanishing is left out.

    What a build writes is not looked at, even where it is written below *content*.
    """
    stamps: dict[Path, tuple[int, int]] = {}
    for pattern in ("*.yaml", "goals/*.yaml", "photos/**/*", "fonts/**/*"):
        for path in sorted(content.glob(pattern)):
            try:
                state = path.stat()
            except OSError:
                continue
            stamps[path] = (state.st_mtime_ns, state.st_size)
    return stamps
