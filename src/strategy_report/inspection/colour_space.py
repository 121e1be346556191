"""Colour spaces of a PDF (ISO 32000-1, 8.6), as plates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf

from strategy_report.core.value import Value
from strategy_report.inspection.mark import Colour, Family

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
        names: of the spot inks that it mixes.
        palette: whether its one number looks colours up; their inks are not followed.
    """

    family: Family
    icc: bool = False
    names: tuple[str, ...] = ()
    palette: bool = False

    def colour(self, numbers: Sequence[float]) -> Colour:
        """The colour that *numbers* set in this space."""
        return Colour(family=self.family, icc=self.icc, inks=tuple(self._inks(numbers)))

    def _inks(self, numbers: Sequence[float]) -> list[tuple[str, float]]:
        if self.palette:
            return []
        if self.family is Family.CMYK and len(numbers) == 4:
            return [(n, v * 100) for n, v in zip(_PROCESS, numbers, strict=True)]
        if self.family is Family.GRAY and len(numbers) == 1:
            return [("K", (1 - numbers[0]) * 100)]
        if self.family is Family.SPOT:
            named = zip(self.names, numbers, strict=False)
            return [(_process(name), value * 100) for name, value in named if name != "None"]
        return []


_PROCESS_NAMES = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}


def _process(name: str) -> str:
    return _PROCESS_NAMES.get(name, name)


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
            return Space(family=Family.SPOT, names=(_plain(parts[1]),))
        case "/DeviceN":
            return Space(family=Family.SPOT, names=tuple(_plain(name) for name in parts[1]))
        case "/Indexed" | "/I" if depth <= _DEEPEST:
            base = read_space(parts[1], resources, depth + 1)
            return Space(family=base.family, icc=base.icc, names=base.names, palette=True)
        case name:
            return Space(family=_DEVICE.get(name, Family.OTHER))


def _plain(name: Any) -> str:
    return str(name).removeprefix("/")
