"""白ページ among the pages of an edition."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.booklets import FUTATSU
from kit.content_folder import ContentFolder

from strategy_report.display.book import Book
from strategy_report.display.page import Side
from strategy_report.pipeline import Press, make


def book_of(folder: ContentFolder) -> Book:
    made = make(folder.path, Press())
    assert made.value is not None, made.diagnostics
    return made.value.book


@pytest.fixture
def book(tmp_path: Path) -> Book:
    folder = ContentFolder(tmp_path, FUTATSU)
    text = folder.read("edition.yaml").split("pages:")[0].rstrip()
    pages = ("表紙", "白ページ", "概要", "基本目標", "白ページ", "白ページ", "奥付")
    folder.write("edition.yaml", text + "\npages:\n" + "".join(f"  - {one}\n" for one in pages))
    return book_of(folder)


def test_white_pages_stand_where_the_edition_puts_them(book: Book) -> None:
    assert [page.part for page in book.pages] == [
        "cover", "blank", "overview", "goal-1", "goal-2", "blank", "blank", "colophon",
    ]  # fmt: skip
    assert [page.boxes for page in book.pages if page.part == "blank"] == [(), (), ()]


def test_pages_behind_a_white_one_count_it_and_change_sides(book: Book) -> None:
    assert [page.label for page in book.pages] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert [page.side for page in book.pages[:4]] == [
        Side.RIGHT, Side.LEFT, Side.RIGHT, Side.LEFT,
    ]  # fmt: skip


def test_no_bookmark_leads_to_a_white_page(book: Book) -> None:
    assert [entry.page for entry in book.outline] == [0, 2, 3, 4, 7]
