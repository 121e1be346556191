"""Pixels as an image object: JPEG files as they are, samples compressed without loss."""

from __future__ import annotations

from strategy_report.display.item import Image
from strategy_report.pdf.objects import stream


def image_object(image: Image, space: str) -> bytes:
    """The image; *space* is what its dictionary says of colours."""
    entries = (
        f"/Type /XObject /Subtype /Image /Width {image.width_px} /Height {image.height_px}"
        f" {space} /BitsPerComponent 8"
    )
    return stream(image.data, entries, packed="/DCTDecode" if image.jpeg else "")
