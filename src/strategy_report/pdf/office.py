"""Files for the office's own printer, and proofs: no claim, since sheets are read in no order."""

from __future__ import annotations

from strategy_report.core.ink import Ink
from strategy_report.core.value import replace
from strategy_report.pdf.inking import black_tint
from strategy_report.pdf.number import decimal
from strategy_report.pdf.profile import SCREEN

OFFICE = replace(
    SCREEN, name="office", claim=None, output_intent=None, navigable=False, for_browsers=False
)


def _gray(ink: Ink) -> str:
    return decimal(1000 - black_tint(ink) * 10)


# As a job in one ink will look.
OFFICE_GRAY = replace(
    OFFICE,
    name="office gray",
    fill=lambda ink: _gray(ink) + " g",
    stroke=lambda ink: _gray(ink) + " G",
)
