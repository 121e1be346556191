"""Inks: what the press prints and what a screen shows, given together and never converted."""

from __future__ import annotations

from strategy_report.core.value import Value


class Ink(Value):
    """One ink of a theme.

    Attributes:
        name: the theme's word for it, e.g. ``goal-1``.
        rgb: sRGB, each 0-255.
        cmyk: tint of each plate in percent, 0-100.
        spot: name of an ink of its own, if it is printed as one.
    """

    name: str
    rgb: tuple[int, int, int]
    cmyk: tuple[float, float, float, float]
    spot: str | None = None

    @property
    def hex(self) -> str:
        return "#{:02x}{:02x}{:02x}".format(*self.rgb)


WHITE = Ink(name="white", rgb=(255, 255, 255), cmyk=(0, 0, 0, 0))
BLACK = Ink(name="black", rgb=(0, 0, 0), cmyk=(0, 0, 0, 100))
# Printer's marks are on every plate, whichever there are (ISO 32000-1, 8.6.6.4).
REGISTRATION = Ink(name="registration", rgb=(0, 0, 0), cmyk=(100, 100, 100, 100), spot="All")


def contrast(one: Ink, other: Ink) -> float:
    """Contrast ratio of WCAG 2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lightness(ink: Ink) -> float:
    """CIE L* on a screen, 0 to 100."""
    luminance = _luminance(ink)
    if luminance <= 216 / 24389:
        return luminance * 24389 / 27
    return float(116 * luminance ** (1 / 3) - 16)


def _luminance(ink: Ink) -> float:
    red, green, blue = (_linear(part / 255) for part in ink.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
