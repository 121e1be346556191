"""Pale text and pale marks of charts are found, whoever made the file; what stands out is not."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from kit.books import FACES, a_book, a_box, a_line, a_page

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.ink import Ink
from strategy_report.core.length import pt
from strategy_report.display.item import Item, Path, Shape, Stroke
from strategy_report.display.role import Role
from strategy_report.inspection.preflight import preflight
from strategy_report.inspection.screen_contrast import colours_can_be_told
from strategy_report.pdf.document import write_pdf

MARK = b"/Artifact << /Type /Pagination /Subtype /%b >> BDC "
WORD = b"BT /F1 12 Tf 20 20 Td (word) Tj ET "


def pale(content: bytes) -> bool:
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(200, 200))
    page.Contents = document.make_stream(content)
    written = BytesIO()
    document.save(written)
    said = preflight(written.getvalue(), (colours_can_be_told,))
    assert [one.code for one in said] in ([], ["PFL043"])
    return bool(said)


@pytest.mark.parametrize(
    ("content", "is_pale"),
    [
        (b"0 g " + WORD, False),
        (b"0.8 g " + WORD, True),
        # White on a dark rectangle, as most programs draw one.
        (b"0 0 0.5 rg 0 0 100 100 re f 1 g " + WORD, False),
        (b"0 0 0.5 rg 0 0 100 100 re f* 0 g " + WORD, True),
        # The rectangle is moved away from the text, and what moved it is taken back by Q.
        (b"q 1 0 0 1 50 50 cm 0 0 0.5 rg 0 0 100 100 re f Q 1 g " + WORD, True),
        (b"q 0.1 0 0 0.1 0 0 cm Q 0 0 0.5 rg 0 0 100 100 re f 1 g " + WORD, False),
        # Two scales upon each other: 12 points come out as 48, for which 3 is enough.
        (b"2 0 0 2 0 0 cm 2 0 0 2 0 0 cm 0.55 g " + WORD, False),
        (b"0.55 g " + WORD, True),
        # How ink on paper looks on a screen is not known here.
        (b"0 0 0 0.1 k " + WORD, False),
        # The second line, set by its leading, leaves the dark area.
        (b"0 g 0 15 100 20 re f 1 g BT /F1 12 Tf 20 TL 20 20 Td (a) Tj T* (b) Tj ET", True),
        # A watermark is there to be read through; what follows it is not, nor is a pale foot.
        (MARK % b"Watermark" + b"/Span << >> BDC 0.9 g " + WORD + b"EMC EMC", False),
        (MARK % b"Watermark" + b"/Span << >> BDC EMC EMC 0.9 g " + WORD, True),
        (MARK % b"Footer" + b"0.9 g " + WORD + b"EMC", True),
    ],
)
def test_text_is_held_against_what_it_stands_on(content: bytes, is_pale: bool) -> None:
    assert pale(content) is is_pale


def ink(colour: str) -> Ink:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return Ink(name=colour, rgb=(red, green, blue), cmyk=(0, 0, 0, 0))


def bar(top: float, fill: str, outline: str = "", left: float = 60, height: float = 10) -> Shape:
    rect = Rect(pt(left), pt(top), pt(100), pt(height))
    stroke = Stroke(ink=ink(outline), width=pt(0.5)) if outline else None
    return Shape(path=Path.rect(rect), fill=ink(fill), stroke=stroke)


def found(*items: Item, alt: str = "出生数。基準 R元 61人、実績 R5 48人。") -> list[str]:
    """What is said of a figure of *items* on a white page."""
    chart = a_box(*items, role=Role.FIGURE, key="chart", alt=alt)
    data = write_pdf(a_book(a_page(chart)), FACES)
    return [one.code for one in preflight(data, (colours_can_be_told,))]


DARK, DARK_OF_OTHER_HUE, PALE = "#8e2433", "#47763a", "#cbc6bb"
LABELS = (a_line("基準", (20, 68)), a_line("実績", (20, 88)))


def test_a_pale_bar_is_told_and_a_dark_one_or_an_outlined_one_is_not() -> None:
    assert found(bar(60, PALE), *LABELS) == ["PFL044"]
    assert found(bar(60, DARK), *LABELS) == []
    assert found(bar(60, PALE, outline="#6f6a60"), *LABELS) == []


def test_bars_that_touch_are_told_apart_and_bars_with_ground_between_need_not() -> None:
    labels = (a_line("基準", (20, 68)), a_line("実績", (20, 78)))
    assert found(bar(60, DARK), bar(70, DARK_OF_OTHER_HUE), *labels) == ["PFL044"]
    assert found(bar(60, DARK), bar(80, DARK_OF_OTHER_HUE), *LABELS) == []


def test_a_mark_is_held_against_the_bar_that_it_crosses() -> None:
    crossing = Shape(
        path=Path.line(Point(pt(100), pt(61)), Point(pt(100), pt(69))),
        stroke=Stroke(ink=ink("#ffffff"), width=pt(1)),
    )
    assert found(bar(60, DARK), crossing, *LABELS) == []
    assert found(crossing) == ["PFL044"]


def test_bars_of_unlike_hue_need_words_an_outline_or_another_lightness() -> None:
    assert found(bar(60, DARK), bar(80, DARK_OF_OTHER_HUE)) == ["PFL045"]
    assert found(bar(60, DARK), bar(80, DARK_OF_OTHER_HUE, outline="#22211f")) == []
    assert found(bar(60, DARK), bar(80, PALE, outline="#6f6a60")) == []


def test_words_on_a_mark_tell_it_and_pictures_without_numbers_are_not_judged() -> None:
    assert found(bar(60, PALE), a_line("供用開始", (70, 68))) == []
    assert found(bar(60, PALE), alt="山と川の絵。") == []


def test_words_within_a_form_are_held_against_what_the_form_paints() -> None:
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(200, 200))
    form = document.make_stream(b"0 0 0.5 rg 0 0 50 50 re f 0 g " + WORD)
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Matrix = [0, 0, 200, 200], [1, 0, 0, 1, 100, 100]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm0=form))
    # White words stand on the dark square that the form leaves behind, where its matrix put it.
    page.Contents = document.make_stream(b"/Fm0 Do 1 g BT /F1 12 Tf 120 120 Td (word) Tj ET")
    written = BytesIO()
    document.save(written)
    (said,) = preflight(written.getvalue(), (colours_can_be_told,))
    assert "比 1." in said.what
