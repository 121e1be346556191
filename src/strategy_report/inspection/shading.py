"""Colours between which a gradient runs (ISO 32000-1, 8.7.4.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

_SAMPLED, _EXPONENTIAL, _STITCHING = 0, 2, 3
_SAMPLE_BITS = 8


def shading_ends(shading: Any) -> Iterator[list[float]]:
    """Its colours where they turn; none where they are stated point by point, or reckoned."""
    function = shading.get("/Function")
    if isinstance(function, pikepdf.Array):
        # One function an ink, each with its own turns; those at the same one belong together.
        inks = [list(_turns(one)) for one in function]
        yield from ([part for (part,) in turn] for turn in zip(*inks, strict=False))
    elif function is not None:
        yield from _turns(function)


def _turns(function: Any) -> Iterator[list[float]]:
    match int(function.get("/FunctionType", -1)):
        case kind if kind == _EXPONENTIAL:
            for end, usual in (("/C0", [0]), ("/C1", [1])):
                yield [float(part) for part in function.get(end, usual)]
        case kind if kind == _STITCHING:
            for part in function.get("/Functions", []):
                yield from _turns(part)
        case kind if kind == _SAMPLED and int(function["/BitsPerSample"]) == _SAMPLE_BITS:
            inks = len(function["/Range"]) // 2
            samples = function.read_bytes()
            for at in range(0, len(samples) - inks + 1, inks):
                yield [byte / 255 for byte in samples[at : at + inks]]
