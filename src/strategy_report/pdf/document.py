"""A book as the bytes of a PDF file."""

from __future__ import annotations

from io import BytesIO

from strategy_report.core.geometry import Rect
from strategy_report.core.length import ZERO, Length
from strategy_report.core.value import Value
from strategy_report.display.book import Book
from strategy_report.display.item import LinkArea
from strategy_report.display.page import Binding, Page
from strategy_report.fonts.catalog import Catalog
from strategy_report.pdf.attachment import add_attachments
from strategy_report.pdf.embed_font import FontInUse
from strategy_report.pdf.embed_image import image_object
from strategy_report.pdf.file import packed_file, plain_file
from strategy_report.pdf.link import link_annotation
from strategy_report.pdf.metadata import Statement
from strategy_report.pdf.number import points
from strategy_report.pdf.objects import Document, Raw, Reference, plain_stream
from strategy_report.pdf.outline import add_outline, page_labels
from strategy_report.pdf.output_intent import add_output_intent
from strategy_report.pdf.painter import Painter
from strategy_report.pdf.profile import SCREEN, PdfSettings
from strategy_report.pdf.reportlab_door import Canvas
from strategy_report.pdf.structure import Element, Structure
from strategy_report.pdf.structure_objects import add_structure
from strategy_report.pdf.target import Target

SCREEN_SETTINGS = PdfSettings(profile=SCREEN)


def write_pdf(book: Book, faces: Catalog, settings: PdfSettings = SCREEN_SETTINGS) -> bytes:
    """The file, the same bytes for the same arguments in any process.

    Text is real text: each face is embedded once with the glyphs shown, and each line says what
    it reads as.

    Raises:
        KeyError: a run names a face that is not in *faces*.
        ValueError: a link leads to other than a page of the book, http, https or mailto.
    """
    writer = _Writer(book, faces, settings)
    for page in book.pages:
        writer.add_page(page)
    return writer.finish()


class _Link(Value):
    """An annotation to be filled in; *key* leads from it to its element."""

    annotation: Raw
    area: LinkArea
    page: Page
    key: int


class _Writer:
    def __init__(self, book: Book, faces: Catalog, settings: PdfSettings) -> None:
        self._book = book
        self._settings = settings
        self._fonts = {
            face_id: FontInUse(faces[face_id], f"F{number}")
            for number, face_id in enumerate(sorted(faces), start=1)
        }
        self._canvas = Canvas(BytesIO(), lang=book.language)
        self._document: Document = self._canvas._doc
        self._document.__class__ = Document
        self._links: list[_Link] = []
        self._structure = Structure(len(book.pages))

    def add_page(self, page: Page) -> None:
        profile = self._settings.profile
        canvas = self._canvas
        tags = self._structure.page(page.part, page.trim)
        painter = Painter(page.trim.height, self._fonts, profile, tags)
        for box in page.boxes:
            painter.paint_box(box)
        if page.slug is not None:
            painter.paint_slug(_bleed(page), page.slug)
        margin = points(_margin(page))
        if margin != "0":
            canvas._code.append(f"1 0 0 1 {margin} {margin} cm")
        canvas._code.extend(painter.operators)
        for name, image in painter.images.items():
            space = profile.images[image.space]
            self._document.add_image(name, image_object(image, space))
            canvas._formsinuse.append(name)
        entries = _boxes(page)
        if page.rotation:
            entries["Rotate"] = str(page.rotation)
        if profile.navigable:
            for area, element in painter.links:
                canvas._annotationrefs.append(self._link(area, element, page))
            entries |= {"StructParents": str(len(self._structure.pages) - 1), "Tabs": "/S"}
        canvas.showPage()
        self._document.set_page(entries)
        self._document.set_resources(profile.spaces, profile.states)

    def _link(self, area: LinkArea, element: Element, page: Page) -> Reference:
        # Pages to come have no number yet; the link is filled in when all are there.
        annotation = Raw()
        reference = self._document.add(annotation)
        key = self._structure.press(element, reference, len(self._structure.pages) - 1)
        self._links.append(_Link(annotation=annotation, area=area, page=page, key=key))
        return reference

    def finish(self) -> bytes:
        document, book = self._document, self._book
        fonts = [font for font in self._fonts.values() if font.glyph_ids]
        document.set_fonts({font.name: font.write(document) for font in fonts})
        self._say_what_it_is()
        catalog = document.Catalog
        direction = " /Direction /R2L" if book.binding is Binding.RIGHT else ""
        printing = f" {self._settings.printing}" if self._settings.printing else ""
        catalog.ViewerPreferences = Raw(f"<< /DisplayDocTitle true{direction}{printing} >>")
        catalog.PageLabels = Raw(page_labels([page.label for page in book.pages]))
        # reportlab's own bookmarks give way.
        catalog.Outlines = None
        profile = self._settings.profile
        if profile.navigable:
            self._guide_readers()
        as_file = packed_file if profile.packed else plain_file
        return as_file(document.objects(), profile.version)

    def _guide_readers(self) -> None:
        """The structure tree, and the links and bookmarks that lead into it."""
        document, book = self._document, self._book
        pages = [document.page_reference(index) for index in range(len(book.pages))]
        namespace = self._settings.profile.structure_namespace
        root, elements = add_structure(document, self._structure, pages, namespace)
        targets = [
            # Only PDF 2.0 can lead to an element.
            Target(page=reference, height=page.trim.height, element=element if namespace else None)
            for reference, page, element in zip(pages, book.pages, elements, strict=True)
        ]
        for link in self._links:
            height = link.page.trim.height
            link.annotation.content = link_annotation(link.area, height, targets, link.key)
        catalog = document.Catalog
        catalog.MarkInfo = Raw("<< /Marked true >>")
        catalog.StructTreeRoot = root
        if book.outline:
            catalog.Outlines = add_outline(document, book.outline, targets)
            catalog.PageMode = "/UseOutlines"

    def _say_what_it_is(self) -> None:
        """Metadata, the colours' meaning, and the files that go along."""
        document, settings = self._document, self._settings
        profile = settings.profile
        statement = Statement(book=self._book, producer=settings.producer, made_at=settings.made_at)
        # PDF/A-4 wants XMP alone (ISO 19005-4, 6.1.3).
        information = statement.information(profile.claim)
        document.info = Raw(information) if profile.version < (2, 0) else None
        xmp = plain_stream(statement.xmp(profile.claim), "/Type /Metadata /Subtype /XML")
        entries: dict[str, str] = {"Metadata": document.add(xmp)}
        if profile.output_intent is not None:
            entries["OutputIntents"] = f"[ {add_output_intent(document, profile.output_intent)} ]"
        if settings.attachments:
            references, names = add_attachments(document, settings.attachments, statement.pdf_date)
            entries |= {"AF": f"[ {' '.join(references)} ]", "Names": names}
        document.set_catalog(entries)


def _bleed(page: Page) -> Rect:
    around = page.bleed * 2
    return Rect(-page.bleed, -page.bleed, page.trim.width + around, page.trim.height + around)


def _margin(page: Page) -> Length:
    """From the edge of the medium to the trim."""
    return ZERO if page.slug is None else page.slug.reach


def _boxes(page: Page) -> dict[str, str]:
    """Page boxes (ISO 32000-1, 14.11.2); the origin is the medium's corner."""
    width, height, margin = page.trim.width, page.trim.height, _margin(page)
    bleed = min(page.bleed, margin)

    def box(beyond: Length) -> str:
        start, right, top = margin - beyond, margin + width + beyond, margin + height + beyond
        return f"[ {points(start)} {points(start)} {points(right)} {points(top)} ]"

    return {"MediaBox": box(margin), "BleedBox": box(bleed), "TrimBox": box(ZERO)}
