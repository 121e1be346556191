"""`python -m strategy_report`: the command line."""

from __future__ import annotations

import sys

from strategy_report.cli.main import main

sys.exit(main())
