"""`strategy-report build`: the booklet, once or at every save."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import perf_counter, sleep

from strategy_report.cli.terminal import counts, say
from strategy_report.core.diagnostic import Checked
from strategy_report.pipeline import Built, Press, build
from strategy_report.store.write_file import replace_file

# How often --watch looks. A save is seen within half a second, at next to no cost.
_LOOK_EVERY_SECONDS = 0.3


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where an error forbids the booklet, else 0."""
    press = Press()
    if options.watch:
        return _watch(options.content, options.output, press)
    return _once(options.content, options.output, press)


def _once(content: Path, output: Path | None, press: Press) -> int:
    started = perf_counter()
    checked = build(content, press)
    say(checked.diagnostics)
    if checked.value is None:
        print(f"PDF は作りませんでした（{counts(checked.diagnostics)}）。", file=sys.stderr)
        return 1
    path = output or Path("output") / f"{checked.value.plan.edition.id}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, checked.value.pdf)
    _report(path, checked, perf_counter() - started)
    return 0


def _report(path: Path, checked: Checked[Built], seconds: float) -> None:
    """Two lines: what was made, and what was noticed."""
    built = checked.value
    if built is None:
        return
    size = f"{len(built.pdf) / 1024:,.0f} KB"
    print(f"{path} を作りました（{len(built.book.pages)}ページ、{size}、{seconds:.2f} 秒）。")
    print(f"お知らせ: {counts(checked.diagnostics) or 'ありません'}。")


def _watch(content: Path, output: Path | None, press: Press) -> int:
    """Build, then again after every save, until Ctrl-C. An error leaves the last good PDF."""
    print("保存するたびに作り直します。終わるときは Ctrl-C を押してください。")
    seen: dict[Path, tuple[int, int]] = {}
    while True:
        now = _stamps(content)
        if now != seen:
            seen = now
            _once(content, output, press)
        sleep(_LOOK_EVERY_SECONDS)


def _stamps(content: Path) -> dict[Path, tuple[int, int]]:
    """Time of change and size of every file below *content*; a file just vanishing is left out."""
    stamps: dict[Path, tuple[int, int]] = {}
    for path in sorted(content.rglob("*")):
        try:
            state = path.stat()
        except OSError:
            continue
        stamps[path] = (state.st_mtime_ns, state.st_size)
    return stamps
