"""One figure corrected, as an officer does it: all that follows, in one process.

    python benchmarks/correction.py FIRST.pdf CONTENT OUT

Makes the PDF of CONTENT, compares it with FIRST.pdf alone, and writes 正誤表 and replacement pages
to the folder OUT.
"""

from __future__ import annotations

import sys
from pathlib import Path

from strategy_report.cli.main import main


def corrected(first: str, content: str, out: Path) -> int:
    """Exit code of the comparison: 3, something changed."""
    made = main(["build", content, "-o", str(out / "second.pdf")])
    sheets = ["--errata", str(out / "errata.pdf"), "--pages", str(out / "pages.pdf")]
    return made or main(["compare", first, content, *sheets])


if __name__ == "__main__":
    sys.exit(0 if corrected(sys.argv[1], sys.argv[2], Path(sys.argv[3])) == 3 else 1)
