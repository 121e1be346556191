"""A book as the bytes of a PDF file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO

from strategy_report.core.kept import Kept
from strategy_report.core.length import ZERO, Length
from strategy_report.core.value import Value
from strategy_report.display.book import Book
from strategy_report.display.item import Image, LinkArea
from strategy_report.display.page import Binding, Page
from strategy_report.fonts.catalog import Catalog
from strategy_report.pdf.attachment import add_attachments
from strategy_report.pdf.browser_file import browser_file
from strategy_report.pdf.drawing import NOTHING_ONCE, Drawing, form_object, recurring
from strategy_report.pdf.embed_font import Shown, add_font, page_fonts
from strategy_report.pdf.embed_image import image_object
from strategy_report.pdf.file import packed_file, plain_file
from strategy_report.pdf.file_parts import Objects
from strategy_report.pdf.link import leads_to, link_annotation
from strategy_report.pdf.metadata import Statement
from strategy_report.pdf.note_links import note_links
from strategy_report.pdf.number import points
from strategy_report.pdf.objects import Document, Raw, Reference, plain_stream
from strategy_report.pdf.outline import add_outline, page_labels
from strategy_report.pdf.output_intent import add_output_intent
from strategy_report.pdf.painted_page import PaintedPage, margin_of, paint_page
from strategy_report.pdf.profile import SCREEN, PdfSettings
from strategy_report.pdf.reportlab_door import Canvas
from strategy_report.pdf.structure import Element, Structure
from strategy_report.pdf.structure_objects import add_structure
from strategy_report.pdf.target import Destinations, Target

SCREEN_SETTINGS = PdfSettings(profile=SCREEN)


def write_pdf(
    book: Book, faces: Catalog, settings: PdfSettings = SCREEN_SETTINGS, kept: Kept | None = None
) -> bytes:
    """The file, the same bytes for the same arguments in any process.

    Text is real text: each face is embedded once with the glyphs shown, and each line says what
    it reads as.

    Pages are painted first, each for itself (`pdf/painted_page.py`), then put together to a file.
    Where many files are written one after the other, *kept* makes each but the first cheap: a
    page equal to the one in its place in the file before is not painted again, nor is a stream
    compressed whose bytes are the same.

    Args:
        book: whose pages and words.
        faces: by id.
        settings: how it is written.
        kept: what the files before have left, and what this one leaves; None starts afresh.

    Raises:
        KeyError: a run names a face that is not in *faces*.
        ValueError: a link leads to other than a page of the book, http, https or mailto.
    """
    writer = BookWriter(book, faces, settings, kept or Kept())
    for page in book.pages:
        writer.add_page(page)
    return writer.file()


class _Link(Value):
    """An annotation to be filled in; *key* leads from it to its element."""

    annotation: Raw
    area: LinkArea
    page: Page
    key: int


class BookWriter:
    """Paints pages and puts them together to a file.

    Attributes:
        document: that their objects are added to.
        metadata: the XMP, once all objects are there.
    """

    def __init__(self, book: Book, faces: Catalog, settings: PdfSettings, kept: Kept) -> None:
        self._book = book
        self._fonts = kept.of("page fonts", (faces,), lambda: page_fonts(faces))
        self._settings = settings
        self._kept = kept
        self._shown: defaultdict[str, Shown] = defaultdict(Counter)
        self._canvas = Canvas(BytesIO(), lang=book.language)
        self.document: Document = self._canvas._doc
        self.document.__class__ = Document
        self.document.kept = kept
        self.metadata = Reference()
        self._links: list[_Link] = []
        # Name trees of the catalog.
        self._names: dict[str, str] = {}
        self._structure = Structure(len(book.pages))
        once = settings.profile.draws_once
        self._drawn_once = recurring(book.pages, kept) if once else NOTHING_ONCE

    def add_page(self, page: Page, around: tuple[Reference, Reference] | None = None) -> None:
        """The next page of the book; *around* are streams to be painted before it and after."""
        painted = self._painted(page)
        profile, document = self._settings.profile, self.document
        for face_id, shown in painted.shown.items():
            self._shown[face_id].update(shown)
        placed = self._structure.add_page(painted.tags, page.part)
        entries = _boxes(page)
        if page.rotation:
            entries["Rotate"] = str(page.rotation)
        if profile.navigable:
            for area, element in painted.links:
                self._canvas._annotationrefs.append(self._link(area, placed[element], page))
            entries |= {"StructParents": str(len(self._structure.pages) - 1), "Tabs": "/S"}
        self._canvas.showPage()
        document.set_page(painted.content, entries, self._resources(painted), around)

    def _resources(self, painted: PaintedPage) -> Mapping[str, Mapping[str, Reference]]:
        """What the page's operators name, by kind and name (7.8.3)."""
        document, profile = self.document, self._settings.profile
        bodies: dict[str, Callable[[], bytes]] = {
            **{name: partial(self._image, name, one) for name, one in painted.images.items()},
            **{name: partial(self._form, name, one) for name, one in painted.drawings.items()},
        }
        return {
            "XObject": {name: document.add_once(name, make) for name, make in bodies.items()},
            "ColorSpace": _shared(document, profile.spaces),
            "ExtGState": _shared(document, profile.states),
        }

    def _painted(self, page: Page) -> PaintedPage:
        given = (page, self._fonts, self._settings.profile, self._drawn_once)
        name = f"painted page {len(self._structure.pages)}"
        return self._kept.of(name, given, partial(paint_page, *given))

    def _image(self, name: str, image: Image) -> bytes:
        space = self._settings.profile.images[image.space]
        return self._kept.of(f"image {name}", (image, space), lambda: image_object(image, space))

    def _form(self, name: str, drawing: Drawing) -> bytes:
        given = (drawing, self._settings.profile)
        return self._kept.of(f"drawing {name}", given, partial(form_object, *given))

    def _link(self, area: LinkArea, element: Element, page: Page) -> Reference:
        # Pages to come have no number yet; the link is filled in when all are there.
        annotation = Raw()
        reference = self.document.add(annotation)
        key = self._structure.press(element, reference)
        self._links.append(_Link(annotation=annotation, area=area, page=page, key=key))
        return reference

    def file(self) -> bytes:
        """The file, when all pages are there."""
        profile = self._settings.profile
        if profile.for_browsers:
            return browser_file(self.objects(), profile.version, self._kept)
        if profile.packed:
            return packed_file(self.objects(), profile.version, self._kept)
        return plain_file(self.objects(), profile.version)

    def objects(self) -> Objects:
        """All its objects, when all pages are there."""
        document, book = self.document, self._book
        document.set_fonts(
            {
                font.name: add_font(document, font, self._shown[face_id])
                for face_id, font in self._fonts.items()
                if face_id in self._shown
            }
        )
        self._say_what_it_is()
        catalog = document.Catalog
        direction = " /Direction /R2L" if book.binding is Binding.RIGHT else ""
        printing = f" {self._settings.printing}" if self._settings.printing else ""
        catalog.ViewerPreferences = Raw(f"<< /DisplayDocTitle true{direction}{printing} >>")
        catalog.PageLabels = Raw(page_labels([page.label for page in book.pages]))
        # reportlab's own bookmarks give way.
        catalog.Outlines = None
        if self._settings.profile.navigable:
            self._guide_readers()
        if self._names:
            trees = " ".join(f"/{key} {tree}" for key, tree in self._names.items())
            document.set_catalog({"Names": f"<< {trees} >>"})
        return document.objects()

    def _guide_readers(self) -> None:
        """The structure tree, and the links and bookmarks that lead into it."""
        document, book = self.document, self._book
        pages = [document.page_reference(index) for index in range(len(book.pages))]
        namespace = self._settings.profile.structure_namespace
        ends = note_links(self._structure)
        root, elements = add_structure(document, self._structure, pages, ends, namespace)
        destinations = Destinations(
            [
                # Only PDF 2.0 can lead to an element.
                Target(
                    page=one,
                    height=page.trim.height,
                    element=elements.get(part, root) if namespace else None,
                )
                for one, page, part in zip(pages, book.pages, self._structure.sections, strict=True)
            ]
        )
        to_notes = self._to_notes(ends, destinations, elements)
        for link in self._links:
            leads = to_notes.get(link.key) or leads_to(link.area, destinations)
            height = link.page.trim.height
            link.annotation.content = link_annotation(link.area, height, leads, link.key)
        catalog = document.Catalog
        catalog.MarkInfo = Raw("<< /Marked true >>")
        catalog.StructTreeRoot = root
        if book.outline:
            catalog.Outlines = add_outline(document, book.outline, destinations)
            catalog.PageMode = "/UseOutlines"
        if destinations.names:
            self._names["Dests"] = document.add(destinations.names)

    def _to_notes(
        self,
        ends: Mapping[Element, Element],
        destinations: Destinations,
        elements: Mapping[Element, Reference],
    ) -> dict[int, str]:
        """The entries of links that lead to notes and back, by the keys of their annotations."""
        entries = {}
        for key, link in enumerate(self._structure.pressed, start=len(self._structure.pages)):
            end = ends.get(link)
            if end is not None and end.area is not None:
                rect, _ = end.area
                entries[key] = destinations.entry(end.first_page or 0, rect.y, elements[end])
        return entries

    def _say_what_it_is(self) -> None:
        """Metadata, the colours' meaning, and the files that go along."""
        document, settings = self.document, self._settings
        profile = settings.profile
        statement = Statement(book=self._book, producer=settings.producer, made_at=settings.made_at)
        # PDF/A-4 wants XMP alone (ISO 19005-4, 6.1.3).
        information = statement.information(profile.claim)
        document.info = Raw(information) if profile.version < (2, 0) else None
        xmp = plain_stream(statement.xmp(profile.claim), "/Type /Metadata /Subtype /XML")
        self.metadata = document.add(xmp)
        entries: dict[str, str] = {"Metadata": self.metadata}
        if profile.output_intent is not None:
            entries["OutputIntents"] = f"[ {add_output_intent(document, profile.output_intent)} ]"
        if settings.attachments:
            references, names = add_attachments(document, settings.attachments, statement.pdf_date)
            entries["AF"] = f"[ {' '.join(references)} ]"
            self._names["EmbeddedFiles"] = names
        document.set_catalog(entries)


def _shared(document: Document, named: Mapping[str, str]) -> dict[str, Reference]:
    return {name: document.add_once(one, partial(str, one)) for name, one in named.items()}


def _boxes(page: Page) -> dict[str, str]:
    """Page boxes (ISO 32000-1, 14.11.2); the origin is the medium's corner."""
    width, height, margin = page.trim.width, page.trim.height, margin_of(page)
    bleed = min(page.bleed, margin)

    def box(beyond: Length) -> str:
        start, right, top = margin - beyond, margin + width + beyond, margin + height + beyond
        return f"[ {points(start)} {points(start)} {points(right)} {points(top)} ]"

    if not margin:
        # Then the others are the same, which is what readers take them for.
        return {"MediaBox": box(ZERO)}
    return {"MediaBox": box(margin), "BleedBox": box(bleed), "TrimBox": box(ZERO)}
