"""Photo files to pixels that can be printed: upright, cut to their frame, of the right size.

Pillow comes in here and nowhere else, and only when there is a photograph.
"""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from strategy_report.core.diagnostic import Severity
from strategy_report.core.geometry import Size
from strategy_report.core.length import EMU_PER_PT, Length
from strategy_report.core.value import Value
from strategy_report.display.item import Image, ImageSpace
from strategy_report.images.colour import in_srgb, opaque, uninverted
from strategy_report.images.finished_jpeg import finished_mode
from strategy_report.images.press import PressColour, on_plates, pressed_jpeg
from strategy_report.images.problem import PhotoProblem

# Decoders for other formats are rarer, less tested, and EPS would run another program.
_FORMATS = ("PNG", "JPEG", "TIFF")
_MOST_PIXELS = 60_000_000
_MOST_BYTES = 200_000_000
_QUALITY = 85
_EMU_PER_INCH = 72 * EMU_PER_PT
_ORIENTATION = 0x0112
# Of EXIF's eight orientations, those that lay the picture on its side.
_ON_ITS_SIDE = (5, 6, 7, 8)
# Part of every digest: to be changed with anything below that changes what comes out.
_RECIPE = "photo 3"


_SPACES = {"L": ImageSpace.GRAY, "RGB": ImageSpace.RGB, "CMYK": ImageSpace.CMYK}


class Photo(Value):
    """A photo file whose head was read; its pixels have not been decoded.

    Attributes:
        name: for messages.
        data: the file.
        digest: SHA-256 of the file, in hex.
        width_px: of the picture held upright, as `height_px`.
    """

    name: str
    data: bytes
    digest: str
    width_px: int
    height_px: int

    def __repr__(self) -> str:
        return f"Photo({self.name}, {self.width_px}x{self.height_px})"


def read_photo(path: Path) -> Photo | PhotoProblem:
    """The photograph in a PNG, JPEG or TIFF file of at most 60 million pixels."""
    data = read_bytes(path)
    if isinstance(data, PhotoProblem):
        return data
    try:
        with _opened(data) as source:
            width, height = source.size
            if width * height > _MOST_PIXELS:
                return _too_large(path.name, f"（{width}×{height}）")
            if _orientation(source) in _ON_ITS_SIDE:
                width, height = height, width
    except _faults() as fault:
        return _unreadable(path.name, data, fault)
    return Photo(
        name=path.name,
        data=data,
        digest=sha256(data).hexdigest(),
        width_px=width,
        height_px=height,
    )


def prepare(
    photo: Photo,
    frame: Size,
    focus: tuple[float, float],
    ppi: int,
    press: PressColour | None = None,
) -> Image | PhotoProblem:
    """*photo* cut to the shape of *frame* around *focus*, with at most *ppi* pixels an inch.

    *focus* is given as shares of width and height from the top left; it comes as near to the
    middle as the photograph allows. The result is in sRGB or gray, or as *press* prints it,
    opaque, and says nothing of camera, place or author. Pixels are never invented: a small
    photograph stays small.
    """
    wanted = _pixels(frame, ppi)
    decoded = _decoded(photo, wanted)
    if isinstance(decoded, PhotoProblem):
        return decoded
    if press is None and _fills(photo, frame, wanted):
        mode = finished_mode(photo.data)
        if mode is not None:
            return _image(photo.data, (photo.width_px, photo.height_px), mode, jpeg=True)
    profile = decoded.info.get("icc_profile")
    pixels = _cropped(decoded, frame, focus, wanted)
    if press is None:
        pixels = in_srgb(pixels, profile)
        packed: bytes | None = _jpeg(pixels)
    else:
        pixels = on_plates(pixels, profile, press)
        packed = pressed_jpeg(pixels, press)
    # Adobe's way round, as in a JPEG file.
    data = uninverted(pixels).tobytes() if packed is None else packed
    return _image(data, pixels.size, pixels.mode, jpeg=packed is not None)


def _image(data: bytes, size: tuple[int, int], mode: str, *, jpeg: bool) -> Image:
    shaping = (*size, mode, jpeg)
    return Image(
        digest=sha256(repr(shaping).encode() + data).hexdigest(),
        width_px=size[0],
        height_px=size[1],
        space=_SPACES[mode],
        jpeg=jpeg,
        data=data,
    )


def _fills(photo: Photo, frame: Size, wanted: tuple[int, int]) -> bool:
    """Whether the whole of *photo* is seen in *frame*, to a pixel, and none too many of them."""
    width, height = _crop_size(photo.width_px, photo.height_px, frame)
    whole = photo.width_px - width < 1 and photo.height_px - height < 1
    return whole and photo.width_px <= wanted[0] and photo.height_px <= wanted[1]


def prepared_key(
    digest: str,
    frame: Size,
    focus: tuple[float, float],
    ppi: int,
    press: PressColour | None = None,
) -> str:
    """SHA-256, in hex, of all that shapes what `prepare` makes of a file with this *digest*."""
    shaping: tuple[object, ...] = (
        _RECIPE, digest, int(frame.width), int(frame.height), *focus, ppi, _QUALITY,
    )  # fmt: skip
    if press is not None:
        shaping += press.shaping
    return sha256(repr(shaping).encode()).hexdigest()


def effective_ppi(photo: Photo, frame: Size) -> int:
    """Pixels an inch of paper once *photo* fills *frame*, rounded down."""
    width, _ = _crop_size(photo.width_px, photo.height_px, frame)
    return int(width * _EMU_PER_INCH / int(frame.width))


def too_coarse(photo: Photo, frame: Size, least_ppi: int) -> PhotoProblem | None:
    """A warning where *photo* has fewer than *least_ppi* pixels an inch in *frame*."""
    found = effective_ppi(photo, frame)
    if found >= least_ppi:
        return None
    width, height = _pixels(frame, least_ppi)
    return PhotoProblem(
        code="IMG009",
        severity=Severity.WARNING,
        what=f"写真 {photo.name} は画素が足りません（この大きさでは {found} ppi、"
        f"望ましいのは {least_ppi} ppi 以上）。",
        fix=f"横 {width}×縦 {height} 画素以上の写真に替えてください。",
    )


def read_bytes(path: Path) -> bytes | PhotoProblem:
    """The file, if it can be one of a photograph."""
    # Not blocking, so that a pipe put in the file's place cannot hold the build up.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except OSError:
        return PhotoProblem(
            code="IMG002",
            what=f"写真 {path.name} を開けません。",
            fix="ファイルがあるか、ほかのプログラムで開いていないかを確かめてください。",
        )
    facts = os.fstat(handle)
    if not stat.S_ISREG(facts.st_mode):
        os.close(handle)
        return PhotoProblem(
            code="IMG003",
            what=f"{path.name} は写真のファイルではありません。",
            fix="PNG、JPEG、TIFF のファイルにしてください。",
        )
    with open(handle, "rb") as file:  # noqa: PTH123 - a handle, not a path
        if facts.st_size > _MOST_BYTES:
            return PhotoProblem(
                code="IMG004",
                what=f"写真 {path.name} は大きすぎます（{facts.st_size // 1_000_000} MB）。",
                fix=f"{_MOST_BYTES // 1_000_000} MB 以下のファイルに書き出してください。",
            )
        return file.read()


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import PIL.Image

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with PIL.Image.open(BytesIO(data), formats=_FORMATS) as source:
            yield source


def _orientation(source: Any) -> int:
    """EXIF's orientation of an opened image; 0 where the head of the file states none."""
    # For a PNG without it in its head, Pillow would decode all pixels to look behind them.
    if source.format == "PNG" and "exif" not in source.info:
        return 0
    return int(source.getexif().get(_ORIENTATION, 0))


def _faults() -> tuple[type[BaseException], ...]:
    """What Pillow raises for a file that is not as it should be."""
    import struct

    from PIL.Image import DecompressionBombError

    return (
        OSError,
        SyntaxError,
        ValueError,
        TypeError,
        LookupError,
        EOFError,
        OverflowError,
        ZeroDivisionError,
        MemoryError,
        struct.error,
        Warning,
        DecompressionBombError,
    )


def _decoded(photo: Photo, wanted: tuple[int, int]) -> Any | PhotoProblem:
    """The whole photograph, upright and opaque, at least twice as large as *wanted* if it can."""
    from PIL import ImageOps

    try:
        with _opened(photo.data) as source:
            # A JPEG can be decoded at 1/2, 1/4 or 1/8; from twice the size it is scaled sharply.
            scale = min(1.0, 2 * max(wanted[0] / photo.width_px, wanted[1] / photo.height_px))
            source.draft(None, tuple(round(side * scale) for side in source.size))
            source.load()
            plain_cmyk = (
                source.mode == "CMYK" and source.format != "TIFF" and "adobe" not in source.info
            )
            upright = ImageOps.exif_transpose(source)
            return opaque(uninverted(upright) if plain_cmyk else upright)
    except _faults() as fault:
        return _unreadable(photo.name, photo.data, fault)


def _pixels(frame: Size, ppi: int) -> tuple[int, int]:
    """Pixels that *frame* takes across and down, rounded up."""
    width, height = (-(-int(side) * ppi // _EMU_PER_INCH) for side in (frame.width, frame.height))
    return width, height


def _crop_size(width: int, height: int, frame: Size) -> tuple[float, float]:
    """The largest part of *width* × *height* pixels with the shape of *frame*."""
    shape = Length(frame.width).ratio(frame.height)
    return (width, width / shape) if width / height < shape else (height * shape, height)


def _cropped(pixels: Any, frame: Size, focus: tuple[float, float], wanted: tuple[int, int]) -> Any:
    from PIL.Image import Resampling

    size = _crop_size(pixels.width, pixels.height, frame)
    left, top = (
        min(max(share * whole - part / 2, 0.0), whole - part)
        for share, whole, part in zip(focus, pixels.size, size, strict=True)
    )
    box = (left, top, left + size[0], top + size[1])
    if size[0] <= wanted[0]:
        wanted = (max(1, round(size[0])), max(1, round(size[1])))
    return pixels.resize(wanted, Resampling.LANCZOS, box=box, reducing_gap=3.0)


def _jpeg(pixels: Any) -> bytes:
    # A comment would be carried over, with what else the file said of itself.
    pixels.info = {}
    written = BytesIO()
    pixels.save(written, "JPEG", quality=_QUALITY, optimize=True, subsampling="4:2:0")
    return written.getvalue()


def _too_large(name: str, size: str = "") -> PhotoProblem:
    return PhotoProblem(
        code="IMG007",
        what=f"写真 {name} は画素が多すぎます{size}。",
        fix="6000万画素以下（例：9000×6000）に縮めてください。",
    )


# First bytes of formats that offices meet, and what to say.
_OTHER_FORMATS = (
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (8, b"WEBP", "WebP"),
    (4, b"ftypheic", "HEIC（iPhone の写真）"),
    (4, b"ftypheix", "HEIC（iPhone の写真）"),
    (4, b"ftypmif1", "HEIC（iPhone の写真）"),
    (4, b"ftypavif", "AVIF"),
    (0, b"%PDF", "PDF"),
    (0, b"%!PS", "EPS"),
    (0, b"\xc5\xd0\xd3\xc6", "EPS"),
    (0, b"8BPS", "Photoshop"),
    (0, b"PK\x03\x04", "Office（Word、Excel、PowerPoint）や ZIP"),
    (0, b"<svg", "SVG"),
    (0, b"<?xml", "SVG"),
)
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def _unreadable(name: str, data: bytes, fault: BaseException) -> PhotoProblem:
    if not data.startswith(_SIGNATURES):
        return _other_format(name, data)
    from PIL.Image import DecompressionBombError, DecompressionBombWarning

    if isinstance(fault, DecompressionBombError | DecompressionBombWarning | MemoryError):
        return _too_large(name)
    return PhotoProblem(
        code="IMG006",
        what=f"写真 {name} は壊れているか、途中で切れています。",
        fix="元の写真から入れ直すか、画像ソフトで開いて JPEG で保存し直してください。",
    )


def _other_format(name: str, data: bytes) -> PhotoProblem:
    for start, signature, kind in _OTHER_FORMATS:
        if data[start : start + len(signature)] == signature:
            what = f"写真 {name} は {kind} 形式なので使えません。"
            break
    else:
        what = (
            f"{name} は写真ではありません（空のファイルです）。"
            if not data
            else (f"{name} は PNG、JPEG、TIFF のどれでもありません。")
        )
    return PhotoProblem(
        code="IMG005",
        what=what,
        fix="画像ソフトで開いて JPEG で保存し、そのファイルを入れてください。",
    )
