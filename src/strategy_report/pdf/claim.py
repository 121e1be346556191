"""What a file claims to be, and what that asks of it."""

from __future__ import annotations

from strategy_report.core.value import Value


class Claim(Value):
    """A level of accessibility and of preservation, met by one file.

    Attributes:
        version: of PDF that the claimed parts build on.
        ua_part: of ISO 14289: 1 for PDF/UA-1.
        archive_part: of ISO 19005: 2 for PDF/A-2; None for a file that is not to be kept (PDF/A
            allows no encryption: ISO 19005-2, 6.1.3).
        conformance: of that part: ``A``, ``F``; empty where the part has no level to name.
        structure_namespace: whose names the structure elements have; empty for those of PDF 1.7.
    """

    version: tuple[int, int]
    ua_part: int
    archive_part: int | None
    conformance: str
    structure_namespace: str = ""

    @property
    def called(self) -> str:
        """PDF/UA-1・PDF/A-3a."""
        ua = f"PDF/UA-{self.ua_part}"
        if self.archive_part is None:
            return ua
        return f"{ua}・PDF/A-{self.archive_part}{self.conformance.lower()}"


class PressClaim(Value):
    """A standard for files that printing houses take.

    Attributes:
        version: of PDF that it builds on.
        name: as the file states it, e.g. ``PDF/X-4``.
        in_xmp: whether it is to be stated in XMP too.
    """

    version: tuple[int, int]
    name: str
    in_xmp: bool


# ISO 32000-2, 14.8.6.1.
_PDF_2 = "http://iso.org/pdf2/ssn"

UA1 = Claim(version=(1, 7), ua_part=1, archive_part=None, conformance="")
UA1_A2A = Claim(version=(1, 7), ua_part=1, archive_part=2, conformance="A")
UA1_A3A = Claim(version=(1, 7), ua_part=1, archive_part=3, conformance="A")
UA2_A4 = Claim(
    version=(2, 0), ua_part=2, archive_part=4, conformance="", structure_namespace=_PDF_2
)
UA2_A4F = Claim(
    version=(2, 0), ua_part=2, archive_part=4, conformance="F", structure_namespace=_PDF_2
)

# ISO 15930-7 names itself in XMP; poppler and older RIPs look into the information dictionary.
X4 = PressClaim(version=(1, 6), name="PDF/X-4", in_xmp=True)
# ISO 15930-4, on PDF 1.4.
X1A = PressClaim(version=(1, 4), name="PDF/X-1a:2003", in_xmp=False)
