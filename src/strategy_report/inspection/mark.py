"""What a page of a PDF paints, mark by mark, as a press meets it."""

from __future__ import annotations

from enum import Enum

from strategy_report.core.geometry import Rect
from strategy_report.core.length import Length
from strategy_report.core.value import Value


class Family(Enum):
    """Kinds of colour spaces, by what a press makes of them."""

    GRAY = "グレー"
    RGB = "RGB"
    CMYK = "CMYK"
    SPOT = "特色"
    OTHER = "Lab など"
    PATTERN = "模様"


# Red, green and blue, from 0 to 1.
Rgb = tuple[float, float, float]


class Colour(Value):
    """A colour as it is set in the file.

    Attributes:
        family: of its colour space, or of the space that an ICC profile stands for.
        icc: whether a profile says what the numbers mean.
        inks: percent by plate: ``C``, ``M``, ``Y``, ``K`` or a spot ink's name. Empty where the
            plates are not known before the file is converted.
        spots: names of the spot inks that its space mixes.
        rgb: how a screen shows it; None where only a conversion would tell.
    """

    family: Family
    icc: bool = False
    inks: tuple[tuple[str, float], ...] = ()
    spots: tuple[str, ...] = ()
    rgb: Rgb | None = None

    @property
    def total(self) -> float:
        """Ink of all plates together, in percent."""
        return sum(percent for _, percent in self.inks)

    @property
    def plates(self) -> tuple[str, ...]:
        """Those that print something."""
        return tuple(plate for plate, percent in self.inks if percent > 0)

    @property
    def is_registration(self) -> bool:
        """Whether it is for every plate there is."""
        return any(plate == "All" for plate, _ in self.inks)


class MarkKind(Enum):
    TEXT = "文字"
    FILL = "塗り"
    STROKE = "線"
    IMAGE = "画像"
    SHADING = "グラデーション"
    GROUP = "透明の重なり"


class Mark(Value):
    """One mark.

    Attributes:
        rect: around it on the trimmed page, cut to what clips it; of text, where it begins.
        colour: None for images without one of their own.
        overprints: whether plates that the colour has nothing of keep what is below.
        size: of text, its em; of a stroke, its width; of a fill, its narrower side; as they come
            out on the page.
        ppi: of an image, pixels an inch across; 0 for others.
        pixels: name of the image object's facts, see `PageMarks.images`.
        transparent: whether what is below shines through.
    """

    kind: MarkKind
    rect: Rect
    colour: Colour
    overprints: bool = False
    size: Length = Length(0)
    ppi: int = 0
    pixels: int = -1
    transparent: bool = False


class ImageFacts(Value):
    """An image object.

    Attributes:
        bits: of a sample; 1 for line art.
        most_ink: of the pixel that has most, in percent; None where it is none of inks, or was not
            reckoned.
        ink_unknown: whether it is one of inks that could not be taken apart.
    """

    width_px: int
    height_px: int
    bits: int
    colour: Colour
    most_ink: float | None
    ink_unknown: bool = False


class PageMarks(Value):
    """All that a page paints.

    Attributes:
        fonts: names of fonts that it shows text with, and whether each is embedded.
        broken: whether its content could be read to the end.
    """

    marks: tuple[Mark, ...]
    images: tuple[ImageFacts, ...]
    fonts: tuple[tuple[str, bool], ...]
    broken: bool = False
