"""A page's content as marked pieces: what belongs to which structure element, and as what it reads.

Only what decides about reading is followed: marks, fonts and the strings they show, painting.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from strategy_report.core.value import Value
from strategy_report.inspection.font_text import codes, text_map
from strategy_report.inspection.pdf_file import Operation, PdfFile

_PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "TJ", "Tj", "'", '"'}
_SHOWING = {"TJ", "Tj", "'", '"'}


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


def pieces(file: PdfFile, page: Any) -> tuple[Piece, ...]:
    """All that is painted on *page*, in order."""
    return tuple(_Reader(file, page).read())


class _Reader:
    def __init__(self, file: PdfFile, page: Any) -> None:
        self._file = file
        fonts = page.get("/Resources", {}).get("/Font", {})
        self._maps = {name: text_map(fonts[name]) for name in fonts}
        self._operations = file.operations(page)
        self._font = ""
        # Marks that are open, outermost first: each its kind, number and ActualText.
        self._marks: list[tuple[bool, int | None, str | None]] = []
        self._shown: list[str] = []
        self._shapes = False

    def read(self) -> Iterator[Piece]:
        for operation in self._operations:
            match operation.operator:
                case "BDC" | "BMC":
                    yield from self._taken()
                    self._marks.append(self._mark(operation))
                case "EMC":
                    yield from self._taken()
                    if self._marks:
                        self._marks.pop()
                case "Tf":
                    self._font = str(operation.operands[0])
                case operator if operator in _SHOWING:
                    self._shown.append(self._text(operation.operands[-1]))
                case operator if operator in _PAINTING:
                    self._shapes = True
        yield from self._taken()

    def _mark(self, operation: Operation) -> tuple[bool, int | None, str | None]:
        artifact = str(operation.operands[0]) == "/Artifact"
        entries = operation.operands[1] if len(operation.operands) > 1 else None
        if entries is None or not self._file.is_dictionary(entries):
            return artifact, None, None
        mcid = entries.get("/MCID")
        actual = entries.get("/ActualText")
        return (
            artifact,
            None if mcid is None else int(mcid),
            None if actual is None else str(actual),
        )

    def _taken(self) -> Iterator[Piece]:
        """What was painted since the last mark, if anything was."""
        if self._shown or self._shapes:
            numbers = [mcid for _, mcid, _ in self._marks if mcid is not None]
            actuals = [actual for _, _, actual in self._marks if actual is not None]
            yield Piece(
                mcid=numbers[-1] if numbers else None,
                artifact=any(artifact for artifact, _, _ in self._marks),
                shown="".join(self._shown),
                actual=actuals[-1] if actuals else None,
                shapes=self._shapes,
            )
        self._shown, self._shapes = [], False

    def _text(self, shown: Any) -> str:
        strings = [part for part in self._file.listed(shown) if self._file.is_string(part)]
        known = self._maps.get(self._font) or {}
        return "".join(
            known.get(code, "\ufffd") for string in strings for code in codes(bytes(string))
        )
