"""`python -m strategy_report`: the command line."""

from __future__ import annotations

import sys


def run() -> int:
    """The exit code; 130 also where Ctrl-C comes while the program is still being read in."""
    try:
        from strategy_report.cli.main import main

        return main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(run())
