"""What differs from the last release, for every verb that looks at the content."""

from __future__ import annotations

from pathlib import Path

from strategy_report.content.folder_files import RELEASED
from strategy_report.content.load import quote_lines
from strategy_report.core.diagnostic import Diagnostic
from strategy_report.model.plan import Plan


def unrecorded_since_release(content: Path, plan: Plan) -> tuple[Diagnostic, ...]:
    """Changes without a record, the line of each quoted; nothing where nothing was released."""
    if not (content / RELEASED).is_dir():
        return ()
    from strategy_report.editions import unrecorded_changes

    return quote_lines(unrecorded_changes(content, plan), content)
