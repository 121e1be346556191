"""How much ink the samples of an image in a PDF ask for, all plates together."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from strategy_report.core.value import Value


class Samples(Value):
    """What the bytes of an image without a compression of its own mean (ISO 32000-1, 8.9.5).

    Attributes:
        plates: how many inks each pixel states.
        bits: of one sample.
        palette: the inks of each colour, a byte an ink; empty where pixels state them.
        inverted: whether the highest sample means no ink.
    """

    width_px: int
    height_px: int
    plates: int
    bits: int = 8
    palette: bytes = b""
    inverted: bool = False


def most_ink(pixels: Any) -> float:
    """Ink of the pixel of CMYK *pixels*, a Pillow image, that has most of it, in percent."""
    return _most(pixels.split())


def most_ink_in_jpeg(data: bytes, *, inverted: bool) -> float | None:
    """The same of a JPEG file of four inks; None where it cannot be read.

    *inverted* samples state 255 where there is no ink.
    """
    from PIL import Image, ImageChops

    try:
        with Image.open(BytesIO(data), formats=("JPEG",)) as source:
            source.load()
        # Pillow takes every CMYK JPEG for an inverted one.
        pixels = ImageChops.invert(source)
        if pixels.mode != "CMYK":
            return None
        return most_ink(ImageChops.invert(pixels) if inverted else pixels)
    except (OSError, ValueError, SyntaxError):
        return None


def most_ink_in_samples(data: bytes, samples: Samples) -> float | None:
    """The same of samples as they stand in the file; None where there are too few of them."""
    from PIL import Image, ImageChops

    across = 1 if samples.palette else samples.plates
    spread = b"".join(_rows(data, samples, across))
    size = samples.width_px, samples.height_px
    if not samples.plates or len(spread) < across * size[0] * size[1]:
        return None
    if samples.palette:
        return _most_in_palette(set(spread), samples)
    bands = [Image.frombytes("L", size, spread[plate::across]) for plate in range(across)]
    return _most([ImageChops.invert(band) for band in bands] if samples.inverted else bands)


def _most(bands: Any) -> float:
    from PIL import ImageMath

    named = {f"plate{number}": band for number, band in enumerate(bands)}
    total = ImageMath.lambda_eval(lambda given: sum(given[name] for name in named), **named)
    return float(total.getextrema()[1]) * 100 / 255


def _most_in_palette(used: set[int], samples: Samples) -> float:
    """Of the colours that the image uses; numbers beyond the palette take its last colour."""
    plates, palette = samples.plates, samples.palette
    last = len(palette) // plates - 1
    colours = (palette[min(one, last) * plates :][:plates] for one in used)
    return max((sum(colour) for colour in colours), default=0) * 100 / 255


def _rows(data: bytes, samples: Samples, across: int) -> Iterator[bytes]:
    """Each row with a byte a sample; numbers of a palette stay as they are."""
    if samples.bits == 16:
        yield data[::2]
    elif samples.bits == 8:
        yield data
    else:
        wide = samples.width_px * across
        held = -(-wide * samples.bits // 8)
        spread = _spread(samples.bits, 1 if samples.palette else 255 // (2**samples.bits - 1))
        for row in range(samples.height_px):
            packed = data[row * held : (row + 1) * held]
            yield b"".join(spread[byte] for byte in packed)[:wide]


def _spread(bits: int, step: int) -> list[bytes]:
    """The samples that each byte holds, the highest bits first, *step* apart."""
    mask, shifts = 2**bits - 1, range(8 - bits, -1, -bits)
    return [bytes((byte >> shift & mask) * step for shift in shifts) for byte in range(256)]
