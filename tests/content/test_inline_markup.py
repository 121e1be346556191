"""The marks that an author can set within a text."""

from __future__ import annotations

import pytest

from strategy_report.content.inline_markup import read_prose
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Scalar, parse_yaml
from strategy_report.model.prose import Words


def read(text: str) -> tuple[list[Words], list[str]]:
    """The words of *text*, without their places, and the codes of what is said."""
    report = Report()
    node = parse_yaml(f"- '{text}'\n", "content/a.yaml", report)
    scalar = node.items[0]  # type: ignore[union-attr]
    assert isinstance(scalar, Scalar)
    prose = read_prose(scalar, report)
    words = [part for part in prose.parts if isinstance(part, Words)]
    return words, [said.code for said in report.said]


def plain(words: list[Words]) -> list[str]:
    return [word.text for word in words]


def test_a_reading_for_all_characters_and_one_for_each() -> None:
    words, said = read("この{金沢|かなざわ}と{犀川|さい|がわ}へ")
    assert said == []
    assert [(word.text, word.ruby) for word in words] == [
        ("この", ()),
        ("金沢", ("かなざわ",)),
        ("と", ()),
        ("犀川", ("さい", "がわ")),
        ("へ", ()),
    ]


def test_dots_bold_words_and_raised_marks() -> None:
    words, said = read("《《だれも》》**取り残さ**ない[^※1]社会")
    assert said == []
    assert plain(words) == ["だれも", "取り残さ", "ない", "※1", "社会"]
    assert [word.dotted for word in words] == [True, False, False, False, False]
    assert [word.strong for word in words] == [False, True, False, False, False]
    assert [word.note for word in words] == [False, False, False, True, False]


def test_the_mark_of_a_note_is_set_in_the_style_of_the_note() -> None:
    words, said = read("転入者数[^※１]と※１")
    assert plain(words) == ["転入者数", "※1", "と※1"]
    assert [word.note for word in words] == [False, True, False]
    assert said == ["TXT001", "TXT001"]


def test_the_marks_themselves_are_printed_behind_a_backslash() -> None:
    words, said = read(r"集合\{a|b}と\《《山》》と配列\[^1]")
    assert said == []
    assert "".join(plain(words)).replace("\u200b", "").replace("\u2060", "") == (
        "集合{ab}と《《山》》と配列[1]"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("**太字のまま", "TXT003"),
        ("《《点のまま", "TXT003"),
        ("率[^]は", "TXT006"),
        ("{犀川|さ|い|がわ}へ", "TXT007"),
        ("{犀川|}へ", "TXT007"),
    ],
)
def test_a_mark_that_is_not_whole_is_explained(text: str, code: str) -> None:
    assert read(text)[1] == [code]


def test_a_brace_without_a_bar_is_a_character() -> None:
    words, said = read("集合{あ}です")
    assert (plain(words), said) == (["集合{あ}です"], [])
