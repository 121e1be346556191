"""What a text style can ask of the composer, counted by eye in the square face."""

from __future__ import annotations

import pytest
from kit.square_font import EM, SquareFace, places, set_lines, square_composer, square_style

from strategy_report.compose.text import StyledRun
from strategy_report.core.length import Length
from strategy_report.style.text_style import (
    Adjustment,
    FirstBracket,
    LastLine,
    LineEnd,
    Reduction,
)


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


def test_a_bracket_that_keeps_its_em_does_so_without_an_indent_too() -> None:
    style = square_style(first_bracket=FirstBracket.SPACED)
    [line] = set_lines("「漢字」", em=9, style=style)
    assert places(line)[0][1] + 0.5 == 0.5


@pytest.mark.parametrize(
    ("most", "western", "kanji"),
    # Of 10 em 9.25 are filled: up to the limit both spaces take from the rest, then the six
    # places between kanji.
    [(0.5, 0.5, 0.0), (1 / 3, 0.333, 0.056), (0.25, 0.25, 0.083), (1 / 6, 0.167, 0.111)],
)
def test_the_space_beside_western_is_widened_to_its_limit_before_others_are(
    most: float, western: float, kanji: float
) -> None:
    style = square_style(western_space=0.125, western_most=most)
    first, _ = set_lines("漢字AB漢字漢字漢字漢字漢字漢", em=10, style=style)
    assert first.line.text == "漢字AB漢字漢字漢字"
    at = dict(enumerate(place for _, place in places(first)))
    assert at[1] - at[0] - 1 == pytest.approx(kanji, abs=0.002)
    assert at[2] - at[1] - 1 == pytest.approx(western, abs=0.002)


def test_without_space_beside_western_it_widens_like_any_other() -> None:
    first, _ = set_lines(
        "漢字AB漢字漢字漢字漢A漢字漢字漢", em=9.4, style=square_style(western_space=0)
    )
    at = [place for _, place in places(first)]
    assert at[1] - at[0] - 1 == pytest.approx(at[2] - at[1] - 1, abs=0.002)


@pytest.mark.parametrize(
    ("reduction", "em", "line", "comma"),
    [
        (Reduction.DEFAULT, 8.25, "漢字、漢字、漢字漢", 0.125),
        (Reduction.BOOKS, 8.25, "漢字、漢字、漢字", 0.5),
        (Reduction.BOOKS, 8.5, "漢字、漢字、漢字漢", 0.25),
    ],
)
def test_books_keep_a_quarter_em_behind_a_comma(
    reduction: Reduction, em: float, line: str, comma: float
) -> None:
    first, _ = set_lines("漢字、漢字、漢字漢漢字漢", em=em, style=square_style(reduction=reduction))
    assert first.line.text == line
    assert places(first)[3][1] - places(first)[2][1] - 0.5 == comma


def test_books_never_take_from_middle_dots_and_western() -> None:
    style = square_style(reduction=Reduction.BOOKS)
    # 9 em by nature, of which reports give half an em at the dot and a quarter beside A.
    text = "漢・字A漢字漢字漢字漢字漢字"
    assert set_lines(text, em=8.75, style=square_style())[0].line.text == "漢・字A漢字漢字漢"
    assert set_lines(text, em=8.75, style=style)[0].line.text == "漢・字A漢字漢字"


def test_the_last_line_is_spread_where_the_style_asks_for_it() -> None:
    style = square_style(last_line=LastLine.SPREAD)
    _, last = set_lines("漢字漢字漢字漢字漢", em=6, style=style)
    assert places(last) == [("漢", 0.0), ("字", 2.5), ("漢", 5.0)]
    assert last.line.notes == ()


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


def test_with_least_change_a_name_is_torn_where_its_parts_meet_and_no_mark_is_closed_up() -> None:
    text = (
        "首都圏の学生と協働して、金沢で活躍する社会人との交流や金沢の魅力・情報を発信する"
        "「いいね金沢ゼミ」を開催し、県外の学生等と金沢のつながりを強化"
    )
    run = StyledRun(text=text, style=square_style(adjustment=Adjustment.LEAST_CHANGE))
    composer = square_composer(unbroken=("いいね金沢ゼミ",))
    assert [line.line.text for line in composer.compose((run,), Length(EM * 23)).lines] == [
        "首都圏の学生と協働して、金沢で活躍する社会人と",
        "の交流や金沢の魅力・情報を発信する「いいね金沢",
        "ゼミ」を開催し、県外の学生等と金沢のつながり",
        "を強化",
    ]


@pytest.mark.parametrize(
    ("adjustment", "first"),
    # Of 10 em: half an em too much, which the comma can give, or half an em to be shared out.
    [
        (Adjustment.PUSH_IN, "漢字、漢字3漢字漢字漢"),
        (Adjustment.LEAST_CHANGE, "漢字、漢字3漢字漢字"),
    ],
)
def test_with_least_change_all_gaps_give_a_little_before_a_comma_gives_all(
    adjustment: Adjustment, first: str
) -> None:
    style = square_style(adjustment=adjustment, western_space=0)
    line, _ = set_lines("漢字、漢字3漢字漢字漢字漢字漢字", em=10, style=style)
    assert line.line.text == first


def test_points_of_an_address_are_in_the_face_of_its_letters() -> None:
    style = square_style(western_face="latin")
    composer = square_composer(SquareFace("latin"))
    line = composer.set_line((StyledRun(text="a@example.lg.jpと1.5倍", style=style),))
    assert [(run.face, run.text) for run in line.line.runs] == [
        ("latin", "a@example.lg.jp"),
        ("square", "と1.5倍"),
    ]


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
