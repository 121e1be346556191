"""Pages as small pictures: what a person would see change, beside what they once looked like.

A picture differs by a hair from one machine to the next; a line that moves by a point, a bar that
is gone or a colour that is another one differ by much more than the tolerance.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from kit import golden
from kit.booklets import BOOKLETS, built
from PIL import Image, ImageChops, ImageStat

FOLDER = Path(__file__).parent / "golden" / "pictures"
DPI = 40
# Of 255, for the tile of a page that differs most; a page number that is gone makes 4.
TOLERANCE = 3.0
TILES = 24

PAGES = [
    *(("content", number) for number in range(8)),
    *(("futatsu", number) for number in range(6)),
    *(("nanatsu", number) for number in (1, 2, 3, 5, 6, 8, 9, 11, 13)),
]


def picture(name: str, number: int) -> Image.Image:
    with pypdfium2.PdfDocument(built(name).pdf) as document:
        page = document[number]
        try:
            rendered: Image.Image = page.render(scale=DPI / 72).to_pil()
            return rendered.convert("RGB")
        finally:
            page.close()


def largest_difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of the tile that differs most."""
    assert one.size == other.size
    difference = ImageChops.difference(one, other)
    width, height = one.size
    tiles = [
        (
            width * x // TILES,
            height * y // TILES,
            width * (x + 1) // TILES,
            height * (y + 1) // TILES,
        )
        for x in range(TILES)
        for y in range(TILES)
    ]
    means = (max(ImageStat.Stat(difference.crop(tile)).mean) for tile in tiles)
    return max(means)


@pytest.mark.parametrize(("name", "number"), PAGES)
def test_page_looks_as_it_did(name: str, number: int) -> None:
    path = FOLDER / f"{name}-{number + 1}.png"
    seen = picture(name, number)
    if golden.UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        seen.save(path, optimize=True)
        return
    assert path.is_file(), f"{path.name} is missing: run pytest --update-golden and look at it"
    with Image.open(path) as kept:
        difference = largest_difference(seen, kept.convert("RGB"))
    assert difference <= TOLERANCE, f"{path.name} differs by {difference:.1f}"


def test_the_tolerance_notices_a_page_number_that_is_gone() -> None:
    seen = picture("content", 1)
    without = seen.copy()
    left, top = round(44 * DPI / 72), round(806 * DPI / 72)
    without.paste((255, 255, 255), (left, top, left + 6, top + 8))
    assert largest_difference(seen, without) > TOLERANCE


def test_the_booklets_are_all_looked_at() -> None:
    assert {name for name, _ in PAGES} == set(BOOKLETS)
