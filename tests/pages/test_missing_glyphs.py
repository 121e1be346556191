"""A character that no face can draw never reaches paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit.booklets import BOOKLETS, built
from kit.books import FACES, SOURCE, a_book, a_box, a_line, a_page, a_run
from kit.content_folder import ContentFolder

from strategy_report.display.item import Group
from strategy_report.pages.missing_glyphs import missing_glyphs
from strategy_report.pipeline import Press, build


@pytest.mark.parametrize("name", BOOKLETS)
def test_booklets_show_no_box_in_place_of_a_character(name: str) -> None:
    assert missing_glyphs(built(name).book) == ()


def test_a_character_is_told_once_a_place_with_all_its_pages() -> None:
    grouped = Group(items=(a_run("𠮷"),))
    pages = [
        a_page(a_box(a_line("𠮷川と𠮷田")), label="3"),
        a_page(a_box(grouped, children=(a_box(a_line("𠮟")),)), label="4"),
    ]
    (found,) = missing_glyphs(a_book(*pages))
    assert found.what == "「𠮷」（U+20BB7）の字形が書体にありません（3、4 ページ）。"
    assert found.where == SOURCE


def test_wherever_it_stands_in_the_content_no_file_is_made(tmp_path: Path) -> None:
    # A unit is set in cards, tables and charts, and never as a paragraph.
    town = ContentFolder(tmp_path)
    town.edit("goals/1.yaml", "unit: 人", "unit: 𠮷")
    checked = build(town.path, Press())
    assert checked.value is None
    found = [d for d in checked.diagnostics if d.code == "FNT001"]
    assert {d.where.file for d in found if d.where} == {"content/goals/1.yaml"}
    assert all(d.what.startswith("「𠮷」（U+20BB7）の字形が書体にありません（") for d in found)


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1))
def test_of_any_text_what_cannot_be_drawn_is_told_and_nothing_else(text: str) -> None:
    told = {found.what[1] for found in missing_glyphs(a_book(a_page(a_box(a_line(text)))))}
    assert told == {c for c in text if not FACES["BIZUDGothic-Regular"].glyph(c)}
