"""Which words are not read as the rest."""

from __future__ import annotations

import pytest
from kit.books import a_box, a_line, a_page, a_paragraph

from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import TextLine, Voice
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.display.walk import boxes_in
from strategy_report.model.spoken import SpokenWords
from strategy_report.pages.voices import with_voices

SPOKEN = SpokenWords(
    abbreviations={"KPI": "重要業績評価指標", "SDGs": "持続可能な開発目標"},
    languages={"IMAGINE": "en", "再见": "zh"},
)


def voices(*pages: Page) -> list[tuple[str, Voice]]:
    """Each voice of the pages with the words it is for."""
    return [
        (item.text[voice.start : voice.end], voice)
        for page in with_voices(pages, SPOKEN)
        for box in boxes_in(page.boxes)
        for item in box.items
        if isinstance(item, TextLine)
        for voice in item.voices
    ]


def in_text(*lines: str, role: Role = Role.PARAGRAPH) -> list[tuple[str, Voice]]:
    return voices(a_page(replace(a_paragraph(lines), role=role)))


def a_note(text: str) -> Box:
    return a_box(a_line(text), role=Role.NOTE, key=text)


def test_an_abbreviation_is_expanded_where_a_part_first_has_it() -> None:
    pages = (a_page(a_paragraph(("主なKPIの状況", "KPIは4件"))), a_page(a_paragraph(("KPI",))))
    assert [(word, voice.expansion) for word, voice in voices(*pages)] == [
        ("KPI", "重要業績評価指標")
    ]


def test_an_abbreviation_is_not_expanded_beside_its_expansion_nor_after_it() -> None:
    assert in_text("重要業績評価", "指標（KPI）を設定し、KPIで見直す") == []


def test_letters_within_a_longer_word_are_no_abbreviation() -> None:
    assert in_text("KPIs、XKPI、KPI2") == []


def test_rows_of_western_words_are_english_and_single_words_are_not() -> None:
    text = "Sustainable Development Goals（SDGs）、Web、KPI SDGs"
    assert [(word, voice.language) for word, voice in in_text(text) if voice.language] == [
        ("Sustainable Development Goals", "en")
    ]


def test_a_title_over_two_lines_is_one_language_in_both() -> None:
    first, second = a_line("Sustainable Development"), a_line("Goalsを学ぶ")
    found = voices(a_page(a_box(replace(first, joins=False), second)))
    assert [(word, voice.language) for word, voice in found] == [
        ("Sustainable Development", "en"),
        ("Goals", "en"),
    ]


def test_words_that_the_town_names_are_in_their_language() -> None:
    assert [(word, voice.language) for word, voice in in_text("想像（IMAGINE）、「再见」")] == [
        ("IMAGINE", "en"),
        ("再见", "zh"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30人→40人", [("→", "から")]),
        ("前年比▲3.2％、△１件", [("▲", "マイナス"), ("△", "マイナス")]),
        ("【新規】若者支援", [("【", " "), ("】", "、")]),
        ("▼主な施策▼", [("▼", " "), ("▼", " ")]),
        (
            "広場で、【春】→【冬】の催し",
            [("【", " "), ("】", " "), ("→", "から"), ("【", " "), ("】", "、")],
        ),
        ("若者（18歳）■「移住」", [("■", "、")]),
        ("9,410件（累計）・50.0％", []),
    ],
)
def test_signs_are_said_as_what_they_mean_or_as_a_pause(
    text: str, said: list[tuple[str, str]]
) -> None:
    assert [(sign, voice.alt) for sign, voice in in_text(text)] == said


def test_a_mark_leads_to_its_note_and_the_note_is_named_by_it() -> None:
    page = a_page(a_paragraph(("出生率※1は、※2を除く",)), a_note("※1 速報値"))
    assert [(word, voice.role, voice.alt) for word, voice in voices(page)] == [
        ("※1", Role.REFERENCE, "注1"),
        ("※1", Role.LABEL, "注1"),
    ]


def leads(*pages: Page) -> list[tuple[str, str]]:
    """Each mark with the key of the note that it leads to, or back from."""
    return [(word, voice.note) for word, voice in voices(*pages)]


def test_a_number_that_counts_something_is_no_part_of_the_mark() -> None:
    page = a_page(a_paragraph(("出生率※は、9月末の数",)), a_note("※9月末に集計"))
    assert [(word, voice.alt) for word, voice in voices(page)] == [("※", "注"), ("※", "注")]


def test_a_mark_in_front_of_a_word_that_counts_is_known_by_its_note() -> None:
    page = a_page(a_paragraph(("出生率※1人口、9件※2件",)), a_note("※1 速報値"))
    assert [(word, voice.alt) for word, voice in voices(page)] == [("※1", "注1"), ("※1", "注1")]


def test_marks_lead_to_the_note_on_their_page_before_one_on_another() -> None:
    def a_page_with(text: str, *notes: str) -> Page:
        boxes = (a_box(a_line(f"※1 {note}"), role=Role.NOTE, key=note) for note in notes)
        return a_page(a_paragraph((text,)), *boxes)

    pages = (
        a_page_with("出生率※1", "速報"),
        a_page_with("転入※1", "概数", "推計"),
        a_page_with("来訪者※1"),
    )
    assert leads(*pages) == [
        ("※1", "速報"),
        ("※1", "速報"),
        ("※1", "概数"),
        ("※1", "概数"),
        # No mark leads to a second note of the same mark, so none leads back.
        ("※1", ""),
        ("※1", "速報"),
    ]


def test_the_mark_of_a_note_that_nothing_leads_to_leads_nowhere() -> None:
    figure = a_box(a_line("※1"), role=Role.FIGURE, alt="図。")
    assert leads(a_page(figure, a_note("※1 速報値"))) == [("※1", "")]


def test_what_is_drawn_or_told_by_words_of_its_own_is_left_alone() -> None:
    page = a_page(
        a_box(a_line("KPI"), role=Role.ARTIFACT), a_box(a_line("KPI"), role=Role.FIGURE, alt="図。")
    )
    assert with_voices((page,), SPOKEN) == (page,)


def test_a_page_without_any_stays_the_same() -> None:
    page = a_page(a_paragraph(("取組状況",)))
    assert with_voices((page,), SPOKEN)[0].boxes is page.boxes


def test_a_dash_in_a_cell_of_figures_says_that_there_is_none() -> None:
    told = [(text, voice.alt) for text, voice in in_text("－ R4", role=Role.TABLE_DATA)]
    assert told == [("－", "値なし")]
    assert in_text("－2.1", role=Role.TABLE_DATA) == []
    assert in_text("あ － い") == []
