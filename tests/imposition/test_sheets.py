"""Sheets for the office's printer: what lies where, how far it is pushed, and how it is turned."""

from __future__ import annotations

import pytest
from kit.booklets import KANAZAWA
from kit.books import a_book, a_box, a_line, a_page
from kit.pdf_text import opened, pdfium_text

from strategy_report.booklet_job import Imposed, impose_booklet
from strategy_report.core.geometry import Point
from strategy_report.core.length import Length, mm, pt
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.item import GlyphRun, Group, Shape, TextLine
from strategy_report.display.page import Binding, Page
from strategy_report.imposition.sheets import Cutting, Duplex, Folding, Paper, sheets
from strategy_report.pipeline import Press


def numbered(count: int, binding: Binding = Binding.LEFT) -> Book:
    """Pages that say their number at (100, 100) pt."""
    pages = (
        a_page(a_box(a_line(str(n), (100, 100))), label=str(n), side=binding.side(n))
        for n in range(1, count + 1)
    )
    return replace(a_book(*pages), binding=binding)


def words(side: Page) -> list[tuple[str, float, float, float]]:
    """Numbers on one side of a sheet from left to right: text, x and y in mm, size in pt."""
    found = []
    for group in side.boxes[0].items:
        if isinstance(group, Group):
            for item in group.items:
                assert isinstance(item, TextLine)
                run: GlyphRun = item.runs[0]
                place = round(run.origin.x.mm, 2), round(run.origin.y.mm, 2)
                found.append((item.text, *place, round(run.size.pt, 2)))
    return found


def numbers(book: Book, folding: Folding | None = None) -> list[tuple[str, ...]]:
    laid = sheets(book, folding or Folding())
    return [tuple(text for text, *_ in words(side)) for side in laid.pages]


def test_sides_come_in_the_order_in_which_they_are_printed() -> None:
    assert numbers(numbered(8)) == [("8", "1"), ("2", "7"), ("6", "3"), ("4", "5")]
    right = numbers(numbered(8, Binding.RIGHT))
    assert right == [("1", "8"), ("7", "2"), ("3", "6"), ("5", "4")]


# 100 pt are 35.28 mm.
def test_pages_lie_in_their_full_size_beside_the_fold() -> None:
    side = sheets(numbered(4), Folding()).pages[0]
    assert (side.trim.width, side.trim.height) == (mm(420), mm(297))
    assert words(side) == [("4", 35.28, 35.28, 9.5), ("1", 245.28, 35.28, 9.5)]


def test_inner_sheets_move_towards_the_fold_by_the_paper_around_them() -> None:
    sides = sheets(numbered(12), Folding(thickness=mm("0.2"))).pages
    lefts = [words(side)[0][1] for side in sides]
    rights = [words(side)[1][1] for side in sides]
    assert lefts == [35.28, 35.28, 35.48, 35.48, 35.68, 35.68]
    assert rights == [245.28, 245.28, 245.08, 245.08, 244.88, 244.88]


def test_pages_are_cut_at_the_fold() -> None:
    side = sheets(numbered(4), Folding()).pages[0]
    left, right = (item for item in side.boxes[0].items if isinstance(item, Group))
    assert left.clip is not None
    assert right.clip is not None
    assert max(left.clip.coordinates[::2]) == min(right.clip.coordinates[::2]) == mm(210)


def test_room_for_marks_makes_pages_of_a3_a_little_smaller() -> None:
    side = sheets(numbered(4), Folding(cutting=Cutting.EDGES)).pages[0]
    # 297 mm less 12 mm above and below: 273 / 297 of the size.
    assert words(side)[1][3] == round(9.5 * 273 / 297, 2)


def marks(side: Page) -> list[tuple[Point, Point]]:
    found = []
    for item in side.boxes[0].items:
        if isinstance(item, Shape):
            x, y, to_x, to_y = (Length(part) for part in item.path.coordinates)
            found.append((Point(x, y), Point(to_x, to_y)))
    return found


def test_larger_paper_has_fold_and_cut_marks_around_pages_in_their_full_size() -> None:
    side = sheets(numbered(4), Folding(paper=Paper.SRA3)).pages[0]
    assert words(side)[1][3] == 9.5
    fold = [one for one in marks(side) if one[0].x == one[1].x == mm(225)]
    assert len(fold) == 2
    # The pages begin 15 mm from the left and 11.5 mm from the top.
    corner = [one for one in marks(side) if one[0].x == one[1].x == mm(15)]
    assert [(start.y, end.y) for start, end in corner] == [
        (mm("7.5"), mm("1.5")), (mm("312.5"), mm("318.5")),
    ]  # fmt: skip
    assert len(marks(side)) == 2 + 8


def test_a3_in_full_size_marks_the_fold_alone() -> None:
    lines = marks(sheets(numbered(4), Folding()).pages[0])
    assert [(start.y, end.y) for start, end in lines] == [
        (mm(0), mm(4)), (mm(293), mm(297)),
    ]  # fmt: skip


def test_the_back_is_turned_where_the_printer_flips_over_the_long_edge() -> None:
    laid = sheets(numbered(8), Folding(duplex=Duplex.LONG))
    assert [side.rotation for side in laid.pages] == [0, 180, 0, 180]


def test_pages_that_fill_no_sheet_are_refused() -> None:
    with pytest.raises(ValueError, match="5 pages"):
        sheets(numbered(5), Folding())


@pytest.fixture(scope="module")
def imposed() -> Imposed:
    checked = impose_booklet(KANAZAWA, Folding(duplex=Duplex.LONG), Press())
    assert checked.value is not None
    return checked.value


def test_the_citys_booklet_is_two_sheets_that_tell_the_printer_how(imposed: Imposed) -> None:
    with opened(imposed.sheets) as document:
        assert [page.obj.get("/Rotate", 0) for page in document.pages] == [0, 180, 0, 180]
        dialogue = document.Root.ViewerPreferences
        assert str(dialogue.Duplex) == "/DuplexFlipLongEdge"
        assert str(dialogue.PrintScaling) == "/None"
    front = [line.strip() for line in pdfium_text(imposed.sheets, 0)]
    assert "金沢版総合戦略" in front
    assert "里山管理活動支援団体数（累計）" in front


def test_the_guide_shows_what_lies_on_the_first_sheet(imposed: Imposed) -> None:
    read = pdfium_text(imposed.guide)
    assert "1　両面に印刷します（A3、倍率 100％、両面は長辺とじ）" in read
    assert "8ページの冊子を、A3 の紙 2枚で作ります（左綴じ）。" in read


def test_lengths_scale_and_text_keeps_its_place_on_the_page() -> None:
    side = sheets(numbered(4), Folding(cutting=Cutting.EDGES)).pages[0]
    (_, left, top, _), (_, right, _, _) = words(side)
    factor = 273 / 297
    assert left == pytest.approx(210 - 210 * factor + pt(100).mm * factor, abs=0.02)
    assert right == pytest.approx(210 + pt(100).mm * factor, abs=0.02)
    assert top == pytest.approx(12 + pt(100).mm * factor, abs=0.02)
