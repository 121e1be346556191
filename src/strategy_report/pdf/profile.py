"""What a file is for: how inks become operators, and what is cut off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from strategy_report.core.ink import Ink
from strategy_report.core.value import Value, replace
from strategy_report.display.item import ImageSpace
from strategy_report.pdf.attachment import Attachment
from strategy_report.pdf.claim import UA1_A2A, UA1_A3A, UA2_A4, UA2_A4F, Claim, PressClaim
from strategy_report.pdf.number import decimal
from strategy_report.pdf.output_intent import SRGB, OutputIntent

_SCREEN_IMAGES = {
    ImageSpace.GRAY: "/ColorSpace /DeviceGray",
    ImageSpace.RGB: "/ColorSpace /DeviceRGB",
}


class Profile(Value):
    """What differs between files made from one book.

    Attributes:
        name: e.g. ``screen``.
        fill: operators that make an ink the colour of fills and glyphs.
        stroke: the same for strokes.
        text_state: operator that settles what happens to the ink below text in an ink.
        shape_state: the same for all that is not text.
        spaces, states: colour spaces and graphics states that operators name, by those names.
        images: entries of an image's dictionary, by what its pixels are.
        navigable: whether the file has links, bookmarks and a structure (for pages without a
            slug alone).
        packed: whether plain objects are packed into streams, which PDF 1.4 does not know.
        draws_once: whether what comes again and again is drawn once.
        for_browsers: whether the first page stands in front, for readers on the web (packed, too).
        claim: what the file says it conforms to, if it does.
        output_intent: the condition that its colours are meant for.
    """

    name: str
    fill: Callable[[Ink], str]
    stroke: Callable[[Ink], str]
    text_state: Callable[[Ink], str] = lambda _: ""
    shape_state: str = ""
    spaces: Mapping[str, str] = MappingProxyType({})
    states: Mapping[str, str] = MappingProxyType({})
    images: Mapping[ImageSpace, str] = MappingProxyType(_SCREEN_IMAGES)
    navigable: bool = True
    packed: bool = True
    draws_once: bool = False
    for_browsers: bool = False
    claim: Claim | PressClaim | None = None
    output_intent: OutputIntent | None = None

    @property
    def version(self) -> tuple[int, int]:
        """Of PDF; 1.7 is that of ISO 32000-1."""
        return (1, 7) if self.claim is None else self.claim.version

    @property
    def structure_namespace(self) -> str:
        return self.claim.structure_namespace if isinstance(self.claim, Claim) else ""


class PdfSettings(Value):
    """How a file is to be written.

    Attributes:
        made_at: seconds since 1970 that the file's dates state instead of the edition's date
            (SOURCE_DATE_EPOCH, which the command line reads).
        producer: the program's name and version.
        attachments: files that go along within the file.
        printing: what a viewer's print dialogue shall begin with (ISO 32000-1, table 150).
    """

    profile: Profile
    made_at: int | None = None
    producer: str = "strategy-report"
    attachments: tuple[Attachment, ...] = ()
    printing: str = ""


# Each run of glyphs asks for its colour, and a booklet has a few dozen.
@lru_cache(maxsize=1 << 10)
def _operands(rgb: tuple[int, int, int]) -> str:
    return " ".join(decimal(round(part * 1000 / 255)) for part in rgb)


SCREEN = Profile(
    name="screen",
    fill=lambda ink: _operands(ink.rgb) + " rg",
    stroke=lambda ink: _operands(ink.rgb) + " RG",
    draws_once=True,
    for_browsers=True,
    claim=UA1_A2A,
    output_intent=SRGB,
)


def screen_profile(*, with_data: bool, pdf20: bool = False) -> Profile:
    """SCREEN, with the claim that goes with files inside, and with PDF 2.0."""
    if pdf20:
        return replace(SCREEN, claim=UA2_A4F if with_data else UA2_A4)
    return replace(SCREEN, claim=UA1_A3A if with_data else UA1_A2A)
