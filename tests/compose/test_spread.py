"""均等割付 and 字取り, counted by eye."""

from __future__ import annotations

import pytest
from kit.square_font import EM, places, square_composer, square_style

from strategy_report.compose.text import StyledRun
from strategy_report.core.length import Length


def spread(text: str, em: float) -> list[float]:
    """Where each character stands when *text* is set over *em*."""
    run = StyledRun(text=text, style=square_style())
    line = square_composer().spread((run,), Length(int(EM * em)))
    return [place for _, place in places(line)]


@pytest.mark.parametrize(
    ("text", "em", "found"),
    [
        # JLREQ 3.7.3: two to six characters in the same length, both ends flush.
        ("金沢", 6, [0, 5]),
        ("金沢市", 7, [0, 3, 6]),
        ("石川県金", 7, [0, 2, 4, 6]),
        ("石川県金沢市", 7, [0, 1.2, 2.4, 3.6, 4.8, 6]),
        ("市", 6, [0]),
        # Too long for the length, and nothing that could be reduced.
        ("金沢市", 2, [0, 1, 2]),
    ],
)
def test_characters_stand_equally_far_apart_and_flush_at_both_ends(
    text: str, em: float, found: list[float]
) -> None:
    assert spread(text, em) == found


def test_a_figure_is_one_unit() -> None:
    # Inside 第10回 the natural quarter em stays; what is added goes to the three gaps behind it.
    assert spread("第10回大会", 10)[:4] == [0, 1.25, 1.75, 2.5]


def test_signs_of_two_parts_and_marks_are_not_torn() -> None:
    # The dash stays whole, and nothing is added behind an opening bracket or before a closing one.
    assert spread("山――川", 7) == [0, 2.5, 3.5, 6]
    assert spread("「山川」", 5)[1] == 0.5
