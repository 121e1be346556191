"""From the mark of a note in the text to the note, and back."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from kit.books import FACES, a_book, a_box, a_line, a_page
from kit.pdf_text import opened

from strategy_report.core.geometry import Rect
from strategy_report.core.length import pt
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import LinkArea, Voice
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.profile import SCREEN, PdfSettings, Profile, screen_profile

PDF_2 = screen_profile(with_data=False, pdf20=True)


def marked(text: str, key: str, note: str = "goal/note-0", y: float = 100) -> Box:
    """A paragraph with the mark ※1 in it."""
    at = text.index("※1")
    voice = Voice(at, at + 2, Role.REFERENCE, alt="注1", note=note)
    return a_box(replace(a_line(text, (50, y)), voices=(voice,)), key=key)


def a_note(key: str = "goal/note-0", y: float = 700) -> Box:
    voice = Voice(0, 2, Role.LABEL, alt="注1", note=key)
    line = replace(a_line("※1 速報値", (50, y)), voices=(voice,))
    rect = Rect(pt(50), pt(y - 12), pt(200), pt(16))
    return a_box(line, role=Role.NOTE, key=key, rect=rect)


def written(*pages: Page, profile: Profile = SCREEN) -> Any:
    return opened(write_pdf(a_book(*pages), FACES, PdfSettings(profile=profile)))


def elements(document: Any, role: str) -> list[Any]:
    return [
        one
        for one in document.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == role and "/P" in one
    ]


def ends(document: Any) -> list[tuple[int, str, int, float]]:
    """Of each link: its page, its words, the page that it leads to, how far up that it leads."""
    numbers = {page.objgen: number for number, page in enumerate(document.pages, start=1)}
    return [
        (number, str(one.Contents), numbers[one.Dest[0].objgen], round(float(one.Dest[3])))
        for number, page in enumerate(document.pages, start=1)
        for one in page.obj.get("/Annots", [])
    ]


def test_a_mark_leads_to_the_top_of_its_note_and_the_note_back_to_the_first_mark() -> None:
    first = a_page(marked("率※1は", "one"), marked("数※1は", "two", y=200), part="goal")
    with written(first, a_page(a_note(), label="2", part="goal")) as document:
        # The page is 842 pt high.
        assert ends(document) == [
            (1, "注1", 2, 842 - 688),
            (1, "注1", 2, 842 - 688),
            (2, "注1", 1, 842 - 100 + 8),
        ]


def test_the_link_stands_within_the_reference_and_says_what_it_is() -> None:
    with written(a_page(marked("率※1は", "one"), a_note())) as document:
        (reference,) = elements(document, "/Reference")
        link = reference.K
        assert (link.S, str(link.Alt)) == ("/Link", "注1")
        mcid, pressed = link.K
        assert isinstance(mcid, int)
        assert (pressed.Type, str(pressed.Obj.Contents)) == ("/OBJR", "注1")
        assert "/Alt" not in reference
        # Around the mark and nothing else: an em behind the first of three characters.
        left, _, right, _ = map(float, pressed.Obj.Rect)
        assert left == pytest.approx(50 + 9.5, abs=3)
        assert right - left <= 2 * 9.5


def test_in_pdf_2_note_and_marks_name_each_other() -> None:
    pages = (a_page(marked("率※1は", "one"), marked("数※1は", "two", y=200), a_note()),)
    with written(*pages, profile=PDF_2) as document:
        (note,) = elements(document, "/FENote")
        marks = list(note.Ref)
        assert [(one.S, one.P.S) for one in marks] == [("/Link", "/Span")] * 2
        assert [[one.objgen for one in mark.Ref] for mark in marks] == [[note.objgen]] * 2
        names = pikepdf.NameTree(document.Root.Names.Dests)
        leads = [names[str(one.Dest)].SD[0].objgen for one in document.pages[0].Annots]
        assert leads == [note.objgen, note.objgen, marks[0].objgen]


def test_notes_of_one_key_in_two_parts_are_two() -> None:
    parts = [
        a_page(marked("率※1は", "one"), a_note(y=700 - 100 * number), label=name, part=name)
        for number, name in enumerate(("1", "2"))
    ]
    with written(*parts) as document:
        assert [end for end in ends(document) if end[3] < 300] == [
            (1, "注1", 1, 842 - 688),
            (2, "注1", 2, 842 - 588),
        ]


def test_a_mark_whose_note_is_on_a_page_left_out_leads_to_itself() -> None:
    with written(a_page(marked("率※1は", "one"), part="goal")) as document:
        assert ends(document) == [(1, "注1", 1, 842 - 100 + 8)]


def test_within_a_link_a_mark_is_no_link_of_its_own() -> None:
    heading = marked("率※1は", "one")
    whole = LinkArea(rect=heading.rect, page=0, description="5ページ")
    page = a_page(replace(heading, items=(*heading.items, whole)), a_note())
    with written(page) as document:
        assert [str(one.Contents) for one in document.pages[0].Annots] == ["5ページ", "注1"]
        (reference,) = elements(document, "/Reference")
        assert (str(reference.Alt), reference.P.S) == ("注1", "/Link")
