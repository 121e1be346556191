"""Exact distances, held as whole EMU so that mm, points and Q add up without rounding."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

EMU_PER_PT = 12_700
EMU_PER_MM = 36_000
EMU_PER_Q = 9_000


class Length(int):
    """A distance in EMU. Lengths add up; a length times a number is a length.

    It is an `int`, so that hot loops can work on it bare; elsewhere only lengths meet lengths,
    which the type checker sees to.
    """

    __slots__ = ()

    def __add__(self, other: Length) -> Length:  # type: ignore[override]
        return Length(int.__add__(self, other))

    def __radd__(self, other: int) -> Length:
        # sum() starts from 0
        return Length(int.__add__(self, other))

    def __sub__(self, other: Length) -> Length:  # type: ignore[override]
        return Length(int.__sub__(self, other))

    def __neg__(self) -> Length:
        return Length(int.__neg__(self))

    def __abs__(self) -> Length:
        return Length(int.__abs__(self))

    def __mul__(self, factor: int | float) -> Length:
        return Length(round(int(self) * factor))

    __rmul__ = __mul__

    def __truediv__(self, part: int | float) -> Length:
        """One of *part* equal parts, to the nearest EMU (`ratio` gives the share of a length)."""
        return Length(round(int(self) / part))

    def ratio(self, whole: Length) -> float:
        """This distance as a share of *whole*."""
        return int(self) / int(whole)

    @property
    def pt(self) -> float:
        """This distance in points."""
        return int(self) / EMU_PER_PT

    @property
    def mm(self) -> float:
        """This distance in millimetres."""
        return int(self) / EMU_PER_MM

    def __repr__(self) -> str:
        return f"pt({self.pt:g})"

    __str__ = __repr__


ZERO = Length(0)


def pt(amount: float | str | Decimal) -> Length:
    """*amount* points, to the nearest EMU (exact to four decimals)."""
    return _of(amount, EMU_PER_PT)


def mm(amount: float | str | Decimal) -> Length:
    """*amount* millimetres, to the nearest EMU."""
    return _of(amount, EMU_PER_MM)


def q(amount: float | str | Decimal) -> Length:
    """*amount* Q (a quarter of a millimetre), to the nearest EMU."""
    return _of(amount, EMU_PER_Q)


def em(amount: float, char_size: Length) -> Length:
    """*amount* em of a type whose em is *char_size*."""
    return char_size * amount


def _of(amount: float | str | Decimal, unit: int) -> Length:
    if isinstance(amount, str | Decimal):
        return Length(int((Decimal(amount) * unit).to_integral_value(ROUND_HALF_EVEN)))
    return Length(round(amount * unit))
