"""A good file passes; each of its mutants is caught, by the rule that is meant to."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from random import Random
from typing import Any
from zlib import compress

import pikepdf
import pytest
from kit.booklets import KANAZAWA, built
from kit.books import BLACK, FACES, a_book, a_box, a_line, a_page
from kit.printed import printed
from PIL import Image as Pillow

from strategy_report.core.geometry import Rect
from strategy_report.core.ink import Ink
from strategy_report.core.length import mm, pt
from strategy_report.display.item import Image, ImageSpace, Path, Picture, Shape, Stroke
from strategy_report.images.print_condition import fogra39
from strategy_report.imposition.press_pages import press_pages
from strategy_report.inspection.print_conditions import PrintConditions
from strategy_report.inspection.print_preflight import preflight_print
from strategy_report.model.printer import Standard
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.output_intent import OutputIntent
from strategy_report.pdf.press import press_profile
from strategy_report.pdf.profile import PdfSettings

AI = Ink(name="ai", rgb=(27, 68, 112), cmyk=(95, 70, 25, 20))
# 300 ppi on an inch.
PIXELS = Pillow.new("CMYK", (300, 300), (0, 128, 128, 0))
PHOTOGRAPH = Image(
    digest="f" * 64, width_px=300, height_px=300, space=ImageSpace.CMYK, jpeg=False,
    data=bytes(255 - part for part in PIXELS.tobytes()),
)  # fmt: skip


def good(standard: Standard) -> bytes:
    """Four pages with all that a booklet has, as small as can be."""
    band = Shape(path=Path.rect(Rect(mm(-3), mm(-3), mm(216), mm(33))), fill=AI)
    rule = Shape(
        path=Path.rect(Rect(mm(20), mm(60), mm(60), mm(20))), stroke=Stroke(ink=AI, width=pt("0.3"))
    )
    picture = Picture(rect=Rect(mm(100), mm(100), mm("25.4"), mm("25.4")), image=PHOTOGRAPH)
    page = a_page(a_box(band, rule, picture, a_line("本文", (60, 200), ink=BLACK, size=10)))
    book = press_pages(
        a_book(page, page, page, page),
        "見本",
        lambda words, at, _room: a_line(words, (at.x.pt, at.y.pt), size=7, ink=BLACK),
    )
    intent = OutputIntent(
        subtype="GTS_PDFX",
        condition="FOGRA39",
        profile=(lambda: fogra39().icc) if standard is Standard.X4 else None,
        components=4,
        registry="http://www.color.org",
    )
    settings = PdfSettings(profile=press_profile(standard, intent))
    return write_pdf(book, FACES, settings)


GOOD = {standard: good(standard) for standard in Standard}


def codes(data: bytes, conditions: PrintConditions | None = None) -> set[str]:
    return {fault.code for fault in preflight_print(data, conditions or PrintConditions()).faults}


def changed(change: Callable[[Any], None], standard: Standard = Standard.X4) -> bytes:
    """The good file, altered through pikepdf."""
    with pikepdf.open(BytesIO(GOOD[standard])) as document:
        change(document)
        written = BytesIO()
        document.save(written)
        return written.getvalue()


def added(operators: str) -> Callable[[Any], None]:
    """Operators at the end of the second page, where the origin is the trim's lower left."""

    def change(document: Any) -> None:
        page = document.pages[1]
        page.contents_add(document.make_stream(f"/Knockout gs {operators}".encode()))

    return change


def resource(kind: str, name: str, value: Any, operators: str) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        resources = document.pages[1].Resources
        if kind not in resources:
            resources[kind] = pikepdf.Dictionary()
        made = value(document) if callable(value) else value
        resources[kind][name] = made
        added(operators)(document)

    return change


def group_of_rgb(document: Any) -> Any:
    form = document.make_stream(b"0 0 0 1 k 0 0 10 10 re f")
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = [0, 0, 10, 10]
    form.Group = pikepdf.Dictionary(
        S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB, Type=pikepdf.Name.Group
    )
    return form


def image(space: Any, pixels: bytes, size: int, bits: int = 8) -> Callable[[Any], Any]:
    def make(document: Any) -> Any:
        stream = document.make_stream(pixels)
        stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        stream.Width = stream.Height = size
        stream.ColorSpace, stream.BitsPerComponent = space, bits
        return stream

    return make


def packed_twice(document: Any) -> Any:
    stream = image(pikepdf.Name.DeviceCMYK, b"", 300)(document)
    stream.write(
        compress(b"a JPEG file"),
        filter=pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.DCTDecode]),
    )
    return stream


def icc_gray(document: Any) -> Any:
    profile = document.make_stream(b"profile")
    profile.N = 1
    return pikepdf.Array([pikepdf.Name.ICCBased, profile])


def gradient(*ends: tuple[float, ...]) -> Any:
    start, end = ends
    function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=start, C1=end, N=1)
    return pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name.DeviceCMYK, Coords=[0, 0, 9, 0], Function=function
    )


NO_FUNCTION = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], N=1)
PALETTE = pikepdf.Array([
    pikepdf.Name.Indexed, pikepdf.Name.DeviceCMYK, 1, pikepdf.String(bytes(4) + b"\xff" * 4),
])  # fmt: skip
NAMED_PLATES = pikepdf.Array([
    pikepdf.Name.DeviceN,
    pikepdf.Array([pikepdf.Name(f"/{name}") for name in ("Black", "Cyan", "Magenta", "Yellow")]),
    pikepdf.Name.DeviceCMYK, NO_FUNCTION,
])  # fmt: skip
BLACK_PLATE = pikepdf.Array([
    pikepdf.Name.Separation, pikepdf.Name.Black, pikepdf.Name.DeviceCMYK, NO_FUNCTION,
])  # fmt: skip
SPOT = pikepdf.Array([
    pikepdf.Name.Separation, pikepdf.Name("/DIC-641s"), pikepdf.Name.DeviceCMYK,
    pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 0, 0, 0], N=1),
])  # fmt: skip
STATE = pikepdf.Dictionary
RED_DOT = "1 0 0 rg 100 100 5 5 re f"
TEXT = "BT /F1 {} Tf 1 0 0 1 100 300 Tm <0040> Tj ET"
SQUARE = "q 72 0 0 72 100 100 cm /New Do Q"
RICH = bytes((230, 230, 230, 230)) * 300 * 300


def without(path: str) -> Callable[[Any], None]:
    """Take away an entry of the catalog, the information dictionary, or the second page."""
    where, _, entry = path.partition("/")

    def change(document: Any) -> None:
        holder = {
            "root": document.Root, "info": document.trailer.Info, "page": document.pages[1].obj,
            "intent": document.Root.OutputIntents[0],
        }[where]  # fmt: skip
        del holder["/" + entry]

    return change


def page_entry(entry: str, value: Any) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        document.pages[1].obj["/" + entry] = value

    return change


def drop_page(document: Any) -> None:
    del document.pages[3]


def unembed(document: Any) -> None:
    font = next(iter(document.pages[1].Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def profile_of_a_screen(document: Any) -> None:
    data = bytearray(fogra39().icc)
    data[16:20] = b"RGB "
    document.Root.OutputIntents[0].DestOutputProfile.write(bytes(data))


def link(document: Any) -> None:
    annotation = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[100, 100, 200, 200]
    )
    document.pages[1].obj["/Annots"] = pikepdf.Array([annotation])


def script(document: Any) -> None:
    document.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.beep()")


MUTANTS: dict[str, tuple[str, Callable[[Any], None]]] = {
    "no page trim": ("PRE011", without("page/TrimBox")),
    "another size": ("PRE012", page_entry("TrimBox", [42.52, 42.52, 600, 884.41])),
    "bleed of 2 mm": ("PRE013", page_entry("BleedBox", [36.85, 36.85, 643.47, 890.08])),
    "bleed beyond the medium": ("PRE014", page_entry("MediaBox", [36, 36, 644, 890])),
    "turned": ("PRE015", page_entry("Rotate", 90)),
    "a link on the page": ("PRE016", link),
    "no intent": ("PRE004", without("root/OutputIntents")),
    "no embedded profile": ("PRE005", without("intent/DestOutputProfile")),
    "a screen's profile": ("PRE005", profile_of_a_screen),
    "nothing about trapping": ("PRE006", without("info/Trapped")),
    "a script": ("PRE008", script),
    "seven pages": ("PRE010", drop_page),
    "a font left out": ("PRE020", unembed),
    "an RGB fill": ("PRE021", added(RED_DOT)),
    "an RGB line": ("PRE021", added("0 0 1 RG 1 w 100 100 m 200 100 l S")),
    "an RGB photograph": (
        "PRE021",
        resource(
            "/XObject", "/New", image(pikepdf.Name.DeviceRGB, b"\x80" * 270_000, 300), SQUARE
        ),
    ),
    "a form that is mixed in RGB": (
        "PRE034",
        resource("/XObject", "/New", group_of_rgb, "q 1 0 0 1 99 99 cm /New Do Q"),
    ),
    "a page that is mixed in RGB": (
        "PRE034",
        page_entry("Group", STATE(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB)),
    ),
    "RGB within the content stream": (
        "PRE021",
        added("q 0.2 0 0 0.2 100 100 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q"),
    ),
    "Lab": (
        "PRE022",
        resource(
            "/ColorSpace",
            "/New",
            pikepdf.Array([pikepdf.Name.Lab, pikepdf.Dictionary(WhitePoint=[0.96, 1, 0.82])]),
            "/New cs 50 0 0 sc 100 100 5 5 re f",
        ),
    ),
    "a forgotten spot ink": (
        "PRE023",
        resource("/ColorSpace", "/New", SPOT, "/New cs 1 scn 100 100 5 5 re f"),
    ),
    "registration colour in the page": ("PRE024", added("/All cs 1 scn 100 100 5 5 re f")),
    "a hairline": ("PRE025", added("0 0 0 1 K 0.2 w 100 100 m 200 100 l S")),
    "a line made thin by scaling": (
        "PRE025",
        added("0 0 0 1 K q 0.1 0 0 0.1 0 0 cm 1 w 1000 1000 m 2000 1000 l S Q"),
    ),
    "a line of no width": ("PRE025", added("0 0 0 1 K 0 w 100 100 m 200 100 l S")),
    "a line drawn as a thin area": ("PRE025", added("0 0 0 1 k 100 100 200 0.1 re f")),
    "a gradient that ends in 380 %": (
        "PRE026",
        resource("/Shading", "/New", gradient((0, 0, 0, 0), (0.9, 0.9, 1, 1)), "/New sh"),
    ),
    "a fill of 340 %": ("PRE026", added("0.9 0.8 0.8 0.9 k 100 100 50 50 re f")),
    "a photograph of 361 %": (
        "PRE027",
        resource("/XObject", "/New", image(pikepdf.Name.DeviceCMYK, RICH, 300), SQUARE),
    ),
    "a photograph of 361 % in 16 bits": (
        "PRE027",
        resource(
            "/XObject", "/New",
            image(pikepdf.Name.DeviceCMYK, b"\xe6\x00" * 360_000, 300, 16), SQUARE,
        ),
    ),
    "a picture of 400 % by a palette": (
        "PRE027",
        resource("/XObject", "/New", image(PALETTE, b"\1" * 90_000, 300), SQUARE),
    ),
    "a photograph of 400 % on named plates": (
        "PRE027",
        resource("/XObject", "/New", image(NAMED_PLATES, b"\xff" * 360_000, 300), SQUARE),
    ),
    "an image packed so that its ink cannot be summed": (
        "PRE036",
        resource("/XObject", "/New", packed_twice, SQUARE),
    ),
    "an image of 400 % within the content stream": (
        "PRE027",
        added("q 0.2 0 0 0.2 100 100 cm BI /W 1 /H 1 /CS /CMYK /BPC 8 /F /AHx ID ffffffff> EI Q"),
    ),
    "black text that knocks out": ("PRE028", added("0 0 0 1 k " + TEXT.format(10))),
    "black text that overprints in the mode that clears other plates": (
        "PRE028",
        resource(
            "/ExtGState",
            "/New",
            pikepdf.Dictionary(OP=True, op=True, OPM=0),
            "/New gs 0 0 0 1 k " + TEXT.format(10),
        ),
    ),
    "small text on four plates": ("PRE029", added("0.6 0.4 0.4 1 k " + TEXT.format(6))),
    "gray text, whose overprinting does nothing": (
        "PRE028",
        added("/Overprint gs 0 g " + TEXT.format(10)),
    ),
    "black text on four plates": ("PRE035", added("0.6 0.4 0.4 1 k " + TEXT.format(10))),
    "black text of three inks": ("PRE035", added("0.8 0.7 0.7 0 k " + TEXT.format(14))),
    "text made small by scaling": (
        "PRE029",
        added("q 0.5 0 0 0.5 0 0 cm 0.6 0.4 0.4 1 k " + TEXT.format(12) + " Q"),
    ),
    "white text that overprints": ("PRE030", added("/Overprint gs 0 0 0 0 k " + TEXT.format(20))),
    "a coarse photograph": (
        "PRE031",
        resource(
            "/XObject", "/New", image(pikepdf.Name.DeviceCMYK, bytes(40_000), 100), SQUARE
        ),
    ),
    "line art of 300 ppi": (
        "PRE031",
        resource(
            "/XObject", "/New", image(pikepdf.Name.DeviceGray, bytes(38 * 300), 300, 1), SQUARE
        ),
    ),
    "a band that ends at the trim": ("PRE033", added("1 0 0 0 k 0 0 595.28 20 re f")),
}  # fmt: skip

X1A_MUTANTS: dict[str, tuple[str, Callable[[Any], None]]] = {
    "a gray of a profile": (
        "PRE022",
        resource("/ColorSpace", "/New", icc_gray, "/New cs 0.5 sc 100 100 5 5 re f"),
    ),
    "transparency": (
        "PRE032",
        resource("/ExtGState", "/New", STATE(ca=0.5), "/New gs 1 0 0 0 k 100 100 5 5 re f"),
    ),
    "no registry": ("PRE005", without("intent/RegistryName")),
    "layers": ("PRE009", lambda document: document.Root.__setitem__("/OCProperties", STATE())),
}  # fmt: skip


@pytest.mark.parametrize("standard", Standard)
def test_a_good_file_passes(standard: Standard) -> None:
    looked = preflight_print(GOOD[standard], PrintConditions())
    assert (looked.faults, looked.standard, looked.page_count) == ((), standard.value, 4)


@pytest.mark.parametrize("name", MUTANTS)
def test_a_mutant_is_caught(name: str) -> None:
    code, change = MUTANTS[name]
    assert codes(changed(change)) == {code}


@pytest.mark.parametrize("name", X1A_MUTANTS)
def test_a_mutant_of_an_x1a_is_caught(name: str) -> None:
    code, change = X1A_MUTANTS[name]
    assert codes(changed(change, Standard.X1A)) == {code}


def test_what_x4_allows_is_no_fault_of_it() -> None:
    transparent = resource(
        "/ExtGState", "/New", STATE(ca=0.5), "/New gs 1 0 0 0 k 100 100 5 5 re f"
    )
    assert codes(changed(transparent)) == set()


def test_a_plate_called_by_its_name_is_no_spot_ink() -> None:
    black = "/New cs 1 scn 100 100 5 5 re f /Overprint gs " + TEXT.format(10)
    assert codes(changed(resource("/ColorSpace", "/New", BLACK_PLATE, black))) == set()


def test_a_spot_ink_that_was_ordered_is_none_too_many() -> None:
    data = changed(resource("/ColorSpace", "/New", SPOT, "/New cs 1 scn 100 100 5 5 re f"))
    assert codes(data, PrintConditions(spots=("DIC-641s",))) == set()


def test_colours_of_a_palette_that_are_not_used_do_not_count() -> None:
    paper = resource("/XObject", "/New", image(PALETTE, bytes(90_000), 300), SQUARE)
    assert codes(changed(paper)) == set()


def test_glyphs_that_are_drawings_are_in_the_file() -> None:
    def change(document: Any) -> None:
        glyph = document.make_stream(b"500 0 0 0 500 500 d1 0 0 500 500 re f")
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FontBBox=[0, 0, 500, 500],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0], CharProcs=pikepdf.Dictionary(a=glyph),
            Encoding=pikepdf.Dictionary(Differences=[97, pikepdf.Name("/a")]),
            FirstChar=97, LastChar=97, Widths=[500],
        )  # fmt: skip
        shown = "/Overprint gs 0 0 0 1 k BT /New 10 Tf 1 0 0 1 100 300 Tm (a) Tj ET"
        resource("/Font", "/New", font, shown)(document)

    assert codes(changed(change)) == set()


def test_the_place_is_told_by_page_and_millimetres() -> None:
    # 100 pt are 35 mm; the square's top is 297 - 105 pt = 260 mm from the head.
    (fault,) = preflight_print(changed(added(RED_DOT)), PrintConditions()).faults
    assert fault.page == "2"
    assert fault.what == ("画面用の色（RGB）が使われています（左から 35mm、上から 260mm の塗り）。")
    assert fault.fix == "CMYK に変えて書き出し直してください。"


def test_what_is_drawn_outside_the_bleed_or_clipped_away_is_not_printed() -> None:
    assert codes(changed(added("1 0 0 rg -20 -20 5 5 re f"))) == set()
    hidden = "q 0 0 1 1 re W n 1 0 0 rg 100 100 5 5 re f Q"
    assert codes(changed(added(hidden))) == set()


def test_a_printers_limits_count() -> None:
    strict = PrintConditions(total_ink=200, least_ppi=350, bleed=mm(5), standard="X-1a")
    assert codes(GOOD[Standard.X4], strict) == {"PRE002", "PRE013", "PRE026", "PRE031"}


@pytest.mark.parametrize(("data", "what"), [
    (b"not a PDF", "PDF として読めません"),
    (GOOD[Standard.X4][:5000], "PDF として読めません"),
])  # fmt: skip
def test_what_is_no_whole_pdf_is_said(data: bytes, what: str) -> None:
    (fault,) = preflight_print(data, PrintConditions()).faults
    assert fault.code == "PRE001"
    assert what in fault.what


def test_a_page_that_breaks_off_does_not_hide_the_others() -> None:
    def change(document: Any) -> None:
        document.pages[0].contents_add(document.make_stream(b"1 0 0 rg 1 cm"))
        added(RED_DOT)(document)

    assert codes(changed(change)) == {"PRE001", "PRE021"}


DAMAGES: tuple[Any, ...] = (
    None, -1, "x", pikepdf.Name.Foo, pikepdf.Array([]), pikepdf.Dictionary(), True,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_damaged_is_told_and_never_stops_the_program(seed: int) -> None:
    chance = Random(seed)

    def change(document: Any) -> None:
        whole = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        inner = [v for one in whole for v in one.values() if isinstance(v, pikepdf.Dictionary)]
        holder = chance.choice([one for one in (*whole, *inner) if len(one)])
        key, value = chance.choice(sorted(holder.keys())), chance.choice(DAMAGES)
        if value is None:
            del holder[key]
        else:
            holder[key] = value

    try:
        data = changed(change)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return  # what pikepdf itself refuses to write
    preflight_print(data, PrintConditions())


@cache
def screen_codes() -> frozenset[str]:
    return frozenset(codes(built("content").pdf))


def test_the_file_for_screens_is_told_apart() -> None:
    assert {"PRE002", "PRE004", "PRE011", "PRE016", "PRE021"} <= screen_codes()


def test_the_citys_booklet_passes() -> None:
    assert preflight_print(printed(KANAZAWA).pdf, PrintConditions()).faults == ()
