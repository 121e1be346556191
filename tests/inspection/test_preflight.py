"""What preflight finds in a file, and that it finds nothing in ours."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from kit.booklets import BOOKLETS, built
from kit.books import FACES
from kit.pdf_text import opened, read_aloud
from kit.spoilt_files import mutant
from kit.town import a_town

from strategy_report.inspection.for_screen import FOR_SCREEN
from strategy_report.inspection.preflight import preflight
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.profile import PdfSettings, screen_profile
from strategy_report.pipeline import Press, build


def said(data: bytes) -> list[tuple[str, str | None]]:
    """Codes, with the page each is on."""
    return [(found.code, found.page) for found in preflight(data, FOR_SCREEN)]


@pytest.mark.parametrize("name", BOOKLETS)
def test_our_own_files_have_no_fault(name: str) -> None:
    assert preflight(built(name).pdf, FOR_SCREEN) == ()


def test_readings_and_dots_above_a_line_are_no_other_text(tmp_path: Path) -> None:
    measure = "title: 学び\n    bullets: ['{林業|りんぎょう}を《《だれも》》が学ぶ']\n"
    town = a_town(tmp_path, rest=f"measures:\n  - number: 1\n    {measure}")
    made = build(town, Press()).value
    assert made is not None
    assert "りんぎょう" not in read_aloud(made.pdf)
    assert preflight(made.pdf, FOR_SCREEN) == ()


def test_links_and_bookmarks_that_lead_by_names_are_followed() -> None:
    """As in PDF 2.0."""
    settings = PdfSettings(profile=screen_profile(with_data=False, pdf20=True))
    data = write_pdf(built("futatsu").book, FACES, settings)
    assert preflight(data, FOR_SCREEN) == ()
    with opened(data) as document:
        # The names are there still, and lead to nothing.
        names = document.Root.Names.Dests.Names
        for place in range(1, len(names), 2):
            names[place] = pikepdf.Array()
        out = BytesIO()
        document.save(out)
    lost = [found.what for found in preflight(out.getvalue(), FOR_SCREEN) if found.code == "PFL032"]
    assert "リンク「注1」の行き先がありません。" in lost
    assert any(what.startswith("しおり「") for what in lost)


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
        ("link_to_a_name_of_nothing", ("PFL032", "3")),
        ("bookmark_to_a_page_that_is_gone", ("PFL032", None)),
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
