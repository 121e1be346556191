"""What a line is said to read as, in the parts that readers of PDF files can take.

A line of text has its words as ActualText. Without it, every reader that was tried takes a quarter
em between kanji and digits for a space (9,410 件). A line that is set solid needs none, unless it
holds a compatible form (⽇) of a character: the font tells the other, 日.

Characters beyond the Basic Multilingual Plane (𠮟, of 叱 the form for names and for the jōyō table)
need an exception: PDFium leaves them out of an ActualText, but reads them from the font. So a line
that has one is cut around it, and it stands between two parts with the font's own text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from unicodedata import normalize

from strategy_report.core.geometry import Point
from strategy_report.core.length import Length
from strategy_report.core.value import Value, replace
from strategy_report.display.item import GlyphRun, TextLine

Advance = Callable[[str, int], int]

_LAST_OF_THE_BASIC_PLANE = "\uffff"


class LinePart(Value):
    """Runs side by side, read as `text`; where it is None, as their fonts say."""

    runs: tuple[GlyphRun, ...]
    text: str | None


# A share of an em that no reader takes for a space; the least that poppler does is a tenth.
_SOLID = 0.05


def line_parts(line: TextLine, advance: Advance) -> tuple[LinePart, ...]:
    """The parts of *line* from left to right; nearly always one.

    Args:
        line: of text.
        advance: tells a glyph's, given its face and id, in millionths of an em.
    """
    if not line.joins:
        return (LinePart(runs=line.runs, text=line.text + " "),)
    if _reads_of_itself(line, advance):
        return (LinePart(runs=line.runs, text=None),)
    if max(line.text, default="") <= _LAST_OF_THE_BASIC_PLANE or not _tells_all(line):
        return (LinePart(runs=line.runs, text=line.text),)
    return tuple(
        LinePart(runs=runs, text=None if beyond else "".join(run.text for run in runs))
        for beyond, runs in (
            (beyond, tuple(piece for _, piece in pieces))
            for beyond, pieces in groupby(_pieces(line), lambda piece: piece[0])
        )
    )


def _reads_of_itself(line: TextLine, advance: Advance) -> bool:
    """Whether readers get the text from the font alone."""
    if len(line.runs) != 1 or normalize("NFKC", line.text) != line.text or not _tells_all(line):
        return False
    run = line.runs[0]
    most = int(run.size) * _SOLID
    return "" not in run.texts and all(
        abs(after - here - int(run.size) * advance(run.face, glyph_id) / 1_000_000) <= most
        for (here, after), glyph_id in zip(pairwise(run.offsets), run.glyph_ids, strict=False)
    )


def _tells_all(line: TextLine) -> bool:
    return "".join(run.text for run in line.runs) == line.text


def _pieces(line: TextLine) -> Iterator[tuple[bool, GlyphRun]]:
    """Stretches of each run, and whether their characters are beyond the basic plane."""
    for run in line.runs:
        beyond = False
        kinds: list[bool] = []
        for text in run.texts:
            # A glyph without text continues the one before it.
            beyond = max(text) > _LAST_OF_THE_BASIC_PLANE if text else beyond
            kinds.append(beyond)
        for kind, places in groupby(range(len(kinds)), kinds.__getitem__):
            stretch = list(places)
            yield kind, _stretch(run, stretch[0], stretch[-1] + 1)


def _stretch(run: GlyphRun, start: int, end: int) -> GlyphRun:
    moved = run.offsets[start]
    return replace(
        run,
        origin=Point(Length(run.origin.x + Length(moved)), run.origin.y),
        glyph_ids=run.glyph_ids[start:end],
        offsets=tuple(offset - moved for offset in run.offsets[start:end]),
        texts=run.texts[start:end],
    )
