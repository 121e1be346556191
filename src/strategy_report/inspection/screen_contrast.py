"""Whether text stands out from what it stands on (JIS X 8341-3, 1.4.3).

Grounds are the shapes painted before it, each taken for the rectangle around it; what stands on a
picture, and what is set in another space than RGB or gray, is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.ink import Ink, contrast
from strategy_report.core.value import Value
from strategy_report.inspection.matrix import (
    IDENTITY,
    Bounds,
    Matrix,
    around,
    moved,
    scale,
    times,
    within,
)
from strategy_report.inspection.pdf_file import Operation
from strategy_report.inspection.preflight import Inspected, fault

_LEAST, _LEAST_LARGE, _LARGE_SIZE = 4.5, 3.0, 18.0
_PAPER = (1.0, 1.0, 1.0)

_TEXT = frozenset(("BT", "Tf", "TL", "Tm", "Td", "TD", "T*", "Tj", "TJ", "'", '"'))
_FILLING = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
_ENDING = frozenset((*_FILLING, "S", "s", "n"))

Rgb = tuple[float, float, float]


class Ground(Value, kw_only=False):
    """A painted rectangle; no colour for a picture, and for what another than RGB says."""

    bounds: Bounds
    colour: Rgb | None


def text_stands_out(of: Inspected) -> Iterator[Diagnostic]:
    """The palest text of each page, where it is too pale."""
    for page, label in zip(of.file.pages, of.labels, strict=True):
        reader = _Reader()
        for operation in of.file.operations(page):
            reader.take(operation)
        if reader.palest is not None:
            ratio, size = reader.palest
            yield fault(
                "PFL043",
                f"地の色に対して薄い文字があります（比 {ratio:.1f}、{size:.1f}ポイント）。",
                f"文字と地の色の比を {_LEAST} 以上（{_LARGE_SIZE:.0f}ポイントからは"
                f" {_LEAST_LARGE:.0f} 以上）にしてください。",
                page=label,
            )


class _Reader:
    """Follows colours, areas and places of text through a content stream."""

    def __init__(self) -> None:
        self.palest: tuple[float, float] | None = None
        self._grounds: list[Ground] = []
        self._fill: Rgb | None = (0.0, 0.0, 0.0)
        self._matrix = IDENTITY
        self._saved: list[tuple[Rgb | None, Matrix]] = []
        self._path: list[tuple[float, float]] = []
        self._size = 0.0
        self._leading = 0.0
        self._line = IDENTITY

    def take(self, operation: Operation) -> None:
        operands = operation.operands
        match operation.operator:
            case "rg" | "g":
                self._fill = _three(operands * (3 // len(operands)))
            case "k" | "cs" | "sc" | "scn":
                self._fill = None
            case "q":
                self._saved.append((self._fill, self._matrix))
            case "Q" if self._saved:
                self._fill, self._matrix = self._saved.pop()
            case "cm":
                self._matrix = times(_six(operands), self._matrix)
            case "Do":
                corners = ((0, 0), (1, 0), (1, 1), (0, 1))
                bounds = around(moved(self._matrix, x, y) for x, y in corners)
                self._grounds.append(Ground(bounds, None))
            case operator if operator in _TEXT:
                self._take_text(operator, operands)
            case operator:
                self._take_path(operator, operands)

    def _take_path(self, operator: str, operands: tuple[Any, ...]) -> None:
        match operator:
            case "m" | "l" | "c" | "v" | "y":
                self._path.append(moved(self._matrix, float(operands[-2]), float(operands[-1])))
            case "re":
                x, y, width, height = map(float, operands)
                for corner in ((x, y), (x + width, y), (x + width, y + height), (x, y + height)):
                    self._path.append(moved(self._matrix, *corner))
            case operator if operator in _FILLING and self._path:
                self._grounds.append(Ground(around(self._path), self._fill))
                self._path = []
            case operator if operator in _ENDING:
                self._path = []

    def _take_text(self, operator: str, operands: tuple[Any, ...]) -> None:
        match operator:
            case "Tf":
                self._size = float(operands[1])
            case "TL":
                self._leading = float(operands[0])
            case "BT":
                self._line = IDENTITY
            case "Tm":
                self._line = _six(operands)
            case "Td" | "TD":
                self._next_line(float(operands[0]), float(operands[1]))
                if operator == "TD":
                    self._leading = -float(operands[1])
            case "T*":
                self._next_line(0, -self._leading)
            case "'" | '"':
                self._next_line(0, -self._leading)
                self._shown()
            case _:
                self._shown()

    def _next_line(self, across: float, up: float) -> None:
        self._line = times((1, 0, 0, 1, across, up), self._line)

    def _shown(self) -> None:
        matrix = times(self._line, self._matrix)
        size = self._size * scale(matrix)
        x, y = moved(matrix, self._size * 0.3, self._size * 0.3)
        found = (one for one in reversed(self._grounds) if within((x, y, x, y), one.bounds))
        ground = next(found, None)
        behind = _PAPER if ground is None else ground.colour
        if behind is None or self._fill is None:
            return
        ratio = contrast(_ink(self._fill), _ink(behind))
        least = _LEAST_LARGE if size >= _LARGE_SIZE else _LEAST
        if ratio < least and (self.palest is None or ratio < self.palest[0]):
            self.palest = ratio, size


def _six(operands: tuple[Any, ...]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _three(numbers: tuple[Any, ...]) -> Rgb:
    red, green, blue = (float(number) for number in numbers)
    return red, green, blue


def _ink(colour: Rgb) -> Ink:
    red, green, blue = (round(part * 255) for part in colour)
    return Ink(name="", rgb=(red, green, blue), cmyk=(0, 0, 0, 0))
