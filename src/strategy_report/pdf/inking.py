"""Inks as a press prints them: on four plates as they were designed, or all on one plate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from strategy_report.core.ink import REGISTRATION, Ink, lightness
from strategy_report.core.value import Value
from strategy_report.display.item import ImageSpace
from strategy_report.pdf.number import decimal
from strategy_report.pdf.objects import pdf_name

# Solid black on coated paper (FOGRA39L); from there to paper white, lightness goes with the tint.
_BLACKEST = 16


class Inking(Value):
    """How inks become operators and pixels become plates.

    Attributes:
        fill, stroke: operators that make an ink the colour of fills and glyphs, or of strokes.
        spaces: colour spaces that the operators name, by their names in page resources.
        images: entries of an image's dictionary, by what its pixels are.
    """

    fill: Callable[[Ink], str]
    stroke: Callable[[Ink], str]
    spaces: Mapping[str, str]
    images: Mapping[ImageSpace, str]


def black_tint(ink: Ink) -> int:
    """Percent of one dark plate that looks as light as *ink* does."""
    cyan, magenta, yellow, black = ink.cmyk
    if not (cyan or magenta or yellow):
        return round(black)
    return round(min(max((100 - lightness(ink)) / (100 - _BLACKEST), 0), 1) * 100)


def _all_plates(ink: Ink) -> bool:
    return ink.spot == REGISTRATION.spot


def _separation(name: str, solid: str) -> str:
    """A Separation space whose tints look as those of *solid* (ISO 32000-1, 8.6.6.4)."""
    tint = f"<< /FunctionType 2 /Domain [ 0 1 ] /C0 [ 0 0 0 0 ] /C1 [ {solid} ] /N 1 >>"
    return f"[ /Separation {pdf_name(name)} /DeviceCMYK {tint} ]"


def _percent(part: float) -> str:
    return decimal(round(part * 10))


# Each run of glyphs asks for its colour, and a booklet has a few dozen.
@lru_cache(maxsize=1 << 10)
def _plates(cmyk: tuple[float, float, float, float]) -> str:
    return " ".join(map(_percent, cmyk))


_EVERY_PLATE = {"All": _separation("All", "1 1 1 1")}
_GRAY_IMAGE = "/ColorSpace /DeviceGray"

PROCESS = Inking(
    fill=lambda ink: "/All cs 1 scn" if _all_plates(ink) else f"{_plates(ink.cmyk)} k",
    stroke=lambda ink: "/All CS 1 SCN" if _all_plates(ink) else f"{_plates(ink.cmyk)} K",
    spaces=_EVERY_PLATE,
    # Pillow writes CMYK as Adobe does: 255 where there is no ink.
    images={
        ImageSpace.GRAY: _GRAY_IMAGE,
        ImageSpace.CMYK: "/ColorSpace /DeviceCMYK /Decode [ 1 0 1 0 1 0 1 0 ]",
    },
)

BLACK_ALONE = Inking(
    fill=lambda ink: (
        "/All cs 1 scn" if _all_plates(ink) else f"0 0 0 {_percent(black_tint(ink))} k"
    ),
    stroke=lambda ink: (
        "/All CS 1 SCN" if _all_plates(ink) else f"0 0 0 {_percent(black_tint(ink))} K"
    ),
    spaces=_EVERY_PLATE,
    images={ImageSpace.GRAY: _GRAY_IMAGE},
)


def one_spot(spot: Ink) -> Inking:
    """Everything in tints of one ink of its own; *spot* names it and says how it looks."""
    solid = " ".join(map(_percent, spot.cmyk))
    space = _separation(spot.spot or spot.name, solid)

    def tint(ink: Ink, operators: tuple[str, str]) -> str:
        select, paint = operators
        if _all_plates(ink):
            return f"/All {select} 1 {paint}"
        return f"/Spot {select} {_percent(black_tint(ink))} {paint}"

    return Inking(
        fill=lambda ink: tint(ink, ("cs", "scn")),
        stroke=lambda ink: tint(ink, ("CS", "SCN")),
        spaces={**_EVERY_PLATE, "Spot": space},
        # Gray counts from black, a tint from paper.
        images={ImageSpace.GRAY: f"/ColorSpace {space} /Decode [ 1 0 ]"},
    )
