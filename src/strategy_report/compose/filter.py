"""How a text breaks: for typographers to try sentences on, and for tests.

Plain text, no markup, nothing normalised, no indent; BIZ UDGothic Regular, 和欧間 a quarter em.
"""

from __future__ import annotations

from typing import Any

from strategy_report.compose.char_class import CharClass
from strategy_report.compose.clusters import Clusters
from strategy_report.compose.composer import Composer, line_edges, line_gaps
from strategy_report.compose.line_break import BrokenLine, Measure
from strategy_report.compose.text import StyledRun
from strategy_report.core.ink import Ink
from strategy_report.core.length import pt
from strategy_report.fonts.catalog import open_catalog
from strategy_report.style.text_style import BreakLevel, Kind, TextStyle

Positions = list[list[Any]]

_EM = pt(10)
_INK = Ink(name="text", rgb=(0, 0, 0), cmyk=(0, 0, 0, 100))


class Filter:
    """Answers requests with one composer.

    A request is a JSON object with `id`, `op` (compose), `text`, `width_em`, and optionally
    `level` (very_strict, strict, loose, very_loose) and `kind` (body, heading, cell).
    """

    def __init__(self) -> None:
        self._composer = Composer(open_catalog())
        self._styles: dict[tuple[str, str], TextStyle] = {}

    def answer(self, request: object) -> dict[str, Any]:
        """`id`, `lines` and `pos`: or `id` and `error`, for a request that cannot be understood.

        `pos` has a list a line with [character, body start, body end] a character, in em; the
        body of brackets, 、。 and ・ is half an em.
        """
        name = request.get("id") if isinstance(request, dict) else None
        try:
            text, width, style = self._read(request)
        except ValueError as problem:
            return {"id": name, "error": str(problem)}
        clusters, broken = self._broken(text, width, style)
        return {
            "id": name,
            "lines": ["".join(clusters.texts[line.start : line.end]) for line in broken],
            "pos": [_positions(clusters, line) for line in broken],
        }

    def lines(self, text: str, width_em: float, level: str, kind: str) -> tuple[str, ...]:
        clusters, broken = self._broken(text, width_em, self._style(level, kind))
        return tuple("".join(clusters.texts[line.start : line.end]) for line in broken)

    def _read(self, request: object) -> tuple[str, float, TextStyle]:
        if not isinstance(request, dict):
            raise ValueError("a request is a JSON object")
        if request.get("op", "compose") != "compose":
            raise ValueError(f"unknown op {request['op']!r}: compose is the only one")
        text, width = request.get("text"), request.get("width_em")
        if not isinstance(text, str):
            raise ValueError("text is missing or is no string")
        if isinstance(width, bool) or not isinstance(width, int | float):
            raise ValueError("width_em is missing or is no number")
        if not 1 <= width <= 1000:
            raise ValueError("width_em is not between 1 and 1000")
        level, kind = request.get("level", "very_strict"), request.get("kind", "body")
        return text, float(width), self._style(level, kind)

    def _style(self, level: object, kind: object) -> TextStyle:
        """The style of a request.

        Raises:
            ValueError: there is no such level or kind.
        """
        key = (str(level), str(kind))
        if key not in self._styles:
            self._styles[key] = TextStyle(
                face="BIZUDGothic-Regular",
                char_size=_EM,
                line_feed=_EM,
                ink=_INK,
                kind=Kind(kind),
                level=BreakLevel(level),
            )
        return self._styles[key]

    def _broken(
        self, text: str, width_em: float, style: TextStyle
    ) -> tuple[Clusters, tuple[BrokenLine, ...]]:
        # The author's marks are plain characters here: what is typed is what is set.
        clusters = self._composer.clusters((StyledRun(text=text, style=style),))
        length = int(_EM * width_em)
        measure = Measure(first=length, rest=length, em=int(_EM))
        return clusters, self._composer.broken(clusters, measure)[0]


def lines(
    text: str, width_em: float, *, level: str = "very_strict", kind: str = "body"
) -> tuple[str, ...]:
    """The lines of *text* at a line length of *width_em*; joined, they are the text.

    Raises:
        ValueError: there is no such level or kind.
    """
    return Filter().lines(text, width_em, level, kind)


def _positions(clusters: Clusters, line: BrokenLine) -> Positions:
    start, end = line_edges(clusters, line)
    gaps = line_gaps(clusters, line)
    x = 0
    found: Positions = []
    for i in range(start, end):
        gap = gaps[i - start] if i < end - 1 else 0
        # A typed space is as wide as the space that it stands for.
        body = clusters.bodies[i] + (gap if clusters.classes[i] == CharClass.WORD_SPACE else 0)
        found.append([clusters.texts[i], round(x / _EM, 4), round((x + body) / _EM, 4)])
        x += clusters.bodies[i] + gap
    return found
