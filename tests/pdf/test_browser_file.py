"""The order of a file for browsers, by what qpdf's library makes of its hints, and others read."""

from __future__ import annotations

import re
from io import StringIO
from typing import Any

import pytest
from kit.booklets import BOOKLETS, built
from kit.books import FACES, GRAY_PIXEL, a_book, a_box, a_line, a_page
from kit.pdf_text import opened, pdfium_text

from strategy_report.core.geometry import Rect
from strategy_report.core.kept import Kept
from strategy_report.core.length import pt
from strategy_report.core.value import replace
from strategy_report.display.book import OutlineEntry
from strategy_report.display.item import LinkArea, Picture
from strategy_report.display.page import Page
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.file_parts import PACKED_TOGETHER
from strategy_report.pdf.profile import SCREEN, PdfSettings, Profile, screen_profile

PICTURE = Picture(rect=Rect(pt(10), pt(20), pt(30), pt(40)), image=GRAY_PIXEL)
BACK = LinkArea(rect=Rect(pt(50), pt(40), pt(30), pt(10)), page=0, description="1ページへ")
# PDF 1.7 and PDF 2.0, whose bookmarks and links lead into the structure.
PROFILES = {"1.7": SCREEN, "2.0": screen_profile(with_data=False, pdf20=True)}


def written(*pages: Page, profile: Profile = SCREEN, **more: Any) -> bytes:
    return write_pdf(a_book(*pages, **more), FACES, PdfSettings(profile=profile))


def faults(data: bytes) -> list[str]:
    """What qpdf's library finds wrong with the dictionary in front, the hints and their order."""
    with opened(data) as document:
        assert document.is_linearized
        told = StringIO()
        assert document.check_linearization(told)
        return [*told.getvalue().splitlines(), *document.check_pdf_syntax()]


@pytest.mark.parametrize("name", BOOKLETS)
def test_every_hint_is_true(name: str) -> None:
    assert faults(built(name).pdf) == []


@pytest.mark.parametrize("name", BOOKLETS)
def test_every_hint_is_true_where_bookmarks_lead_into_the_structure(name: str) -> None:
    settings = PdfSettings(profile=PROFILES["2.0"])
    assert faults(write_pdf(built(name).book, FACES, settings)) == []


@pytest.mark.parametrize(
    "pages",
    [
        [a_page(a_box(a_line("取組状況")))],
        [a_page()],
        [a_page(), a_page(a_box(a_line("取組状況"))), a_page(a_box(a_line("令和6年")))],
        # A picture that two pages show and the first does not.
        [a_page(), a_page(a_box(PICTURE)), a_page(a_box(PICTURE)), a_page()],
        [a_page(a_box(PICTURE)), a_page(a_box(PICTURE))],
        # No bookmarks: in PDF 2.0 links alone lead into the structure, and not from everywhere.
        [a_page(a_box(a_line("取組状況"))), a_page(a_box(a_line("戻る"), BACK)), a_page()],
        [a_page(), a_page(a_box(a_line("戻る"), BACK)), a_page(a_box(a_line("戻る"), BACK))],
    ],
    ids=[
        *("one page", "an empty page", "words behind", "a shared picture", "the first's picture"),
        *("a link on the second page", "links on all but the first"),
    ],
)
@pytest.mark.parametrize("version", PROFILES)
def test_every_hint_is_true_of_books_of_few_objects(pages: list[Page], version: str) -> None:
    assert faults(written(*pages, profile=PROFILES[version])) == []


@pytest.mark.parametrize("version", PROFILES)
def test_every_hint_is_true_of_more_objects_than_are_packed_together(version: str) -> None:
    """Elements, links and bookmarks each fill more than one object stream."""
    pages = [
        a_page(*(a_box(a_line("戻る"), BACK, key=f"{page} {at}") for at in range(PACKED_TOGETHER)))
        for page in range(2)
    ]
    outline = tuple(
        OutlineEntry(title=str(at), page=at % 2, y=pt(50)) for at in range(PACKED_TOGETHER + 1)
    )
    data = written(*pages, profile=PROFILES[version], outline=outline)
    assert data.count(b"/ObjStm") > 5
    assert faults(data) == []


def test_the_first_page_is_whole_before_anything_of_the_others() -> None:
    data = built("content").pdf
    found = re.search(rb"/L (\d+) .*/O (\d+) /E (\d+)", data[:200])
    assert found is not None
    length, page, end = map(int, found.groups())
    assert length == len(data)
    assert f"{page} 0 obj".encode() in data[:end]
    # Of eight content streams, one lies there.
    with opened(data) as document:
        lengths = [int(one.Contents.Length) for one in document.pages]
    places = [data.index(f"/Length {length}>>".encode()) for length in lengths]
    assert [place < end for place in places] == [True, *[False] * 7]


def test_the_file_reads_as_one_in_plain_order() -> None:
    book = built("content").book
    plain = write_pdf(book, FACES, PdfSettings(profile=replace(SCREEN, for_browsers=False)))
    ordered = write_pdf(book, FACES)
    with opened(plain) as one, opened(ordered) as other:
        assert not one.is_linearized
        assert other.is_linearized
    for page in range(len(book.pages)):
        assert pdfium_text(ordered, page) == pdfium_text(plain, page)


def test_both_cross_references_know_every_object() -> None:
    with opened(built("content").pdf) as document:
        numbers = [one.objgen[0] for one in document.objects]
        assert numbers == list(range(1, int(document.trailer.Size)))


def test_a_file_made_after_another_is_the_same_as_one_made_alone() -> None:
    kept = Kept()
    write_pdf(a_book(a_page(a_box(a_line("前の版")))), FACES, kept=kept)
    book = a_book(a_page(a_box(a_line("次の版"))), a_page(a_box(a_line("令和6年"))))
    assert write_pdf(book, FACES, kept=kept) == write_pdf(book, FACES)
