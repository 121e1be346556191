"""Ruby, 圏点 and raised marks: counted by eye, every character one em wide, ruby half an em."""

from __future__ import annotations

import pytest
from kit.square_font import EM, places, set_lines, square_style

from strategy_report.compose.text import ComposedLine, StyledRun
from strategy_report.core.length import Length


def ruby(text: str, *readings: str) -> StyledRun:
    return StyledRun(text=text, style=square_style(), ruby=readings)


def above(line: ComposedLine) -> list[tuple[str, float]]:
    """Characters that stand above the line, and where, in em."""
    return [
        placed
        for number, run in enumerate(line.line.runs)
        if run.size < EM
        for placed in places(line, number)
    ]


def test_each_reading_stands_above_the_middle_of_its_character() -> None:
    [line] = set_lines("あ", ruby("金沢", "きん", "た"), "い", em=10)
    assert above(line) == [("き", 1.0), ("ん", 1.5), ("た", 2.25)]


def test_a_group_reading_narrower_than_its_base_is_spread_one_two_one() -> None:
    [line] = set_lines(ruby("百万石", "かが"), em=10)
    # Three em of base, one of ruby: half an em at both ends, one em between.
    assert above(line) == [("か", 0.5), ("が", 2.0)]


def test_a_reading_that_is_too_wide_hangs_over_kana_by_its_own_em() -> None:
    [line] = set_lines("の", ruby("志", "こころざ"), "を", em=10)
    assert line.width == EM * 3
    assert above(line) == [("こ", 0.5), ("こ", 1.0), ("ろ", 1.5), ("ざ", 2.0)]


def test_and_never_over_kanji() -> None:
    [line] = set_lines("人", ruby("志", "こころざ"), "人", em=10)
    assert line.width == EM * 4
    assert places(line, 1) == [("志", 1.5)]
    assert above(line)[0] == ("こ", 1.0)


def test_readings_of_a_word_share_their_room_where_one_is_too_wide() -> None:
    [line] = set_lines("人", ruby("境内", "けい", "だい"), ruby("今日", "きょう", "は"), em=10)
    assert [place for _, place in above(line)] == [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5]


def test_a_group_is_never_broken_and_a_word_only_between_its_readings() -> None:
    group = set_lines("あいう", ruby("百万石", "ひゃくまんごく"), em=5)
    assert [line.line.text for line in group] == ["あいう", "百万石"]
    word = set_lines("あいう", ruby("百万石", "ひゃく", "まん", "ごく"), em=5)
    assert [line.line.text for line in word] == ["あいう百万", "石"]
    assert "".join(char for char, _ in above(word[1])) == "ごく"


def test_a_reading_never_stands_outside_the_line() -> None:
    for line in set_lines("あいう", ruby("志", "こころざし"), "あいう", em=4):
        for _, place in above(line):
            assert 0 <= place <= 3.5


def test_ruby_takes_no_room_between_the_lines_and_is_no_part_of_the_text() -> None:
    [line] = set_lines("この", ruby("志", "こころざし"), em=10)
    assert line.line.text == "この志"
    ruby_run = line.line.runs[-1]
    # The em-box of 5 pt stands on the one of 10 pt, which reaches 8.8 pt above the baseline.
    assert int(ruby_run.origin.y) / int(EM) == pytest.approx(-0.94, abs=0.001)


def test_dots_stand_above_characters_and_not_above_marks() -> None:
    [line] = set_lines(StyledRun(text="点、「点」", style=square_style(), dotted=True), em=10)
    assert [place for _, place in above(line)] == [0.25, 2.75]
    assert line.line.text == "点、「点」"


def test_the_mark_of_a_note_stays_with_its_word_and_has_no_space_before_it() -> None:
    style = square_style()
    raised = square_style(char_size=Length(EM // 2), rise=Length(EM // 3))
    note = StyledRun(text="※1", style=raised, note=True)
    lines = set_lines("あいうえ率", note, "は高い", em=5, style=style)
    assert [line.line.text for line in lines] == ["あいうえ", "率※1は高い"]
    assert lines[1].line.runs[1].origin.x == EM
    assert lines[1].line.runs[1].origin.y == -Length(EM // 3)


def test_a_reference_in_full_size_stays_with_its_word_too() -> None:
    lines = set_lines("あいうえ率※1は高い", em=6)
    assert [line.line.text for line in lines] == ["あいうえ", "率※1は高い"]
