"""Every page of every booklet, read by all readers in all their ways: nothing is lost or added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from kit.booklets import BOOKLETS, built, lines_of
from kit.pdf_text import pdfium_bounded_text, pdfium_text

Tool = Callable[..., str]


def characters(text: str) -> Counter[str]:
    """How often each character stands in a text, apart from spaces and line ends."""
    return Counter(re.sub(r"\s", "", text))


def written(name: str, folder: Path) -> Path:
    path = folder / "book.pdf"
    path.write_bytes(built(name).pdf)
    return path


def pages_of(text: str) -> list[str]:
    """The pages of what a tool prints; a form feed ends each."""
    return text.split("\f")[:-1]


def assert_same(name: str, pages: list[str]) -> None:
    """Each page has each character as often as the book, and each line in one piece."""
    book = built(name).book
    assert len(pages) == len(book.pages)
    for page, text in zip(book.pages, pages, strict=True):
        wanted = [line.text for line in lines_of(page)]
        assert characters(text) == characters("".join(wanted)), page.label
        squeezed = re.sub(r"\s", "", text)
        lost = [line for line in wanted if re.sub(r"\s", "", line) not in squeezed]
        assert lost == [], page.label


@pytest.mark.parametrize("name", BOOKLETS)
@pytest.mark.parametrize("way", [(), ("-raw",), ("-layout",)])
def test_poppler(tool: Tool, tmp_path: Path, name: str, way: tuple[str, ...]) -> None:
    assert_same(name, pages_of(tool("pdftotext", *way, written(name, tmp_path), "-")))


@pytest.mark.parametrize("name", BOOKLETS)
@pytest.mark.parametrize("read", [pdfium_text, pdfium_bounded_text])
def test_pdfium(name: str, read: Callable[[bytes, int], list[str]]) -> None:
    booklet = built(name)
    assert_same(name, ["".join(read(booklet.pdf, i)) for i in range(len(booklet.book.pages))])


@pytest.mark.parametrize("name", BOOKLETS)
def test_mutool(tool: Tool, tmp_path: Path, name: str) -> None:
    assert_same(name, pages_of(tool("mutool", "draw", "-F", "txt", written(name, tmp_path))))


@pytest.mark.parametrize("name", BOOKLETS)
def test_raw_order_is_the_order_of_reading(tool: Tool, tmp_path: Path, name: str) -> None:
    pages = pages_of(tool("pdftotext", "-raw", written(name, tmp_path), "-"))
    for page, text in zip(built(name).book.pages, pages, strict=True):
        wanted = "".join(line.text for line in lines_of(page))
        assert re.sub(r"\s", "", text) == re.sub(r"\s", "", wanted), page.label


@pytest.mark.parametrize("name", BOOKLETS)
def test_no_space_stands_within_a_figure_or_a_word(tool: Tool, tmp_path: Path, name: str) -> None:
    # Readers take a quarter em for a space, unless each line says what it reads as.
    texts = {line.text for page in built(name).book.pages for line in lines_of(page)}
    for way in ((), ("-raw",)):
        text = tool("pdftotext", *way, written(name, tmp_path), "-")
        for line in texts:
            if re.search(r"\d[\d,.]*[件人円%％]", line):
                assert line in text, line
