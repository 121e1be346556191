"""What the colours of a file mean: the condition they are meant for (ISO 32000-1, 14.11.5)."""

from __future__ import annotations

from collections.abc import Callable

from strategy_report.core.value import Value
from strategy_report.pdf.objects import Document, Reference, pdf_text
from strategy_report.pdf.srgb import srgb_profile


class OutputIntent(Value):
    """A condition of output.

    Attributes:
        subtype: whose kind of intent: ``GTS_PDFA1`` is that of PDF/A, ``GTS_PDFX`` of PDF/X.
        condition: its name.
        profile: makes the ICC profile's bytes; its colours are *components* numbers each. None
            where the name alone says enough.
        describes: the condition in words, in English; empty repeats its name.
        registry: where the name is listed.
    """

    subtype: str
    condition: str
    profile: Callable[[], bytes] | None
    components: int
    describes: str = ""
    registry: str = ""


SRGB = OutputIntent(
    subtype="GTS_PDFA1", condition="sRGB IEC61966-2.1", profile=srgb_profile, components=3
)


def add_output_intent(document: Document, intent: OutputIntent) -> Reference:
    """The intent, with its profile embedded where there is one."""
    condition, words = pdf_text(intent.condition), pdf_text(intent.describes or intent.condition)
    parts = [
        f"<< /Type /OutputIntent /S /{intent.subtype} /OutputConditionIdentifier {condition}",
        f"/Info {words}",
    ]
    if intent.registry:
        parts.append(f"/OutputCondition {words} /RegistryName ({intent.registry})")
    if intent.profile is not None:
        # A press's profile is large: more effort takes twelve times as long and saves 3 KB.
        profile = document.kept.of("icc profile", (intent,), intent.profile)
        entries = f"/N {intent.components}"
        reference = document.add_stream("icc profile", profile, entries, effort=4)
        parts.append(f"/DestOutputProfile {reference}")
    return document.add(" ".join(parts) + " >>")
