"""Pages of the build before, where nothing that shaped them has changed."""

from __future__ import annotations

from collections.abc import Callable

from strategy_report.core.geometry import Size
from strategy_report.core.kept import Kept
from strategy_report.core.value import Value
from strategy_report.display.item import Image
from strategy_report.display.page import Page
from strategy_report.pages.photos import PictureFor
from strategy_report.story.block import PhotoBlock


class _Laid(Value):
    """Pages, and the pictures that they asked for."""

    pages: tuple[Page, ...]
    pictures: tuple[tuple[PhotoBlock, Size, Image | None], ...]


def kept_pages(
    part: str,
    given: tuple[object, ...],
    lay_out: Callable[[PictureFor], tuple[Page, ...]],
    picture_for: PictureFor,
    kept: Kept,
) -> tuple[Page, ...]:
    """The pages that *lay_out* gives.

    Pictures are asked for in every build, also those of kept pages: their files may have changed,
    and what is to be said of them is said each time.

    Args:
        part: of the book.
        given: all that shapes the pages, but for their pictures.
        lay_out: is given what to ask for pictures.
        picture_for: to be asked.
        kept: what builds before have left.
    """

    def laid() -> _Laid:
        asked: list[tuple[PhotoBlock, Size, Image | None]] = []

        def ask(photo: PhotoBlock, frame: Size) -> Image | None:
            image = picture_for(photo, frame)
            asked.append((photo, frame, image))
            return image

        return _Laid(pages=lay_out(ask), pictures=tuple(asked))

    def same_pictures(known: _Laid) -> bool:
        return all(picture_for(photo, frame) == image for photo, frame, image in known.pictures)

    return kept.of(f"pages of {part}", given, laid, same_pictures).pages
