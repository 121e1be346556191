"""Text of any kind, in every place that takes some, is only ever text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit.books import FACES, a_book, a_box, a_line, a_page
from kit.content_folder import ContentFolder
from kit.pdf_text import opened, pdfium_text

from strategy_report.core.geometry import Rect
from strategy_report.core.length import pt
from strategy_report.display.book import Book, OutlineEntry
from strategy_report.display.item import LinkArea
from strategy_report.display.role import Role
from strategy_report.pdf.document import write_pdf
from strategy_report.pipeline import Press, build

ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
# What breaks a syntax that was put together without care.
NASTY = st.sampled_from(
    [")", "(", "\\", "%", "<<", ">>", "endobj", "stream\r\n", "\0", "\r", "/Title (x)", "\ufeff"]
)
HOSTILE = st.lists(st.one_of(ANY_TEXT, NASTY), max_size=4).map("".join)
SQUARE = Rect(pt(10), pt(20), pt(30), pt(40))


def a_book_of(title: str, alt: str, said: str, label: str) -> Book:
    """A book with each of the texts in a place of its own."""
    link = LinkArea(rect=SQUARE, url="https://example.jp/?q=%28%29", description=said)
    page = a_page(
        a_box(a_line("本文"), link),
        a_box(a_line("図"), role=Role.FIGURE, alt=alt),
        label=label,
    )
    outline = (OutlineEntry(title=said, page=0, y=pt(0)),)
    return a_book(page, title=title, author=alt, subject=said, outline=outline)


@settings(max_examples=20, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_no_text_breaks_the_file(title: str, alt: str, said: str, label: str) -> None:
    data = write_pdf(a_book_of(title, alt, said, label), FACES)
    with opened(data) as document:
        assert document.check_pdf_syntax() == []
        assert str(document.docinfo["/Title"]) == title
        assert str(document.docinfo["/Author"]) == alt
        (link,) = [a for a in document.pages[0].Annots if a.Subtype == "/Link"]
        assert str(link.Contents) == (said or "https://example.jp/?q=%28%29")
        assert str(document.Root.Outlines.First.Title) == said
    assert pdfium_text(data)[0].startswith("本文")


# CVE-2023-33733: reportlab's evaluator ran this when it was given for a colour.
PAYLOAD = "[[[getattr(pow,Word('__globals__'))['os'].system('touch ran') for Word in [1]]]]"


def test_what_a_library_would_run_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    town = ContentFolder(tmp_path)
    quoted = '"' + PAYLOAD + '"'
    town.edit("goals/1.yaml", "title: 安心して子育てができる環境づくり", f"title: {quoted}")
    town.edit("goals/1.yaml", "caption: 親子交流広場", f"caption: {quoted}")
    town.edit("goals/1.yaml", "title: 子育ての喜びを|分かち合うまちをつくる", f"title: {quoted}")
    built = build(town.path, Press()).value
    assert built is not None
    pages = range(len(built.book.pages))
    read = "".join("".join(pdfium_text(built.pdf, page)) for page in pages).replace(" ", "")
    assert read.count(PAYLOAD.replace(" ", "")) >= 3
    assert not list(tmp_path.rglob("ran"))
