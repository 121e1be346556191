"""How many of many are done, as a bar that fills; on a terminal alone."""

from __future__ import annotations

import sys

_CELLS = 30


class ProgressBar:
    """A bar on standard error, drawn over again; nothing where that is a file or a pipe."""

    def __init__(self, total: int, unit: str) -> None:
        self._total, self._unit = total, unit
        self._shows = sys.stderr.isatty()
        self._drawn = ""

    def tell(self, done: int) -> None:
        """*done* of them are done."""
        cells = _CELLS * done // self._total
        bar = f"[{'#' * cells}{'.' * (_CELLS - cells)}] {done}/{self._total}{self._unit}"
        if self._shows and bar != self._drawn:
            self._drawn = bar
            print(f"\r{bar}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """The line is free for what is said next."""
        if self._drawn:
            print(file=sys.stderr)
            self._drawn = ""
