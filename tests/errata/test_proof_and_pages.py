"""What is printed of a comparison: replacement pages, both editions side by side, a proof."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from kit.booklets import boxes_of, text_of
from kit.content_folders import change, copied
from kit.editions import PRESS, as_printed, issue_of
from kit.pdf_text import opened

from strategy_report.core.diagnostic import Diagnostic
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.extent import bounds
from strategy_report.display.item import LinkArea, Shape, TextLine
from strategy_report.editions import ComparisonFiles
from strategy_report.errata.comparison import Comparison, compare
from strategy_report.errata.proof import Proofreader
from strategy_report.errata.replacement import Sides, pages_to_replace, replacement_pages
from strategy_report.errata.side_by_side import side_by_side
from strategy_report.inspection.for_screen import FOR_SCREEN
from strategy_report.inspection.preflight import preflight
from strategy_report.pdf.document import write_pdf
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
    data, said = replaced(content)
    assert [one.code for one in said] == ["ERR001"]
    assert "別のページに移ります" in said[0].what
    # Page 3 names the page that goal 4 begins on.
    assert labels_of(data) == ["3", "5", "6", "7", "8", "9"]
    # They may go out by themselves, with bookmarks of their own.
    assert preflight(data, FOR_SCREEN) == ()


def test_a_page_a_little_too_full_is_set_tighter_so_that_the_others_stay(tmp_path: Path) -> None:
    content = copied(tmp_path)
    with_bullets(content, 12)
    assert len(issue_of(content).book.pages) == 9
    data, said = replaced(content)
    assert labels_of(data) == ["7"]
    (told,) = said
    assert told.code == "ERR003"
    # What the message says to write makes the whole booklet so.
    first, second = re.findall("「([a-z]+: {[^」]*})」", told.fix)
    (content / "theme.yaml").write_text(f"{first}\n{second}\n", encoding="utf-8")
    assert len(issue_of(content).book.pages) == 8


def test_pages_on_which_only_white_moved_stay_in_the_binder(tmp_path: Path) -> None:
    content = copied(tmp_path)
    with_bullets(content, 6)
    comparison = compare(as_printed(), issue_of(content))
    assert comparison.new_pages == (4, 5, 6, 7)
    assert pages_to_replace(comparison) == (6,)


def with_bullets(content: Path, count: int) -> None:
    """Goal 3 with *count* more bullets of two lines."""
    line = "      - 市民の地元観光や北陸三県からの誘客を促進するマイクロツーリズムを推進\n"
    more = "地域の団体と連携し、観光客の受け入れに関する取組その{}を年間を通じて着実に実施\n"
    bullets = "".join(f"      - {more.format(number)}" for number in range(count))
    change(content, "goals/3.yaml", line, line + bullets)


def replaced(content: Path) -> tuple[bytes, tuple[Diagnostic, ...]]:
    comparison = compare(as_printed(), issue_of(content))
    data, said = ComparisonFiles(comparison, content, PRESS).replacement(Sides.ONE)
    assert data is not None
    return data, said


def labels_of(pdf: bytes) -> list[str]:
    with opened(pdf) as document:
        return [page.label for page in document.pages]


def test_pages_that_differ_lie_side_by_side_with_frames(comparison: Comparison) -> None:
    book = side_by_side(comparison, THEME, COMPOSER, PRESS.faces)
    assert pages_of(book) == ["3", "5", "7"]
    assert {(page.trim.width.mm, page.trim.height.mm) for page in book.pages} == {(420.0, 309.0)}
    # A sheet is read to its end before the next.
    assert preflight(write_pdf(book, PRESS.faces, PRESS.settings), FOR_SCREEN) == ()
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


def test_what_only_moved_or_was_renumbered_bears_no_frame(tmp_path: Path) -> None:
    content = copied(tmp_path)
    path = content / "goals/3.yaml"
    text = path.read_text(encoding="utf-8")
    for number in (4, 3, 2):
        text = text.replace(f"- number: {number}\n", f"- number: {number + 1}\n")
    added = "  - number: 2\n    title: 創業の支援\n    bullets:\n      - 創業の相談を受けた\n\n"
    path.write_text(text.replace("  - number: 3\n", f"{added}  - number: 3\n", 1), "utf-8")
    book = side_by_side(compare(as_printed(), issue_of(content)), THEME, COMPOSER, PRESS.faces)
    framed = {box.key for box in all_boxes(book) if box.key.endswith("/changed")}
    assert {key for key in framed if "/measure-2/" in key} == {
        "new/goal-3/measure-2/0/changed",
        "new/goal-3/measure-2/1/disc/changed",
        "new/goal-3/measure-2/1/text/changed",
    }
    # Of the measures below, the numbers differ and nothing else.
    assert not any("/text/" in key for key in framed if "/measure-2/" not in key)


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


def test_a_number_makes_way_for_the_bar_of_a_changed_line(comparison: Comparison) -> None:
    reader = Proofreader(THEME, COMPOSER, PRESS.faces)
    marked = reader.with_changes(comparison.new.book, comparison.old.book)
    for page in reader.with_line_numbers(marked).pages:
        numbers = [box.rect for box in page.boxes if "proof/line" in box.key]
        bars = [
            bounds(item.path)
            for box in page.boxes
            for item in box.items
            if "proof/changed" in box.key and isinstance(item, Shape) and item.fill is not None
        ]
        assert not [bar for bar in bars for rect in numbers if bar.meets(rect)]


def test_a_proof_says_draft_behind_the_text_and_numbers_its_lines(comparison: Comparison) -> None:
    reader = Proofreader(THEME, COMPOSER, PRESS.faces)
    book = reader.with_mark(reader.with_line_numbers(comparison.new.book), "案")
    for page in book.pages:
        assert page.boxes[0].key == "watermark"
    numbers = [box.items[1].text for box in book.pages[4].boxes if "proof/line" in box.key]  # type: ignore[union-attr]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) > 25
    for page in book.pages:
        places = [box.rect for box in page.boxes if "proof/line" in box.key]
        assert not [one for one, other in combinations(places, 2) if one.meets(other)]
    # Each can be read, also beside the bands of the index.
    assert preflight(write_pdf(book, PRESS.faces, PRESS.settings), FOR_SCREEN) == ()
