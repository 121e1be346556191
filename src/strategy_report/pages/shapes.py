"""Paths that several pages draw."""

from __future__ import annotations

from strategy_report.core.geometry import Point
from strategy_report.core.length import Length
from strategy_report.display.item import Path

# Of a quarter circle, as a cubic: 4/3 (√2 - 1).
_ARC = 0.5522847498


def disc(center: Point, radius: Length) -> Path:
    """A circle as four cubics."""
    x, y, r, k = center.x, center.y, radius, radius * _ARC
    return Path(
        operators="MCCCCZ",
        coordinates=(
            *(x + r, y),
            *(x + r, y + k, x + k, y + r, x, y + r),
            *(x - k, y + r, x - r, y + k, x - r, y),
            *(x - r, y - k, x - k, y - r, x, y - r),
            *(x + k, y - r, x + r, y - k, x + r, y),
        ),
    )
