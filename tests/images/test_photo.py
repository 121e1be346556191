"""Photographs as offices send them."""

from __future__ import annotations

import os
import struct
import sys
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from strategy_report.core.geometry import Size
from strategy_report.core.length import mm
from strategy_report.display.item import Image, ImageSpace
from strategy_report.images.photo import (
    Photo,
    effective_ppi,
    prepare,
    prepared_key,
    read_photo,
    too_coarse,
)
from strategy_report.images.problem import PhotoProblem

SQUARE = Size(mm("25.4"), mm("25.4"))
WIDE = Size(mm("50.8"), mm("25.4"))
MIDDLE = (0.5, 0.5)
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def encoded(pixels: Pillow.Image, kind: str = "PNG", **more: Any) -> bytes:
    written = BytesIO()
    pixels.save(written, kind, **more)
    return written.getvalue()


def photo(folder: Path, data: bytes, name: str = "photo.png") -> Photo:
    (folder / name).write_bytes(data)
    found = read_photo(folder / name)
    assert isinstance(found, Photo), found
    return found


def shown(
    folder: Path,
    data: bytes,
    frame: Size = SQUARE,
    focus: tuple[float, float] = MIDDLE,
    ppi: int = 100,
) -> Pillow.Image:
    """What a frame shows of a photo file."""
    prepared = prepare(photo(folder, data), frame, focus, ppi)
    assert isinstance(prepared, Image), prepared
    return Pillow.open(BytesIO(prepared.data))


def problem(folder: Path, data: bytes, name: str = "photo.png") -> PhotoProblem:
    """What is said of a file, when it is read or at the latest when it is prepared."""
    (folder / name).write_bytes(data)
    found = read_photo(folder / name)
    if isinstance(found, Photo):
        refused = prepare(found, SQUARE, MIDDLE, 100)
        assert isinstance(refused, PhotoProblem), refused
        return refused
    return found


def near(found: Any, wanted: tuple[int, ...], tolerance: int = 4) -> bool:
    """Whether a pixel is *wanted*, but for what JPEG does to it."""
    parts = found if isinstance(found, tuple) else (found,) * len(wanted)
    return all(abs(one - other) <= tolerance for one, other in zip(parts, wanted, strict=True))


def corners(pixels: Pillow.Image) -> list[Any]:
    """Pixels well inside the four quarters: top left, top right, bottom left, bottom right."""
    width, height = pixels.size
    return [
        pixels.getpixel((width * x // 4, height * y // 4))
        for x, y in ((1, 1), (3, 1), (1, 3), (3, 3))
    ]


def quarters(side: int = 64) -> Pillow.Image:
    """Red, green over blue, white."""
    pixels = Pillow.new("RGB", (side, side), WHITE)
    half = side // 2
    pixels.paste(RED, (0, 0, half, half))
    pixels.paste(GREEN, (half, 0, side, half))
    pixels.paste(BLUE, (0, half, half, side))
    return pixels


# Golden pixels, one for each kind of file. ---------------------------------------------------


@pytest.mark.parametrize(
    ("orientation", "expected"),
    [
        (1, [RED, GREEN, BLUE, WHITE]),
        (2, [GREEN, RED, WHITE, BLUE]),
        (3, [WHITE, BLUE, GREEN, RED]),
        (4, [BLUE, WHITE, RED, GREEN]),
        (5, [RED, BLUE, GREEN, WHITE]),
        (6, [BLUE, RED, WHITE, GREEN]),
        (7, [WHITE, GREEN, BLUE, RED]),
        (8, [GREEN, WHITE, RED, BLUE]),
    ],
)
def test_a_photo_taken_sideways_stands_upright(
    tmp_path: Path, orientation: int, expected: list[tuple[int, int, int]]
) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    data = encoded(quarters(), "JPEG", exif=exif, quality=95, subsampling=0)
    found = corners(shown(tmp_path, data))
    assert all(near(one, other, 6) for one, other in zip(found, expected, strict=True)), found


def test_the_size_of_a_photo_is_that_of_the_upright_picture(tmp_path: Path) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    found = photo(tmp_path, encoded(Pillow.new("RGB", (300, 200)), "JPEG", exif=exif))
    assert (found.width_px, found.height_px) == (200, 300)


@pytest.mark.parametrize("alpha", [0, 128, 255])
def test_what_can_be_seen_through_lies_on_white(tmp_path: Path, alpha: int) -> None:
    data = encoded(Pillow.new("RGBA", (8, 8), (200, 0, 0, alpha)))
    weight = alpha / 255
    expected = (round(255 - 55 * weight), round(255 - 255 * weight), round(255 - 255 * weight))
    assert near(shown(tmp_path, data).getpixel((4, 4)), expected)


def test_a_transparent_colour_of_a_palette_lies_on_white(tmp_path: Path) -> None:
    pixels = Pillow.new("P", (16, 16), 0)
    pixels.putpalette([10, 20, 30, 200, 100, 50])
    pixels.paste(1, (8, 0, 16, 16))
    found = shown(tmp_path, encoded(pixels, transparency=0))
    assert near(found.getpixel((2, 8)), WHITE)
    assert near(found.getpixel((13, 8)), (200, 100, 50))


@pytest.mark.parametrize(
    ("sixteen_bits", "eight_bits"), [(0, 0), (128, 0), (129, 1), (32896, 128), (65535, 255)]
)
def test_sixteen_bits_are_rounded_to_eight(
    tmp_path: Path, sixteen_bits: int, eight_bits: int
) -> None:
    data = encoded(Pillow.new("I;16", (8, 8), sixteen_bits))
    prepared = shown(tmp_path, data)
    assert prepared.mode == "L"
    assert prepared.getpixel((4, 4)) == eight_bits


@pytest.mark.parametrize("mode", ["1", "L"])
def test_gray_stays_gray(tmp_path: Path, mode: str) -> None:
    prepared = prepare(photo(tmp_path, encoded(Pillow.new(mode, (8, 8), 255))), SQUARE, MIDDLE, 9)
    assert isinstance(prepared, Image)
    assert prepared.space is ImageSpace.GRAY


CYAN_INK = (255, 0, 0, 0)


def test_an_adobe_cmyk_jpeg_is_not_inverted(tmp_path: Path) -> None:
    # Pillow writes CMYK as Adobe does, inverted and with Adobe's marker.
    data = encoded(Pillow.new("CMYK", (16, 16), CYAN_INK), "JPEG", quality=95)
    assert b"Adobe" in data
    assert near(shown(tmp_path, data).getpixel((8, 8)), (0, 255, 255))


def test_a_cmyk_jpeg_without_adobe_s_marker_is_read_the_other_way_round(tmp_path: Path) -> None:
    # Stored as 0, 255, 255, 0: magenta and yellow ink, which is red.
    data = encoded(Pillow.new("CMYK", (16, 16), (255, 0, 0, 255)), "JPEG", quality=95)
    start = data.index(b"\xff\xee")
    length = int.from_bytes(data[start + 2 : start + 4], "big")
    plain = data[:start] + data[start + 2 + length :]
    assert near(shown(tmp_path, plain).getpixel((8, 8)), (255, 0, 0))


def test_a_cmyk_tiff_is_converted(tmp_path: Path) -> None:
    data = encoded(Pillow.new("CMYK", (16, 16), (0, 255, 255, 0)), "TIFF")
    assert near(shown(tmp_path, data).getpixel((8, 8)), RED)


def swapped_profile() -> bytes:
    """A profile that takes red for blue: no one can mistake it for sRGB."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    entries = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * 20, 12)}
    red, blue = entries[b"rXYZ"], entries[b"bXYZ"]
    data[red : red + 4], data[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(data)


def test_colours_are_read_by_the_profile_in_the_file(tmp_path: Path) -> None:
    data = encoded(Pillow.new("RGB", (8, 8), RED), icc_profile=swapped_profile())
    assert near(shown(tmp_path, data).getpixel((4, 4)), BLUE, 6)


@pytest.mark.parametrize("profile", [b"<html>no profile</html>", bytes(200)])
def test_a_broken_profile_is_ignored(tmp_path: Path, profile: bytes) -> None:
    data = encoded(Pillow.new("RGB", (8, 8), RED), icc_profile=profile)
    assert near(shown(tmp_path, data).getpixel((4, 4)), RED)


def test_a_profile_for_other_colours_is_ignored(tmp_path: Path) -> None:
    data = encoded(Pillow.new("L", (8, 8), 128), icc_profile=swapped_profile())
    assert near(shown(tmp_path, data).convert("RGB").getpixel((4, 4)), (128, 128, 128))


# Cutting and scaling. ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("focus", "expected"),
    [((0.5, 0.0), RED), ((0.5, 0.25), RED), ((0.5, 0.9), BLUE), ((0.5, 1.0), BLUE)],
)
def test_a_frame_shows_the_part_around_the_focus(
    tmp_path: Path, focus: tuple[float, float], expected: tuple[int, int, int]
) -> None:
    tall = Pillow.new("RGB", (64, 128), RED)
    tall.paste(BLUE, (0, 64, 64, 128))
    found = shown(tmp_path, encoded(tall), WIDE, focus)
    assert (found.width, found.height) == (64, 32)
    assert near(found.getpixel((32, 16)), expected)


def test_a_large_photo_gets_the_resolution_asked_for(tmp_path: Path) -> None:
    data = encoded(Pillow.new("RGB", (3000, 2000), RED), "JPEG")
    assert shown(tmp_path, data, WIDE, ppi=200).size == (400, 200)


def test_no_pixels_are_invented(tmp_path: Path) -> None:
    data = encoded(Pillow.new("RGB", (60, 40), RED))
    assert shown(tmp_path, data, SQUARE, ppi=300).size == (40, 40)


def test_resolution_counts_the_part_that_is_shown(tmp_path: Path) -> None:
    found = photo(tmp_path, encoded(Pillow.new("RGB", (600, 200))))
    assert effective_ppi(found, SQUARE) == 200
    assert effective_ppi(found, WIDE) == 200


def test_too_few_pixels_are_reported_with_how_many_it_takes(tmp_path: Path) -> None:
    found = photo(tmp_path, encoded(Pillow.new("RGB", (300, 150))))
    assert too_coarse(found, WIDE, 150) is None
    said = too_coarse(found, WIDE, 300)
    assert said is not None
    assert "この大きさでは 150 ppi" in said.what
    assert said.fix == "横 600×縦 300 画素以上の写真に替えてください。"


def test_the_same_photo_gives_the_same_bytes_and_another_frame_another_key(tmp_path: Path) -> None:
    found = photo(tmp_path, encoded(quarters()))
    assert prepare(found, SQUARE, MIDDLE, 100) == prepare(found, SQUARE, MIDDLE, 100)
    keys = {
        prepared_key(found.digest, SQUARE, MIDDLE, 100),
        prepared_key(found.digest, WIDE, MIDDLE, 100),
        prepared_key(found.digest, SQUARE, (0.4, 0.5), 100),
        prepared_key(found.digest, SQUARE, MIDDLE, 101),
        prepared_key(photo(tmp_path, encoded(quarters(32))).digest, SQUARE, MIDDLE, 100),
    }
    assert len(keys) == 5


def test_nothing_is_told_of_camera_place_author_or_profile(tmp_path: Path) -> None:
    exif = Pillow.Exif()
    exif[0x013B] = "SECRET author"
    exif.get_ifd(0x8825)[1] = "N"
    data = encoded(
        quarters(),
        "JPEG",
        exif=exif,
        comment="SECRET comment",
        icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        dpi=(300, 300),
    )
    prepared = prepare(photo(tmp_path, data), SQUARE, MIDDLE, 100)
    assert isinstance(prepared, Image)
    for told in (b"SECRET", b"Exif", b"ICC_PROFILE", b"http"):
        assert told not in prepared.data


# Files that are refused. ---------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["GIF", "BMP", "WEBP", "ICO", "PPM", "TGA", "PCX", "EPS"])
def test_other_formats_are_refused(tmp_path: Path, kind: str) -> None:
    found = problem(tmp_path, encoded(Pillow.new("RGB", (8, 8)), kind))
    assert found.code == "IMG005"
    assert "JPEG で保存し" in found.fix


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"GIF89a....", "photo.png は GIF 形式なので"),
        (b"\0\0\0\x18ftypheic", "HEIC（iPhone の写真） 形式"),
        (b"%PDF-1.7", "PDF 形式"),
        (b"", "空のファイル"),
        ("これは写真ではありません".encode(), "PNG、JPEG、TIFF のどれでもありません"),
    ],
)
def test_the_message_names_what_was_found(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in problem(tmp_path, data).what


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_file_cut_off_anywhere_is_called_broken(tmp_path: Path, kind: str, tenth: int) -> None:
    # Noise, so that no tenth of the file is padding.
    noise = Pillow.effect_noise((200, 200), 90)
    data = encoded(noise, kind)
    assert problem(tmp_path, data[: len(data) * tenth // 10]).code == "IMG006"


def png_head(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that promises any number of pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(6001, 10_000), (13_000, 13_000), (20_000, 20_000)])
def test_a_decompression_bomb_is_refused_before_it_is_decoded(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    found = problem(tmp_path, png_head(*size))
    assert found.code == "IMG007"
    assert found.fix.startswith("6000万画素以下")


def test_exactly_the_most_pixels_are_read(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(png_head(6000, 10_000))
    assert isinstance(read_photo(tmp_path / "photo.png"), Photo)


def test_altered_bytes_never_lead_to_a_traceback(tmp_path: Path) -> None:
    for kind in ("PNG", "JPEG", "TIFF"):
        good = encoded(quarters(), kind)
        for place in range(0, len(good), max(1, len(good) // 60)):
            altered = bytearray(good)
            altered[place] ^= 0x55
            (tmp_path / "photo.png").write_bytes(altered)
            found = read_photo(tmp_path / "photo.png")
            if isinstance(found, Photo):
                assert isinstance(prepare(found, SQUARE, MIDDLE, 50), Image | PhotoProblem)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    missing = read_photo(tmp_path / "none.jpg")
    folder = read_photo(tmp_path)
    assert isinstance(missing, PhotoProblem)
    assert isinstance(folder, PhotoProblem)
    assert missing.code == "IMG002"
    # Windows does not open folders at all.
    assert folder.code in ("IMG003", "IMG002")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor links there")
def test_pipes_and_links_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "link.jpg").symlink_to("/etc/passwd")
    for name in ("pipe.jpg", "link.jpg"):
        assert isinstance(read_photo(tmp_path / name), PhotoProblem)


def test_every_message_is_japanese_and_says_what_to_do(tmp_path: Path) -> None:
    said = problem(tmp_path, b"GIF89a").at(None)
    assert said.what.endswith("。")
    assert said.fix.endswith("。")
