"""A copy's number and name are found on every page by tools of others, and by no structure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kit.booklets import KANAZAWA

from strategy_report.cli.main import main

Tool = Callable[..., str]
COPY = "kanazawa-r6-012-髙﨑　花子.pdf"
WORDS = "配布番号　012　髙﨑　花子"
PASSWORD = "Kenroku-2024"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copies of the booklet, one of them behind a password."""
    work = tmp_path_factory.mktemp("copies")
    listed = f"番号,氏名,所属,パスワード\n012,髙﨑　花子,議会,\n013,佐藤,議会,{PASSWORD}\n"
    (work / "名簿.csv").write_text(listed, encoding="utf-8-sig")
    output = work / "配布"
    assert main(["distribute", str(work / "名簿.csv"), str(KANAZAWA), "-o", str(output)]) == 0
    return output


def test_poppler_reads_them_on_every_page(tool: Tool, folder: Path) -> None:
    pages = tool("pdftotext", folder / COPY, "-").removesuffix("\f").split("\f")
    assert [page.count(WORDS) for page in pages] == [1] * 8
    assert "Keywords:        配布番号 012" in tool("pdfinfo", folder / COPY)


def test_poppler_finds_none_of_them_in_the_structure(tool: Tool, folder: Path) -> None:
    told = tool("pdfinfo", "-struct-text", folder / COPY)
    assert "金沢版総合戦略" in told
    assert "配布番号" not in told


def test_qpdf_finds_nothing_wrong(tool: Tool, folder: Path) -> None:
    assert "File is linearized" in tool("qpdf", "--check", folder / COPY)
    protected = folder / "kanazawa-r6-013-佐藤.pdf"
    told = tool("qpdf", "--check", f"--password={PASSWORD}", protected)
    assert "stream encryption method: AESv3" in told
    assert "extract for accessibility: allowed" in told
