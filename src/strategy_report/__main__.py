"""`python -m strategy_report`: the command line."""

from __future__ import annotations

import os
import sys

# 128 and the number of SIGINT, as shells have it; cli.main returns the same.
_INTERRUPTED = 130


def run() -> int:
    """The exit code; 130 also where Ctrl-C comes while the program is still being read in."""
    try:
        from strategy_report.cli.main import main

        code = main()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    if code == _INTERRUPTED:
        # A library in C that was being read in just then can crash while Python takes itself
        # apart; nothing is left to be done there.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


if __name__ == "__main__":
    sys.exit(run())
