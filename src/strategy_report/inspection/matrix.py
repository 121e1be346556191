"""Transformations of a content stream (ISO 32000-1, 8.3.3)."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot, sqrt

Matrix = tuple[float, float, float, float, float, float]
# Left, bottom, right, top, in points.
Bounds = tuple[float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
EVERYWHERE: Bounds = (-1e9, -1e9, 1e9, 1e9)


def times(first: Matrix, then: Matrix) -> Matrix:
    """*first*, and *then* the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def scale(matrix: Matrix) -> float:
    """How much larger an area's side becomes, on the average of both directions."""
    a, b, c, d, _, _ = matrix
    return sqrt(abs(a * d - b * c))


def narrowest(matrix: Matrix) -> float:
    """How much larger a line's width becomes, where it gains least."""
    a, b, c, d, _, _ = matrix
    return min(hypot(a, b), hypot(c, d))


def around(points: Iterable[tuple[float, float]]) -> Bounds:
    """The rectangle around *points*, of which there is at least one."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def within(bounds: Bounds, clip: Bounds) -> Bounds | None:
    """The part of *bounds* that *clip* leaves; None where there is none."""
    left, bottom = max(bounds[0], clip[0]), max(bounds[1], clip[1])
    right, top = min(bounds[2], clip[2]), min(bounds[3], clip[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None
