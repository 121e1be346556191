"""A town's own faces for characters that ours lack, from its content folder to the PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.content_folders import change, copied
from kit.pdf_text import pdfium_text
from kit.tiny_font import write_tiny_font

from strategy_report.pipeline import Press, build

RARE = "𠮷"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The city's content with a name that BIZ UD cannot draw, on page 5."""
    folder = copied(tmp_path)
    change(folder, "goals/1.yaml", "ワンストップ拠点", f"ワンストップ拠点（{RARE}田）")
    return folder


def ask_for(content: Path, name: str) -> None:
    change(content, "edition.yaml", "theme: kanazawa", f"theme: kanazawa\nfonts: [{name}]")


def test_without_a_pack_the_character_is_named_and_nothing_is_built(content: Path) -> None:
    checked = build(content, Press())
    assert checked.value is None
    [said] = [d for d in checked.diagnostics if d.code == "FNT001"]
    assert "「𠮷」（U+20BB7）" in said.what
    assert "fonts:" in said.fix


def test_with_a_pack_it_is_printed_and_told_as_a_compromise(content: Path) -> None:
    write_tiny_font(content / "fonts" / "tiny.ttf", RARE)
    ask_for(content, "tiny.ttf")
    checked = build(content, Press())
    assert checked.value is not None, checked.diagnostics
    assert RARE in "".join(pdfium_text(checked.value.pdf, 4))
    told = [d for d in checked.diagnostics if d.code == "CMP008"]
    assert [d.page for d in told] == ["5"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("nowhere.ttf", None, "fonts/ にありません"),
        ("letters.otf", b"OTTO1234", "TrueType の書体ではありません"),
        ("../edition.yaml", None, "フォルダーの外を指しています"),
    ],
)
def test_a_pack_that_cannot_be_used_is_explained(
    content: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (content / "fonts").mkdir()
        (content / "fonts" / name).write_bytes(data)
    ask_for(content, name)
    checked = build(content, Press())
    assert checked.value is None
    [found] = [d for d in checked.diagnostics if d.code == "FNT003"]
    assert said in found.what
