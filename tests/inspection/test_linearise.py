"""A file set in the order a browser wants it in."""

from __future__ import annotations

from kit.booklets import built
from kit.pdf_text import opened, pdfium_text

from strategy_report.inspection.for_screen import FOR_SCREEN
from strategy_report.inspection.linearise import linearised
from strategy_report.inspection.preflight import preflight


def test_the_first_page_comes_first_and_nothing_else_is_changed() -> None:
    plain = built("content").pdf
    ordered = linearised(plain)
    with opened(ordered) as document:
        assert document.is_linearized
        assert [page.label for page in document.pages] == [str(n) for n in range(1, 9)]
    assert [pdfium_text(ordered, page) for page in range(8)] == [
        pdfium_text(plain, page) for page in range(8)
    ]
    assert preflight(ordered, FOR_SCREEN) == ()


def test_the_same_file_gives_the_same_bytes() -> None:
    plain = built("futatsu").pdf
    assert linearised(plain) == linearised(plain)
