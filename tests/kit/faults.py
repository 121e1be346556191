"""What can go wrong at each single change of files: the process killed, the disk full, no right.

A verb is run in a forked child, which has everything loaded; the fault comes at its n-th change of
a file or folder below a root. Reading is left alone.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, NoReturn

UNTOUCHED = 250
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_REMOVALS = frozenset(("os.remove", "os.rmdir"))
_CHANGES = _REMOVALS | frozenset(("os.rename", "os.mkdir", "os.link", "os.truncate"))


class Fault(Enum):
    """KILL before the change is made; FULL and FORBIDDEN refuse it and every later one.

    A full disk lets files be removed.

    HALF kills in the midst of it: a file then holds the first half of what was written to it.
    """

    KILL = "kill"
    HALF = "half"
    FULL = "full"
    FORBIDDEN = "forbidden"


_REFUSALS = {Fault.FULL: errno.ENOSPC, Fault.FORBIDDEN: errno.EACCES}


def exit_codes(fault: Fault, root: Path, verb: Callable[[], int]) -> Iterator[int]:
    """Exit codes of *verb*, the fault one change later each time, until none is reached.

    A killed child's is negative.
    """
    at = 1
    while (code := _run(fault, at, root, verb)) != UNTOUCHED:
        yield code
        at += 1


def _run(fault: Fault, at: int, root: Path, verb: Callable[[], int]) -> int:
    pid = os.fork()
    if not pid:
        _child(fault, at, root, verb)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _child(fault: Fault, at: int, root: Path, verb: Callable[[], int]) -> NoReturn:
    watch = _Watch(fault, at, str(root.resolve()))
    code = 99
    try:
        sys.stdout = sys.stderr = io.StringIO()
        sys.addaudithook(watch.on_event)
        watch.on_sync()
        code = verb()
    finally:
        os._exit(code if watch.reached else UNTOUCHED)


class _Watch:
    """Counts changes, and lets the fault come at one."""

    def __init__(self, fault: Fault, at: int, root: str) -> None:
        self._fault, self._at, self._root = fault, at, root
        self._count = 0

    @property
    def reached(self) -> bool:
        return self._count >= self._at

    def on_event(self, event: str, arguments: tuple[Any, ...]) -> None:
        opens = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        if self._fault is Fault.FULL and event in _REMOVALS:
            return
        if (opens or event in _CHANGES) and self._is_below(arguments[0]):
            self._change()

    def on_sync(self) -> None:
        """What a file holds when it is sent to the disk counts as a change of it."""
        sync = os.fsync

        def watched(handle: int) -> None:
            if self._fault is Fault.HALF and self._count + 1 >= self._at:
                size = os.fstat(handle).st_size
                os.ftruncate(handle, size // 2)
            self._change()
            sync(handle)

        setattr(os, "fsync", watched)  # noqa: B010

    def _is_below(self, path: object) -> bool:
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        return os.path.realpath(os.fsdecode(path)).startswith(self._root)

    def _change(self) -> None:
        self._count += 1
        if not self.reached:
            return
        if self._fault in _REFUSALS:
            number = _REFUSALS[self._fault]
            raise OSError(number, os.strerror(number))
        os.kill(os.getpid(), signal.SIGKILL)
