"""Booklets for a printing house, made once a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from strategy_report.model.printer import Standard
from strategy_report.print_job import Colours, Printed, PrintOrder, Workshop, print_booklet


@cache
def printed(
    content: Path, colours: Colours = Colours.PROCESS, standard: Standard | None = None
) -> Printed:
    order = PrintOrder(content=content, colours=colours, standard=standard, spot="DIC-641s")
    checked = print_booklet(order, Workshop())
    assert checked.value is not None, checked.diagnostics
    return checked.value
