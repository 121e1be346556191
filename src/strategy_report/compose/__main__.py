"""`python -m strategy_report.compose`: JSON lines in, JSON lines out; see `compose.filter`."""

from __future__ import annotations

import json
import sys
from typing import Any

from strategy_report.compose.filter import Filter


def main() -> None:
    answering = Filter()
    for line in sys.stdin.buffer:
        if line.strip():
            # Escapes keep the answer readable whatever an id holds, lone surrogates too.
            written = json.dumps(_answer(answering, line), ensure_ascii=False)
            sys.stdout.buffer.write(written.encode("utf-8", "backslashreplace") + b"\n")
            sys.stdout.flush()


def _answer(answering: Filter, line: bytes) -> dict[str, Any]:
    try:
        request = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return {"id": None, "error": "the line is not UTF-8"}
    except (ValueError, RecursionError):
        return {"id": None, "error": "the line is not JSON"}
    return answering.answer(request)


main()
