"""What can be drawn on a page: a closed set, which every writer matches exhaustively.

All places are on the trimmed page, origin top left, y downwards.
"""

from __future__ import annotations

from enum import Enum

from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.ink import Ink
from strategy_report.core.length import Length
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value
from strategy_report.display.role import Role


class GlyphRun(Value):
    """Glyphs of one face, size and ink on one baseline.

    Attributes:
        face: id of the face in `fonts.catalog`, e.g. ``BIZUDGothic-Regular``.
        size: the em.
        ink: what the glyphs are filled with.
        origin: where the baseline starts.
        glyph_ids: ids in the face as shipped (subsets keep them).
        offsets: of each glyph's own origin from `origin`, to the right, in EMU; not decreasing
            only for text set as usual.
        texts: the source characters of each glyph, parallel to `glyph_ids`; empty for a glyph
            that continues the one before it.
        source: where the text was written.
    """

    face: str
    size: Length
    ink: Ink
    origin: Point
    glyph_ids: tuple[int, ...]
    offsets: tuple[int, ...]
    texts: tuple[str, ...]
    source: SourceSpan | None = None

    @property
    def text(self) -> str:
        return "".join(self.texts)


class Voice(Value, kw_only=False):
    """How readers shall say the characters of a line from *start* up to *end*.

    Attributes:
        role: SPAN for words, LABEL for the mark that a note begins with, REFERENCE for the same
            mark where the text leads to the note.
        expansion: what an abbreviation is short for.
        language: BCP 47; empty where it is the book's.
        alt: words in place of a sign that readers would name (→ is no 右矢印 but から).
        note: of a mark to press, the key of the box of its note, in the same part of the book: a
            REFERENCE leads to that, the note's LABEL back to the first REFERENCE.
    """

    start: int
    end: int
    role: Role = Role.SPAN
    expansion: str = ""
    language: str = ""
    alt: str = ""
    note: str = ""


class TextLine(Value):
    """Runs side by side on one line, read as `text` (its /ActualText).

    Attributes:
        runs: from left to right; may differ in face, size and ink.
        text: what copying, searching and reading aloud shall give, with no space for an アキ.
        voices: of words in it that are not said as the rest is, from left to right.
        joins: whether the next line continues this one without a space (Japanese text does).
        notes: what was given up to set it.
    """

    runs: tuple[GlyphRun, ...]
    text: str
    joins: bool = True
    notes: tuple[Diagnostic, ...] = ()
    voices: tuple[Voice, ...] = ()


class Path(Value):
    """A path as operators and their coordinates.

    Attributes:
        operators: a string of ``M`` (move), ``L`` (line), ``C`` (cubic) and ``Z`` (close);
            an ``M`` is the first.
        coordinates: x, y, … in EMU: two numbers an M or L, six a C, none a Z.
    """

    operators: str
    coordinates: tuple[int, ...]

    @staticmethod
    def line(start: Point, end: Point) -> Path:
        return Path(operators="ML", coordinates=(start.x, start.y, end.x, end.y))

    @staticmethod
    def rect(rect: Rect) -> Path:
        left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
        return Path(
            operators="MLLLZ",
            coordinates=(left, top, right, top, right, bottom, left, bottom),
        )

    @staticmethod
    def polygon(*points: Point) -> Path:
        return Path(
            operators="M" + "L" * (len(points) - 1) + "Z",
            coordinates=tuple(part for point in points for part in (point.x, point.y)),
        )


class Cap(Enum):
    BUTT = 0
    ROUND = 1
    SQUARE = 2


class Join(Enum):
    MITER = 0
    ROUND = 1
    BEVEL = 2


class Stroke(Value):
    """How a path is stroked; `dash` is on, off, … lengths."""

    ink: Ink
    width: Length
    cap: Cap = Cap.BUTT
    join: Join = Join.MITER
    dash: tuple[Length, ...] = ()


class Shape(Value):
    """A path, filled, stroked or both (fill first, nonzero winding)."""

    path: Path
    fill: Ink | None = None
    stroke: Stroke | None = None


class ImageSpace(Enum):
    GRAY = "gray"
    RGB = "rgb"
    CMYK = "cmyk"


class Image(Value):
    """Pixels ready to be embedded, metadata gone.

    Attributes:
        digest: SHA-256 of everything that shaped `data`, in hex.
        data: a JPEG file, or raw 8-bit samples row by row where `jpeg` is false.
    """

    digest: str
    width_px: int
    height_px: int
    space: ImageSpace
    jpeg: bool
    data: bytes

    @property
    def name(self) -> str:
        """What the image is called within a file."""
        return "Im" + self.digest[:16]

    def __repr__(self) -> str:
        return f"Image({self.digest[:12]}, {self.width_px}x{self.height_px}, {self.space.value})"


class Picture(Value):
    """An image stretched over a rectangle."""

    rect: Rect
    image: Image
    source: SourceSpan | None = None


class Group(Value):
    """Items drawn together, cut to `clip` where there is one."""

    items: tuple[Item, ...]
    clip: Path | None = None


class LinkArea(Value):
    """A place to press: opens `url`, or goes to the page with index `page`."""

    rect: Rect
    url: str | None = None
    page: int | None = None
    description: str = ""


Item = GlyphRun | TextLine | Shape | Picture | Group | LinkArea
