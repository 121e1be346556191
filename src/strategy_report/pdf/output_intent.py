"""What the colours of a file mean: the condition they are meant for (ISO 32000-1, 14.11.5)."""

from __future__ import annotations

from collections.abc import Callable

from strategy_report.core.value import Value
from strategy_report.pdf.objects import Document, Raw, Reference, pdf_text, stream
from strategy_report.pdf.srgb import srgb_profile


class OutputIntent(Value):
    """A condition of output.

    Attributes:
        subtype: whose kind of intent: ``GTS_PDFA1`` is that of PDF/A.
        condition: its name.
        profile: makes the ICC profile's bytes; its colours are *components* numbers each.
    """

    subtype: str
    condition: str
    profile: Callable[[], bytes]
    components: int


SRGB = OutputIntent(
    subtype="GTS_PDFA1", condition="sRGB IEC61966-2.1", profile=srgb_profile, components=3
)


def add_output_intent(document: Document, intent: OutputIntent) -> Reference:
    """The intent with its profile embedded."""
    profile = document.add(stream(intent.profile(), f"/N {intent.components}"))
    condition = pdf_text(intent.condition)
    return document.add(
        Raw(
            f"<< /Type /OutputIntent /S /{intent.subtype} /OutputConditionIdentifier {condition}"
            f" /Info {condition} /DestOutputProfile {profile} >>"
        )
    )
