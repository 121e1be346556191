"""Our files in readers of other makes: text in order, roles, links, bookmarks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from kit.booklets import BOOKLETS, built

from strategy_report.inspection.pdf_file import opened
from strategy_report.inspection.preflight import inspect

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


@pytest.mark.parametrize("name", BOOKLETS)
def test_pdftotext_gives_every_line(tool: Tool, written: Callable[[str], Path], name: str) -> None:
    printed = solid(tool("pdftotext", written(name), "-"))
    missing = [text for _, text in in_order(name) if solid(text) not in printed]
    assert missing == []
