"""What a page's content paints for the eye, in order: areas, lines and words, with their colours.

Each is taken for the rectangle around it. Colours of another space than RGB or gray are not known
here, nor are those of pictures. A watermark's words are left out: they are to be read through.
"""

from __future__ import annotations

from typing import Any

from strategy_report.core.value import Value
from strategy_report.inspection.matrix import (
    IDENTITY,
    Bounds,
    Matrix,
    around,
    moved,
    scale,
    times,
)
from strategy_report.inspection.pdf_file import Operation, PdfFile

_TEXT = frozenset(("BT", "Tf", "TL", "Tm", "Td", "TD", "T*", "Tj", "TJ", "'", '"'))
_FILLING = frozenset(("f", "F", "f*"))
_STROKING = frozenset(("S", "s"))
_BOTH = frozenset(("B", "B*", "b", "b*"))

# Forms within forms, beyond which a file is broken, or made to do harm.
_DEEPEST = 10

Rgb = tuple[float, float, float]
BLACK: Rgb = (0.0, 0.0, 0.0)


class Painted(Value, kw_only=False):
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


class _State(Value):
    """What q keeps and Q brings back."""

    fill: Rgb | None
    stroke: Rgb | None
    matrix: Matrix


def painted(file: PdfFile, page: Any) -> tuple[Painted, ...]:
    """All that *page* paints, in order."""
    reader = _Reader(file)
    reader.read(page)
    return tuple(reader.done)


class _Reader:
    """Follows colours, areas and places of text through a content stream."""

    def __init__(self, file: PdfFile) -> None:
        self.done: list[Painted] = []
        self._file = file
        self._fill: Rgb | None = BLACK
        self._stroke: Rgb | None = BLACK
        self._matrix = IDENTITY
        self._saved: list[_State] = []
        self._marks: list[int | None] = []
        # Of each mark around, whether it is a watermark's.
        self._watermarks: list[bool] = []
        self._path: list[tuple[float, float]] = []
        self._size = 0.0
        self._leading = 0.0
        self._line = IDENTITY
        self._external: Any = {}
        self._depth = 0

    def read(self, content: Any) -> None:
        """All of a page, or of a form that is shown on it."""
        outer = self._external
        self._external = content.get("/Resources", {}).get("/XObject", {})
        for operation in self._file.operations(content):
            self.take(operation)
        self._external = outer

    def take(self, operation: Operation) -> None:
        operands = operation.operands
        match operation.operator:
            case "rg" | "g":
                self._fill = _three(operands * (3 // len(operands)))
            case "RG" | "G":
                self._stroke = _three(operands * (3 // len(operands)))
            case "k" | "cs" | "sc" | "scn":
                self._fill = None
            case "K" | "CS" | "SC" | "SCN":
                self._stroke = None
            case "q" | "Q" | "cm":
                self._take_state(operation.operator, operands)
            case "BDC" | "BMC" | "EMC":
                self._take_mark(operation)
            case "Do":
                self._take_external(self._external.get(str(operands[0])))
            case operator if operator in _TEXT:
                self._take_text(operator, operands)
            case operator:
                self._take_path(operator, operands)

    def _take_state(self, operator: str, operands: tuple[Any, ...]) -> None:
        if operator == "cm":
            self._matrix = times(_six(operands), self._matrix)
        elif operator == "q":
            self._saved.append(_State(fill=self._fill, stroke=self._stroke, matrix=self._matrix))
        elif self._saved:
            state = self._saved.pop()
            self._fill, self._stroke, self._matrix = state.fill, state.stroke, state.matrix

    def _take_external(self, shown: Any) -> None:
        if shown is not None and shown.get("/Subtype") == "/Form" and self._depth < _DEEPEST:
            self._depth += 1
            self._take_state("q", ())
            self._take_state("cm", tuple(shown.get("/Matrix", IDENTITY)))
            self.read(shown)
            self._take_state("Q", ())
            self._depth -= 1
            return
        corners = ((0, 0), (1, 0), (1, 1), (0, 1))
        bounds = around(moved(self._matrix, x, y) for x, y in corners)
        self._done(bounds, None, None, known=False)

    def _take_mark(self, operation: Operation) -> None:
        if operation.operator == "EMC":
            del self._marks[-1:], self._watermarks[-1:]
            return
        entries: Any = operation.operands[1] if len(operation.operands) > 1 else None
        has_entries = self._file.is_dictionary(entries)
        # ISO 32000-1, table 330.
        pale = has_entries and str(entries.get("/Subtype", "")) == "/Watermark"
        self._watermarks.append(pale)
        has_number = has_entries and "/MCID" in entries
        self._marks.append(int(entries["/MCID"]) if has_number else None)

    def _take_path(self, operator: str, operands: tuple[Any, ...]) -> None:
        match operator:
            case "m" | "l" | "c" | "v" | "y":
                self._path.append(moved(self._matrix, float(operands[-2]), float(operands[-1])))
            case "re":
                x, y, width, height = map(float, operands)
                for corner in ((x, y), (x + width, y), (x + width, y + height), (x, y + height)):
                    self._path.append(moved(self._matrix, *corner))
            case operator if operator in _FILLING | _STROKING | _BOTH and self._path:
                fill = None if operator in _STROKING else self._fill
                stroke = None if operator in _FILLING else self._stroke
                known = (operator in _STROKING or fill is not None) and (
                    operator in _FILLING or stroke is not None
                )
                self._done(around(self._path), fill, stroke, known=known)
                self._path = []
            case "n":
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
        if any(self._watermarks):
            return
        matrix = times(self._line, self._matrix)
        x, y = moved(matrix, self._size * 0.3, self._size * 0.3)
        size = self._size * scale(matrix)
        self._done((x, y, x, y), self._fill, None, known=self._fill is not None, size=size)

    def _done(
        self,
        bounds: Bounds,
        fill: Rgb | None,
        stroke: Rgb | None,
        *,
        known: bool,
        size: float | None = None,
    ) -> None:
        mcid = next((number for number in reversed(self._marks) if number is not None), None)
        self.done.append(Painted(bounds, fill, stroke, known, size, mcid))


def _six(operands: tuple[Any, ...]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _three(numbers: tuple[Any, ...]) -> Rgb:
    red, green, blue = (float(number) for number in numbers)
    return red, green, blue
