"""What a page's content paints for the eye, in order: areas, lines and words, with their colours.

Each is taken for the rectangle around it. Colours of another space than RGB or gray are not known
here, nor are those of pictures. A watermark's words are left out: they are to be read through.
"""

from __future__ import annotations

from typing import Any

from strategy_report.core.value import Value
from strategy_report.inspection.content_reader import ContentReader
from strategy_report.inspection.mark import Rgb
from strategy_report.inspection.matrix import Bounds, moved, scale, times


class Painted(Value):
    """Something painted.

    Attributes:
        bounds: around it; of words, a point within their first character.
        fill, stroke: its colours; None for no such paint, and for a colour that is not known.
        known: whether all its colours are.
        size: of words, in points; None for what is no words.
        mcid: number of the content that it belongs to.
    """

    bounds: Bounds
    fill: Rgb | None
    stroke: Rgb | None
    known: bool
    size: float | None
    mcid: int | None


def painted(page: Any) -> tuple[Painted, ...]:
    """All that *page* paints, in order."""
    reader = _Eye()
    reader.read_page(page)
    return tuple(reader.seen)


class _Eye(ContentReader):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Painted] = []

    def paint_path(self, bounds: Bounds, *, fills: bool, strokes: bool) -> None:
        fill = self.state.fill.rgb if fills else None
        stroke = self.state.stroke.rgb if strokes else None
        known = (fill is not None or not fills) and (stroke is not None or not strokes)
        self._see(bounds, fill, stroke, known=known)

    def paint_text(self, shown: Any) -> None:
        if any(one.subtype == "/Watermark" for one in self.marked):
            return
        state = self.state
        matrix = times(state.text_matrix, state.matrix)
        x, y = moved(matrix, state.font_size * 0.3, state.font_size * 0.3)
        fill, size = state.fill.rgb, state.font_size * scale(matrix)
        self._see((x, y, x, y), fill, None, known=fill is not None, size=size)

    def paint_image(self, image: Any) -> None:
        self._see(self.unit_square(), None, None, known=False)

    def _see(
        self,
        bounds: Bounds,
        fill: Rgb | None,
        stroke: Rgb | None,
        *,
        known: bool,
        size: float | None = None,
    ) -> None:
        self.seen.append(
            Painted(bounds=bounds, fill=fill, stroke=stroke, known=known, size=size, mcid=self.mcid)
        )
