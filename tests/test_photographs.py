"""Photographs on their whole way: named in the content, found, made ready, embedded."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from kit.content_folder import ContentFolder
from kit.pdf_text import opened
from PIL import Image as Pillow

from strategy_report.core.diagnostic import Severity
from strategy_report.pipeline import Press, build

RED, BLUE = (200, 30, 30), (30, 30, 200)


def from_a_telephone(wide: int = 1200, high: int = 1600) -> bytes:
    """A picture red above and blue below, held sideways; it tells where and by whom."""
    pixels = Pillow.new("RGB", (wide, high), BLUE)
    pixels.paste(RED, (0, 0, wide, high // 2))
    exif = Pillow.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "SECRET author"
    exif.get_ifd(0x8825)[1] = "N"
    written = BytesIO()
    turned = pixels.transpose(Pillow.Transpose.ROTATE_90)
    turned.save(written, "JPEG", exif=exif, comment=b"SECRET", quality=95)
    return written.getvalue()


@pytest.fixture
def town(tmp_path: Path) -> ContentFolder:
    """A town whose one photograph is to be the file 広場.jpg."""
    folder = ContentFolder(tmp_path)
    folder.edit(
        "goals/1.yaml",
        "caption: 親子交流広場",
        "caption: 親子交流広場\n    file: 広場.jpg\n    alt: 屋内の広場で親子が遊ぶ",
    )
    return folder


def codes(town: ContentFolder, least: Severity = Severity.WARNING) -> list[str]:
    said = build(town.path, Press()).diagnostics
    return [d.code for d in said if d.severity >= least and d.code.startswith("IMG")]


def embedded(town: ContentFolder) -> tuple[bytes, list[Pillow.Image]]:
    """The file, and each of its pictures as it is shown."""
    built = build(town.path, Press()).value
    assert built is not None
    with opened(built.pdf) as document:
        found = {
            image.objgen: image.read_raw_bytes()
            for page in document.pages
            for image in page.Resources.get("/XObject", {}).values()
        }
    return built.pdf, [Pillow.open(BytesIO(data)) for data in found.values()]


def test_a_photo_from_a_telephone_stands_upright_and_tells_nothing(town: ContentFolder) -> None:
    town.write("photos/広場.jpg", from_a_telephone())
    pdf, (picture,) = embedded(town)
    wide, high = picture.size
    above = picture.getpixel((wide // 2, high // 8))
    below = picture.getpixel((wide // 2, high * 7 // 8))
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert above[0] > 150 > 100 > above[2]
    assert below[2] > 150 > 100 > below[0]
    assert Counter(told in pdf for told in (b"SECRET", b"Exif", b"GPS")) == {False: 3}
    assert codes(town) == []


def test_a_decomposed_file_name_from_macos_is_found_by_the_composed_one(
    town: ContentFolder,
) -> None:
    town.edit("goals/1.yaml", "広場.jpg", "が.jpg")
    town.write("photos/か\u3099.jpg", from_a_telephone())
    assert len(embedded(town)[1]) == 1


def test_too_few_pixels_are_told_and_the_booklet_is_made(town: ContentFolder) -> None:
    town.write("photos/広場.jpg", from_a_telephone(60, 80))
    assert codes(town) == ["IMG009"]
    assert len(embedded(town)[1]) == 1


def test_a_broken_photo_makes_no_booklet(town: ContentFolder) -> None:
    town.write("photos/広場.jpg", from_a_telephone()[:5000])
    checked = build(town.path, Press())
    assert checked.value is None
    (fault,) = (said for said in checked.diagnostics if said.code == "IMG006")
    assert fault.where is not None
    assert fault.where.file == "content/goals/1.yaml"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for a privilege to make links")
def test_a_link_out_of_the_folder_is_not_followed(town: ContentFolder) -> None:
    town.write("secret.jpg", from_a_telephone())
    (town.path / "photos").mkdir(exist_ok=True)
    (town.path / "photos" / "広場.jpg").symlink_to(town.path / "secret.jpg")
    assert build(town.path, Press()).value is None
    assert codes(town) == ["IMG001"]


def bomb(side: int) -> bytes:
    """A PNG of *side* × *side* white and black pixels, all there, in a few dozen kilobytes."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    pixels = zlib.compress(bytes((side // 8 + 1) * side), 9)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on memory to set")
@pytest.mark.parametrize("side", [13_000, 20_000])
def test_a_decompression_bomb_is_refused_where_there_is_no_room_for_it(
    tmp_path: Path, side: int
) -> None:
    data = bomb(side)
    assert len(data) < 60_000
    (tmp_path / "bomb.png").write_bytes(data)
    script = (
        "import resource, sys; from pathlib import Path\n"
        "resource.setrlimit(resource.RLIMIT_AS, (150_000_000, 150_000_000))\n"
        "from strategy_report.images.photo import read_photo\n"
        "print(read_photo(Path(sys.argv[1])).code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "bomb.png")], capture_output=True, check=True
    )
    assert done.stdout == b"IMG007\n"
