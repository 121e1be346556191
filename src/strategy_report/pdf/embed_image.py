"""Pixels as an image object: JPEG files as they are, samples compressed without loss."""

from __future__ import annotations

from strategy_report.display.item import Image, ImageSpace
from strategy_report.pdf.objects import Raw, stream

_SPACES = {
    ImageSpace.GRAY: "/DeviceGray",
    ImageSpace.RGB: "/DeviceRGB",
    ImageSpace.CMYK: "/DeviceCMYK",
}


def image_object(image: Image) -> Raw:
    entries = (
        f"/Type /XObject /Subtype /Image /Width {image.width_px} /Height {image.height_px}"
        f" /ColorSpace {_SPACES[image.space]} /BitsPerComponent 8"
    )
    return stream(image.data, entries, packed="/DCTDecode" if image.jpeg else "")
