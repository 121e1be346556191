"""Pixels of any kind to what a screen shows: 8 bits, opaque, sRGB or gray."""

from __future__ import annotations

from io import BytesIO
from typing import Any

_SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L", "I;16N")
_GRAYS = ("1", "L", "LA", "La")
# The colour space a profile is for, by the mode of the pixels (ICC.1:2022, table 19).
_SPACE_OF = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}


def opaque(pixels: Any) -> Any:
    """*pixels*, a Pillow image, in 8 bits over white: mode L, RGB or CMYK.

    Of what the file says of itself only its profile is left, as `in_srgb` takes it.

    Raises:
        ValueError: the image's mode cannot be converted.
    """
    profile = pixels.info.get("icc_profile")
    if pixels.mode in _SIXTEEN_BITS:
        pixels = _eight_bits(pixels)
    elif pixels.mode == "F":
        raise ValueError("no file says which number of a floating-point image is white")
    gray = _is_gray(pixels)
    if pixels.has_transparency_data:
        pixels = _over_white(pixels)
    elif pixels.mode not in _SPACE_OF:
        pixels = pixels.convert("RGB")
    if gray and pixels.mode != "L":
        # Equal parts of red, green and blue stay what they are (ITU-R BT.601's weights sum to 1).
        pixels = pixels.convert("L")
    pixels.info = {"icc_profile": profile}
    return pixels


def in_srgb(pixels: Any, profile: bytes | None) -> Any:
    """Opaque *pixels* as sRGB, or gray as they are.

    *profile* is the ICC profile of the file. Without one that can be used, RGB is taken for
    sRGB, and CMYK is converted by subtraction.
    """
    if profile:
        converted = _converted(pixels, profile)
        if converted is not None:
            return converted
    return pixels.convert("RGB") if pixels.mode == "CMYK" else pixels


def uninverted(pixels: Any) -> Any:
    """CMYK *pixels* the other way round.

    Pillow takes every CMYK JPEG for one of Adobe's, which state 255 where there is no ink; files
    without Adobe's marker state 0.
    """
    from PIL import ImageChops

    return ImageChops.invert(pixels)


def _eight_bits(pixels: Any) -> Any:
    # 65535 / 257 = 255; the half rounds, since what is behind the point is cut off.
    return pixels.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")


def _is_gray(pixels: Any) -> bool:
    """Whether the file stated its pixels in gray, a palette of grays among them."""
    if pixels.mode != "P":
        return pixels.mode in _GRAYS
    colours = pixels.getpalette("RGB") or []
    return colours[::3] == colours[1::3] == colours[2::3]


def _over_white(pixels: Any) -> Any:
    from PIL import Image

    pixels = pixels.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", pixels.size, "white"), pixels).convert("RGB")


def usable_profile(pixels: Any, profile: bytes | None) -> Any | None:
    """The ICC *profile* opened, if it is one for the kind of *pixels*.

    A broken profile says nothing; viewers ignore it too.
    """
    if not profile:
        return None
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
    except (ImageCms.PyCMSError, OSError):
        return None
    return source if source.profile.xcolor_space.strip() == _SPACE_OF[pixels.mode] else None


def _converted(pixels: Any, profile: bytes) -> Any | None:
    source = usable_profile(pixels, profile)
    if source is None:
        return None
    from PIL import ImageCms

    try:
        return ImageCms.profileToProfile(
            pixels,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError:
        return None
