"""`python -m strategy_report.compose`: JSON lines in, JSON lines out; see `compose.filter`."""

from __future__ import annotations

import json
import sys

from strategy_report.compose.filter import Filter


def main() -> None:
    answering = Filter()
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            answer = answering.answer(json.loads(line))
        except ValueError:
            answer = {"id": None, "error": "the line is not JSON"}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()


main()
