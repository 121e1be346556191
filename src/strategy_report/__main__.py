"""`python -m strategy_report`: the command line."""

from __future__ import annotations

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `python -m` looks into the working directory first: a yaml.py that lies beside the content
    # would be run in place of the library.
    del sys.path[0]

import _thread
import os
from contextlib import suppress
from typing import NoReturn

# 128 and the number of SIGINT, as shells have it; cli.main returns the same.
_INTERRUPTED = 130


def start() -> NoReturn:
    """Run, and end the process."""
    _end(run())


def run() -> int:
    """The exit code; 130 also where Ctrl-C comes while the program is still being read in."""
    sys.unraisablehook = _pressed_again
    try:
        from strategy_report.cli.main import main

        code = main()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    if code == _INTERRUPTED:
        # A library in C that was being read in just then can crash while Python takes itself
        # apart.
        _end(code)
    return code


def _pressed_again(unraisable: sys.UnraisableHookArgs) -> None:
    """Ctrl-C that comes where Python can raise nothing (a lock of imports let go) comes again."""
    if issubclass(unraisable.exc_type, KeyboardInterrupt):
        # From beside: here, too, it would be raised where nothing can be.
        _thread.start_new_thread(_thread.interrupt_main, ())
    else:
        sys.__unraisablehook__(unraisable)


def _end(code: int) -> NoReturn:
    """The end, without Python taking a hundred thousand objects apart: an eighth of a build.

    Files have been written, and none but the two streams is open.
    """
    # Whoever was reading has read enough.
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    start()
