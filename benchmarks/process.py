"""Whole processes: how long they take, and what memory they held between them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

_PROC = Path("/proc")


def seconds_of(command: list[str], times: int, before: Callable[[], None]) -> float:
    """Median seconds of *times* runs; *before* is called, off the clock, ahead of each."""
    taken: list[float] = []
    for _ in range(times):
        before()
        started = perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken.append(perf_counter() - started)
    return median(taken)


def peak_mebibytes(command: list[str]) -> float | None:
    """The highest resident memory of the process and each of its children, added up.

    Pages that processes share are counted once for each, so this is an upper bound. None where the
    system does not tell (only Linux does).
    """
    if not _PROC.is_dir():
        return None
    peaks: dict[int, int] = {}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for pid in _family(process.pid):
                peaks[pid] = max(peaks.get(pid, 0), _high_water(pid))
            sleep(0.002)
    return sum(peaks.values()) / 1024


def _family(pid: int) -> list[int]:
    """A process and all that it started, and all that those started."""
    found = [pid]
    for parent in found:
        try:
            listed = (_PROC / f"{parent}/task/{parent}/children").read_text(encoding="ascii")
        except OSError:
            continue
        found += [int(child) for child in listed.split()]
    return found


def _high_water(pid: int) -> int:
    """Kibibytes."""
    try:
        status = (_PROC / f"{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    for line in status.splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]
