"""A book written once and copied many times, each copy with words of its own around its pages.

Pages, tags, fonts and enclosures are the same in every copy, painted and packed once; each copy is
a file in the order that browsers want, as the book's own is. What a copy has of its own
(ISO 32000-1, 7.8.2 lets a page's content lie in several streams): two streams for each kind of
page, one painted before the page and one after it; the fonts of its words, of which no other
copy's glyphs are part, so that nobody can read from his copy whom the others went to; what it says
of itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from strategy_report.core.kept import Kept
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.fonts.catalog import Catalog
from strategy_report.pdf.browser_file import browser_file
from strategy_report.pdf.claim import Claim
from strategy_report.pdf.document import BookWriter
from strategy_report.pdf.embed_font import PageFont, Shown, add_font
from strategy_report.pdf.metadata import Statement
from strategy_report.pdf.objects import Added, Raw, plain_stream, stream
from strategy_report.pdf.painter import Painter
from strategy_report.pdf.profile import PdfSettings
from strategy_report.pdf.structure import PageTags


class Inscription(Value):
    """What a copy shows of its own on pages of one kind: artifacts, of text alone.

    Attributes:
        behind: painted before the page.
        above: painted after it.
    """

    behind: tuple[Box, ...] = ()
    above: tuple[Box, ...] = ()


class Copies:
    """Copies of one book.

    Args:
        book: that all of them show.
        faces: that it is set in, and the words of the copies too.
        settings: of a profile for the screen.
        kinds: of each page, which of a copy's inscriptions it takes.
    """

    def __init__(
        self, book: Book, faces: Catalog, settings: PdfSettings, kinds: Sequence[int]
    ) -> None:
        writer = BookWriter(book, faces, settings, Kept())
        self._book, self._settings = book, settings
        self._own_fonts = {
            face_id: PageFont(faces[face_id], f"C{number}")
            for number, face_id in enumerate(sorted(faces), start=1)
        }
        self._pages: dict[int, Page] = {}
        for page, kind in zip(book.pages, kinds, strict=True):
            self._pages.setdefault(kind, page)
        self._around = {
            kind: (writer.document.add(Raw()), writer.document.add(Raw())) for kind in self._pages
        }
        for page, kind in zip(book.pages, kinds, strict=True):
            writer.add_page(page, self._around[kind])
        self._objects = writer.objects()
        self._fonts, self._metadata = writer.document.fonts_number, writer.metadata.number
        self._shared_fonts = self._objects.bodies[self._fonts]
        # What is packed alike in every copy is packed for the first.
        self._kept = Kept()

    def copy(self, inscriptions: Mapping[int, Inscription], keywords: str, claim: Claim) -> bytes:
        """The file of one copy; the same bytes for the same words.

        Args:
            inscriptions: by the kind of page.
            keywords: what it can be told by from its fellows, in its properties.
            claim: what it says it conforms to.

        Raises:
            ValueError: an inscription is more than artifacts of text.
        """
        shown: defaultdict[str, Shown] = defaultdict(Counter)
        bodies = self._said(keywords, claim)
        for kind, (before, after) in self._around.items():
            page, inscription = self._pages[kind], inscriptions[kind]
            behind = self._operators(inscription.behind, page, shown)
            above = self._operators(inscription.above, page, shown)
            # What one stream leaves set does not reach the next.
            bodies[before.number] = _content("q", *behind, "Q", "q")
            bodies[after.number] = _content("Q", "q", *above, "Q")
        book = self._objects
        added = Added(len(book.bodies) + 1)
        fonts = "".join(
            f" /{font.name} {add_font(added, font, shown[face_id])}"
            for face_id, font in self._own_fonts.items()
            if face_id in shown
        )
        bodies[self._fonts] = self._shared_fonts.removesuffix(b">>") + fonts.encode() + b" >>"
        objects = replace(book, bodies={**book.bodies, **bodies, **added.bodies})
        return browser_file(objects, self._settings.profile.version, self._kept)

    def _operators(
        self, boxes: Iterable[Box], page: Page, shown: defaultdict[str, Shown]
    ) -> list[str]:
        """What paints *boxes* on *page*; their glyphs are added to *shown*."""
        profile = self._settings.profile
        painter = Painter(page.trim.height, self._own_fonts, profile, PageTags(page.trim))
        for box in boxes:
            if box.role is not Role.ARTIFACT:
                raise ValueError(f"{box.key} is to be read, and no structure knows of it")
        painter.paint_boxes(boxes)
        if painter.images:
            raise ValueError("an inscription shows a picture, which no page has in its resources")
        for face_id, glyphs in painter.out.shown.items():
            shown[face_id].update(glyphs)
        return painter.out.finished()

    def _said(self, keywords: str, claim: Claim) -> dict[int, bytes]:
        """What a copy says of itself, in both places."""
        settings = self._settings
        statement = Statement(
            book=self._book,
            producer=settings.producer,
            made_at=settings.made_at,
            keywords=keywords,
        )
        xmp = plain_stream(statement.xmp(claim), "/Type /Metadata /Subtype /XML")
        said = {self._metadata: xmp}
        if self._objects.info is not None:
            said[self._objects.info] = statement.information(claim).encode("ascii")
        return said


def _content(*operators: str) -> bytes:
    return stream("\n".join(operators).encode("ascii"))
