"""A book as a file: what it holds, and what readers get out of it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from kit.books import (
    BLACK,
    BOLD,
    FACES,
    LATIN,
    RED,
    REGULAR,
    a_book,
    a_box,
    a_line,
    a_page,
    a_paragraph,
    a_run,
)
from kit.pdf_text import (
    glyph_origins,
    opened,
    operators,
    pdfium_bounded_text,
    pdfium_text,
)

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import Length, mm, pt
from strategy_report.core.value import replace
from strategy_report.display.book import Book, OutlineEntry
from strategy_report.display.item import (
    Cap,
    Group,
    Image,
    ImageSpace,
    Join,
    LinkArea,
    Path,
    Picture,
    Shape,
    Stroke,
    TextLine,
)
from strategy_report.display.page import Slug
from strategy_report.display.role import Role
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.profile import SCREEN, PdfSettings, screen_profile

LINES = (
    "令和6年度の出生数は9,410件（前年度比3.2％減）で、目標の",
    "13億3,000万円を下回った。移住者は年間34万7千人、うち",
    "20代の割合は18.5％であり、IT企業の誘致やU・Iターンの",
    "促進により「住み続けたいまち」を目指す。KPIはR2～6。",
)
SQUARE = Rect(pt(10), pt(20), pt(30), pt(40))


def written(*items: Any, **more: Any) -> bytes:
    """A book of one page with *items* on it."""
    return write_pdf(a_book(a_page(a_box(*items)), **more), FACES)


def drawn(*items: Any) -> list[str]:
    """Operators of a page with their operands, as text; text, its font and marks left out."""
    return [
        " ".join([*(_plain(operand) for operand in operands), operator])
        for operator, operands in operators(written(*items))
        if operator not in ("BT", "ET", "Tf", "Td", "Tj", "TJ", "BDC", "EMC")
    ]


def _plain(operand: Any) -> str:
    if isinstance(operand, pikepdf.Array):
        return "[" + " ".join(map(_plain, operand)) + "]"
    return f"{operand.normalize():f}" if isinstance(operand, Decimal) else str(operand)


# Text. ---------------------------------------------------------------------------------------


def test_pdfium_gives_lines_with_quarter_em_spaces_character_for_character() -> None:
    data = write_pdf(a_book(a_page(a_paragraph(LINES))), FACES)
    assert pdfium_text(data) == list(LINES)
    assert pdfium_bounded_text(data) == list(LINES)


def test_a_line_of_mixed_faces_and_sizes_reads_as_one() -> None:
    number = a_run("1,243", (50, 100), face=LATIN, size=22)
    unit = a_run("人増加", (125, 100), face=REGULAR, size=9)
    word = a_run("（速報）", (160, 97), face=BOLD, size=6.5)
    data = written(TextLine(runs=(number, unit, word), text="1,243人増加（速報）"))
    assert pdfium_text(data) == ["1,243人増加（速報）"]


def test_columns_side_by_side_read_one_after_the_other() -> None:
    left = a_paragraph(("左の段の1行目です", "左の段の2行目です"), (50, 100))
    right = a_paragraph(("右の段の1行目です", "右の段の2行目です"), (300, 100))
    data = write_pdf(a_book(a_page(left, right)), FACES)
    assert "".join(pdfium_text(data)) == (
        "左の段の1行目です左の段の2行目です右の段の1行目です右の段の2行目です"
    )


def test_text_set_wide_has_no_spaces() -> None:
    run = a_run("取組状況", size=20)
    wide = replace(run, offsets=tuple(int(pt(20) * 2) * index for index in range(4)))
    assert pdfium_text(written(TextLine(runs=(wide,), text="取組状況"))) == ["取組状況"]


def test_a_space_of_the_text_stays() -> None:
    assert pdfium_text(written(a_line("DX 推進　市民", gap=0))) == ["DX 推進　市民"]


def test_a_line_says_what_it_reads_as_even_where_glyphs_are_shared() -> None:
    face = FACES[REGULAR]
    assert face.glyph("\u02dc") == face.glyph("\u0303")
    texts = ["約\u02dc3割", "a\u0303o"]
    data = write_pdf(a_book(a_page(a_paragraph(texts, gap=0))), FACES)
    said = [operands[1].ActualText for name, operands in operators(data) if name == "BDC"]
    assert [str(text) for text in said] == texts


def test_characters_beyond_the_basic_plane_are_not_lost() -> None:
    # PDFium leaves them out of an ActualText.
    texts = ["𠮟責4件、𠮟る", "13億円の𠀋", "𠮟𠮟"]
    data = write_pdf(a_book(a_page(a_paragraph(texts))), FACES)
    assert pdfium_text(data) == texts
    assert pdfium_bounded_text(data) == texts


def test_text_on_an_artifact_is_marked_and_can_be_copied() -> None:
    foot = a_box(a_line("第2次総合戦略 5", (50, 800), gap=0), role=Role.ARTIFACT, key="foot")
    data = write_pdf(a_book(a_page(a_paragraph(LINES[:1]), foot)), FACES)
    assert pdfium_text(data) == [LINES[0], "第2次総合戦略 5"]
    marks = [
        str(operands[0]) + " " + operator
        for operator, operands in operators(data)
        if operator in ("BMC", "BDC")
    ]
    # 第2次 … is told by a mark of its own only where it has spaces of the setting.
    assert marks == ["/Span BDC", "/Artifact BDC"]


@pytest.mark.parametrize("size", [3.5, 9.5, 50, 72, 100])
@pytest.mark.parametrize("face", [REGULAR, LATIN])
def test_every_glyph_stands_within_five_thousandths_of_a_point(face: str, size: float) -> None:
    run = a_run(LINES[0], (33.333, 44.444), face=face, size=size, gap=0.1234)
    found = glyph_origins(written(run))
    height = mm(297)
    for (_, glyph_id, x, y), wanted, offset in zip(found, run.glyph_ids, run.offsets, strict=True):
        assert glyph_id == wanted
        assert abs(x - (int(run.origin.x) + offset) / 12_700) <= 0.005
        assert abs(y - (height - run.origin.y).pt) <= 0.001


def test_marks_outside_a_line_are_balanced() -> None:
    data = write_pdf(
        a_book(a_page(a_paragraph(LINES), a_box(a_line("柱"), role=Role.ARTIFACT))), FACES
    )
    names = [operator for operator, _ in operators(data)]
    assert names.count("BDC") + names.count("BMC") == names.count("EMC") == 5


# Fonts. --------------------------------------------------------------------------------------


def test_each_face_is_embedded_once_and_only_where_it_is_used() -> None:
    page = a_page(a_paragraph(LINES), a_paragraph(LINES, (50, 300), face=BOLD))
    data = write_pdf(a_book(page, page), FACES)
    with opened(data) as document:
        files = [obj for obj in document.objects if _is_stream_with(obj, "/Length1")]
        names = [str(font.BaseFont) for font in document.pages[0].Resources.Font.values()]
    assert len(files) == 2
    assert sorted(name.split("+")[1] for name in names) == [BOLD, REGULAR]


def _is_stream_with(obj: Any, key: str) -> bool:
    return isinstance(obj, pikepdf.Stream) and key in obj


def test_no_font_is_named_that_is_not_embedded() -> None:
    data = written(a_line("字"))
    assert b"Helvetica" not in data
    with opened(data) as document:
        fonts = [obj for obj in document.objects if _is_dictionary_of(obj, "/FontDescriptor")]
        assert [("/FontFile2" in font) for font in fonts] == [True]


def _is_dictionary_of(obj: Any, kind: str) -> bool:
    return isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == kind


def test_a_font_says_what_iso_32000_asks_of_it() -> None:
    with opened(written(a_line("Ａ1字", face=BOLD, gap=0))) as document:
        (font,) = document.pages[0].Resources.Font.values()
        assert (font.Subtype, font.Encoding) == ("/Type0", "/Identity-H")
        (cid_font,) = font.DescendantFonts
        assert (cid_font.Subtype, cid_font.CIDToGIDMap) == ("/CIDFontType2", "/Identity")
        descriptor = cid_font.FontDescriptor
        assert int(descriptor.Flags) == 4
        assert (int(descriptor.Ascent), int(descriptor.Descent)) == (880, -120)
        assert (int(descriptor.CapHeight), int(descriptor.StemV)) == (765, 166)
        assert str(descriptor.FontName) == str(font.BaseFont) == str(cid_font.BaseFont)


def test_widths_are_those_of_the_face() -> None:
    face = FACES[LATIN]
    with opened(written(a_line("1件", face=LATIN))) as document:
        (font,) = document.pages[0].Resources.Font.values()
        first, row = font.DescendantFonts[0].W
    assert int(first) == face.glyph("1")
    assert float(row[0]) == pytest.approx(face.advance(face.glyph("1")) / 2.048, abs=0.0005)


def test_subsets_of_other_glyphs_have_other_tags() -> None:
    tags = set()
    for text in ("甲", "乙", "甲"):
        with opened(written(a_line(text))) as document:
            (font,) = document.pages[0].Resources.Font.values()
            tags.add(str(font.BaseFont)[1:7])
    assert len(tags) == 2
    assert all(tag.isalpha() and tag.isupper() for tag in tags)


def test_glyphs_outside_lines_lead_back_to_their_text() -> None:
    # A bare run has no ActualText: what the font says counts.
    assert pdfium_text(written(a_run("令和九年", gap=0))) == ["令和九年"]


def test_more_than_a_hundred_glyphs_are_mapped_in_blocks() -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 2000)))
    text = "".join(character for character in text if FACES[REGULAR].glyph(character))[:250]
    with opened(written(*(a_run(text[at : at + 50]) for at in range(0, 250, 50)))) as document:
        (font,) = document.pages[0].Resources.Font.values()
        cmap = font.ToUnicode.read_bytes().decode()
    assert [line.split()[0] for line in cmap.splitlines() if line.endswith("beginbfchar")] == [
        "100",
        "100",
        "50",
    ]


# Drawing. ------------------------------------------------------------------------------------


def test_a_filled_rectangle_stands_up_from_the_page_s_foot() -> None:
    assert drawn(Shape(path=Path.rect(SQUARE), fill=RED)) == [
        "1 0 0 rg",
        "10 821.89 30 -40 re",
        "f",
    ]


def test_a_slanted_quadrilateral_keeps_its_corners() -> None:
    corners = Path.polygon(*(Point(pt(x), pt(y)) for x, y in ((10, 0), (20, 0), (18, 5), (8, 5))))
    assert drawn(Shape(path=corners, fill=RED))[1:] == [
        "10 841.89 m",
        "20 841.89 l",
        "18 836.89 l",
        "8 836.89 l",
        "h",
        "f",
    ]


def test_rectangles_that_meet_still_do_when_their_places_are_rounded() -> None:
    # Three thirds of 10 pt; a third has no end in decimals.
    edges = [Length(round(127_000 * part / 3)) for part in range(4)]
    thirds = [
        Shape(path=Path.rect(Rect(left, pt(0), right - left, pt(1))), fill=RED)
        for left, right in pairwise(edges)
    ]
    corners = [line.split() for line in drawn(*thirds) if line.endswith("re")]
    lefts = [Decimal(x) for x, *_ in corners]
    rights = [Decimal(x) + Decimal(width) for x, _, width, *_ in corners]
    assert [*lefts, rights[-1]] == [lefts[0], *rights] == [0, Decimal("3.33"), Decimal("6.67"), 10]


def test_a_stroke_sets_what_differs_from_the_beginning_of_a_page() -> None:
    line = Path.line(Point(pt(0), mm(297)), Point(pt(10), mm(297)))
    stroke = Stroke(ink=BLACK, width=pt("0.25"), cap=Cap.ROUND, dash=(pt(1), pt(2)))
    assert drawn(Shape(path=line, stroke=stroke)) == [
        "0 0 0 RG",
        "0.25 w",
        "1 J",
        "[1 2] 0 d",
        "0 0 m",
        "10 0 l",
        "S",
    ]


def test_inks_and_pens_are_set_only_when_they_change() -> None:
    path = Path.line(Point(pt(0), pt(0)), Point(pt(10), pt(0)))
    thin = Stroke(ink=BLACK, width=pt(1), join=Join.ROUND)
    shapes = [Shape(path=path, stroke=pen) for pen in (thin, thin, replace(thin, width=pt(2)))]
    assert [line for line in drawn(*shapes) if line[-1] in "GwjJd"] == ["0 0 0 RG", "1 j", "2 w"]


def test_fill_and_stroke_together_are_one_operator() -> None:
    both = Shape(path=Path.rect(SQUARE), fill=RED, stroke=Stroke(ink=BLACK, width=pt(1)))
    assert drawn(both)[-1] == "B"


def test_curves_keep_their_control_points() -> None:
    curve = Path(operators="MC", coordinates=tuple(map(pt, (0, 0, 1, 0, 2, 1, 2, 2))))
    assert drawn(Shape(path=curve, fill=RED))[1:3] == [
        "0 841.89 m",
        "1 841.89 2 840.89 2 839.89 c",
    ]


def test_a_clip_ends_with_its_group_and_so_do_its_inks() -> None:
    square = Shape(path=Path.rect(SQUARE), fill=RED)
    lines = drawn(square, Group(items=(square,), clip=Path.rect(SQUARE)), square)
    assert [line for line in lines if line[-1] in "qQWnfg"] == [
        "1 0 0 rg",
        "f",
        "q",
        "W",
        "n",
        "f",
        "Q",
        "f",
    ]


JPEG_PIXEL = Image(
    digest="0123456789abcdef" * 4,
    width_px=2,
    height_px=1,
    space=ImageSpace.RGB,
    jpeg=False,
    data=bytes((255, 0, 0, 0, 0, 255)),
)


def test_a_picture_is_embedded_once_and_stretched_over_its_rectangle() -> None:
    picture = Picture(rect=SQUARE, image=JPEG_PIXEL)
    page = a_page(a_box(picture, picture))
    data = write_pdf(a_book(page, page), FACES)
    with opened(data) as document:
        images = [obj for obj in document.objects if _is_stream_with(obj, "/BitsPerComponent")]
        assert [image.read_bytes() for image in images] == [JPEG_PIXEL.data]
        assert (int(images[0].Width), int(images[0].Height)) == (2, 1)
    assert [
        [float(operand) for operand in operands]
        for operator, operands in operators(data)
        if operator == "cm"
    ] == [[30, 0, 0, 40, 10, pytest.approx(781.89)]] * 2


def test_a_jpeg_is_embedded_as_it_is() -> None:
    jpeg = replace(JPEG_PIXEL, jpeg=True, data=b"\xff\xd8 any bytes \xff\xd9")
    data = written(Picture(rect=SQUARE, image=jpeg))
    with opened(data) as document:
        (image,) = [obj for obj in document.objects if _is_stream_with(obj, "/BitsPerComponent")]
        assert image.Filter == "/DCTDecode"
        assert image.read_raw_bytes() == jpeg.data


# Links, bookmarks, labels, properties. ---------------------------------------------------------


def test_links_lead_to_addresses_and_to_pages_before_and_behind() -> None:
    site = LinkArea(rect=SQUARE, url="https://www.example.jp/?a=(1", description="市のページ")
    page = a_page(a_box(site, LinkArea(rect=SQUARE, page=1), LinkArea(rect=SQUARE, page=0)))
    with opened(write_pdf(a_book(page, a_page()), FACES)) as document:
        site_link, behind, itself = document.pages[0].Annots
        assert str(site_link.A.URI) == "https://www.example.jp/?a=(1"
        assert str(site_link.Contents) == "市のページ"
        assert [float(side) for side in site_link.Rect] == pytest.approx([10, 781.89, 40, 821.89])
        assert int(site_link.F) == 4
        assert behind.Dest[0].objgen == document.pages[1].objgen
        assert itself.Dest[0].objgen == document.pages[0].objgen


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:x", " https://x", "ＨTTP://x", ""]
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match="may not lead"):
        written(LinkArea(rect=SQUARE, url=url))


@pytest.mark.parametrize("page", [None, -1, 1])
def test_a_link_to_no_page_is_refused(page: int | None) -> None:
    with pytest.raises(ValueError, match="of 1"):
        written(LinkArea(rect=SQUARE, page=page))


def test_bookmarks_keep_their_order_their_levels_and_their_places() -> None:
    part = OutlineEntry(title="数値目標", page=1, y=pt(100))
    outline = (
        OutlineEntry(title="表紙", page=0, y=pt(0)),
        OutlineEntry(title="基本目標1", page=1, y=pt(0), children=(part, part)),
    )
    with opened(write_pdf(a_book(a_page(), a_page(), outline=outline), FACES)) as document:
        root = document.Root.Outlines
        assert int(root.Count) == 4
        first, second = root.First, root.First.Next
        assert [str(first.Title), str(second.Title)] == ["表紙", "基本目標1"]
        assert second.objgen == root.Last.objgen
        assert second.First.Next.objgen == second.Last.objgen
        target = second.First.Dest
        assert target[0].objgen == document.pages[1].objgen
        assert [str(target[1]), float(target[3])] == ["/XYZ", pytest.approx(741.89)]
        assert document.Root.PageMode == "/UseOutlines"


def test_in_pdf_2_bookmarks_and_links_lead_to_structure_elements_by_name() -> None:
    link = LinkArea(rect=SQUARE, page=1, description="基本目標1へ")
    pages = (
        a_page(a_box(a_line("表紙"), link), part="cover"),
        a_page(a_box(a_line("基本目標1")), part="goal-1"),
    )
    outline = (OutlineEntry(title="基本目標1", page=1, y=pt(100)),)
    settings = PdfSettings(profile=screen_profile(with_data=False, pdf20=True))
    with opened(write_pdf(a_book(*pages, outline=outline), FACES, settings)) as document:
        names = pikepdf.NameTree(document.Root.Names.Dests)
        bookmark = names[str(document.Root.Outlines.First.Dest)]
        (annotation,) = document.pages[0].Annots
        for place in (bookmark, names[str(annotation.Dest)]):
            assert place.D[0].objgen == document.pages[1].objgen
            assert place.SD[0].S == "/Sect"
            assert place.SD[0].K.Pg.objgen == document.pages[1].objgen
        assert float(bookmark.SD[3]) == float(bookmark.D[3]) == pytest.approx(741.89)


def test_a_book_without_bookmarks_has_none() -> None:
    with opened(written(a_line("字"))) as document:
        assert "/Outlines" not in document.Root


@pytest.mark.parametrize(
    "labels",
    [("表紙", "2", "3"), ("1", "2", "3"), ("i", "1", "2"), ("01", "02", ""), ("2", "1", "1")],
)
def test_pages_go_by_their_printed_labels(labels: tuple[str, ...]) -> None:
    data = write_pdf(a_book(*(a_page(label=label) for label in labels)), FACES)
    with opened(data) as document:
        assert [page.label for page in document.pages] == list(labels)


def test_the_file_says_what_the_book_says_of_itself() -> None:
    data = written(a_line("字"), title="戦略 (案)\\ 第2次", author="見本町")
    with opened(data) as document:
        info, root = document.docinfo, document.Root
        assert str(info.Title) == "戦略 (案)\\ 第2次"
        assert (str(info.Author), str(info.Subject)) == ("見本町", "取組状況")
        assert str(info.CreationDate) == str(info.ModDate) == "D:20250901000000+09'00'"
        assert str(root.Lang) == "ja-JP"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert data.startswith(b"%PDF-1.7")


def test_the_file_s_dates_can_be_set() -> None:
    settings = PdfSettings(profile=SCREEN, made_at=1_700_000_000, producer="strategy-report 9")
    with opened(write_pdf(a_book(a_page()), FACES, settings)) as document:
        assert str(document.docinfo.CreationDate) == "D:20231114221320Z"
        assert str(document.docinfo.Producer) == "strategy-report 9"


def test_a_page_is_as_large_as_its_trim() -> None:
    with opened(written(a_line("字"))) as document:
        page = document.pages[0]
        for box in (page.mediabox, page.trimbox, page.MediaBox):
            assert [float(side) for side in box] == [0, 0, 595.276, 841.89]


def test_a_page_with_a_slug_shows_it_and_the_bleed_around_the_trim() -> None:
    slug = Slug(reach=mm(10), items=())
    with opened(write_pdf(a_book(a_page(slug=slug)), FACES)) as document:
        page = document.pages[0]
        assert [float(side) for side in page.MediaBox] == [0, 0, 651.969, 898.583]
        assert [float(side) for side in page.BleedBox] == [19.843, 19.843, 632.126, 878.74]
        assert [float(side) for side in page.TrimBox] == [28.346, 28.346, 623.622, 870.236]


# The same file every time. ---------------------------------------------------------------------


def a_full_book() -> Book:
    page = a_page(
        a_paragraph(LINES),
        a_box(Picture(rect=SQUARE, image=JPEG_PIXEL), LinkArea(rect=SQUARE, page=0)),
        a_box(a_line("太い", (50, 300), face=BOLD)),
    )
    outline = (OutlineEntry(title="表紙", page=0, y=pt(0)),)
    return a_book(page, replace(page, label="2"), outline=outline)


def test_the_same_book_gives_the_same_bytes() -> None:
    assert write_pdf(a_full_book(), FACES) == write_pdf(a_full_book(), FACES)


def test_the_identifier_comes_from_the_content() -> None:
    def identifier(book: Book) -> bytes:
        with opened(write_pdf(book, FACES)) as document:
            first, second = document.trailer.ID
            assert bytes(first) == bytes(second)
            return bytes(first)

    book = a_full_book()
    assert len(identifier(book)) == 16
    assert identifier(book) != identifier(replace(book, subject="別の主題"))


def test_a_page_s_stream_does_not_depend_on_other_pages() -> None:
    page = a_page(a_paragraph(LINES))
    other = a_page(a_paragraph(("別の頁",), face=BOLD))
    alone = write_pdf(a_book(page), FACES)
    behind = write_pdf(a_book(other, page), FACES)
    with opened(alone) as one, opened(behind) as two:
        assert one.pages[0].Contents.read_bytes() == two.pages[1].Contents.read_bytes()


def test_an_unknown_face_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        written(replace(a_run("字"), face="Helvetica"))
