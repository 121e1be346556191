"""The booklet with a photograph of six megapixels in each of its six places."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from PIL import Image, ImageChops

SIZE = (3000, 2000)


def write_with_photographs(content: Path, folder: Path) -> int:
    """Copy *content* to *folder* with files for its photographs; how many they are."""
    shutil.copytree(content, folder)
    count = 0

    def with_file(caption: re.Match[str]) -> str:
        nonlocal count
        count += 1
        _photograph().save(folder / "photos" / f"{count}.jpg", quality=90)
        return f"{caption[0]}\n    file: {count}.jpg\n    alt: 計測用の写真"

    for path in sorted((folder / "goals").glob("*.yaml")):
        head, photos, rest = path.read_text(encoding="utf-8").partition("\nphotos:")
        path.write_text(
            head + photos + re.sub(r"^    caption: .*", with_file, rest, flags=re.MULTILINE),
            encoding="utf-8",
        )
    return count


def _photograph() -> Image.Image:
    """Soft areas of colour under a sensor's grain: as hard to pack as a picture is."""
    area = Image.effect_noise((60, 40), 160).resize(SIZE, Image.Resampling.BICUBIC)
    turn = Image.Transpose
    ways = (turn.FLIP_LEFT_RIGHT, turn.FLIP_TOP_BOTTOM, turn.ROTATE_180)
    colours = Image.merge("RGB", [area.transpose(way) for way in ways])
    grain = Image.effect_noise(SIZE, 24)
    return ImageChops.overlay(colours, Image.merge("RGB", [grain] * 3))
