"""A photograph taken out of a PDF goes into one again as it is."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow

from strategy_report.core.geometry import Size
from strategy_report.core.length import mm
from strategy_report.display.item import Image
from strategy_report.images.finished_jpeg import finished_mode
from strategy_report.images.photo import Photo, prepare, read_photo
from strategy_report.images.problem import PhotoProblem

FRAME = Size(mm(54), mm("31.7"))
PPI = 220


def a_picture(width: int, height: int) -> Pillow.Image:
    picture = Pillow.new("RGB", (width, height))
    for x in range(0, width, 8):
        picture.paste((x % 256, 40, 255 - x % 256), (x, 0, x + 5, height))
    return picture


def jpeg(picture: Pillow.Image, **more: object) -> bytes:
    written = BytesIO()
    picture.save(written, "JPEG", quality=90, **more)
    return written.getvalue()


def prepared(path: Path, data: bytes, focus: tuple[float, float] = (0.3, 0.5)) -> Image:
    path.write_bytes(data)
    photo = read_photo(path)
    assert isinstance(photo, Photo)
    image = prepare(photo, FRAME, focus, PPI)
    assert isinstance(image, Image)
    return image


@pytest.mark.parametrize("size", [(1600, 1200), (900, 2000), (400, 300), (301, 177)])
def test_what_was_prepared_once_is_the_same_when_prepared_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    first = prepared(tmp_path / "a.jpg", jpeg(a_picture(*size)))
    again = prepared(tmp_path / "b.jpg", first.data)
    assert again == first
    assert prepared(tmp_path / "c.jpg", first.data, focus=(0.9, 0.1)) == first


def test_a_file_that_says_more_than_its_pixels_is_written_anew(tmp_path: Path) -> None:
    first = prepared(tmp_path / "a.jpg", jpeg(a_picture(1600, 1200)))
    picture = Pillow.open(BytesIO(first.data))
    exif = Pillow.Exif()
    exif[0x010F] = "a camera"
    for told in (
        jpeg(picture, exif=exif),
        jpeg(picture, comment=b"by somebody"),
        jpeg(picture, icc_profile=b"profile" * 20),
        jpeg(picture.convert("CMYK")),
    ):
        assert finished_mode(told) is None
        assert prepared(tmp_path / "b.jpg", told).data != told


@pytest.mark.parametrize("cut", [0, 1, 2, 5, 20, 100])
def test_a_damaged_head_is_not_taken_for_a_finished_one(cut: int) -> None:
    assert finished_mode(jpeg(a_picture(64, 64))[:cut]) is None
    assert finished_mode(b"\x89PNG\r\n\x1a\n" + bytes(50)) is None


def test_a_finished_file_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    first = prepared(tmp_path / "a.jpg", jpeg(a_picture(1600, 1200)))
    path = tmp_path / "b.jpg"
    path.write_bytes(first.data[: len(first.data) // 2])
    photo = read_photo(path)
    assert isinstance(photo, Photo)
    assert isinstance(prepare(photo, FRAME, (0.5, 0.5), PPI), PhotoProblem)
