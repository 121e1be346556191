"""What a line is said to read as, in the parts that readers of PDF files can take.

A line of text has its words as ActualText. Without it, every reader that was tried takes a quarter
em between kanji and digits for a space (9,410 件). A line that is set solid needs none, unless it
holds a compatible form (⽇) of a character: the font tells the other, 日.

Characters beyond the Basic Multilingual Plane (𠮟, of 叱 the form for names and for the jōyō table)
need an exception: PDFium leaves them out of an ActualText, but reads them from the font. So a line
that has one is cut around it, and it stands between two parts with the font's own text.

A line is cut around its voices, too, since each belongs to an element of its own; and then between
its runs, since PDFium reckons the way to the next part from the first run of the one before. The
quarter em between two parts would be taken for a space again; so the part before it ends in a space
glyph, which its ActualText does not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from unicodedata import normalize

from strategy_report.core.geometry import Point
from strategy_report.core.length import Length
from strategy_report.core.value import Value, replace
from strategy_report.display.item import GlyphRun, TextLine, Voice

_LAST_OF_THE_BASIC_PLANE = "\uffff"

# A share of an em that no reader takes for a space; the least that poppler does is a tenth.
_SOLID = 0.05


class LinePart(Value):
    """Runs side by side, read as `text` in `voice`; where `text` is None, as their fonts say."""

    runs: tuple[GlyphRun, ...]
    text: str | None
    voice: Voice | None = None


class Faces(Value):
    """What is asked of the faces of a line, by their ids.

    Attributes:
        advance: of a glyph, in millionths of an em.
        space: the glyph of U+0020.
    """

    advance: Callable[[str, int], int]
    space: Callable[[str], int]


def line_parts(line: TextLine, faces: Faces) -> tuple[LinePart, ...]:
    """The parts of *line* from left to right; nearly always one.

    A line with ruby is never cut: what stands above it is no part of its text.
    """
    beyond = line.joins and max(line.text, default="") > _LAST_OF_THE_BASIC_PLANE
    if (line.voices or beyond) and _tells_all(line):
        return _cut(line, faces)
    if not line.joins:
        return (LinePart(runs=line.runs, text=line.text + " "),)
    text = None if _reads_of_itself(line, faces) else line.text
    return (LinePart(runs=line.runs, text=text),)


def _reads_of_itself(line: TextLine, faces: Faces) -> bool:
    """Whether readers get the text from the font alone."""
    if len(line.runs) != 1 or normalize("NFKC", line.text) != line.text or not _tells_all(line):
        return False
    run = line.runs[0]
    most = int(run.size) * _SOLID
    return "" not in run.texts and all(
        abs(after - here - _width(run, glyph_id, faces)) <= most
        for (here, after), glyph_id in zip(pairwise(run.offsets), run.glyph_ids, strict=False)
    )


def _width(run: GlyphRun, glyph_id: int, faces: Faces) -> float:
    return int(run.size) * faces.advance(run.face, glyph_id) / 1_000_000


def _tells_all(line: TextLine) -> bool:
    return "".join(run.text for run in line.runs) == line.text


def _cut(line: TextLine, faces: Faces) -> tuple[LinePart, ...]:
    """The parts of a line with voices, or with characters beyond the basic plane."""
    parts = [
        LinePart(runs=(run,), text=None if beyond else run.text, voice=voice)
        for (voice, beyond), run in _pieces(line)
    ]
    told = [_told(part, after, faces) for part, after in pairwise(parts)]
    last = parts[-1]
    if not line.joins and last.text is not None:
        return (*told, replace(last, text=last.text + " "))
    return (*told, _as_told_by_fonts(last, faces))


def _told(part: LinePart, after: LinePart, faces: Faces) -> LinePart:
    """*part* as it needs to be, so that no reader puts a space between it and what comes after."""
    run, until = part.runs[0], int(after.runs[0].origin.x)
    end = int(run.origin.x) + run.offsets[-1] + _width(run, run.glyph_ids[-1], faces)
    solid = until - end <= int(run.size) * _SOLID
    has_space = (part.text or "").endswith(" ") or (after.text or "").startswith(" ")
    if part.text is None or solid or has_space:
        return _as_told_by_fonts(part, faces)
    space = faces.space(run.face)
    spaced = replace(
        run,
        glyph_ids=(*run.glyph_ids, space),
        offsets=(*run.offsets, round(until - int(run.origin.x) - _width(run, space, faces))),
        texts=(*run.texts, " "),
    )
    return replace(part, runs=(spaced,))


def _as_told_by_fonts(part: LinePart, faces: Faces) -> LinePart:
    if part.text is None or not _reads_of_itself(TextLine(runs=part.runs, text=part.text), faces):
        return part
    return replace(part, text=None)


# The voice, if any, and whether characters are beyond the basic plane.
_PieceKind = tuple[Voice | None, bool]


def _pieces(line: TextLine) -> Iterator[tuple[_PieceKind, GlyphRun]]:
    """Stretches of each run, with what their characters have in common."""
    voices = _voice_of_each(line)
    at = 0
    for run in line.runs:
        kind: _PieceKind = (None, False)
        kinds: list[_PieceKind] = []
        for text in run.texts:
            # A glyph without text continues the one before it.
            if text:
                kind = voices[at], max(text) > _LAST_OF_THE_BASIC_PLANE
            kinds.append(kind)
            at += len(text)
        for shared, places in groupby(range(len(kinds)), kinds.__getitem__):
            stretch = list(places)
            yield shared, _stretch(run, stretch[0], stretch[-1] + 1)


def _voice_of_each(line: TextLine) -> list[Voice | None]:
    """The voice of each character."""
    voices: list[Voice | None] = [None] * len(line.text)
    for voice in line.voices:
        voices[voice.start : voice.end] = [voice] * (voice.end - voice.start)
    return voices


def _stretch(run: GlyphRun, start: int, end: int) -> GlyphRun:
    moved = run.offsets[start]
    return replace(
        run,
        origin=Point(Length(run.origin.x + Length(moved)), run.origin.y),
        glyph_ids=run.glyph_ids[start:end],
        offsets=tuple(offset - moved for offset in run.offsets[start:end]),
        texts=run.texts[start:end],
    )
