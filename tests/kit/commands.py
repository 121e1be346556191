"""Commands, run within the test's own process."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from strategy_report.cli.main import main
from strategy_report.core.value import Value


class Said(Value, kw_only=False):
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def messages(self) -> str:
        """Standard error without the lines of progress, which a busy machine may bring."""
        lines = self.err.splitlines(keepends=True)
        return "".join(line for line in lines if not line.endswith("…\n"))


Run = Callable[..., Said]


def exit_code(arguments: Sequence[str]) -> int:
    try:
        return main(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
