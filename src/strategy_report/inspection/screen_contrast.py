"""Whether text stands out from what it stands on (JIS X 8341-3, 1.4.3).

Grounds are the shapes painted before it, each taken for the rectangle around it; what stands on a
picture is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.ink import Ink, contrast
from strategy_report.core.value import Value
from strategy_report.inspection.pdf_file import Operation
from strategy_report.inspection.preflight import Inspected, fault

_LEAST, _LEAST_LARGE, _LARGE_SIZE = 4.5, 3.0, 18.0
_PAPER = (1.0, 1.0, 1.0)

Rgb = tuple[float, float, float]


class Ground(Value, kw_only=False):
    """A painted rectangle; None for a picture."""

    left: float
    bottom: float
    right: float
    top: float
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
    """Follows colours, rectangles and places of text through a content stream."""

    def __init__(self) -> None:
        self.palest: tuple[float, float] | None = None
        self._grounds: list[Ground] = []
        self._fill: Rgb = (0.0, 0.0, 0.0)
        self._saved: list[Rgb] = []
        self._path: list[tuple[float, float]] = []
        self._matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self._size = 0.0

    def take(self, operation: Operation) -> None:
        numbers = operation.operands
        match operation.operator:
            case "rg" | "g":
                self._fill = _three(numbers * (3 // len(numbers)))
            case "q":
                self._saved.append(self._fill)
            case "Q" if self._saved:
                self._fill = self._saved.pop()
            case "m" | "l" | "c":
                self._path.append((float(numbers[-2]), float(numbers[-1])))
            case "f" | "B" | "S" | "n":
                self._painted(operation.operator)
            case "cm":
                self._matrix = tuple(map(float, numbers))  # type: ignore[assignment]
            case "Do":
                across, _, _, up, left, bottom = self._matrix
                self._grounds.append(Ground(left, bottom, left + across, bottom + up, None))
            case "Tf":
                self._size = float(numbers[1])
            case "Tm":
                self._text(float(numbers[4]), float(numbers[5]))

    def _painted(self, operator: str) -> None:
        if operator in "fB" and self._path:
            xs, ys = zip(*self._path, strict=True)
            self._grounds.append(Ground(min(xs), min(ys), max(xs), max(ys), self._fill))
        self._path = []

    def _text(self, x: float, y: float) -> None:
        x, y = x + self._size * 0.3, y + self._size * 0.3
        ground = next((one for one in reversed(self._grounds) if _holds(one, x, y)), None)
        behind = _PAPER if ground is None else ground.colour
        if behind is None:
            return
        ratio = contrast(_ink(self._fill), _ink(behind))
        least = _LEAST_LARGE if self._size >= _LARGE_SIZE else _LEAST
        if ratio < least and (self.palest is None or ratio < self.palest[0]):
            self.palest = ratio, self._size


def _holds(ground: Ground, x: float, y: float) -> bool:
    return ground.left <= x <= ground.right and ground.bottom <= y <= ground.top


def _three(numbers: tuple[Any, ...]) -> Rgb:
    red, green, blue = (float(number) for number in numbers)
    return red, green, blue


def _ink(colour: Rgb) -> Ink:
    red, green, blue = (round(part * 255) for part in colour)
    return Ink(name="", rgb=(red, green, blue), cmyk=(0, 0, 0, 0))
