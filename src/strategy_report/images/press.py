"""Pixels of any kind to the plates of a press: CMYK of one printing condition, or black alone."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import Any

from strategy_report.core.value import Value
from strategy_report.images.colour import in_srgb, usable_profile
from strategy_report.images.ink_sum import most_ink

# JPEG blurs what is capped sharply; each round caps a little lower, and the last gives up on JPEG.
_ROUNDS = 6
_QUALITY = 92


class Intent(Enum):
    """How colours beyond a press's reach are brought within it (ICC.1:2010, 0.7)."""

    PERCEPTUAL = 0
    # With black point compensation.
    RELATIVE = 1


class Plates(Enum):
    """What a photograph is printed with."""

    PROCESS = "process"
    BLACK = "black"


class PressColour(Value):
    """To what photographs are converted.

    Attributes:
        icc: the printing condition's profile.
        total_ink: most ink of all plates together, in percent.
    """

    icc: bytes
    intent: Intent
    total_ink: int
    plates: Plates

    @property
    def shaping(self) -> tuple[str, str, int, str]:
        """All of it that shapes the pixels, in few words."""
        return sha256(self.icc).hexdigest(), self.intent.name, self.total_ink, self.plates.value


def on_plates(pixels: Any, profile: bytes | None, press: PressColour) -> Any:
    """Opaque *pixels* with their file's *profile*, as CMYK within the ink limit, or gray.

    What was gray, or shall be black alone, becomes gray. Without a profile that can be used, RGB
    is taken for sRGB, and CMYK for what the press prints.
    """
    if press.plates is Plates.BLACK or pixels.mode == "L":
        return in_srgb(pixels, profile).convert("L")
    return capped(_converted(pixels, profile, press), press.total_ink)


def capped(pixels: Any, total_ink: int) -> Any:
    """CMYK *pixels* with at most *total_ink* percent: black stays, the others give way alike."""
    if most_ink(pixels) <= total_ink:
        return pixels
    from PIL import Image, ImageMath

    bands = dict(zip("cmyk", pixels.split(), strict=True))
    limit = total_ink * 255 // 100

    def given_way(name: str) -> Any:
        def reckon(args: dict[str, Any]) -> Any:
            colours = args["c"] + args["m"] + args["y"]
            room = args["max"](limit - args["k"], 0)
            # Whole numbers, rounded down, so that the sum never exceeds the room.
            fitted = args[name] * args["min"](room, colours) / args["max"](colours, 1)
            return args["convert"](fitted, "L")

        return ImageMath.lambda_eval(reckon, **bands)

    return Image.merge("CMYK", (*(given_way(name) for name in "cmy"), bands["k"]))


def pressed_jpeg(pixels: Any, press: PressColour) -> bytes | None:
    """A JPEG file that keeps within the ink limit when it is decoded; None where none does."""
    from PIL import Image

    limit = press.total_ink
    for _ in range(_ROUNDS):
        written = BytesIO()
        pixels.info = {}
        pixels.save(written, "JPEG", quality=_QUALITY, subsampling="4:4:4", optimize=True)
        if pixels.mode == "L":
            return written.getvalue()
        with Image.open(written) as again:
            over = most_ink(again) - press.total_ink
        if over <= 0:
            return written.getvalue()
        limit -= int(over) + 2
        pixels = capped(pixels, limit)
    return None


def _converted(pixels: Any, profile: bytes | None, press: PressColour) -> Any:
    from PIL import ImageCms

    usable = usable_profile(pixels, profile) is not None
    if pixels.mode == "CMYK" and not usable:
        return pixels
    transform = _transform(profile if usable else None, pixels.mode, press.icc, press.intent)
    return ImageCms.applyTransform(pixels, transform)


# Photographs of one camera share it; making it takes as long as converting one.
@lru_cache(maxsize=4)
def _transform(profile: bytes | None, mode: str, icc: bytes, intent: Intent) -> Any:
    from PIL import ImageCms

    source = (
        ImageCms.ImageCmsProfile(BytesIO(profile)) if profile else ImageCms.createProfile("sRGB")
    )
    return ImageCms.buildTransform(
        source,
        ImageCms.ImageCmsProfile(BytesIO(icc)),
        mode,
        "CMYK",
        renderingIntent=ImageCms.Intent(intent.value),
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
