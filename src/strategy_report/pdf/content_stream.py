"""The operators of a content stream (ISO 32000-1, annex A), and none that could be left out.

What the graphics state holds already is not set again. Text that follows text stays in one text
object, its place told from the text before it: pages are mostly lines one below the other, and
the same step comes again and again where places would all differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from strategy_report.core.length import Length
from strategy_report.display.item import GlyphRun, Path, Shape, Stroke
from strategy_report.pdf.embed_font import PageFont, Shown
from strategy_report.pdf.number import decimal, hundredths, points, thousandths
from strategy_report.pdf.profile import Profile

# Of the graphics state. Colours and the font are always set: the one begin black in DeviceGray,
# the other as none.
_AT_FIRST = {"width": "1 w", "cap": "0 J", "join": "0 j", "dash": "[] 0 d", "overprint": ""}


class ContentStream:
    """Writes what it is told, in the order that it is told.

    Attributes:
        shown: glyphs shown in it, by their face.
    """

    def __init__(
        self,
        height: Length,
        fonts: Mapping[str, PageFont],
        profile: Profile,
        state: Mapping[str, str] = _AT_FIRST,
    ) -> None:
        """*height*: of the page, whose foot is where the stream's coordinates begin.

        *state*: what the graphics state holds at first, by the names in this module.
        """
        self._operators: list[str] = []
        self.shown: defaultdict[str, Shown] = defaultdict(Counter)
        self._height = int(height)
        self._fonts = fonts
        self._profile = profile
        self._state = dict(state)
        # Where the text object at work tells the next place from, in thousandths of a point.
        self._line_start: tuple[int, int] | None = None

    def finished(self) -> list[str]:
        """The lines of the stream, when all is told."""
        self._end_text()
        return self._operators

    def begin_mark(self, operator: str) -> None:
        self._end_text()
        self._operators.append(operator)

    def end_mark(self) -> None:
        self._end_text()
        self._operators.append("EMC")

    def begin_text_mark(self, operator: str) -> None:
        """A mark with nothing but glyphs in it, which stands within a text object."""
        self._begin_text()
        self._operators.append(operator)

    def end_text_mark(self) -> None:
        self._operators.append("EMC")

    def glyphs(self, run: GlyphRun) -> None:
        if not run.glyph_ids:
            return
        font = self._fonts[run.face]
        self.shown[run.face].update(zip(run.glyph_ids, run.texts, strict=True))
        self._begin_text()
        self._set("fill", self._profile.fill(run.ink))
        self._set("overprint", self._profile.text_state(run.ink))
        self._set("font", f"/{font.name} {points(run.size)} Tf")
        self._operators.append(f"{self._step_to(run)} Td {_shown(run, font)}")

    def shape(self, shape: Shape) -> None:
        self._end_text()
        self._set("overprint", self._profile.shape_state)
        if shape.fill is not None:
            self._set("fill", self._profile.fill(shape.fill))
        if shape.stroke is not None:
            self._set_stroke(shape.stroke)
        operator = _PAINT[shape.fill is not None, shape.stroke is not None]
        self._operators.append(f"{self._path(shape.path)} {operator}")

    def external(self, name: str, matrix: str) -> None:
        """The external object *name* of the page's resources, its space put where *matrix* says."""
        self._end_text()
        self._set("overprint", self._profile.shape_state)
        self._operators.append(f"q {matrix} cm /{name} Do Q")

    @contextmanager
    def clipped(self, clip: Path) -> Iterator[None]:
        """What is written inside shows within *clip* alone."""
        self._end_text()
        outside = self._state.copy()
        self._operators.append(f"q {self._path(clip)} W n")
        yield
        self._end_text()
        self._operators.append("Q")
        self._state = outside

    def _end_text(self) -> None:
        if self._line_start is not None:
            self._operators.append("ET")
            self._line_start = None

    def _begin_text(self) -> None:
        if self._line_start is None:
            self._operators.append("BT")
            self._line_start = 0, 0

    def _step_to(self, run: GlyphRun) -> str:
        """The operands of Td: from the start of the line before to that of *run*."""
        before_x, before_y = self._line_start or (0, 0)
        x, y = thousandths(run.origin.x), thousandths(self._height - run.origin.y)
        self._line_start = x, y
        return f"{decimal(x - before_x)} {decimal(y - before_y)}"

    def _set_stroke(self, stroke: Stroke) -> None:
        self._set("stroke", self._profile.stroke(stroke.ink))
        self._set("width", points(stroke.width) + " w")
        self._set("cap", f"{stroke.cap.value} J")
        self._set("join", f"{stroke.join.value} j")
        self._set("dash", f"[{' '.join(map(points, stroke.dash))}] 0 d")

    def _path(self, path: Path) -> str:
        xs = [hundredths(x) for x in path.coordinates[::2]]
        ys = [hundredths(self._height - y) for y in path.coordinates[1::2]]
        if path.operators == "MLLLZ" and _is_upright(xs, ys):
            return _operands(xs[0], ys[0], xs[2] - xs[0], ys[2] - ys[0]) + " re"
        rest = zip(xs, ys, strict=True)
        parts: list[str] = []
        for operator in path.operators:
            parts.extend(_operands(*next(rest)) for _ in range(_POINTS[operator]))
            parts.append(_PATH[operator])
        return " ".join(parts)

    def _set(self, what: str, operator: str) -> None:
        if self._state.get(what) != operator:
            self._state[what] = operator
            self._operators.append(operator)


# ISO 32000-1, tables 59 and 60.
_PATH = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_POINTS = {"M": 1, "L": 1, "C": 3, "Z": 0}
_PAINT = {(False, False): "n", (True, False): "f", (False, True): "S", (True, True): "B"}

# TJ moves in thousandths of an em; tenths of them are 0.0025 pt off at most up to this size,
# which is half of what a glyph's place may be off.
_FINE_SIZE = Length(50 * 12_700)


def _is_upright(xs: list[int], ys: list[int]) -> bool:
    """Whether four corners go along the first side as `re` does."""
    return xs[0] == xs[3] and xs[1] == xs[2] and ys[0] == ys[1] and ys[2] == ys[3]


def _operands(*hundredths_of_points: int) -> str:
    return " ".join(decimal(number * 10) for number in hundredths_of_points)


def _shown(run: GlyphRun, font: PageFont) -> str:
    """Glyph ids, and moves where an offset is not the advance before it, as Tj or TJ shows them.

    Moves are reckoned from where the pen really is, so that rounding does not add up.
    """
    size = int(run.size)
    step = 100 if size <= _FINE_SIZE else 10
    pen = 0
    shown: list[str] = []
    moves = False
    for glyph_id, offset in zip(run.glyph_ids, run.offsets, strict=True):
        target = (offset * 2_000_000 + size) // (size * 2)
        move = round((pen - target) / step)
        if move:
            shown.append(f">{decimal(move * step)}<")
            pen -= move * step
            moves = True
        shown.append(f"{glyph_id:04X}")
        pen += font.width(glyph_id)
    text = f"<{''.join(shown)}>"
    return f"[{text.removeprefix('<>')}]TJ" if moves else f"{text}Tj"
