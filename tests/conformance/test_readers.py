"""Our files in readers of other makes: text in order, roles, links, bookmarks."""

from __future__ import annotations

import ctypes
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from kit.booklets import BOOKLETS, built
from kit.pdf_text import pdfium_text

from strategy_report.inspection.pdf_file import opened
from strategy_report.inspection.preflight import inspect
from strategy_report.pipeline import Press, build, on_screen

Tool = Callable[..., str]
PDFJS = Path(__file__).parent / "readers" / "read.mjs"


def solid(text: str) -> str:
    """Without the spaces that some readers take the setting's for."""
    return re.sub(r"\s+", "", text)


@cache
def in_order(name: str) -> tuple[tuple[int, str], ...]:
    """Every content of a booklet in the tree's order: its page, from 0, and its text."""
    with opened(built(name).pdf) as file:
        inspected = inspect(file)
        assert inspected.root is not None
        return tuple((content.page, content.text) for content in inspected.root.contents())


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(name: str) -> Path:
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(built(name).pdf)
        return path

    return write


@pytest.fixture
def by_pdfjs(tool: Tool, written: Callable[[str], Path]) -> Callable[[str], Any]:
    assert (PDFJS.parent / "node_modules" / "pdfjs-dist").is_dir(), "not installed: see .ci/run"
    return lambda name: json.loads(tool("node", PDFJS, written(name)))


@pytest.mark.parametrize("name", BOOKLETS)
def test_poppler_gives_the_text_of_the_tree_in_order(
    tool: Tool, written: Callable[[str], Path], name: str
) -> None:
    printed = tool("pdfinfo", "-struct-text", written(name))
    found = re.findall(r'^ *"(.*?)"$', printed, re.MULTILINE | re.DOTALL)
    assert solid("".join(found)) == solid("".join(text for _, text in in_order(name)))


@pytest.mark.parametrize("name", BOOKLETS)
def test_pdfjs_gives_the_text_of_each_page_in_order(
    by_pdfjs: Callable[[str], Any], name: str
) -> None:
    for number, page in enumerate(by_pdfjs(name)["pages"]):
        wanted = "".join(text for on, text in in_order(name) if on == number)
        assert solid("".join(page["text"])) == solid(wanted), number + 1


def test_pdfjs_follows_links_and_bookmarks_and_knows_the_roles(
    by_pdfjs: Callable[[str], Any],
) -> None:
    read = by_pdfjs("content")
    assert (read["title"], read["language"]) == ("第2次金沢版総合戦略　取組状況", "ja-JP")
    assert [page for _, page in read["bookmarks"]] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert read["pages"][2]["targets"] == [5, 6, 7, 8]
    assert {"H1", "H2", "H3", "L", "LI", "Lbl", "LBody", "Figure", "Link", "Note"} <= {
        role for page in read["pages"] for role in page["roles"]
    }
    assert read["pages"][4]["alts"][0].startswith("合計特殊出生率。基準 H30 1.48、")


def test_pdfjs_follows_links_and_bookmarks_that_lead_to_structure_elements(
    tool: Tool, tmp_path: Path
) -> None:
    """As in PDF 2.0; this town's page 5 has the mark of a note, which leads back, too."""
    checked = build(BOOKLETS["futatsu"], Press(setup=on_screen(pdf20=True)))
    assert checked.value is not None
    path = tmp_path / "2.pdf"
    path.write_bytes(checked.value.pdf)
    read = json.loads(tool("node", PDFJS, path))
    assert [page for _, page in read["bookmarks"]] == [1, 2, 3, 4, 5, 6]
    assert [page["targets"] for page in read["pages"]] == [[], [], [4, 5], [], [5, 5], []]


def test_pdfium_gives_the_text_of_each_page_in_order() -> None:
    # Not that of tables, whose rows PDFium sorts from left to right: a badge at a row's end is read
    # with the actual, before the target.
    booklet = built("content")
    for number, page in enumerate(booklet.book.pages):
        # Furniture stands among it: foot lines, thumb tabs.
        text = solid("".join(pdfium_text(booklet.pdf, number)))
        at = 0
        for on, told in in_order("content"):
            if on == number:
                found = text.find(solid(told), at)
                assert found >= 0, (page.label, told)
                at = found + len(solid(told))


def test_pdfium_follows_links_and_bookmarks() -> None:
    with pypdfium2.PdfDocument(built("content").pdf) as document:
        bookmarks = [entry.get_dest().get_index() + 1 for entry in document.get_toc()]
        assert bookmarks == [1, 2, 3, 4, 5, 6, 7, 8]
        assert pdfium_link_targets(document, page=2) == [5, 6, 7, 8]


def pdfium_link_targets(document: Any, page: int) -> list[int]:
    """Where the links of a page lead, by the numbers of pages from 1."""
    raw = pypdfium2.raw
    # Links belong to the page; it must not be closed while they are asked for.
    shown = document[page]
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    targets = []
    while raw.FPDFLink_Enumerate(shown.raw, place, link):
        target = raw.FPDFLink_GetDest(document.raw, link)
        targets.append(raw.FPDFDest_GetDestPageIndex(document.raw, target) + 1)
    return targets


def test_poppler_follows_links_and_bookmarks(tool: Tool, written: Callable[[str], Path]) -> None:
    printed = tool("pdftohtml", "-xml", "-stdout", "-i", written("content"))
    bookmarks = re.findall(r'<item page="(\d+)">', printed)
    assert bookmarks == ["1", "2", "3", "4", "5", "6", "7", "8"]
    links = re.findall(r'<a href="[^"#]*#(\d+)"', printed)
    assert list(dict.fromkeys(links)) == ["5", "6", "7", "8"]


@pytest.mark.parametrize("name", BOOKLETS)
def test_pdftotext_gives_every_line(tool: Tool, written: Callable[[str], Path], name: str) -> None:
    printed = solid(tool("pdftotext", written(name), "-"))
    missing = [text for _, text in in_order(name) if solid(text) not in printed]
    assert missing == []
