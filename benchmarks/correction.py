"""One figure corrected, as an officer does it: all that follows, in one process.

    python benchmarks/correction.py FIRST.pdf CONTENT FOLDER

In FOLDER, makes the PDF of CONTENT, compares CONTENT with FIRST.pdf alone, and writes 正誤表 and
replacement pages.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from strategy_report.cli.main import main


def corrected(first: Path, content: Path) -> int:
    """Exit code of the comparison: 3, something changed."""
    sheets = ["--errata", "errata.pdf", "--pages", "pages.pdf"]
    return main(["build", str(content)]) or main(["compare", str(first), str(content), *sheets])


if __name__ == "__main__":
    first, content, folder = (Path(argument).resolve() for argument in sys.argv[1:4])
    os.chdir(folder)
    sys.exit(0 if corrected(first, content) == 3 else 1)
