"""A table as spreadsheets save it (RFC 4180): cells that know where they stand."""

from __future__ import annotations

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value

_QUOTE, _COMMA, _END = '"', ",", "\n"


class Cell(Value):
    """One cell.

    Attributes:
        text: without the quotation marks around it, and without spaces at its ends.
        place: of what is written between its separators, up to the end of its first line.
        last_line: that it reaches to.
        closed: whether the quotation marks that it begins with end.
    """

    text: str
    place: SourceSpan
    last_line: int
    closed: bool = True


def csv_rows(text: str, file: str, separator: str = _COMMA) -> tuple[tuple[Cell, ...], ...]:
    """The rows of *text*, whose lines end in line feeds; an empty line is a row of one cell."""
    reader = _Reader(text.removesuffix(_END), file, separator)
    rows: list[tuple[Cell, ...]] = []
    while text and (not rows or reader.next_row()):
        cells = [reader.cell()]
        while reader.next_cell():
            cells.append(reader.cell())
        rows.append(tuple(cells))
    return tuple(rows)


class _Reader:
    """Goes through a text once, keeping count of lines and columns."""

    def __init__(self, text: str, file: str, separator: str) -> None:
        self._text, self._file, self._separator = text, file, separator
        self._at = 0
        self._line, self._line_start = 1, 0

    def next_row(self) -> bool:
        return self._step(_END)

    def next_cell(self) -> bool:
        return self._step(self._separator)

    def cell(self) -> Cell:
        start, line, column = self._at, self._line, self._at - self._line_start + 1
        closed = True
        while self._here() not in ("", self._separator, _END):
            if self._here() == _QUOTE:
                closed = self._quoted()
            else:
                self._at += 1
        written = self._text[start : self._at]
        end = column + len(written.partition(_END)[0])
        place = SourceSpan(file=self._file, line=line, column=column, end_column=end)
        text = _unquoted(written).strip()
        return Cell(text=text, place=place, last_line=self._line, closed=closed)

    def _quoted(self) -> bool:
        """Go behind the quotation mark that ends what one began; whether there is one."""
        self._at += 1
        while self._here():
            if self._step(_QUOTE):
                return True
            if not self._step(_END):
                self._at += 1
        return False

    def _here(self) -> str:
        return self._text[self._at : self._at + 1]

    def _step(self, mark: str) -> bool:
        if self._here() != mark:
            return False
        self._at += 1
        if mark == _END:
            self._line, self._line_start = self._line + 1, self._at
        return True


def _unquoted(written: str) -> str:
    """Two quotation marks are one within the marks around a cell; in between they mean nothing."""
    if not written.startswith(_QUOTE):
        return written
    return written[1:].removesuffix(_QUOTE).replace(_QUOTE * 2, _QUOTE)
