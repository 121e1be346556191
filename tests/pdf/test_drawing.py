"""Drawings that come again and again are objects of the file, and look as if they were not."""

from __future__ import annotations

import pypdfium2
import pytest
from kit.booklets import built
from kit.books import BLACK, FACES, RED, a_book, a_box, a_line, a_page
from kit.pdf_text import opened, operators

from strategy_report.core.geometry import Point
from strategy_report.core.ink import Ink
from strategy_report.core.kept import NothingKept
from strategy_report.core.length import pt
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.item import Group, Item, Path, Shape, Stroke
from strategy_report.pages.shapes import disc
from strategy_report.pdf import document
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.drawing import Drawing, form_object
from strategy_report.pdf.profile import SCREEN, PdfSettings, Profile

THICK = Stroke(ink=BLACK, width=pt(3))
RULE = Shape(path=Path.line(Point(pt(0), pt(300)), Point(pt(90), pt(300))), stroke=THICK)


def bullet(row: int, ink: Ink = RED) -> Shape:
    return Shape(path=disc(Point(pt(50), pt(60 + 12.34 * row)), pt(4)), fill=ink)


def ring(row: int) -> Group:
    """A ring with the pen of the beginning of a page, half cut off."""
    circle = disc(Point(pt(90), pt(60 + 40 * row)), pt(9))
    path = Shape(path=circle, stroke=Stroke(ink=RED, width=pt(1)))
    return Group(items=(path,), clip=disc(Point(pt(95), pt(60 + 40 * row)), pt(12)))


def a_list(*items: Item) -> Book:
    return a_book(a_page(a_box(a_line("子育て支援"), *items)))


def forms(book: Book, profile: str = "once") -> list[bytes]:
    """The content of each form object of the file."""
    with opened(written(book, profile)) as file:
        found = [one for one in file.objects if getattr(one, "Subtype", "") == "/Form"]
        return [one.read_bytes() for one in found]


def written(book: Book, profile: str = "once") -> bytes:
    settings = PdfSettings(profile=replace(SCREEN, draws_once=profile == "once"))
    return write_pdf(book, FACES, settings)


def picture(data: bytes) -> bytes:
    with pypdfium2.PdfDocument(data) as file:
        return bytes(file[0].render(scale=3).to_pil().tobytes())


def test_nine_bullets_are_one_drawing_used_nine_times() -> None:
    book = a_list(*map(bullet, range(9)))
    (content,) = forms(book)
    assert content.startswith(b"1 0 0 rg\n0 0 m ")
    uses = [operands for name, operands in operators(written(book)) if name == "Do"]
    assert [str(name) for (name,) in uses] == ["/D1"] * 9


def test_two_bullets_are_shorter_where_they_stand() -> None:
    assert forms(a_list(bullet(0), bullet(1))) == []


def test_other_inks_are_other_drawings() -> None:
    reds, blacks = map(bullet, range(9)), (bullet(row, BLACK) for row in range(9, 18))
    assert [one[:8] for one in forms(a_list(*reds, *blacks))] == [b"1 0 0 rg", b"0 0 0 rg"]


def test_a_file_that_draws_all_in_place_has_no_form() -> None:
    assert forms(a_list(*map(bullet, range(9))), profile="in place") == []


@pytest.mark.parametrize("make", [bullet, ring])
def test_it_looks_as_if_drawn_in_place_whatever_pen_was_set_before(make: type) -> None:
    # The rule's pen is in force where the drawing is used; its own is the one a page begins with.
    items = [item for row in range(9) for item in (RULE, make(row))]
    once, in_place = (written(a_list(*items), profile) for profile in ("once", "in place"))
    assert len(forms(a_list(*items))) == 1
    # Places are rounded to 0.01 pt from another corner, which tints an edge by a shade.
    pairs = zip(picture(once), picture(in_place), strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 3


def test_a_drawing_over_several_pages_is_written_once() -> None:
    page = a_page(a_box(a_line("子育て支援"), *map(bullet, range(3))))
    assert len(forms(a_book(page, page, page))) == 1


def test_a_drawing_over_several_pages_is_made_once_where_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Drawing] = []

    def counted(drawing: Drawing, profile: Profile) -> bytes:
        made.append(drawing)
        return form_object(drawing, profile)

    monkeypatch.setattr(document, "form_object", counted)
    page = a_page(a_box(a_line("子育て支援"), *map(bullet, range(3))))
    write_pdf(a_book(page, page, page), FACES, PdfSettings(profile=SCREEN), NothingKept())
    assert len(made) == 1


def test_a_page_names_only_the_drawings_that_it_shows() -> None:
    data = built("content").pdf
    with opened(data) as file:
        pages = [{str(name) for name in page.Resources.get("/XObject", {})} for page in file.pages]
    shown = [
        {str(operands[0]) for name, operands in operators(data, page) if name == "Do"}
        for page in range(len(pages))
    ]
    assert shown == pages
    assert any(name.startswith("/D") for names in pages for name in names)
