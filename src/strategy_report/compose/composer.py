"""First cut: greedy lines with the plainest break rules, to be replaced by the total-fit composer."""

from __future__ import annotations

from strategy_report.compose.text import BREAK_HERE, NO_BREAK, Composed, ComposedLine, StyledRun
from strategy_report.core.geometry import Point
from strategy_report.core.length import ZERO, Length
from strategy_report.display.item import GlyphRun, TextLine
from strategy_report.fonts.catalog import Catalog
from strategy_report.style.text_style import TextStyle

_NOT_FIRST = set("、。，．・：；？！）」』】〕〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々％～")
_NOT_LAST = set("（「『【〔〈《")
Cluster = tuple[str, StyledRun]


class Composer:
    """Sets paragraphs in the given faces."""

    def __init__(self, faces: Catalog, dictionary: tuple[str, ...] = ()) -> None:
        self._faces = faces
        self._dictionary = dictionary

    def compose(
        self,
        runs: tuple[StyledRun, ...],
        line_length: Length,
        *,
        indent: Length = ZERO,
        first_line_length: Length | None = None,
    ) -> Composed:
        """Lines no longer than *line_length*, as far as the rules let them."""
        clusters = [(c, run) for run in runs for c in run.text]
        lines: list[list[Cluster]] = [[]]
        width = 0
        for i, (char, run) in enumerate(clusters):
            advance = self._advance(char, run.style)
            limit = first_line_length if len(lines) == 1 and first_line_length else line_length
            if width + advance > limit + 10 and lines[-1]:
                tail: list[Cluster] = []
                while len(lines[-1]) > 1 and (
                    (tail[0][0] if tail else char) in _NOT_FIRST
                    or lines[-1][-1][0] in _NOT_LAST
                    or (lines[-1][-1][0].isascii() and (tail[0][0] if tail else char).isascii())
                ):
                    tail.insert(0, lines[-1].pop())
                lines.append(tail)
                width = sum(self._advance(c, r.style) for c, r in tail)
            lines[-1].append((char, run))
            width += advance
        return Composed(lines=tuple(self._line(line) for line in lines if line))

    def set_line(self, runs: tuple[StyledRun, ...]) -> ComposedLine:
        """All on one line."""
        return self._line([(c, run) for run in runs for c in run.text])

    def _advance(self, char: str, style: TextStyle) -> int:
        if char in (BREAK_HERE, NO_BREAK):
            return 0
        face = self._faces[self._face(char, style)]
        return style.char_size * face.advance(face.glyph(char)) // 2048 + style.tracking

    def _face(self, char: str, style: TextStyle) -> str:
        if style.western_face and (
            (char.isascii() and char.isalpha()) or (style.western_digits and char in "0123456789,.")
        ):
            return style.western_face
        return style.face

    def _line(self, clusters: list[Cluster]) -> ComposedLine:
        runs: list[GlyphRun] = []
        x = 0
        for char, run in clusters:
            if char in (BREAK_HERE, NO_BREAK):
                continue
            style = run.style
            face_id = self._face(char, style)
            last = runs[-1] if runs else None
            key = (face_id, style.char_size, style.ink, run.source)
            glyph = self._faces[face_id].glyph(char)
            if last is not None and (last.face, last.size, last.ink, last.source) == key:
                runs[-1] = GlyphRun(
                    face=face_id,
                    size=style.char_size,
                    ink=style.ink,
                    origin=last.origin,
                    source=run.source,
                    glyph_ids=(*last.glyph_ids, glyph),
                    offsets=(*last.offsets, x - last.origin.x),
                    texts=(*last.texts, char),
                )
            else:
                runs.append(
                    GlyphRun(
                        face=face_id,
                        size=style.char_size,
                        ink=style.ink,
                        origin=Point(Length(x), ZERO),
                        source=run.source,
                        glyph_ids=(glyph,),
                        offsets=(0,),
                        texts=(char,),
                    )
                )
            x += self._advance(char, style)
        tracking = clusters[-1][1].style.tracking if clusters else ZERO
        text = "".join(run.text for run in runs)
        return ComposedLine(line=TextLine(runs=tuple(runs), text=text), width=Length(x - tracking))
