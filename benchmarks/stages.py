"""Where a build's time goes, in one process: each step's seconds, without the steps it calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from time import perf_counter
from typing import Any

# Step → the functions that take it: module, name in it.
STEPS = {
    "load": (("pipeline", "check_content"),),
    "story": (("pipeline", "compile_story"),),
    "pages": (("pipeline", "paginate"),),
    "compose": (
        ("compose.composer", "Composer.compose"),
        ("compose.composer", "Composer.set_line"),
    ),
    "charts": (("charts.gallery", "Gallery.drawing"),),
    "write": (("pipeline", "write_pdf"),),
}


class Stopwatch:
    """Seconds by step; a step within another stops the other's clock."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = 0.0

    def wrap(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **named: Any) -> Any:
            self._turn()
            self._running.append(step)
            try:
                return function(*arguments, **named)
            finally:
                self._turn()
                self._running.pop()

        return timed

    def _turn(self) -> None:
        """Book what has passed on the step that was running."""
        now = perf_counter()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now


@contextmanager
def stopwatch() -> Iterator[Stopwatch]:
    """Time every step of the builds that run within."""
    watch = Stopwatch()
    undo: list[tuple[Any, str, Any]] = []
    for step, functions in STEPS.items():
        for module, name in functions:
            owner: Any = import_module(f"strategy_report.{module}")
            *path, last = name.split(".")
            for part in path:
                owner = getattr(owner, part)
            undo.append((owner, last, getattr(owner, last)))
            setattr(owner, last, watch.wrap(step, getattr(owner, last)))
    try:
        yield watch
    finally:
        for owner, last, original in reversed(undo):
            setattr(owner, last, original)
