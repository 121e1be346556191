"""Files for a printing house: what is in them, and what is not."""

from __future__ import annotations

from typing import Any

import pytest
from kit.books import BLACK, FACES, RED, a_book, a_box, a_line, a_page
from kit.pdf_text import opened, operators

from strategy_report.core.geometry import Rect
from strategy_report.core.ink import REGISTRATION, WHITE, Ink
from strategy_report.core.length import mm, pt
from strategy_report.display.book import OutlineEntry
from strategy_report.display.item import Image, ImageSpace, LinkArea, Path, Picture, Shape, Stroke
from strategy_report.display.page import Slug
from strategy_report.model.printer import Standard
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.inking import BLACK_ALONE, PROCESS, Inking, black_tint, one_spot
from strategy_report.pdf.output_intent import OutputIntent
from strategy_report.pdf.press import press_profile
from strategy_report.pdf.profile import PdfSettings
from strategy_report.style.themes import THEMES

INTENT = OutputIntent(
    subtype="GTS_PDFX", condition="FOGRA39", profile=lambda: b"profile", components=4
)
NAMED = OutputIntent(
    subtype="GTS_PDFX",
    condition="JC200103",
    profile=None,
    components=4,
    registry="http://www.color.org",
)
SQUARE = Rect(mm(10), mm(10), mm(20), mm(20))
AREA = Shape(path=Path.rect(SQUARE), fill=RED)


def pressed(
    *items: Any,
    standard: Standard = Standard.X4,
    intent: OutputIntent = INTENT,
    inking: Inking = PROCESS,
    slug: Slug | None = None,
) -> bytes:
    settings = PdfSettings(profile=press_profile(standard, intent, inking))
    page = a_page(a_box(*items), slug=slug)
    outline = (OutlineEntry(title="頁", page=0, y=pt(0)),)
    return write_pdf(a_book(page, outline=outline), FACES, settings)


def colours(data: bytes) -> list[str]:
    """Operators that set colours or overprint, with their operands."""
    kept = {"k", "K", "g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "gs"}
    return [
        " ".join([*(str(operand) for operand in operands), operator])
        for operator, operands in operators(data)
        if operator in kept
    ]


def test_an_ink_prints_as_the_theme_designed_it() -> None:
    ink = Ink(name="ai", rgb=(27, 68, 112), cmyk=(95, 70, 25, 20))
    shape = Shape(path=Path.rect(SQUARE), fill=ink, stroke=Stroke(ink=RED, width=pt(1)))
    assert colours(pressed(shape)) == ["/Knockout gs", "0.95 0.7 0.25 0.2 k", "0 1 1 0 K"]


def test_black_text_overprints_and_what_follows_does_not() -> None:
    assert colours(pressed(a_line("字", ink=BLACK), AREA)) == [
        *("0 0 0 1 k", "/Overprint gs"),
        *("/Knockout gs", "0 1 1 0 k"),
    ]


def test_white_text_never_overprints_since_it_would_vanish() -> None:
    assert colours(pressed(a_line("字", ink=WHITE))) == ["0 0 0 0 k", "/Knockout gs"]


def test_text_of_a_coloured_ink_knocks_out() -> None:
    assert colours(pressed(a_line("字", ink=RED))) == ["0 1 1 0 k", "/Knockout gs"]


def test_the_slug_is_printed_on_every_plate_outside_what_is_cut_to_the_bleed() -> None:
    mark = Shape(path=Path.rect(SQUARE), stroke=Stroke(ink=REGISTRATION, width=pt("0.3")))
    data = pressed(AREA, slug=Slug(reach=mm(10), items=(mark,)))
    names = [operator for operator, _ in operators(data)]
    assert names.index("W") < names.index("f") < names.index("Q") < names.index("S")
    assert colours(data)[-2:] == ["/All CS", "1 SCN"]
    with opened(data) as document:
        space = document.pages[0].Resources.ColorSpace.All
        assert [str(part) for part in space[:3]] == ["/Separation", "/All", "/DeviceCMYK"]


@pytest.mark.parametrize(("rgb", "cmyk", "percent"), [
    ((255, 255, 255), (0, 0, 0, 0), 0),
    ((0, 0, 0), (0, 0, 0, 100), 100),
    # A pure black tint keeps its percentage; L* 53.6 of #808080 is in the middle of 16 and 100.
    ((169, 163, 150), (0, 0, 0, 42), 42),
    ((128, 128, 128), (50, 40, 40, 0), 55),
])  # fmt: skip
def test_black_alone_is_as_light_as_the_ink_was(rgb: Any, cmyk: Any, percent: int) -> None:
    assert black_tint(Ink(name="ink", rgb=rgb, cmyk=cmyk)) == percent


def test_without_colours_actual_values_stay_apart_from_baselines_and_targets() -> None:
    for theme in THEMES.values():
        for accent in theme.inks.goals:
            actual, baseline = black_tint(accent.ink), black_tint(theme.inks.baseline_fill)
            assert actual - baseline >= 35, accent.ink.name
            assert baseline >= 15
            assert black_tint(accent.tint) <= 12


def test_a_gray_edition_is_printed_with_black_alone() -> None:
    data = pressed(AREA, a_line("字", ink=BLACK), inking=BLACK_ALONE)
    tints = [one.split()[:3] for one in colours(data) if one.endswith(" k")]
    assert tints == [["0", "0", "0"]] * 2


def test_a_one_colour_job_names_one_ink_alone() -> None:
    spot = Ink(name="DIC-641s", rgb=(0, 0, 0), cmyk=(0, 0, 0, 100), spot="DIC-641s")
    image = Image(
        digest="0" * 64, width_px=1, height_px=1, space=ImageSpace.GRAY, jpeg=False, data=b"\x40"
    )
    data = pressed(AREA, Picture(rect=SQUARE, image=image), inking=one_spot(spot))
    assert colours(data)[-2:] == ["/Spot cs", f"{black_tint(RED) / 100:g} scn"]
    with opened(data) as document:
        resources = document.pages[0].Resources
        assert str(resources.ColorSpace.Spot[1]) == "/DIC-641s"
        photograph = next(iter(resources.XObject.values()))
        assert str(photograph.ColorSpace[1]) == "/DIC-641s"
        # Gray counts from black, ink from paper.
        assert [int(part) for part in photograph.Decode] == [1, 0]


def test_x4_embeds_its_condition_and_names_itself_in_its_metadata() -> None:
    with opened(pressed(AREA)) as document:
        assert document.pdf_version == "1.6"
        (intent,) = document.Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFX"
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert intent.DestOutputProfile.read_bytes() == b"profile"
        assert int(intent.DestOutputProfile.N) == 4
        packet = document.Root.Metadata.read_bytes().decode()
        assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in packet
        assert "<pdf:Trapped>False</pdf:Trapped>" in packet
        assert "<xmp:ModifyDate>2025-09-01T00:00:00+09:00</xmp:ModifyDate>" in packet
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == str(document.docinfo["/Title"])


def test_x1a_names_a_registered_condition_and_itself_in_its_information() -> None:
    data = pressed(AREA, standard=Standard.X1A, intent=NAMED)
    with opened(data) as document:
        assert document.pdf_version == "1.4"
        information = document.docinfo
        assert str(information["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
        assert str(information["/Trapped"]) == "/False"
        assert {"/Title", "/CreationDate", "/ModDate"} <= set(information.keys())
        (intent,) = document.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "JC200103"
        assert str(intent.RegistryName) == "http://www.color.org"
        assert "/DestOutputProfile" not in intent
        assert len(bytes(document.trailer.ID[0])) == 16
    assert b"/ObjStm" not in data


def test_nothing_in_it_can_be_pressed() -> None:
    data = pressed(LinkArea(rect=SQUARE, url="https://example.jp/"), a_line("字"))
    with opened(data) as document:
        assert "/Annots" not in document.pages[0]
        assert "/Outlines" not in document.Root


def test_the_same_file_every_time() -> None:
    assert pressed(AREA, a_line("字")) == pressed(AREA, a_line("字"))
