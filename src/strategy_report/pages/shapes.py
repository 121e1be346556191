"""Paths that several pages draw."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import Length
from strategy_report.display.item import Path

# Of a quarter circle, as a cubic: 4/3 (√2 - 1).
_ARC = 0.5522847498


def disc(center: Point, radius: Length) -> Path:
    """A circle as four cubics."""
    return ellipse(center, radius, radius)


def ellipse(center: Point, across: Length, down: Length) -> Path:
    """An ellipse by its two radii, as four cubics."""
    x, y, a, b = center.x, center.y, across, down
    h, v = across * _ARC, down * _ARC
    return Path(
        operators="MCCCCZ",
        coordinates=(
            *(x + a, y),
            *(x + a, y + v, x + h, y + b, x, y + b),
            *(x - h, y + b, x - a, y + v, x - a, y),
            *(x - a, y - v, x - h, y - b, x, y - b),
            *(x + h, y - b, x + a, y - v, x + a, y),
        ),
    )


def rounded(rect: Rect, radius: Length) -> Path:
    """A rectangle with rounded corners."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    r, k = radius, radius * (1 - _ARC)
    return Path(
        operators="MLCLCLCLCZ",
        coordinates=(
            *(left + r, top, right - r, top),
            *(right - k, top, right, top + k, right, top + r),
            *(right, bottom - r),
            *(right, bottom - k, right - k, bottom, right - r, bottom),
            *(left + r, bottom),
            *(left + k, bottom, left, bottom - k, left, bottom - r),
            *(left, top + r),
            *(left, top + k, left + k, top, left + r, top),
        ),
    )


def arrowhead(at: Point, width: Length, height: Length) -> Path:
    """▸ with the middle of its upright side at *at*."""
    half = height / 2
    return Path.polygon(
        Point(at.x, at.y - half), Point(at.x + width, at.y), Point(at.x, at.y + half)
    )


def inset(rect: Rect, by: Length) -> Rect:
    """*rect* smaller by *by* on every side; a stroke twice as wide lies within *rect*."""
    return Rect(rect.x + by, rect.y + by, rect.width - by * 2, rect.height - by * 2)
