"""What a file for a printing house is measured by."""

from __future__ import annotations

from strategy_report.core.length import Length, mm, pt
from strategy_report.core.value import Value

# The smallest text that four plates still print sharply, and that K100 must overprint.
SMALL_TEXT, OVERPRINTED_TEXT = pt("7.5"), pt(14)
# Line art shows its steps at resolutions where photographs do not.
LINE_ART_PPI = 600


class PrintConditions(Value):
    """Limits, as a printer's conditions state them.

    Attributes:
        standard: ``X-4`` or ``X-1a`` where one is demanded; empty takes what the file says.
        total_ink: in percent.
        page_unit: pages come in multiples of it.
        spots: names of the spot inks that are ordered.
    """

    standard: str = ""
    bleed: Length = mm(3)
    total_ink: int = 320
    least_line: Length = pt("0.25")
    least_ppi: int = 300
    page_unit: int = 4
    spots: tuple[str, ...] = ()
