"""What a text style can ask of the composer, counted by eye in the square face."""

from __future__ import annotations

import pytest
from kit.square_font import EM, SquareFace, places, set_lines, square_composer, square_style

from strategy_report.compose.text import StyledRun
from strategy_report.core.length import Length
from strategy_report.style.text_style import FirstBracket, LineEnd


@pytest.mark.parametrize(
    ("pattern", "first", "second"),
    [
        # ① directly behind the indent; ② half an em in, at both; ③ half an em further left.
        (FirstBracket.FLUSH, 1.0, 0.0),
        (FirstBracket.SPACED, 1.5, 0.5),
        (FirstBracket.HALF_BACK, 0.5, 0.0),
    ],
)
def test_an_opening_bracket_at_a_line_head_stands_where_the_pattern_says(
    pattern: FirstBracket, first: float, second: float
) -> None:
    style = square_style(first_bracket=pattern)
    run = StyledRun(text="「漢字漢字漢字漢「字漢字漢字」", style=style)
    lines = square_composer().compose((run,), Length(EM * 9), indent=EM).lines
    assert [line.line.text[0] for line in lines] == ["「", "「"]
    # The ink of an opening bracket is in the second half of its em-box.
    assert [places(line)[0][1] + 0.5 for line in lines] == [first, second]


@pytest.mark.parametrize(("space", "gap"), [(0, 0), (0.125, 0.125), (1 / 6, 0.167), (0.25, 0.25)])
def test_the_space_between_japanese_and_western_is_the_styles(space: float, gap: float) -> None:
    [line] = set_lines("金沢KPI", em=10, style=square_style(western_space=space))
    assert places(line)[2] == ("K", 2 + gap)


def test_a_line_end_may_always_be_solid() -> None:
    text = "漢字漢字漢。漢字漢字"
    kept = set_lines(text, em=6, style=square_style())
    solid = set_lines(text, em=6, style=square_style(line_end=LineEnd.SOLID))
    assert int(kept[0].width) / int(EM) == 5.5
    assert int(solid[0].width) / int(EM) == 6


class NarrowOne(SquareFace):
    """Digits are 0.7 em wide, and 1 half an em."""

    def advance(self, glyph_id: int) -> int:
        return {True: 500, False: 700}[glyph_id == ord("1")]


def test_a_narrow_digit_is_padded_to_the_width_of_the_others() -> None:
    composer = square_composer()
    composer = type(composer)({"square": NarrowOne()})
    run = StyledRun(text="1,112", style=square_style(tabular_digits=True))
    line = composer.set_line((run,))
    assert line.width == Length(int(EM * 0.7) * 5)
    assert [place for _, place in places(line)][2:4] == [1.5, 2.2]
