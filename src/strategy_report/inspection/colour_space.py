"""Colour spaces of a PDF (ISO 32000-1, 8.6), as plates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf

from strategy_report.core.value import Value, replace
from strategy_report.inspection.mark import Colour, Family, Rgb

_PROCESS = ("C", "M", "Y", "K")
_DEVICE = {
    "/DeviceGray": Family.GRAY,
    "/G": Family.GRAY,
    "/CalGray": Family.GRAY,
    "/DeviceRGB": Family.RGB,
    "/RGB": Family.RGB,
    "/CalRGB": Family.RGB,
    "/DeviceCMYK": Family.CMYK,
    "/CMYK": Family.CMYK,
    "/Pattern": Family.PATTERN,
}
_BY_COMPONENTS = {1: Family.GRAY, 3: Family.RGB, 4: Family.CMYK}
# An Indexed space may be based on another, but never on a second Indexed one.
_DEEPEST = 3


class Space(Value):
    """A colour space.

    Attributes:
        names: of the inks that it mixes, where it names them; process inks by their letter.
        palette: the inks that its one number looks up, a byte an ink; empty for others.
    """

    family: Family
    icc: bool = False
    names: tuple[str, ...] = ()
    palette: bytes = b""

    @property
    def plates(self) -> int:
        """How many inks a colour states; 0 where that is not known before a conversion."""
        if self.family in (Family.CMYK, Family.SPOT):
            return len(self.names) or len(_PROCESS)
        return 1 if self.family is Family.GRAY else 0

    def colour(self, numbers: Sequence[float]) -> Colour:
        """The colour that *numbers* set in this space."""
        return Colour(
            family=self.family,
            icc=self.icc,
            inks=tuple(self._inks(numbers)),
            spots=tuple(name for name in self.names if name not in _NO_SPOTS),
            rgb=self._rgb(numbers),
        )

    def _rgb(self, numbers: Sequence[float]) -> Rgb | None:
        if self.palette or self.icc:
            return None
        if self.family is Family.GRAY and len(numbers) == 1:
            return (numbers[0],) * 3
        if self.family is Family.RGB and len(numbers) == 3:
            red, green, blue = numbers
            return red, green, blue
        return None

    def _inks(self, numbers: Sequence[float]) -> list[tuple[str, float]]:
        if self.palette and len(numbers) == 1:
            start = int(numbers[0]) * self.plates
            numbers = [byte / 255 for byte in self.palette[start : start + self.plates]]
        if self.names:
            named = zip(self.names, numbers, strict=False)
            return [(name, value * 100) for name, value in named if name != "None"]
        if self.family is Family.CMYK and len(numbers) == len(_PROCESS):
            return [(n, v * 100) for n, v in zip(_PROCESS, numbers, strict=True)]
        if self.family is Family.GRAY and len(numbers) == 1:
            return [("K", (1 - numbers[0]) * 100)]
        return []


_PROCESS_NAMES = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
_NO_SPOTS = (*_PROCESS, "All", "None")

GRAY, RGB, CMYK = Space(family=Family.GRAY), Space(family=Family.RGB), Space(family=Family.CMYK)


def read_space(given: Any, resources: Any, depth: int = 0) -> Space:
    """The space that an operand or an image's dictionary names."""
    name = str(given) if isinstance(given, pikepdf.Name) else ""
    if name in _DEVICE:
        return Space(family=_DEVICE[name])
    if name:
        spaces = resources.get("/ColorSpace", {}) if resources is not None else {}
        if name not in spaces or depth > _DEEPEST:
            return Space(family=Family.OTHER)
        return read_space(spaces[name], resources, depth + 1)
    return _array(list(given), resources, depth)


def _array(parts: list[Any], resources: Any, depth: int) -> Space:
    if not parts:
        return Space(family=Family.OTHER)
    match str(parts[0]):
        case "/ICCBased":
            components = int(parts[1].get("/N", 0))
            return Space(family=_BY_COMPONENTS.get(components, Family.OTHER), icc=True)
        case "/Separation":
            return _of_inks((_ink(parts[1]),))
        case "/DeviceN":
            return _of_inks(tuple(_ink(name) for name in parts[1]))
        case "/Indexed" | "/I" if depth <= _DEEPEST:
            return _indexed(read_space(parts[1], resources, depth + 1), parts[3])
        case name:
            return Space(family=_DEVICE.get(name, Family.OTHER))


def _of_inks(names: tuple[str, ...]) -> Space:
    """Process inks by their names are no spot inks, however few of them there are."""
    process = all(name in (*_PROCESS, "None") for name in names)
    return Space(family=Family.CMYK if process else Family.SPOT, names=names)


def _indexed(base: Space, table: Any) -> Space:
    """Colours of *base* by their number; only inks are looked up."""
    if not base.plates:
        return base
    looked_up = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
    return replace(base, palette=looked_up)


def _ink(name: Any) -> str:
    plain = str(name).removeprefix("/")
    return _PROCESS_NAMES.get(plain, plain)
