"""A content folder as it is read and checked; what looks at content alone needs no more."""

from __future__ import annotations

from pathlib import Path

from strategy_report.checks.all_rules import check_plan
from strategy_report.content.load import confirmations_of, load_plan, quote_lines
from strategy_report.content.messages import in_order
from strategy_report.core.diagnostic import Checked
from strategy_report.core.kept import Kept
from strategy_report.model.plan import Plan


def check_content(folder: Path, kept: Kept | None = None) -> Checked[Plan]:
    """The plan in *folder*, and all that is to be said of it; *kept* as for `load_plan`."""
    loaded = load_plan(folder, kept)
    if loaded.value is None:
        return loaded
    said = quote_lines(check_plan(loaded.value, confirmations_of(folder)), folder)
    return Checked(value=loaded.value, diagnostics=in_order(loaded.diagnostics + said))
