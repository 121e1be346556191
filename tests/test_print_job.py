"""From the city's content to the file that a printing house takes."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from kit.booklets import FUTATSU, KANAZAWA, built
from kit.pdf_text import opened, operators, pdfium_text
from kit.printed import printed, with_photograph

from strategy_report.display.page import Side
from strategy_report.inspection.image_reader import ImageReader
from strategy_report.inspection.page_reader import read_page
from strategy_report.model.printer import Standard
from strategy_report.pipeline import Press, build
from strategy_report.print_job import Colours, Printed, PrintOrder, Workshop, print_booklet
from strategy_report.store.cache import Cache


def printed_from(content: Path, workshop: Workshop | None = None, **more: Any) -> Printed:
    checked = print_booklet(PrintOrder(content=content, **more), workshop or Workshop())
    assert checked.value is not None, checked.diagnostics
    return checked.value


def test_trim_and_bleed_are_as_ordered_to_a_hundredth_of_a_millimetre() -> None:
    with opened(printed(KANAZAWA).pdf) as document:
        for page in document.pages:
            trim, bleed, media = (
                [float(side) * 25.4 / 72 for side in box]
                for box in (page.TrimBox, page.BleedBox, page.MediaBox)
            )
            assert [round(trim[2] - trim[0], 2), round(trim[3] - trim[1], 2)] == [210, 297]
            assert [round(b - t, 2) for b, t in zip(bleed, trim, strict=True)] == [-3, -3, 3, 3]
            assert [round(m - t, 2) for m, t in zip(media, trim, strict=True)] == [-15, -15, 15, 15]


def test_marks_in_the_file_are_where_they_were_drawn_to_a_hundredth_of_a_millimetre() -> None:
    with opened(printed(KANAZAWA).pdf) as document:
        page = document.pages[4]
        corner = (float(page.TrimBox[0]), float(page.TrimBox[3]))
        read = read_page(page, ImageReader(), corner)
    rects = [mark.rect for mark in read.marks if mark.colour.is_registration]
    found = [(r.x.mm, r.y.mm, r.right.mm, r.bottom.mm) for r in rects]
    assert len(found) == 16
    for drawn in (
        # The two angles at the top left, and the cross at the head.
        (-12, -12, 0, -3), (-12, -12, -3, 0), (105, -12, 105, -3), (97, -6, 113, -6),
    ):  # fmt: skip
        assert any(one == pytest.approx(drawn, abs=0.01) for one in found), drawn


def test_a_long_title_gives_way_to_the_cross_in_the_slug(tmp_path: Path) -> None:
    content = Path(copytree(KANAZAWA, tmp_path / "content"))
    edition = content / "edition.yaml"
    long = "金沢版まち・ひと・しごと創生総合戦略及び関連する諸計画"
    text = edition.read_text(encoding="utf-8").replace("金沢版総合戦略", long)
    edition.write_text(text, encoding="utf-8")
    (first,) = (one for one in pdfium_text(printed_from(content).pdf, 4) if "／8ページ" in one)
    assert re.match(r"5／8ページ　第2次金沢版まち・ひと・しごと創生総合戦略.*… kanazawa-r6", first)


@pytest.mark.parametrize("colours", [Colours.PROCESS, Colours.BLACK])
def test_no_operator_sets_rgb_or_uncertain_gray(colours: Colours) -> None:
    pdf = printed(KANAZAWA, colours).pdf
    with opened(pdf) as document:
        count = len(document.pages)
    for page in range(count):
        names = {operator for operator, _ in operators(pdf, page)}
        assert not names & {"rg", "RG", "g", "G", "sc", "SC", "sh"}


def words(pdf: bytes, page: int) -> list[str]:
    """Lines of a page without that of the slug."""
    slug = re.compile(r"^\d／8ページ　第2次金沢版総合戦略　取組状況 kanazawa-r6　PDF/.*$")
    return [line for line in pdfium_text(pdf, page) if not slug.match(line)]


@pytest.mark.parametrize("page", range(8))
def test_every_page_reads_as_on_the_screen(page: int) -> None:
    assert words(printed(KANAZAWA).pdf, page) == pdfium_text(built("content").pdf, page)


def images(pdf: bytes) -> list[Any]:
    with opened(pdf) as document:
        return [
            (str(image.ColorSpace), [int(part) for part in image.get("/Decode", [])])
            for page in document.pages
            for image in page.Resources.get("/XObject", {}).values()
        ]


def test_a_photograph_is_printed_with_the_four_plates_or_with_black(tmp_path: Path) -> None:
    content = with_photograph(tmp_path)
    workshop = Workshop(cache=Cache(tmp_path / "cache"))
    first = printed_from(content, workshop)
    assert images(first.pdf) == [("/DeviceCMYK", [1, 0] * 4)]
    assert printed_from(content, workshop).pdf == first.pdf
    assert images(printed_from(content, colours=Colours.BLACK).pdf) == [("/DeviceGray", [])]


@pytest.mark.parametrize(("photograph", "colours", "said"), [
    (True, Colours.PROCESS, True), (True, Colours.BLACK, False), (False, Colours.PROCESS, False),
])  # fmt: skip
def test_the_profile_is_called_an_approximation_where_photographs_go_through_it(
    tmp_path: Path, photograph: bool, colours: Colours, said: bool
) -> None:
    content = with_photograph(tmp_path) if photograph else FUTATSU
    order = PrintOrder(content=content, standard=Standard.X1A, colours=colours)
    codes = {d.code for d in print_booklet(order, Workshop()).diagnostics}
    assert ("PRT001" in codes) is said


def test_x1a_is_smaller_by_the_profile_that_it_only_names() -> None:
    x1a = printed(KANAZAWA, standard=Standard.X1A)
    assert x1a.printer.condition == "JC200103"
    assert len(printed(KANAZAWA).pdf) - len(x1a.pdf) > 200_000


def test_bound_on_the_right_pages_change_sides_on_screen_and_in_print(tmp_path: Path) -> None:
    content = Path(copytree(KANAZAWA, tmp_path / "content"))
    edition = content / "edition.yaml"
    edition.write_text(edition.read_text(encoding="utf-8") + "binding: 右綴じ\n", encoding="utf-8")
    screen = build(content, Press()).value
    assert screen is not None
    press = printed_from(content)
    for book in (screen.book, press.book):
        assert [page.side for page in book.pages[:2]] == [Side.LEFT, Side.RIGHT]
    with opened(screen.pdf) as document:
        assert str(document.Root.ViewerPreferences.Direction) == "/R2L"
