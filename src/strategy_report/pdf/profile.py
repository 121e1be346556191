"""What a file is for: how inks become operators, and what is cut off."""

from __future__ import annotations

from collections.abc import Callable

from strategy_report.core.ink import Ink
from strategy_report.core.value import Value
from strategy_report.pdf.number import decimal


class Profile(Value):
    """What differs between files made from one book.

    Attributes:
        name: e.g. ``screen``.
        fill: operators that make an ink the colour of fills and glyphs.
        stroke: the same for strokes.
        shows_bleed: whether the file's pages reach as far as the bleed, or end at the trim.
        packed: whether plain objects are packed into streams, which PDF 1.4 does not know.
    """

    name: str
    fill: Callable[[Ink], str]
    stroke: Callable[[Ink], str]
    shows_bleed: bool = False
    packed: bool = True


class PdfSettings(Value):
    """How a file is to be written.

    Attributes:
        made_at: seconds since 1970 that the file's dates state instead of the edition's date
            (SOURCE_DATE_EPOCH, which the command line reads).
        producer: the program's name and version.
    """

    profile: Profile
    made_at: int | None = None
    producer: str = "strategy-report"


def _rgb(ink: Ink) -> str:
    return " ".join(decimal(round(part * 1000 / 255)) for part in ink.rgb)


SCREEN = Profile(
    name="screen",
    fill=lambda ink: _rgb(ink) + " rg",
    stroke=lambda ink: _rgb(ink) + " RG",
)
