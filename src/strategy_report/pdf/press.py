"""Files for a printing house: PDF/X-4 (ISO 15930-7) and PDF/X-1a:2003 (ISO 15930-4)."""

from __future__ import annotations

from strategy_report.core.ink import Ink
from strategy_report.model.printer import Standard
from strategy_report.pdf.claim import X1A, X4
from strategy_report.pdf.inking import PROCESS, Inking
from strategy_report.pdf.output_intent import OutputIntent
from strategy_report.pdf.profile import Profile

_CLAIMS = {Standard.X4: X4, Standard.X1A: X1A}

_OVERPRINT, _KNOCKOUT = "/Overprint gs", "/Knockout gs"
# Mode 1: a plate of which the ink has nothing keeps what is below (ISO 32000-1, 8.6.7).
_STATES = {
    "Overprint": "<< /Type /ExtGState /OP true /op true /OPM 1 >>",
    "Knockout": "<< /Type /ExtGState /OP false /op false /OPM 0 >>",
}


def press_profile(standard: Standard, intent: OutputIntent, inking: Inking = PROCESS) -> Profile:
    """A profile without a word of RGB, and without anything that a reader could press."""
    return Profile(
        name=f"print {standard.value}",
        fill=inking.fill,
        stroke=inking.stroke,
        text_state=_text_state,
        shape_state=_KNOCKOUT,
        spaces=inking.spaces,
        states=_STATES,
        images=inking.images,
        claim=_CLAIMS[standard],
        output_intent=intent,
        navigable=False,
        # RIPs of X-1a's age know no object streams.
        packed=False,
    )


def _text_state(ink: Ink) -> str:
    """Text in black alone is printed over what is below, so that plates out of line show no gap."""
    cyan, magenta, yellow, black = ink.cmyk
    return _OVERPRINT if black and not (cyan or magenta or yellow or ink.spot) else _KNOCKOUT
