"""Photographs of every kind, made ready for a press."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from strategy_report.core.geometry import Size
from strategy_report.core.length import mm
from strategy_report.display.item import Image, ImageSpace
from strategy_report.images.darkroom import Darkroom
from strategy_report.images.ink_sum import most_ink
from strategy_report.images.photo import Photo, prepare, read_photo
from strategy_report.images.press import Intent, Plates, PressColour, capped
from strategy_report.images.print_condition import fogra39

PRESS = PressColour(
    icc=fogra39().icc, intent=Intent.PERCEPTUAL, total_ink=320, plates=Plates.PROCESS
)
SQUARE = Size(mm("25.4"), mm("25.4"))
RED = (200, 40, 40)


def file_of(folder: Path, pixels: Pillow.Image, kind: str = "PNG", **more: Any) -> Photo:
    path = folder / "photo"
    pixels.save(path, kind, **more)
    found = read_photo(path)
    assert isinstance(found, Photo), found
    return found


def prepared(photo: Photo, press: PressColour = PRESS) -> Image:
    image = prepare(photo, SQUARE, (0.5, 0.5), 100, press)
    assert isinstance(image, Image), image
    return image


def percent(image: Image) -> tuple[int, ...]:
    """Ink in the middle of a prepared photograph, plate by plate."""
    with Pillow.open(BytesIO(image.data)) as pixels:
        middle = pixels.getpixel((50, 50))
    assert isinstance(middle, tuple)
    return tuple(round(part * 100 / 255) for part in middle)


def plain(mode: str, colour: Any) -> Pillow.Image:
    return Pillow.new(mode, (100, 100), colour)


def near(one: tuple[int, ...], other: tuple[int, ...], by: int = 3) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def as_seen(image: Image) -> tuple[int, ...]:
    """The middle of a prepared photograph as a proof on a screen shows it, in sRGB."""
    with Pillow.open(BytesIO(image.data)) as pixels:
        proof = ImageCms.profileToProfile(
            pixels,
            ImageCms.ImageCmsProfile(BytesIO(PRESS.icc)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    middle = proof.getpixel((50, 50)) if proof is not None else None
    assert isinstance(middle, tuple)
    return tuple(round(part) for part in middle)


@pytest.mark.parametrize("pixels", [
    plain("RGB", RED),
    plain("RGBA", (*RED, 255)),
    plain("RGB", RED).quantize(8),
])  # fmt: skip
def test_rgb_of_every_kind_becomes_the_same_four_plates(
    tmp_path: Path, pixels: Pillow.Image
) -> None:
    image = prepared(file_of(tmp_path, pixels))
    assert image.space is ImageSpace.CMYK
    cyan, magenta, yellow, black = percent(image)
    assert min(magenta, yellow) > 80
    assert max(cyan, black) < 25
    assert near(as_seen(image), RED, 12), as_seen(image)


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    assert percent(prepared(file_of(tmp_path, plain("RGBA", (*RED, 0))))) == (0, 0, 0, 0)


@pytest.mark.parametrize("pixels", [
    plain("L", 128), plain("I;16", 128 * 257), plain("1", 0), plain("LA", (128, 200)),
    plain("L", 128).convert("P"),
])  # fmt: skip
def test_gray_of_every_kind_stays_on_the_black_plate(tmp_path: Path, pixels: Pillow.Image) -> None:
    assert prepared(file_of(tmp_path, pixels)).space is ImageSpace.GRAY


def test_a_files_own_profile_is_followed(tmp_path: Path) -> None:
    # Red and blue change places in this space, so that red pixels are blue ones.
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = swapped.replace(b"rXYZ", b"tmp0").replace(b"bXYZ", b"rXYZ").replace(b"tmp0", b"bXYZ")
    inks = percent(prepared(file_of(tmp_path, plain("RGB", RED), icc_profile=swapped)))
    assert inks[0] > 80
    assert inks[2] < 30


def test_cmyk_is_left_as_it_is_whichever_way_round_its_file_states_it(tmp_path: Path) -> None:
    inks = (51, 128, 204, 26)
    by_adobe = file_of(tmp_path, plain("CMYK", inks), "JPEG", quality=100)
    assert b"Adobe" in by_adobe.data
    assert near(percent(prepared(by_adobe)), (20, 50, 80, 10), 1)
    plain_file = file_of(tmp_path, plain("CMYK", tuple(255 - part for part in inks)), "JPEG")
    start = plain_file.data.index(b"\xff\xee")
    length = 2 + int.from_bytes(plain_file.data[start + 2 : start + 4], "big")
    (tmp_path / "photo").write_bytes(plain_file.data[:start] + plain_file.data[start + length :])
    found = read_photo(tmp_path / "photo")
    assert isinstance(found, Photo)
    assert near(percent(prepared(found)), (20, 50, 80, 10), 2)


@pytest.mark.parametrize("limit", [240, 280, 320])
def test_no_pixel_has_more_ink_than_allowed_even_behind_jpeg(tmp_path: Path, limit: int) -> None:
    noise = Pillow.frombytes("CMYK", (100, 100), Random(1).randbytes(40_000))
    press = PressColour(
        icc=PRESS.icc, intent=Intent.RELATIVE, total_ink=limit, plates=Plates.PROCESS
    )
    image = prepared(file_of(tmp_path, noise, "TIFF"), press)
    if image.jpeg:
        with Pillow.open(BytesIO(image.data)) as pixels:
            found = most_ink(pixels)
    else:
        raw = bytes(255 - part for part in image.data)
        found = most_ink(Pillow.frombytes("CMYK", (100, 100), raw))
    assert limit - 60 < found <= limit


def test_capping_leaves_black_and_the_balance_of_colours() -> None:
    pixels = Pillow.new("CMYK", (1, 1), (255, 204, 102, 204))
    # 300 % of 255 is 765; 204 of black leave 561, that 255 + 204 + 102 need exactly.
    assert capped(pixels, 300).getpixel((0, 0)) == (255, 204, 102, 204)
    # 240 % leave 408 for 561: each colour gives way by the same share.
    assert capped(pixels, 240).getpixel((0, 0)) == (185, 148, 74, 204)


def test_black_alone_makes_gray_of_colours(tmp_path: Path) -> None:
    press = PressColour(icc=PRESS.icc, intent=Intent.PERCEPTUAL, total_ink=320, plates=Plates.BLACK)
    assert prepared(file_of(tmp_path, plain("RGB", RED)), press).space is ImageSpace.GRAY


class Shelf(dict[str, bytes]):
    def put(self, key: str, data: bytes) -> None:
        self[key] = data


def test_a_photograph_is_converted_once_for_one_condition(tmp_path: Path) -> None:
    file_of(tmp_path, plain("RGB", RED))
    shelf = Shelf()
    for total_ink in (320, 320, 280):
        press = PressColour(
            icc=PRESS.icc, intent=Intent.PERCEPTUAL, total_ink=total_ink, plates=Plates.PROCESS
        )
        room = Darkroom(shelf, ppi=350, least_ppi=300, press=press)
        made = room.prepared(tmp_path / "photo", SQUARE, (0.5, 0.5))
        assert [problem.code for problem in made.problems] == ["IMG009"]
    assert len(shelf) == 2
