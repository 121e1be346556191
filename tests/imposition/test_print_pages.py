"""Pages as many as fold, and nothing too near to knife or fold."""

from __future__ import annotations

import pytest
from kit.booklets import BOOKLETS, built
from kit.books import FACES, RED, a_book, a_box, a_line, a_page

from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.geometry import Rect
from strategy_report.core.length import mm
from strategy_report.core.value import replace
from strategy_report.display.item import Path, Shape
from strategy_report.display.page import Binding, Page, Side
from strategy_report.imposition.page_count import whole_sheets
from strategy_report.imposition.safety import safety_faults
from strategy_report.model.edition import BlankPages
from strategy_report.model.printer import Printer, Stitching

PRINTER = Printer(name="見本印刷")


def counted(
    pages: int, allowed: BlankPages, stitching: Stitching = Stitching.SADDLE
) -> tuple[list[str], list[str]]:
    """Labels of the pages that are printed, and what is said of their number."""
    book = a_book(*(a_page(label=str(n), side=Binding.LEFT.side(n)) for n in range(1, pages + 1)))
    checked = whole_sheets(book, stitching, allowed, None)
    assert checked.value is not None
    return [page.label for page in checked.value.pages], [d.what for d in checked.diagnostics]


def test_six_pages_are_short_of_two() -> None:
    labels, said = counted(6, BlankPages.NONE)
    assert len(labels) == 6
    assert said == ["中綴じは4の倍数のページが要りますが、いまは6ページです（2ページ足りません）。"]


def test_white_pages_are_added_where_the_edition_allows_it() -> None:
    labels, said = counted(6, BlankPages.AT_THE_END)
    assert labels == ["1", "2", "3", "4", "5", "6", "", ""]
    assert said == [
        "中綴じは4の倍数のページが要りますが、6ページだったので、終わりに白ページを2つ足しました。"
    ]


@pytest.mark.parametrize(("pages", "stitching"), [(8, Stitching.SADDLE), (6, Stitching.PERFECT)])
def test_nothing_is_said_of_whole_sheets(pages: int, stitching: Stitching) -> None:
    labels, said = counted(pages, BlankPages.NONE, stitching)
    assert (len(labels), said) == (pages, [])


def faults(page: Page, printer: Printer = PRINTER, pages: int = 4) -> list[str]:
    """What is said of *page*, the third of a booklet; its neighbours are empty."""
    others = [a_page(label=str(n), side=Binding.LEFT.side(n)) for n in range(1, pages + 1)]
    book = a_book(*others[:2], page, *others[3:])
    return [_told(d) for d in safety_faults(book, printer, FACES)]


def _told(fault: Diagnostic) -> str:
    return f"{fault.code} p{fault.page} {fault.what}"


def a_right_page(*items: object) -> Page:
    return a_page(a_box(*items), label="3", side=Side.RIGHT)  # type: ignore[arg-type]


# The em-box of a line of 10 pt at x begins at x; its foot is 0.423 mm below the baseline.
def at(x: float, y: float) -> object:
    points = 72 / 25.4
    return a_line("字", (x * points, y * points), size=10)


FOLD, FOOT, FORE_EDGE = "のどの折り目", "地の裁ち落としの線", "小口の裁ち落としの線"


@pytest.mark.parametrize(("x", "y", "said"), [
    (50, 50, ""),
    (8.1, 50, ""),
    (7.9, 50, f"「字」が{FOLD}から 7.9mm のところにあります（8.0mm 要ります）。"),
    (50, 293.5, ""),
    (50, 293.7, f"「字」が{FOOT}から 2.9mm のところにあります（3.0mm 要ります）。"),
    (203.3, 50, ""),
    (204, 50, f"「字」が{FORE_EDGE}から 2.5mm のところにあります（3.0mm 要ります）。"),
])  # fmt: skip
def test_text_keeps_away_from_knife_and_fold(x: float, y: float, said: str) -> None:
    assert faults(a_right_page(at(x, y))) == ([f"PRT007 p3 {said}"] if said else [])


def test_the_creep_of_inner_sheets_counts() -> None:
    # Page 3 of 8 is on the second sheet, pushed out by the thickness of the first.
    thick = replace(PRINTER, paper=mm("0.5"))
    (only,) = faults(a_right_page(at(203.3, 50)), thick, pages=8)
    assert "小口の裁ち落としの線から 3.2mm のところにあります（3.5mm 要ります）。" in only
    assert faults(a_right_page(at(203.3, 50)), replace(thick, stitching=Stitching.SIDE), 8) == []


@pytest.mark.parametrize(("right", "said"), [
    (213, 0), (200, 0), (210, 1), (212, 1),
])  # fmt: skip
def test_an_area_at_the_edge_runs_into_the_bleed(right: float, said: int) -> None:
    area = Rect(mm(100), mm(100), mm(right - 100), mm(20))
    found = faults(a_right_page(Shape(path=Path.rect(area), fill=RED)))
    assert len(found) == said
    assert all("PRT008" in one for one in found)


@pytest.mark.parametrize("name", BOOKLETS)
def test_our_booklets_are_safe(name: str) -> None:
    assert safety_faults(built(name).book, PRINTER, FACES) == ()
