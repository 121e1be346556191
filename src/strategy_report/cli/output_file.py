"""Where the files that verbs make go, and how they are put there."""

from __future__ import annotations

import sys
from pathlib import Path

from strategy_report.cli.terminal import say
from strategy_report.core.diagnostic import Checked
from strategy_report.store.lock import lock_of, take_lock
from strategy_report.store.write_file import replace_file

OUTPUT = Path("output")
CACHE = ".strategy-report-cache"


def wrote(path: Path, data: bytes) -> bool:
    """Whether *path* holds *data* now; if not, why is said, and that the old file stands."""
    written = write_locked(path, data)
    if written.has_errors:
        say(written.diagnostics)
        if path.exists():
            print(f"{path} は前のままです。", file=sys.stderr)
    return not written.has_errors


def write_locked(path: Path, pdf: bytes) -> Checked[Path]:
    """One writer at a time; the old file stands until the new one is whole."""
    lock = take_lock(lock_of(path))
    if lock.value is None:
        return Checked(value=None, diagnostics=lock.diagnostics)
    with lock.value:
        return replace_file(path, pdf)
