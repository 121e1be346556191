from __future__ import annotations

from strategy_report.core.geometry import Rect
from strategy_report.core.length import pt


def rect(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(pt(x), pt(y), pt(width), pt(height))


def test_rectangles_that_share_an_edge_do_not_meet() -> None:
    assert not rect(0, 0, 10, 10).meets(rect(10, 0, 10, 10))
    assert rect(0, 0, 10, 10).meets(rect(9, 9, 10, 10))


def test_a_rectangle_contains_itself_and_nothing_that_sticks_out() -> None:
    outer = rect(0, 0, 10, 10)
    assert outer.contains(outer)
    assert not outer.contains(rect(5, 5, 6, 1))
    assert (outer.right, outer.bottom) == (pt(10), pt(10))
