"""What the officer sees: messages on standard error, results on standard output."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Sequence

from strategy_report.content.messages import render
from strategy_report.core.diagnostic import Diagnostic, Severity

_NAMES = {Severity.ERROR: "エラー", Severity.WARNING: "注意", Severity.NOTE: "お知らせ"}


def use_utf8() -> None:
    """Windows' consoles may be in CP932; a character they lack becomes a ? and never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def print_utf8(text: str) -> None:
    """*text* for another program: in UTF-8, whatever the console speaks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(text)


def say(diagnostics: Sequence[Diagnostic], *, least: Severity = Severity.WARNING) -> None:
    """All messages of at least that weight, on standard error."""
    shown = tuple(d for d in diagnostics if d.severity >= least)
    if shown:
        print(render(shown), file=sys.stderr)


def counts(diagnostics: Sequence[Diagnostic]) -> str:
    """「エラー 2件、注意 1件」; empty for none."""
    found = Counter(d.severity for d in diagnostics)
    heaviest_first = sorted(found, reverse=True)
    return "、".join(f"{_NAMES[severity]} {found[severity]}件" for severity in heaviest_first)


def noticed(diagnostics: Sequence[Diagnostic]) -> str:
    """One line on how much was said, also of what is said only on request."""
    found = counts(diagnostics)
    if not found:
        return "気づいたことはありません。"
    hidden = any(d.severity is Severity.NOTE for d in diagnostics)
    return f"気づいたこと: {found}{'（内容は --notes で出ます）' if hidden else ''}。"


def file_size(count: int) -> str:
    """As the file manager of Windows tells it: begun KB of 1,024 bytes; MB from a thousand on."""
    kilobytes = -(-count // 1024)
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{count / 1024**2:.1f} MB"
