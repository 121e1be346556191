"""Ctrl-C, kept waiting while libraries are read in."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held_back() -> Iterator[None]:
    """Ctrl-C within is obeyed at the end.

    A library in C whose reading in is broken off leaves Python with half a module: uharfbuzz then
    crashes it, about once in forty times.

    Raises:
        KeyboardInterrupt: at the end, where Ctrl-C was pressed.
    """
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    pressed: list[int] = []
    try:
        signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    except ValueError:
        # Only the main thread is asked for Ctrl-C, and may say what becomes of it.
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if pressed:
        raise KeyboardInterrupt
