"""Items of a page to the operators of its content stream."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import assert_never

from strategy_report.core.geometry import Rect
from strategy_report.core.length import Length
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.extent import EM_BOX_ASCENT
from strategy_report.display.item import (
    GlyphRun,
    Group,
    Image,
    Item,
    LinkArea,
    Picture,
    Shape,
    TextLine,
    Voice,
)
from strategy_report.display.page import Slug
from strategy_report.display.role import Furniture, Role
from strategy_report.pdf.content_stream import ContentStream
from strategy_report.pdf.drawing import NOTHING_ONCE, Drawing, DrawnOnce
from strategy_report.pdf.embed_font import PageFont
from strategy_report.pdf.line_text import Faces, line_parts
from strategy_report.pdf.number import points
from strategy_report.pdf.objects import pdf_text
from strategy_report.pdf.profile import Profile
from strategy_report.pdf.structure import Element, PageTags


class Painter:
    """Writes the content stream of one page.

    Attributes:
        out: the stream.
        images: shown on the page, by the name they have in its resources.
        drawings: shown on the page of those that are drawn once, by the same.
        links: areas to press on the page, each with the element of its text.
    """

    def __init__(
        self,
        height: Length,
        fonts: Mapping[str, PageFont],
        profile: Profile,
        tags: PageTags,
        drawn_once: DrawnOnce = NOTHING_ONCE,
    ) -> None:
        self.out = ContentStream(height, fonts, profile)
        self.images: dict[str, Image] = {}
        self.drawings: dict[str, Drawing] = {}
        self.links: list[tuple[LinkArea, Element]] = []
        self._height = int(height)
        self._faces = Faces(
            advance=lambda face, glyph_id: fonts[face].width(glyph_id),
            space=lambda face: fonts[face].face.glyph(" "),
        )
        self._profile = profile
        self._tags = tags
        self._drawn_once = drawn_once
        # Whose the content at work is; None within artifacts.
        self._owner: Element | None = None

    def paint_boxes(self, boxes: Iterable[Box]) -> None:
        """Boxes with all within them, in their order."""
        for box in boxes:
            self._paint_box(box)

    def _paint_box(self, box: Box, parent: Element | None = None) -> None:
        """A box as content of its own element under *parent*.

        Artifacts belong to none, and say what they are there for (ISO 32000-1, 14.8.2.2).
        """
        if box.role is Role.ARTIFACT:
            if _paints(box):
                self.out.begin_mark(_FURNITURE[box.furniture])
                self._paint_inside(box)
                self.out.end_mark()
            return
        element = self._tags.element(box, parent or self._tags.root)
        # Where some of a box can be pressed, all its text is the link's.
        areas = [item for item in box.items if isinstance(item, LinkArea)]
        links = [element.child(Role.LINK, "") for _ in areas]
        self.links.extend(zip(areas, links, strict=True))
        self._owner = links[0] if links else element
        self._paint_owned([item for item in box.items if not isinstance(item, LinkArea)])
        self._owner = None
        for child in box.children:
            self._paint_box(child, element)

    def _paint_owned(self, items: Iterable[Item]) -> None:
        """Items of the box at work: a marked content for each line, and for shapes together.

        No mark stands within another: poppler takes the end of the inner one for the outer's.
        """
        for has_text, neighbours in groupby(items, _has_text):
            if not has_text:
                self.out.begin_mark(self._shapes_mark())
            for item in neighbours:
                self.paint(item)
            if not has_text:
                self.out.end_mark()

    def _shapes_mark(self) -> str:
        """Shapes are content where something is read in their place; else they are decoration."""
        owner = self._owner
        if owner is None or not (owner.alt or owner.role is Role.FIGURE):
            return _FURNITURE[Furniture.LAYOUT]
        return f"/{owner.role.value}<</MCID {self._tags.mark(owner)}>>BDC"

    def _paint_inside(self, box: Box) -> None:
        for item in box.items:
            self.paint(item)
        for child in box.children:
            self._paint_inside(child)

    def paint_slug(self, slug: Slug) -> None:
        """What stands around the page."""
        self.out.begin_mark("/Artifact BMC")
        for item in slug.items:
            self.paint(item)
        self.out.end_mark()

    def paint(self, item: Item) -> None:
        if self._paint_by_name(item):
            return
        match item:
            case TextLine():
                self._text_line(item)
            case GlyphRun():
                self._paint_text((item,), [])
            case Shape():
                self.out.shape(item)
            case Picture():
                self._picture(item)
            case Group():
                self._group(item)
            case LinkArea():
                raise TypeError("a link stands among a box's own items, in no group or artifact")
            case _:
                assert_never(item)

    def _paint_by_name(self, item: Item) -> bool:
        """Whether *item* is drawn once, and so has been painted with that."""
        found = self._drawn_once.find(item)
        if found is None:
            return False
        name, drawing, place = found
        self.drawings[name] = drawing
        x, y = points(place.x), points(self._height - place.y)
        self.out.external(name, f"1 0 0 1 {x} {y}")
        return True

    def _text_line(self, line: TextLine) -> None:
        if not any(run.glyph_ids for run in line.runs):
            return
        if line.voices and not self._profile.navigable:
            line = replace(line, voices=())
        for part in line_parts(line, self._faces):
            entries = [] if part.text is None else [f"/ActualText {pdf_text(part.text)}"]
            self._paint_text(part.runs, entries, part.voice)

    def _paint_text(
        self, runs: Sequence[GlyphRun], entries: list[str], voice: Voice | None = None
    ) -> None:
        """Runs within a mark that has *entries*, and the number of the content they are."""
        if self._owner is not None:
            owner = self._owner if voice is None else self._spoken(self._owner, voice, runs)
            entries = [f"/MCID {self._tags.mark(owner)}", *entries]
        if entries:
            self.out.begin_text_mark(f"/Span<<{' '.join(entries)}>>BDC")
        for run in runs:
            self.out.glyphs(run)
        if entries:
            self.out.end_text_mark()

    def _spoken(self, owner: Element, voice: Voice, runs: Sequence[GlyphRun]) -> Element:
        """The element in *owner* of words said in *voice*; the mark of a note can be pressed."""
        words = owner.spoken(voice)
        if not voice.note or owner.role is Role.LINK:
            return words
        rect = self._around(runs)
        link = self._tags.pressed(words, rect)
        # The same as the link's own words (ISO 14289-2, 8.9.4.2).
        self.links.append((LinkArea(rect=rect, description=voice.alt), link))
        return link

    def _around(self, runs: Sequence[GlyphRun]) -> Rect:
        first, last = runs[0], runs[-1]
        advance = int(last.size) * self._faces.advance(last.face, last.glyph_ids[-1]) // 1_000_000
        end = last.origin.x + Length(last.offsets[-1] + advance)
        top = first.origin.y - first.size * EM_BOX_ASCENT
        return Rect(first.origin.x, top, end - first.origin.x, first.size)

    def _picture(self, picture: Picture) -> None:
        name = picture.image.name
        self.images[name] = picture.image
        self.out.external(name, self._unit_square_on(picture.rect))

    def _unit_square_on(self, rect: Rect) -> str:
        x, y = points(rect.x), points(self._height - rect.bottom)
        return f"{points(rect.width)} 0 0 {points(rect.height)} {x} {y}"

    def _group(self, group: Group) -> None:
        if group.clip is None:
            self._paint_grouped(group)
            return
        with self.out.clipped(group.clip):
            self._paint_grouped(group)

    def _paint_grouped(self, group: Group) -> None:
        if self._owner is not None and _has_text(group):
            self._paint_owned(group.items)
            return
        for item in group.items:
            self.paint(item)


def _furniture(kind: Furniture) -> str:
    name, subtype = kind.value
    subtyped = f"/Subtype/{subtype}" if subtype else ""
    return f"/Artifact<</Type/{name}{subtyped}>>BDC"


_FURNITURE = {kind: _furniture(kind) for kind in Furniture}


def _has_text(item: Item) -> bool:
    match item:
        case TextLine() | GlyphRun():
            return True
        case Group():
            return any(map(_has_text, item.items))
    return False


def _paints(box: Box) -> bool:
    return bool(box.items) or any(map(_paints, box.children))
