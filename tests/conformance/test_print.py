"""The file for a printing house, judged by programs that others wrote."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from kit.booklets import KANAZAWA, built
from kit.printed import printed, with_photograph
from PIL import Image, ImageChops, ImageMath, ImageStat

from strategy_report.model.printer import Standard
from strategy_report.print_job import Colours, PrintOrder, Workshop, print_booklet

Tool = Callable[..., str]
RESOLUTION = 72
PLATES = ("Cyan", "Magenta", "Yellow", "Black")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("print")
    (made / "x4.pdf").write_bytes(printed(KANAZAWA).pdf)
    (made / "x1a.pdf").write_bytes(printed(KANAZAWA, standard=Standard.X1A).pdf)
    (made / "gray.pdf").write_bytes(printed(KANAZAWA, Colours.BLACK).pdf)
    (made / "spot.pdf").write_bytes(printed(KANAZAWA, Colours.SPOT).pdf)
    (made / "screen.pdf").write_bytes(built("content").pdf)
    return made


def plates(tool: Tool, pdf: Path, page: int) -> dict[str, Image.Image]:
    """What each plate prints of a page, inside its trim; 0 is no ink, 255 is solid."""
    out = pdf.with_suffix("")
    for old in out.parent.glob(f"{out.name}-*.tif"):
        old.unlink()
    tool(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", f"-r{RESOLUTION}",
        f"-dFirstPage={page}", f"-dLastPage={page}", "-dUseTrimBox", "-dTextAlphaBits=1",
        f"-sOutputFile={out}-%d.tif", pdf,
    )  # fmt: skip
    found = {}
    for path in out.parent.glob(f"{out.name}-*(*).tif"):
        with Image.open(path) as plate:
            found[path.name.partition("(")[2].partition(")")[0]] = ImageChops.invert(
                plate.convert("L")
            )
    return found


def solidest(plate: Image.Image) -> int:
    """The most that a plate prints anywhere."""
    return max(value for value, count in enumerate(plate.histogram()) if count)


def test_ghostscript_puts_body_text_on_the_black_plate_alone(tool: Tool, folder: Path) -> None:
    # The left column of measures on page 8, right of their numbers, which are in the goal's ink;
    # below the heading and above the photographs. A pixel is a point.
    area = (66, 222, 284, 470)
    found = plates(tool, folder / "x4.pdf", 8)
    assert set(found) == set(PLATES)
    seen = {name: plate.crop(area) for name, plate in found.items()}
    assert solidest(seen["Black"]) == 255
    for name in PLATES[:3]:
        assert solidest(seen[name]) == 0, name
    assert ImageStat.Stat(seen["Black"]).mean[0] > 10


@pytest.mark.parametrize("page", [1, 5])
def test_ghostscript_finds_no_more_ink_than_allowed_inside_the_trim(
    tool: Tool, folder: Path, page: int
) -> None:
    bands = dict(
        zip("cmyk", (plates(tool, folder / "x4.pdf", page)[p] for p in PLATES), strict=True)
    )
    total = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"] + a["k"], **bands)
    most = total.getextrema()[1] * 100 / 255
    # Themes stay below 220 %; edges of type over a band may add black to it.
    assert 200 < most <= 320


def test_ghostscript_finds_a_photograph_within_the_ink_limit(
    tool: Tool, folder: Path, tmp_path: Path
) -> None:
    checked = print_booklet(PrintOrder(content=with_photograph(tmp_path)), Workshop())
    assert checked.value is not None
    (folder / "photo.pdf").write_bytes(checked.value.pdf)
    found = plates(tool, folder / "photo.pdf", 6)
    # The photograph is in the left column, 433 to 523 pt from the head.
    area = (46, 440, 282, 515)
    bands = dict(zip("cmyk", (found[plate].crop(area) for plate in PLATES), strict=True))
    total = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"] + a["k"], **bands)
    least, most = total.getextrema()
    # Its black takes about as much ink as is allowed, its yellow next to none.
    assert 300 < most * 100 / 255 <= 320.5
    assert least * 100 / 255 < 80


def test_ghostscript_makes_one_plate_of_a_gray_edition(tool: Tool, folder: Path) -> None:
    seen = plates(tool, folder / "gray.pdf", 5)
    assert [name for name in PLATES if solidest(seen[name]) > 0] == ["Black"]


def test_ghostscript_makes_one_plate_of_a_spot_ink(tool: Tool, folder: Path) -> None:
    seen = plates(tool, folder / "spot.pdf", 5)
    assert [n for n, plate in seen.items() if solidest(plate) > 0] == ["DIC-641s"]


@pytest.mark.parametrize(("name", "standard"), [("x4", "PDF/X-4"), ("x1a", "PDF/X-1a:2003")])
def test_poppler_names_the_standard_and_the_boxes(
    tool: Tool, folder: Path, name: str, standard: str
) -> None:
    said = tool("pdfinfo", "-box", folder / f"{name}.pdf")
    assert re.search(rf"^PDF subtype: +{re.escape(standard)}$", said, re.MULTILINE)
    boxes = {
        found[1]: [float(side) for side in found[2].split()]
        for found in re.finditer(r"^(\w+Box): +(.+)$", said, re.MULTILINE)
    }
    left, bottom, right, top = boxes["TrimBox"]
    # A4 to the rounding of what poppler prints: a hundredth of a point, 0.004 mm.
    assert ((right - left) * 25.4 / 72, (top - bottom) * 25.4 / 72) == pytest.approx(
        (210, 297), abs=0.01
    )
    assert (left - boxes["BleedBox"][0]) * 25.4 / 72 == pytest.approx(3, abs=0.01)


def test_mutool_sees_the_same_boxes_on_every_page(tool: Tool, folder: Path) -> None:
    said = tool("mutool", "pages", folder / "x4.pdf")
    trims = re.findall(r'<TrimBox l="([\d.]+)" b="([\d.]+)" r="([\d.]+)" t="([\d.]+)"', said)
    assert len(trims) == 8
    assert len(set(trims)) == 1
    left, _, right, _ = (float(side) for side in trims[0])
    assert (right - left) * 25.4 / 72 == pytest.approx(210, abs=0.01)


def test_mutool_and_qpdf_find_no_fault(tool: Tool, folder: Path) -> None:
    for name in ("x4", "x1a", "gray", "spot"):
        tool("qpdf", "--check", folder / f"{name}.pdf")
        tool("mutool", "draw", "-r", "20", "-o", folder / f"{name}-%d.png", folder / f"{name}.pdf")


def test_pdftotext_reads_the_same_from_print_and_screen(tool: Tool, folder: Path) -> None:
    slug = re.compile(r"^\d／8ページ　第2次金沢版総合戦略　取組状況 kanazawa-r6　PDF/X.*$")

    def words(name: str) -> list[list[str]]:
        pages = tool("pdftotext", "-raw", folder / f"{name}.pdf", "-").split("\f")
        return [[one for one in page.splitlines() if not slug.match(one)] for page in pages]

    assert words("x4") == words("screen")
    assert words("x1a") == words("screen")
