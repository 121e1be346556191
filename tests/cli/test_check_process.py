"""`check` as a whole process: it is run at every save, and needs nothing that makes a page."""

from __future__ import annotations

import subprocess
import sys

from kit.booklets import FUTATSU

AND_LIST_MODULES = """
import sys
from strategy_report.__main__ import run
sys.argv = ["strategy-report", "check", sys.argv[1]]
code = run()
print(*sys.modules, sep="\\n")
sys.exit(code)
"""


def test_a_check_loads_nothing_that_lays_out_or_writes() -> None:
    command = [sys.executable, "-c", AND_LIST_MODULES, str(FUTATSU)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    modules = set(done.stdout.splitlines())
    packages = {"story", "compose", "charts", "pages", "pdf", "enclosures", "pipeline"}
    assert "strategy_report.checked_content" in modules
    assert modules & {f"strategy_report.{package}" for package in packages} == set()
    assert modules & {"reportlab", "uharfbuzz", "budoux", "PIL", "matplotlib", "pikepdf"} == set()
