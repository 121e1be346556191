"""Images of a file, each looked at once, however often it is placed."""

from __future__ import annotations

from typing import Any

import pikepdf

from strategy_report.images.ink_sum import Samples, most_ink_in_jpeg, most_ink_in_samples
from strategy_report.inspection.colour_space import Space, read_space
from strategy_report.inspection.mark import ImageFacts

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
        # Streams are of a document; those of inline images are of none that is looked at.
        self._aside = pikepdf.new()

    def read(self, image: Any, resources: Any) -> int:
        """Where in `facts` those of *image* are."""
        known = self._known.get(image.objgen)
        if known is None:
            known = self._known[image.objgen] = len(self.facts)
            self.facts.append(_facts(image, resources))
        return known

    def read_inline(self, image: Any, resources: Any) -> int:
        """The same of an image that stands within a content stream."""
        stream = self._aside.make_stream(image.read_raw_bytes())
        for key, value in image.obj.items():
            stream[key] = value
        self.facts.append(_facts(stream, resources))
        return len(self.facts) - 1


def _facts(image: Any, resources: Any) -> ImageFacts:
    mask = bool(image.get("/ImageMask", False))
    gray = pikepdf.Name.DeviceGray
    space = read_space(image.get("/ColorSpace", gray), resources)
    several = space.plates > 1
    most = _most_ink(image, space) if several else None
    return ImageFacts(
        width_px=int(image["/Width"]),
        height_px=int(image["/Height"]),
        bits=1 if mask else int(image.get("/BitsPerComponent", 8)),
        colour=space.colour([]),
        most_ink=most,
        ink_unknown=several and most is None,
    )


def _most_ink(image: Any, space: Space) -> float | None:
    """Of the pixel that has most, in percent; None where the pixels cannot be taken apart."""
    samples = Samples(
        width_px=int(image["/Width"]),
        height_px=int(image["/Height"]),
        plates=space.plates,
        bits=int(image.get("/BitsPerComponent", 8)),
        palette=space.palette,
        inverted=[float(part) for part in image.get("/Decode", [])] == [1, 0] * space.plates,
    )
    if samples.width_px * samples.height_px > _MOST_PIXELS:
        return None
    filters = image.get("/Filter", pikepdf.Array())
    names = [str(one) for one in (filters if isinstance(filters, pikepdf.Array) else [filters])]
    if names == ["/DCTDecode"]:
        return most_ink_in_jpeg(image.read_raw_bytes(), inverted=samples.inverted)
    if "/DCTDecode" in names or "/JPXDecode" in names:
        return None
    return most_ink_in_samples(image.read_bytes(), samples)
