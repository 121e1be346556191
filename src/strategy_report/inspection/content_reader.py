"""A content stream read operator by operator: what is painted where, in which state.

Who reads it says what becomes of it: marks for a press (`page_reader.py`), areas and words for the
eye (`screen_paint.py`), text for the ear (`page_content.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf

from strategy_report.core.value import Value
from strategy_report.inspection.colour_space import CMYK, GRAY, RGB, read_space
from strategy_report.inspection.graphics_state import GraphicsState
from strategy_report.inspection.matrix import (
    IDENTITY,
    Bounds,
    Matrix,
    around,
    moved,
    times,
    within,
)

# Forms within forms; a file that goes deeper is broken, or made to hurt.
_DEEPEST = 12


class MarkedContent(Value):
    """A marked content that is open.

    Attributes:
        artifact: whether it is one.
        mcid: its number; None for one without.
        subtype: of an artifact that states one, such as ``/Watermark`` (table 330).
        actual: its ActualText, if it has one.
    """

    artifact: bool = False
    mcid: int | None = None
    subtype: str = ""
    actual: str | None = None


class ContentReader:
    """Follows the graphics state through a stream and the forms that it shows.

    Attributes:
        state: that holds at the operator at work.
        resources: that its operands name.
        marked: contents that are open, outermost first.
    """

    def __init__(self) -> None:
        self.state = GraphicsState(IDENTITY)
        self.resources: Any = None
        self.marked: list[MarkedContent] = []
        self._stack: list[GraphicsState] = []
        self._path: list[tuple[float, float]] = []
        self._clips = False
        self._depth = 0

    @property
    def mcid(self) -> int | None:
        """The number of the content at work."""
        return next((one.mcid for one in reversed(self.marked) if one.mcid is not None), None)

    def read_page(self, page: Any) -> None:
        """All that *page* shows."""
        resources = page.get("/Resources", pikepdf.Dictionary())
        self.read(page, resources, GraphicsState(IDENTITY))

    def read(self, stream: Any, resources: Any, state: GraphicsState) -> None:
        """All of a content stream, which begins with *state*; of none that lies too deep."""
        if self._depth > _DEEPEST:
            return
        outside = (self.resources, self.state, self._stack)
        self.resources, self.state, self._stack = resources, state, []
        self._depth += 1
        for operands, operator in pikepdf.parse_content_stream(stream):
            action = _ACTIONS.get(str(operator))
            if action is not None:
                action(self, list(operands))
        self._depth -= 1
        self.resources, self.state, self._stack = outside

    # What is painted; whoever reads fills these in. -----------------------------------------------

    def paint_path(self, bounds: Bounds, *, fills: bool, strokes: bool) -> None:
        """A path with *bounds* is filled, stroked or both."""

    def paint_text(self, shown: Any) -> None:
        """A string is shown, or an array of strings and moves."""

    def paint_image(self, image: Any) -> None:
        """An image object is stretched over the unit square."""

    def paint_form(self, form: Any) -> None:
        """A form is shown: what it paints, as a rule."""
        state = self.state.copy()
        state.matrix = times(matrix_of(form.get("/Matrix", IDENTITY)), state.matrix)
        self.read(form, form.get("/Resources", self.resources), state)

    def paint_inline_image(self, image: Any) -> None:
        """An image that stands within the stream is stretched over the unit square."""

    def paint_shading(self, shading: Any) -> None:
        """A shading fills what is not clipped away."""

    def take_pattern(self, pattern: Any) -> None:
        """A pattern has become a colour."""

    def take_font(self, font: Any) -> None:
        """A font has been chosen."""

    def turn_marks(self) -> None:
        """A marked content is about to begin or to end."""

    def unit_square(self) -> Bounds:
        """Where the unit square lies."""
        corners = ((0, 0), (1, 0), (1, 1), (0, 1))
        return around(moved(self.state.matrix, x, y) for x, y in corners)

    # State. -------------------------------------------------------------------------------------

    def _save(self, _: list[Any]) -> None:
        self._stack.append(self.state.copy())

    def _restore(self, _: list[Any]) -> None:
        if self._stack:
            self.state = self._stack.pop()

    def _transform(self, operands: list[Any]) -> None:
        self.state.matrix = times(matrix_of(operands), self.state.matrix)

    def _parameters(self, operands: list[Any]) -> None:
        states = self.resources.get("/ExtGState", {})
        if str(operands[0]) in states:
            self.state.apply(states[str(operands[0])])

    def _line_width(self, operands: list[Any]) -> None:
        self.state.line_width = float(operands[0])

    def _fill_space(self, operands: list[Any]) -> None:
        self.state.fill_space = read_space(operands[0], self.resources)
        self.state.fill = self.state.fill_space.colour([])

    def _stroke_space(self, operands: list[Any]) -> None:
        self.state.stroke_space = read_space(operands[0], self.resources)
        self.state.stroke = self.state.stroke_space.colour([])

    def _fill_colour(self, operands: list[Any]) -> None:
        self.state.fill = self.state.fill_space.colour(numbers_of(operands))
        self._pattern(operands)

    def _stroke_colour(self, operands: list[Any]) -> None:
        self.state.stroke = self.state.stroke_space.colour(numbers_of(operands))
        self._pattern(operands)

    def _pattern(self, operands: list[Any]) -> None:
        if operands and isinstance(operands[-1], pikepdf.Name):
            pattern = self.resources.get("/Pattern", {}).get(str(operands[-1]))
            if pattern is not None:
                self.take_pattern(pattern)

    def _begin_mark(self, operands: list[Any]) -> None:
        self.turn_marks()
        artifact = str(operands[0]) == "/Artifact"
        entries: Any = operands[1] if len(operands) > 1 else None
        if not isinstance(entries, pikepdf.Dictionary):
            self.marked.append(MarkedContent(artifact=artifact))
            return
        self.marked.append(
            MarkedContent(
                artifact=artifact,
                mcid=int(entries["/MCID"]) if "/MCID" in entries else None,
                subtype=str(entries.get("/Subtype", "")),
                actual=str(entries["/ActualText"]) if "/ActualText" in entries else None,
            )
        )

    def _end_mark(self, _: list[Any]) -> None:
        self.turn_marks()
        del self.marked[-1:]

    # Paths. -------------------------------------------------------------------------------------

    def _points(self, operands: list[Any]) -> None:
        """Corners of m, l, c, v and y; control points count, so that bounds are never small."""
        numbers = numbers_of(operands)
        for at in range(0, len(numbers) - 1, 2):
            self._path.append(moved(self.state.matrix, numbers[at], numbers[at + 1]))

    def _rectangle(self, operands: list[Any]) -> None:
        x, y, width, height = numbers_of(operands)
        for corner in ((x, y), (x + width, y), (x + width, y + height), (x, y + height)):
            self._path.append(moved(self.state.matrix, *corner))

    def _clip(self, _: list[Any]) -> None:
        self._clips = True

    def _end_path(self, _: list[Any]) -> None:
        if self._clips and self._path:
            clip = within(around(self._path), self.state.clip)
            # A clip with nothing in it hides all; a place far away does too.
            self.state.clip = clip or (-1e9, -1e9, -1e9, -1e9)
        self._path, self._clips = [], False

    # Text. --------------------------------------------------------------------------------------

    def _begin_text(self, _: list[Any]) -> None:
        self.state.text_matrix = self.state.line_matrix = IDENTITY

    def _font(self, operands: list[Any]) -> None:
        self.state.font_size = float(operands[1])
        self.state.font = self.resources.get("/Font", {}).get(str(operands[0]))
        if self.state.font is not None:
            self.take_font(self.state.font)

    def _text_mode(self, operands: list[Any]) -> None:
        self.state.text_mode = int(operands[0])

    def _text_leading(self, operands: list[Any]) -> None:
        self.state.leading = float(operands[0])

    def _text_matrix(self, operands: list[Any]) -> None:
        self.state.text_matrix = self.state.line_matrix = matrix_of(operands)

    def _move_text(self, operands: list[Any]) -> None:
        x, y = numbers_of(operands)
        line = times((1, 0, 0, 1, x, y), self.state.line_matrix)
        self.state.text_matrix = self.state.line_matrix = line

    def _move_text_and_lead(self, operands: list[Any]) -> None:
        self.state.leading = -float(operands[1])
        self._move_text(operands)

    def _next_line(self, _: list[Any]) -> None:
        self._move_text([0, -self.state.leading])

    def _show(self, operands: list[Any]) -> None:
        self.paint_text(operands[-1])

    def _show_next_line(self, operands: list[Any]) -> None:
        self._next_line([])
        self._show(operands)

    # Images, forms, shadings. -------------------------------------------------------------------

    def _external(self, operands: list[Any]) -> None:
        found = self.resources.get("/XObject", {}).get(str(operands[0]))
        if found is None:
            return
        if str(found.get("/Subtype")) == "/Image":
            self.paint_image(found)
        else:
            self.paint_form(found)

    def _inline_image(self, operands: list[Any]) -> None:
        self.paint_inline_image(operands[0])

    def _shading(self, operands: list[Any]) -> None:
        found = self.resources.get("/Shading", {}).get(str(operands[0]))
        if found is not None:
            self.paint_shading(found)


def numbers_of(operands: list[Any]) -> list[float]:
    return [float(one) for one in operands if not isinstance(one, pikepdf.Name)]


def matrix_of(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in operands)
    return a, b, c, d, e, f


_Action = Callable[[ContentReader, list[Any]], None]


def _set(side: str, space: Any) -> _Action:
    def set_colour(reader: ContentReader, operands: list[Any]) -> None:
        setattr(reader.state, f"{side}_space", space)
        setattr(reader.state, side, space.colour(numbers_of(operands)))

    return set_colour


def _paint(*, fills: bool = False, strokes: bool = False) -> _Action:
    def paint(reader: ContentReader, _: list[Any]) -> None:
        if reader._path:
            reader.paint_path(around(reader._path), fills=fills, strokes=strokes)
        reader._end_path([])

    return paint


_ACTIONS: dict[str, _Action] = {
    **{"q": ContentReader._save, "Q": ContentReader._restore, "cm": ContentReader._transform},
    **{"gs": ContentReader._parameters, "w": ContentReader._line_width},
    **{"g": _set("fill", GRAY), "rg": _set("fill", RGB), "k": _set("fill", CMYK)},
    **{"G": _set("stroke", GRAY), "RG": _set("stroke", RGB), "K": _set("stroke", CMYK)},
    **{"cs": ContentReader._fill_space, "CS": ContentReader._stroke_space},
    **dict.fromkeys(("sc", "scn"), ContentReader._fill_colour),
    **dict.fromkeys(("SC", "SCN"), ContentReader._stroke_colour),
    **dict.fromkeys(("BDC", "BMC"), ContentReader._begin_mark),
    "EMC": ContentReader._end_mark,
    **dict.fromkeys(("m", "l", "c", "v", "y"), ContentReader._points),
    **{"re": ContentReader._rectangle, "n": ContentReader._end_path},
    **dict.fromkeys(("W", "W*"), ContentReader._clip),
    **dict.fromkeys(("f", "F", "f*"), _paint(fills=True)),
    **dict.fromkeys(("S", "s"), _paint(strokes=True)),
    **dict.fromkeys(("B", "B*", "b", "b*"), _paint(fills=True, strokes=True)),
    **{"BT": ContentReader._begin_text, "Tf": ContentReader._font, "Tr": ContentReader._text_mode},
    **{"TL": ContentReader._text_leading, "Tm": ContentReader._text_matrix},
    **{"Td": ContentReader._move_text, "TD": ContentReader._move_text_and_lead},
    **{"T*": ContentReader._next_line, "Tj": ContentReader._show, "TJ": ContentReader._show},
    **dict.fromkeys(("'", '"'), ContentReader._show_next_line),
    **{"Do": ContentReader._external, "sh": ContentReader._shading},
    "INLINE IMAGE": ContentReader._inline_image,
}
