"""Printer's marks, measured."""

from __future__ import annotations

from strategy_report.core.geometry import Size
from strategy_report.core.length import mm
from strategy_report.imposition.marks import marks, slug_reach

A4 = Size(mm(210), mm(297))
MARKS = [
    [(int(x) / 36_000, int(y) / 36_000) for x, y in zip(points[::2], points[1::2], strict=True)]
    for points in (shape.path.coordinates for shape in marks(A4, mm(3)))
]


def test_the_corner_at_the_top_left_is_two_angles_that_cross() -> None:
    # From the trim's corner at (0, 0): 3 mm of bleed, then 9 mm of mark.
    assert MARKS[0] == [(0, -12), (0, -3), (-12, -3)]
    assert MARKS[1] == [(-12, 0), (-3, 0), (-3, -12)]


def test_the_other_corners_mirror_it() -> None:
    assert MARKS[6] == [(210, 309), (210, 300), (222, 300)]
    assert MARKS[7] == [(222, 297), (213, 297), (213, 309)]


def test_crosses_stand_at_the_middle_of_every_side() -> None:
    assert MARKS[8:] == [
        [(105, -3), (105, -12)], [(97, -6), (113, -6)],
        [(105, 300), (105, 309)], [(97, 303), (113, 303)],
        [(-3, 148.5), (-12, 148.5)], [(-6, 140.5), (-6, 156.5)],
        [(213, 148.5), (222, 148.5)], [(216, 140.5), (216, 156.5)],
    ]  # fmt: skip


def test_no_mark_enters_the_bleed_or_leaves_the_sheet() -> None:
    reach = slug_reach(mm(3)).mm
    assert reach == 15
    for points in MARKS:
        xs, ys = zip(*points, strict=True)
        outside = max(xs) <= -3 or min(xs) >= 213 or max(ys) <= -3 or min(ys) >= 300
        # Angles turn around the bleed's corner: their middle point is on its edge.
        assert outside or len(points) == 3, points
        assert all(-reach < x < 210 + reach and -reach < y < 297 + reach for x, y in points)


def test_marks_are_on_every_plate() -> None:
    strokes = [shape.stroke for shape in marks(A4, mm(3))]
    assert all(stroke is not None and stroke.ink.spot == "All" for stroke in strokes)
