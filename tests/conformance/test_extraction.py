"""poppler's pdftotext gives back the text of a page, in each of its three ways."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kit.books import (
    BOLD,
    FACES,
    LATIN,
    REGULAR,
    a_book,
    a_box,
    a_page,
    a_paragraph,
    a_run,
)
from kit.pdf_text import lines

from strategy_report.core.length import pt
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import TextLine
from strategy_report.pdf.document import write_pdf

Tool = Callable[..., str]

LINES = (
    "令和6年度の出生数は9,410件（前年度比3.2％減）で、目標の",
    "13億3,000万円を下回った。移住者は年間34万7千人、うち",
    "20代の割合は18.5％であり、IT企業の誘致やU・Iターンの",
    "促進により「住み続けたいまち」を目指す。KPIはR2～6。",
)
WAYS = ((), ("-raw",), ("-layout",))


def text_of(tool: Tool, folder: Path, *boxes: Box, way: tuple[str, ...]) -> list[str]:
    """Lines that pdftotext gives for a page of *boxes*, without spaces at their beginning."""
    (folder / "page.pdf").write_bytes(write_pdf(a_book(a_page(*boxes)), FACES))
    printed = tool("pdftotext", *way, folder / "page.pdf", "-")
    return [line.strip(" ") for line in lines(printed)]


@pytest.mark.parametrize("way", WAYS)
def test_lines_come_character_for_character(
    tool: Tool, tmp_path: Path, way: tuple[str, ...]
) -> None:
    assert text_of(tool, tmp_path, a_paragraph(LINES), way=way) == list(LINES)


@pytest.mark.parametrize("way", WAYS)
def test_no_character_beyond_the_basic_plane_is_lost(
    tool: Tool, tmp_path: Path, way: tuple[str, ...]
) -> None:
    # In pieces, of which -raw makes lines of their own: lines may end elsewhere, no more.
    read = text_of(tool, tmp_path, a_paragraph(("𠮟責4件、𠮟る",)), way=way)
    assert "".join(read) == "𠮟責4件、𠮟る"


@pytest.mark.parametrize("way", WAYS)
def test_a_line_of_mixed_faces_and_sizes_reads_as_one(
    tool: Tool, tmp_path: Path, way: tuple[str, ...]
) -> None:
    number = a_run("1,243", (50, 100), face=LATIN, size=22)
    unit = a_run("人増加", (125, 100), face=REGULAR, size=9)
    word = a_run("（速報）", (160, 97), face=BOLD, size=6.5)
    line = TextLine(runs=(number, unit, word), text="1,243人増加（速報）")
    assert text_of(tool, tmp_path, a_box(line), way=way) == ["1,243人増加（速報）"]


@pytest.mark.parametrize("way", WAYS)
def test_text_set_wide_has_no_spaces(tool: Tool, tmp_path: Path, way: tuple[str, ...]) -> None:
    run = a_run("取組状況", size=20)
    wide = replace(run, offsets=tuple(int(pt(20) * 2) * index for index in range(4)))
    line = TextLine(runs=(wide,), text="取組状況")
    assert text_of(tool, tmp_path, a_box(line), way=way) == ["取組状況"]


def test_columns_come_one_after_the_other_in_the_order_of_the_page(
    tool: Tool, tmp_path: Path
) -> None:
    left = a_paragraph(("左の段の1行目です", "左の段の2行目です"), (50, 100))
    right = a_paragraph(("右の段の1行目です", "右の段の2行目です"), (300, 100))
    assert "".join(text_of(tool, tmp_path, left, right, way=("-raw",))) == (
        "左の段の1行目です左の段の2行目です右の段の1行目です右の段の2行目です"
    )
