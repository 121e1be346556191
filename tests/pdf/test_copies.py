"""Copies of one book: the same pages, and around them what each has of its own."""

from __future__ import annotations

import re
from functools import cache
from io import StringIO

import pytest
from kit.books import FACES, a_book, a_box, a_line, a_page
from kit.pdf_text import opened, pdfium_text, read_aloud
from kit.pdf_text import operators as operators_of

from strategy_report.display.box import Box
from strategy_report.display.role import Furniture, Role
from strategy_report.pdf.claim import UA1, UA1_A2A
from strategy_report.pdf.copies import Copies, Inscription
from strategy_report.pdf.document import SCREEN_SETTINGS, write_pdf

BOOK = a_book(
    a_page(a_box(a_line("取組状況"), role=Role.H1, key="title")),
    a_page(a_box(a_line("基本目標"), key="goal"), label="2"),
)
# Cover and inner page.
KINDS = (0, 1)


def in_the_foot(words: str, at: tuple[float, float] = (50, 826)) -> Box:
    line = a_line(words, at)
    return a_box(line, role=Role.ARTIFACT, key="foot", furniture=Furniture.FOOTER)


def pale(words: str) -> Box:
    line = a_line(words, (50, 400), size=60)
    return a_box(line, role=Role.ARTIFACT, key="pale", furniture=Furniture.WATERMARK)


def inscribed(words: str) -> dict[int, Inscription]:
    return {
        0: Inscription(above=(in_the_foot(words, (50, 700)),)),
        1: Inscription(behind=(pale(words),), above=(in_the_foot(words),)),
    }


@cache
def copies() -> Copies:
    return Copies(BOOK, FACES, SCREEN_SETTINGS, KINDS)


@cache
def copy_of(words: str) -> bytes:
    return copies().copy(inscribed(words), words, UA1_A2A)


def page_streams(data: bytes) -> list[list[bytes]]:
    """Of each page, what its streams hold."""
    with opened(data) as document:
        return [[one.read_bytes() for one in page.obj.Contents] for page in document.pages]


def test_the_pages_of_two_copies_differ_in_what_is_around_them_alone() -> None:
    one, other = page_streams(copy_of("1番 山田")), page_streams(copy_of("2番 佐藤"))
    same = [
        [mine == theirs for mine, theirs in zip(*pages, strict=True)]
        for pages in zip(one, other, strict=True)
    ]
    # Before the page, the page, after it; nothing stands behind the cover.
    assert same == [[True, True, False], [False, True, False]]


def test_a_copy_is_in_the_order_that_browsers_want() -> None:
    data = copy_of("1番 山田")
    with opened(data) as document:
        assert document.is_linearized
        assert document.check_linearization(StringIO())
        fonts = document.pages[0].Resources.Font
        own = next(fonts[name] for name in fonts if name.startswith("/C"))
        number, _ = own.DescendantFonts[0].FontDescriptor.FontFile2.objgen
    # With the words of its own, of whose font the book knows nothing, before all other pages.
    first = re.search(rb"/E (\d+)", data[:200])
    assert first is not None
    assert data.index(b"\n%d 0 obj" % number) < int(first[1])


def test_a_page_in_a_copy_is_painted_as_in_the_book() -> None:
    with opened(write_pdf(BOOK, FACES)) as document:
        printed = [page.obj.Contents.read_bytes() for page in document.pages]
    assert [page for _, page, _ in page_streams(copy_of("1番 山田"))] == printed


def test_the_words_of_a_copy_can_be_read_on_its_pages() -> None:
    data = copy_of("2番 佐藤")
    assert pdfium_text(data, 0) == ["取組状況", "2番 佐藤"]
    assert pdfium_text(data, 1) == ["2番 佐藤", "基本目標", "2番 佐藤"]


def test_no_structure_knows_of_them_and_each_says_what_it_is() -> None:
    painted = operators_of(copy_of("2番 佐藤"), 1)
    kinds = [str(operands[1].get("/Subtype")) for op, operands in painted if op == "BDC"
             and str(operands[0]) == "/Artifact"]  # fmt: skip
    assert kinds == ["/Watermark", "/Footer"]
    assert read_aloud(copy_of("2番 佐藤")) == read_aloud(write_pdf(BOOK, FACES)) != ""


def test_nobody_reads_from_his_copy_whom_the_others_went_to() -> None:
    with opened(copy_of("1番 山田")) as document:
        fonts = document.pages[0].Resources.Font
        maps = {name: fonts[name].ToUnicode.read_bytes().decode() for name in fonts}
    own = {name: text for name, text in maps.items() if name.startswith("/C")}
    assert len(own) == 1
    for letter, there in (("山", True), ("佐", False)):
        code = letter.encode("utf-16-be").hex().upper()
        assert any(f"<{code}>" in text for text in own.values()) is there
        assert not any(f"<{code}>" in text for name, text in maps.items() if name not in own)


def test_the_same_words_give_the_same_bytes() -> None:
    again = Copies(BOOK, FACES, SCREEN_SETTINGS, KINDS)
    again.copy(inscribed("9番 伊藤"), "9番 伊藤", UA1_A2A)
    assert again.copy(inscribed("1番 山田"), "1番 山田", UA1_A2A) == copy_of("1番 山田")


def test_a_copy_says_which_it_is_in_both_places() -> None:
    with opened(copy_of("1番 山田")) as document:
        assert str(document.trailer.Info.Keywords) == "1番 山田"
        assert (
            "<pdf:Keywords>1番 山田</pdf:Keywords>" in document.Root.Metadata.read_bytes().decode()
        )
        identifiers = document.trailer.ID
    with opened(copy_of("2番 佐藤")) as other:
        assert bytes(identifiers[0]) != bytes(other.trailer.ID[0])


def test_a_copy_that_is_no_pdf_a_does_not_say_so() -> None:
    data = copies().copy(inscribed("1番 山田"), "1番 山田", UA1)
    with opened(data) as document:
        xmp = document.Root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "pdfaid:part>" not in xmp
    assert "pdfaid:conformance>" not in xmp


def test_words_that_are_to_be_read_are_no_inscription() -> None:
    read = {0: Inscription(above=(a_box(a_line("山田")),)), 1: Inscription()}
    with pytest.raises(ValueError, match="no structure"):
        copies().copy(read, "", UA1_A2A)
