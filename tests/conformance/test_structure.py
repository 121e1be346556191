"""The file as other programs see it: no error, every font embedded, the outline drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kit.books import BOLD, FACES, GRAY_PIXEL, LATIN, a_book, a_box, a_page, a_paragraph

from strategy_report.core.geometry import Rect
from strategy_report.core.length import pt
from strategy_report.display.book import Book, OutlineEntry
from strategy_report.display.item import LinkArea, Picture
from strategy_report.pdf.document import write_pdf

Tool = Callable[..., str]
SQUARE = Rect(pt(10), pt(20), pt(30), pt(40))


def a_full_book() -> Book:
    """Of everything one."""
    page = a_page(
        a_paragraph(("出生数は9,410件", "（前年度比3.2％減）")),
        a_paragraph(("基本目標1",), (50, 200), face=BOLD),
        a_paragraph(("1,243",), (50, 300), face=LATIN, size=22),
        a_box(
            Picture(rect=SQUARE, image=GRAY_PIXEL),
            LinkArea(rect=SQUARE, url="https://www.example.jp/", description="市のページ"),
        ),
    )
    part = OutlineEntry(title="数値目標", page=1, y=pt(100))
    outline = (OutlineEntry(title="基本目標1", page=0, y=pt(0), children=(part,)),)
    return a_book(page, page, outline=outline)


def written(folder: Path) -> Path:
    path = folder / "book.pdf"
    path.write_bytes(write_pdf(a_full_book(), FACES))
    return path


def test_qpdf_finds_no_fault(tool: Tool, tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", written(tmp_path))


def test_every_font_is_an_embedded_subset_with_a_way_back_to_text(
    tool: Tool, tmp_path: Path
) -> None:
    rows = tool("pdffonts", written(tmp_path)).splitlines()[2:]
    assert [row.split()[0][7:] for row in rows] == [
        "BIZUDGothic-Bold",
        "BIZUDGothic-Regular",
        "BIZUDPGothic-Bold",
    ]
    for row in rows:
        assert row.split()[1:-2] == ["CID", "TrueType", "Identity-H", "yes", "yes", "yes"]


def test_mutool_draws_every_page_without_a_warning(tool: Tool, tmp_path: Path) -> None:
    pages = tmp_path / "page-%d.png"
    tool("mutool", "draw", "-r", "40", "-o", pages, written(tmp_path))
    assert len(list(tmp_path.glob("page-*.png"))) == 2


def test_ghostscript_reads_it(tool: Tool, tmp_path: Path) -> None:
    said = tool(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage",
        written(tmp_path),
    )  # fmt: skip
    assert said == ""
