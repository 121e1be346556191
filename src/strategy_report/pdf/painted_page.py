"""A page painted: all of its own that a file needs, whichever file it will stand in."""

from __future__ import annotations

from collections.abc import Mapping

from strategy_report.core.geometry import Rect
from strategy_report.core.length import ZERO, Length
from strategy_report.core.value import Value
from strategy_report.display.item import Image, LinkArea, Path
from strategy_report.display.page import Page
from strategy_report.pdf.drawing import Drawing, DrawnOnce
from strategy_report.pdf.embed_font import PageFont, Shown
from strategy_report.pdf.number import points
from strategy_report.pdf.objects import stream
from strategy_report.pdf.painter import Painter
from strategy_report.pdf.profile import Profile
from strategy_report.pdf.structure import Element, PageTags


class PaintedPage(Value):
    """What a page gives to a file. It knows nothing of other pages, nor of numbers of objects.

    Attributes:
        content: the content stream, compressed, as an object of a file.
        images: shown on the page, by the name they have in its resources.
        drawings: shown on the page of those that are drawn once, by the same.
        shown: glyphs shown on the page, by their face.
        tags: whose its contents are.
        links: areas to press, each with the element in *tags* of its text.
    """

    content: bytes
    images: Mapping[str, Image]
    drawings: Mapping[str, Drawing]
    shown: Mapping[str, Shown]
    tags: PageTags
    links: tuple[tuple[LinkArea, Element], ...]


def paint_page(
    page: Page,
    fonts: Mapping[str, PageFont],
    profile: Profile,
    drawn_once: DrawnOnce,
) -> PaintedPage:
    """*page* in the inks of *profile*; the same for the same arguments, whatever book it is in.

    *drawn_once*: what the file has as objects.

    Raises:
        KeyError: a run names a face that is not in *fonts*.
    """
    tags = PageTags(page.trim)
    painter = Painter(page.trim.height, fonts, profile, tags, drawn_once)
    if page.slug is None:
        painter.paint_boxes(page.boxes)
    else:
        # What is drawn beyond the bleed would run into the marks.
        with painter.out.clipped(Path.rect(_bleed(page))):
            painter.paint_boxes(page.boxes)
        painter.paint_slug(page.slug)
    margin = points(margin_of(page))
    shift = [] if margin == "0" else [f"1 0 0 1 {margin} {margin} cm"]
    operators = "\n".join((*shift, *painter.out.finished(), ""))
    return PaintedPage(
        content=stream(operators.encode("ascii")),
        images=painter.images,
        drawings=painter.drawings,
        shown=painter.out.shown,
        tags=tags,
        links=tuple(painter.links),
    )


def margin_of(page: Page) -> Length:
    """From the edge of the medium to the trim."""
    return ZERO if page.slug is None else page.slug.reach


def _bleed(page: Page) -> Rect:
    around = page.bleed * 2
    return Rect(-page.bleed, -page.bleed, page.trim.width + around, page.trim.height + around)
