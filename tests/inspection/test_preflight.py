"""What preflight finds in a file, and that it finds nothing in ours."""

from __future__ import annotations

import pytest
from kit.booklets import BOOKLETS, built
from kit.spoilt_files import mutant

from strategy_report.inspection.for_screen import FOR_SCREEN
from strategy_report.inspection.preflight import preflight


def said(data: bytes) -> list[tuple[str, str | None]]:
    """Codes, with the page each is on."""
    return [(found.code, found.page) for found in preflight(data, FOR_SCREEN)]


@pytest.mark.parametrize("name", BOOKLETS)
def test_our_own_files_have_no_fault(name: str) -> None:
    assert preflight(built(name).pdf, FOR_SCREEN) == ()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("no_alt", ("PFL026", "2")),
        ("skipped_heading", ("PFL025", "2")),
        ("untagged_text", ("PFL021", "5")),
        ("content_told_twice", ("PFL022", "2")),
        ("wrong_order", ("PFL024", "5")),
        ("other_title", ("PFL010", None)),
        ("wrong_to_unicode", ("PFL042", "1")),
        ("link_without_words", ("PFL030", "3")),
        ("table_of_wrong_scope", ("PFL027", "4、6、7、10、14、16～18")),
        ("pale_text", ("PFL043", "5")),
        ("a_web_page_as_profile", ("PFL012", None)),
    ],
)
def test_a_fault_is_told_with_the_page_it_is_on(name: str, found: tuple[str, str | None]) -> None:
    assert said(mutant(name))[0] == found


def test_a_damaged_tree_is_told_in_one_sentence() -> None:
    assert said(mutant("tree_of_numbers")) == [("PFL002", None)]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff" * 2000])
def test_what_is_no_pdf_is_told_in_one_sentence(data: bytes) -> None:
    assert said(data) == [("PFL001", None)]
