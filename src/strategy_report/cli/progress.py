"""What is being done, said only where it takes long."""

from __future__ import annotations

import sys
from threading import Timer
from types import TracebackType

_QUIET_SECONDS = 1.0


class Progress:
    """Within ``with``, steps are said on standard error once *quiet_seconds* have gone by."""

    def __init__(self, quiet_seconds: float = _QUIET_SECONDS) -> None:
        self._quiet_seconds = quiet_seconds
        self._step = ""
        self._speaking = False
        self._timer: Timer | None = None

    def __enter__(self) -> Progress:
        self._step, self._speaking = "", False
        self._timer = Timer(self._quiet_seconds, self._begin)
        self._timer.daemon = True
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def tell(self, step: str) -> None:
        """*step* begins, e.g. 「紙面を組んでいます」."""
        self._step = step
        if self._speaking:
            self._say()

    def wait(self) -> None:
        """Returns when the quiet time is over."""
        if self._timer is not None:
            self._timer.join()

    def _begin(self) -> None:
        self._speaking = True
        if self._step:
            self._say()

    def _say(self) -> None:
        print(f"{self._step}…", file=sys.stderr, flush=True)
