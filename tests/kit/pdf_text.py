"""What readers of PDF files get out of ours, with PDFium and qpdf's library as wheels."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2


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
        widths = {name: _widths(fonts[name].DescendantFonts[0]) for name in fonts}
    found = []
    font, size, x, y = "", 0.0, 0.0, 0.0
    for operator, operands in operators(data, page):
        if operator == "Tf":
            font, size = str(operands[0]), float(operands[1])
        elif operator == "Tm":
            x, y = float(operands[4]), float(operands[5])
        elif operator == "TJ":
            for part in operands[0]:
                if not isinstance(part, pikepdf.String):
                    x -= float(part) / 1000 * size
                    continue
                codes = bytes(part)
                for at in range(0, len(codes), 2):
                    glyph_id = int.from_bytes(codes[at : at + 2], "big")
                    found.append((font, glyph_id, x, y))
                    x += widths[font].get(glyph_id, 1000.0) / 1000 * size
    return found


def _widths(font: Any) -> dict[int, float]:
    array = list(font.W)
    return {
        int(first) + step: float(width)
        for first, row in zip(array[::2], array[1::2], strict=True)
        for step, width in enumerate(row)
    }
