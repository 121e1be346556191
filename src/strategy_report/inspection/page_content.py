"""A page's content as marked pieces: what belongs to which element, and what it reads as."""

from __future__ import annotations

from typing import Any

import pikepdf

from strategy_report.core.value import Value
from strategy_report.inspection.content_reader import ContentReader
from strategy_report.inspection.font_text import FontText, font_text
from strategy_report.inspection.matrix import Bounds
from strategy_report.inspection.pdf_file import PdfFile


class Piece(Value):
    """Content within one mark.

    Attributes:
        mcid: number of the content on its page; None for an artifact and for what has no mark.
        artifact: whether it says that it is one.
        shown: text by the fonts' maps; a code that no map knows is U+FFFD.
        actual: its ActualText, if it has one.
        shapes: whether anything but text is painted.
    """

    mcid: int | None
    artifact: bool
    shown: str
    actual: str | None
    shapes: bool

    @property
    def text(self) -> str:
        return self.shown if self.actual is None else self.actual


def page_pieces(file: PdfFile) -> tuple[tuple[Piece, ...], ...]:
    """All that is painted on every page, in order."""
    fonts: _Fonts = {}
    return tuple(_pieces(page, fonts) for page in file.pages)


# What was read of the fonts met so far, by the numbers of their objects.
_Fonts = dict[tuple[int, int], FontText]
_UNKNOWN = FontText(width=2, texts={})


def _pieces(page: Any, fonts: _Fonts) -> tuple[Piece, ...]:
    reader = _Pieces(fonts)
    reader.read_page(page)
    reader.turn_marks()
    return tuple(reader.found)


class _Pieces(ContentReader):
    def __init__(self, fonts: _Fonts) -> None:
        super().__init__()
        self.found: list[Piece] = []
        self._fonts = fonts
        self._shown: list[str] = []
        self._shapes = False

    def turn_marks(self) -> None:
        if self._shown or self._shapes:
            actuals = [mark.actual for mark in self.marked if mark.actual is not None]
            self.found.append(
                Piece(
                    mcid=self.mcid,
                    artifact=any(mark.artifact for mark in self.marked),
                    shown="".join(self._shown),
                    actual=actuals[-1] if actuals else None,
                    shapes=self._shapes,
                )
            )
        self._shown, self._shapes = [], False

    def paint_text(self, shown: Any) -> None:
        font = self._font_text()
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        self._shown += [
            font.read(bytes(part)) for part in parts if isinstance(part, pikepdf.String)
        ]

    def paint_path(self, bounds: Bounds, *, fills: bool, strokes: bool) -> None:
        self._shapes = True

    def paint_image(self, image: Any) -> None:
        self._shapes = True

    def paint_form(self, form: Any) -> None:
        """A picture as any other: marks within it have numbers of its own."""
        self._shapes = True

    def paint_inline_image(self, image: Any) -> None:
        self._shapes = True

    def paint_shading(self, shading: Any) -> None:
        self._shapes = True

    def _font_text(self) -> FontText:
        font = self.state.font
        if font is None:
            return _UNKNOWN
        if not font.is_indirect:
            return font_text(font) or _UNKNOWN
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = font_text(font) or _UNKNOWN
        return self._fonts[font.objgen]
