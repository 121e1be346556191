"""What is printed of a comparison: replacement pages, both editions side by side, a proof."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.booklets import boxes_of, text_of
from kit.content_folders import change, copied
from kit.editions import PRESS, as_printed, issue_of

from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import LinkArea, TextLine
from strategy_report.errata.comparison import Comparison, compare
from strategy_report.errata.proof import Proofreader
from strategy_report.errata.replacement import Sides, moved_passages, replacement_pages
from strategy_report.errata.side_by_side import side_by_side
from strategy_report.style.themes import THEMES

THEME = THEMES["kanazawa"]
COMPOSER = PRESS.composer(())


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """Guests of goal 3 corrected (page 7, and the count on page 3), a bullet of goal 1 (page 5)."""
    content = copied(tmp_path_factory.mktemp("corrected"))
    change(content, "edition.yaml", "issuer: 金沢市\n", "edition: 訂正版 第1号\nissuer: 金沢市\n")
    change(content, "goals/3.yaml", "R5: 335", "R5: 365")
    change(content, "goals/1.yaml", "結婚や子育てに関する意欲", "結婚と子育てに関する意欲")
    return compare(as_printed(), issue_of(content))


def pages_of(book: Book) -> list[str]:
    return [page.label for page in book.pages]


def all_boxes(book: Book) -> Iterator[Box]:
    for page in book.pages:
        yield from boxes_of(page)


def test_only_the_changed_pages_are_replaced(comparison: Comparison) -> None:
    book = replacement_pages(comparison, Sides.ONE, THEME, COMPOSER)
    assert pages_of(book) == ["3", "5", "7"]
    assert all("差替え　訂正版 第1号（令和6年10月）" in text_of(page) for page in book.pages)
    assert not any(isinstance(item, LinkArea) for box in all_boxes(book) for item in box.items)


def test_a_leaf_brings_its_other_side(comparison: Comparison) -> None:
    book = replacement_pages(comparison, Sides.BOTH, THEME, COMPOSER)
    assert pages_of(book) == ["3", "4", "5", "6", "7", "8"]


def test_text_that_went_to_another_page_is_told(tmp_path: Path) -> None:
    content = copied(tmp_path)
    bullets = "".join(f"      - 取組その{n}を地域の団体と連携して実施\n" for n in range(80))
    following = "\n  - number: 3\n    title: 仕事と家庭"
    change(content, "goals/1.yaml", following, bullets + following)
    comparison = compare(as_printed(), issue_of(content))
    (said,) = moved_passages(comparison)
    assert said.code == "ERR001"
    assert "別のページに移っています" in said.what


def test_pages_that_differ_lie_side_by_side_with_frames(comparison: Comparison) -> None:
    book = side_by_side(comparison, THEME, COMPOSER, PRESS.faces)
    assert pages_of(book) == ["3", "5", "7"]
    assert {(page.trim.width.mm, page.trim.height.mm) for page in book.pages} == {(420.0, 309.0)}
    framed = {box.key for box in all_boxes(book) if box.key.endswith("/changed")}
    assert framed == {
        *("old/goal-index/total/changed", "new/goal-index/total/changed"),
        *("old/goal-index/goal-3/tally/changed", "new/goal-index/goal-3/tally/changed"),
        *(
            "old/goal-index/goal-3/tally/squares/changed",
            "new/goal-index/goal-3/tally/squares/changed",
        ),
        *("old/goal-1/measure-2/1/text/changed", "new/goal-1/measure-2/1/text/changed"),
        *(
            "old/goal-3/kpi/overnight_guests/figure/changed",
            "new/goal-3/kpi/overnight_guests/figure/changed",
        ),
    }


def test_a_proof_marks_the_changed_line_and_no_other(comparison: Comparison) -> None:
    reader = Proofreader(THEME, COMPOSER, PRESS.faces)
    book = reader.with_changes(comparison.new.book, comparison.old.book)
    page = book.pages[4]
    bars = [box for box in page.boxes if box.key.startswith("proof/changed")]
    (bar,) = (item for box in bars for item in box.items)
    changed = next(
        item
        for box in boxes_of(page)
        for item in box.items
        if isinstance(item, TextLine) and "結婚と子育て" in item.text
    )
    baseline = changed.runs[0].origin.y
    ys = bar.path.coordinates[1::2]  # type: ignore[union-attr]
    assert min(ys) < baseline < max(ys) + 1
    assert not any(box.key.startswith("proof/") for box in book.pages[5].boxes)


def test_a_proof_says_draft_behind_the_text_and_numbers_its_lines(comparison: Comparison) -> None:
    reader = Proofreader(THEME, COMPOSER, PRESS.faces)
    book = reader.with_mark(reader.with_line_numbers(comparison.new.book), "案")
    for page in book.pages:
        assert page.boxes[0].key == "watermark"
    numbers = [box.items[0].text for box in book.pages[4].boxes if "proof/line" in box.key]  # type: ignore[union-attr]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) > 25
