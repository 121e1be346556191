"""Images of a file, each looked at once, however often it is placed."""

from __future__ import annotations

from typing import Any

import pikepdf

from strategy_report.images.press import most_ink_in
from strategy_report.inspection.colour_space import read_space
from strategy_report.inspection.mark import Family, ImageFacts

# Larger ones would take a minute; photographs for A4 come nowhere near.
_MOST_PIXELS = 60_000_000


class ImageReader:
    """Facts of images.

    Attributes:
        facts: of all that were read, in the order in which they were met.
    """

    def __init__(self) -> None:
        self.facts: list[ImageFacts] = []
        self._known: dict[tuple[int, int], int] = {}

    def read(self, image: Any, resources: Any) -> int:
        """Where in `facts` those of *image* are."""
        known = self._known.get(image.objgen)
        if known is None:
            known = self._known[image.objgen] = len(self.facts)
            self.facts.append(_facts(image, resources))
        return known


def _facts(image: Any, resources: Any) -> ImageFacts:
    mask = bool(image.get("/ImageMask", False))
    gray = pikepdf.Name.DeviceGray
    space = read_space(image.get("/ColorSpace", gray), resources)
    cmyk = space.family is Family.CMYK and not space.palette
    return ImageFacts(
        width_px=int(image["/Width"]),
        height_px=int(image["/Height"]),
        bits=1 if mask else int(image.get("/BitsPerComponent", 8)),
        colour=space.colour([]),
        most_ink=_most_ink(image) if cmyk else None,
    )


def _most_ink(image: Any) -> float | None:
    """Of the pixel that has most, in percent; None where the pixels cannot be taken apart."""
    size = int(image["/Width"]), int(image["/Height"])
    if size[0] * size[1] > _MOST_PIXELS or int(image.get("/BitsPerComponent", 8)) != 8:
        return None
    filters = image.get("/Filter", pikepdf.Array())
    names = [str(one) for one in (filters if isinstance(filters, pikepdf.Array) else [filters])]
    inverted = [float(part) for part in image.get("/Decode", [])] == [1, 0] * 4
    if names == ["/DCTDecode"]:
        return most_ink_in(image.read_raw_bytes(), None, inverted=inverted)
    if "/DCTDecode" in names or "/JPXDecode" in names:
        return None
    return most_ink_in(image.read_bytes(), size, inverted=inverted)
