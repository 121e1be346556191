"""What readers of PDF files get out of ours, with PDFium and qpdf's library as wheels."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
import pypdfium2

from strategy_report.inspection import pdf_file
from strategy_report.inspection.preflight import inspect
from strategy_report.inspection.transcript import transcript


def pdfium_text(data: bytes, page: int = 0) -> list[str]:
    """Lines of a page's text, as selecting all in Chrome and Edge copies it."""
    with pypdfium2.PdfDocument(data) as document:
        textpage = document[page].get_textpage()
        try:
            return lines(textpage.get_text_range())
        finally:
            textpage.close()


def pdfium_bounded_text(data: bytes, page: int = 0) -> list[str]:
    """Lines of a page's text, as dragging a box over the page copies it."""
    with pypdfium2.PdfDocument(data) as document:
        textpage = document[page].get_textpage()
        try:
            return lines(textpage.get_text_bounded())
        finally:
            textpage.close()


def lines(text: str) -> list[str]:
    """The lines that are not empty; a form feed ends a page."""
    return [line for line in re.split(r"[\r\n\f]+", text) if line]


def opened(data: bytes) -> Any:
    return pikepdf.open(BytesIO(data))


def read_aloud(data: bytes) -> str:
    """What a screen reader announces, in order."""
    with pdf_file.opened(data) as file:
        inspected = inspect(file)
        assert inspected.root is not None
        return transcript(inspected.root, inspected.labels)


def operators(data: bytes, page: int = 0) -> list[tuple[str, list[Any]]]:
    """The content stream of a page: operator and operands."""
    with opened(data) as document:
        return [
            (str(operator), list(operands))
            for operands, operator in pikepdf.parse_content_stream(document.pages[page])
        ]


def glyph_origins(data: bytes, page: int = 0) -> list[tuple[str, int, float, float]]:
    """Font, glyph id and origin in points of each glyph, worked out as a viewer does it."""
    with opened(data) as document:
        fonts = document.pages[page].Resources.Font
        pen = _Pen({name: _widths(fonts[name].DescendantFonts[0]) for name in fonts})
    found: list[tuple[str, int, float, float]] = []
    for operator, operands in operators(data, page):
        pen.take(operator, operands)
        found.extend((pen.font, drawn.code, drawn.x, pen.y) for drawn in pen.taken())
    return found


class _Drawn(NamedTuple):
    """A glyph that a pen has drawn: its code, where, and how wide it is, in points."""

    code: int
    x: float
    advance: float


class _Pen:
    """Where a viewer would draw next, and what it has drawn since it was asked last."""

    def __init__(self, widths: dict[str, dict[int, float]]) -> None:
        self.font, self.size, self.y = "", 0.0, 0.0
        self._widths = widths
        self._x = self._line_x = 0.0
        self._drawn: list[_Drawn] = []

    def take(self, operator: str, operands: list[Any]) -> None:
        match operator:
            case "BT":
                self._x = self._line_x = self.y = 0.0
            case "Tf":
                self.font, self.size = str(operands[0]), float(operands[1])
            case "Td":
                self._line_x += float(operands[0])
                self._x = self._line_x
                self.y += float(operands[1])
            case "Tj":
                self._show(operands[0])
            case "TJ":
                for part in operands[0]:
                    self._show(part)

    def taken(self) -> list[_Drawn]:
        drawn, self._drawn = self._drawn, []
        return drawn

    def _show(self, part: Any) -> None:
        if not isinstance(part, pikepdf.String):
            self._x -= float(part) / 1000 * self.size
            return
        for high, low in zip(*[iter(bytes(part))] * 2, strict=True):
            code = high * 256 + low
            advance = self._widths[self.font].get(code, 1000.0) / 1000 * self.size
            self._drawn.append(_Drawn(code, self._x, advance))
            self._x += advance


def _widths(font: Any) -> dict[int, float]:
    array = list(font.W)
    return {
        int(first) + step: float(width)
        for first, row in zip(array[::2], array[1::2], strict=True)
        for step, width in enumerate(row)
    }


class PrintedGlyph(NamedTuple):
    """Where a glyph is drawn, in points, and what its font says it stands for."""

    x: float
    advance: float
    size: float
    text: str


class PrintedLine(NamedTuple):
    """A line of text as a page's content stream draws it.

    Attributes:
        y: of its baseline, in points from the foot of the page.
    """

    y: float
    glyphs: list[PrintedGlyph]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


def printed_lines(data: bytes, page: int = 0) -> list[PrintedLine]:
    """Every marked stretch of text in paint order, its glyphs placed as a viewer does it."""
    with opened(data) as document:
        leaf = document.pages[page]
        fonts = dict(leaf.Resources.Font.items())
        pen = _Pen({name: _widths(font.DescendantFonts[0]) for name, font in fonts.items()})
        texts = {name: _texts(font) for name, font in fonts.items()}
        lines: list[PrintedLine] = []
        glyphs: list[PrintedGlyph] = []
        for operands, operator in pikepdf.parse_content_stream(leaf):
            # What is marked ends where the next mark begins: a line never spans two.
            if str(operator) in ("BDC", "BMC", "EMC") and glyphs:
                lines.append(PrintedLine(pen.y, glyphs))
                glyphs = []
            pen.take(str(operator), list(operands))
            glyphs.extend(
                PrintedGlyph(one.x, one.advance, pen.size, texts[pen.font].get(one.code, ""))
                for one in pen.taken()
            )
        return lines


def _texts(font: Any) -> dict[int, str]:
    """The text of each glyph, from the font's ToUnicode."""
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9a-fA-F]+)>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
