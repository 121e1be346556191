"""A page's content stream, read as a press would paint it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf

from strategy_report.core.geometry import Rect
from strategy_report.core.length import EMU_PER_PT, Length
from strategy_report.inspection.colour_space import CMYK, GRAY, RGB, read_space
from strategy_report.inspection.graphics_state import GraphicsState
from strategy_report.inspection.image_reader import ImageReader
from strategy_report.inspection.mark import Colour, Family, Mark, MarkKind, PageMarks
from strategy_report.inspection.matrix import (
    IDENTITY,
    Bounds,
    Matrix,
    around,
    moved,
    narrowest,
    scale,
    times,
    within,
)
from strategy_report.inspection.pdf_file import DAMAGE
from strategy_report.inspection.print_boxes import box_of
from strategy_report.inspection.shading import shading_ends

# Forms within forms; a file that goes deeper is broken, or made to hurt.
_DEEPEST = 12
_PROCESS_PLATES = 4
# What numbers with three places do to a resolution.
_ROUNDING = 0.05
# Text modes that fill, and that stroke (table 106).
_FILLING, _STROKING = (0, 2, 4, 6), (1, 2, 5, 6)
_INVISIBLE = 3
Corner = tuple[float, float]


def read_page(page: Any, images: ImageReader, corner: Corner) -> PageMarks:
    """The marks of *page*, placed from *corner*, the top left of its trim, in points."""
    medium = box_of(page.mediabox)
    sheet = (medium.left, medium.bottom, medium.right, medium.top)
    reader = _PageReader(images, corner, sheet)
    resources = page.obj.get("/Resources", pikepdf.Dictionary())
    broken = False
    try:
        reader.group(page.obj.get("/Group"), resources, (*corner, *corner))
        reader.read(page, resources, GraphicsState(IDENTITY), 0)
    except DAMAGE:
        # The rest of the file is looked at all the same.
        broken = True
    return PageMarks(
        marks=tuple(reader.marks),
        images=tuple(images.facts),
        fonts=tuple(sorted(reader.fonts.items())),
        broken=broken,
    )


class _PageReader:
    def __init__(self, images: ImageReader, corner: Corner, sheet: Bounds) -> None:
        self.marks: list[Mark] = []
        self.fonts: dict[str, bool] = {}
        self._images = images
        self._corner, self._sheet = corner, sheet
        self._resources: Any = None
        self._state = GraphicsState(IDENTITY)
        self._stack: list[GraphicsState] = []
        self._path: list[tuple[float, float]] = []
        self._clips = False
        self._depth = 0

    def read(self, stream: Any, resources: Any, state: GraphicsState, depth: int) -> None:
        """All of a content stream, which begins with *state*."""
        outside = (self._resources, self._state, self._stack, self._depth)
        self._resources, self._state, self._stack, self._depth = resources, state, [], depth
        for operands, operator in pikepdf.parse_content_stream(stream):
            action = _ACTIONS.get(str(operator))
            if action is not None:
                action(self, list(operands))
        self._resources, self._state, self._stack, self._depth = outside

    # State. -------------------------------------------------------------------------------------

    def save(self, _: list[Any]) -> None:
        self._stack.append(self._state.copy())

    def restore(self, _: list[Any]) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def transform(self, operands: list[Any]) -> None:
        self._state.matrix = times(_matrix(operands), self._state.matrix)

    def parameters(self, operands: list[Any]) -> None:
        states = self._resources.get("/ExtGState", {})
        if str(operands[0]) in states:
            self._state.apply(states[str(operands[0])])

    def line_width(self, operands: list[Any]) -> None:
        self._state.line_width = float(operands[0])

    def fill_space(self, operands: list[Any]) -> None:
        self._state.fill_space = read_space(operands[0], self._resources)
        self._state.fill = self._state.fill_space.colour([])

    def stroke_space(self, operands: list[Any]) -> None:
        self._state.stroke_space = read_space(operands[0], self._resources)
        self._state.stroke = self._state.stroke_space.colour([])

    def fill_colour(self, operands: list[Any]) -> None:
        self._state.fill = self._state.fill_space.colour(_numbers(operands))
        self._pattern(operands)

    def stroke_colour(self, operands: list[Any]) -> None:
        self._state.stroke = self._state.stroke_space.colour(_numbers(operands))
        self._pattern(operands)

    def _pattern(self, operands: list[Any]) -> None:
        """A tile's own colours count as if they were painted here."""
        if not operands or not isinstance(operands[-1], pikepdf.Name):
            return
        pattern = self._resources.get("/Pattern", {}).get(str(operands[-1]))
        if pattern is None or self._depth >= _DEEPEST:
            return
        if int(pattern.get("/PatternType", 1)) == 1:
            state = GraphicsState(self._state.matrix, self._state.clip)
            resources = pattern.get("/Resources", pikepdf.Dictionary())
            self.read(pattern, resources, state, self._depth + 1)
        elif "/Shading" in pattern:
            self._shade(pattern["/Shading"], self._here())

    # Paths. -------------------------------------------------------------------------------------

    def points(self, operands: list[Any]) -> None:
        """Corners of m, l, c, v and y; control points count, so that bounds are never small."""
        numbers = _numbers(operands)
        for at in range(0, len(numbers) - 1, 2):
            self._path.append(moved(self._state.matrix, numbers[at], numbers[at + 1]))

    def rectangle(self, operands: list[Any]) -> None:
        x, y, width, height = _numbers(operands)
        for corner in ((x, y), (x + width, y), (x + width, y + height), (x, y + height)):
            self._path.append(moved(self._state.matrix, *corner))

    def clip(self, _: list[Any]) -> None:
        self._clips = True

    def fill(self, _: list[Any]) -> None:
        self._paint(MarkKind.FILL)
        self.end_path([])

    def stroke(self, _: list[Any]) -> None:
        self._paint(MarkKind.STROKE)
        self.end_path([])

    def fill_and_stroke(self, _: list[Any]) -> None:
        self._paint(MarkKind.FILL)
        self._paint(MarkKind.STROKE)
        self.end_path([])

    def end_path(self, _: list[Any]) -> None:
        if self._clips and self._path:
            clip = within(around(self._path), self._state.clip)
            # A clip with nothing in it hides all; a place far away does too.
            self._state.clip = clip or (-1e9, -1e9, -1e9, -1e9)
        self._path, self._clips = [], False

    def _paint(self, kind: MarkKind) -> None:
        if not self._path:
            return
        bounds = within(around(self._path), self._state.clip)
        if bounds is None:
            return
        state = self._state
        stroked = kind is MarkKind.STROKE
        left, bottom, right, top = around(self._path)
        narrow = min(right - left, top - bottom)
        width = state.line_width * narrowest(state.matrix) if stroked else narrow
        colour = state.stroke if stroked else state.fill
        self._mark(kind, bounds, colour, size=_length(width))

    # Text. --------------------------------------------------------------------------------------

    def begin_text(self, _: list[Any]) -> None:
        self._state.text_matrix = self._state.line_matrix = IDENTITY

    def font(self, operands: list[Any]) -> None:
        self._state.font_size = float(operands[1])
        font = self._resources.get("/Font", {}).get(str(operands[0]))
        if font is not None:
            name, embedded = _font_facts(font)
            self.fonts[name] = embedded

    def text_mode(self, operands: list[Any]) -> None:
        self._state.text_mode = int(operands[0])

    def text_leading(self, operands: list[Any]) -> None:
        self._state.leading = float(operands[0])

    def text_matrix(self, operands: list[Any]) -> None:
        self._state.text_matrix = self._state.line_matrix = _matrix(operands)

    def move_text(self, operands: list[Any]) -> None:
        x, y = _numbers(operands)
        line = times((1, 0, 0, 1, x, y), self._state.line_matrix)
        self._state.text_matrix = self._state.line_matrix = line

    def move_text_and_lead(self, operands: list[Any]) -> None:
        self._state.leading = -float(operands[1])
        self.move_text(operands)

    def next_line(self, _: list[Any]) -> None:
        self.move_text([0, -self._state.leading])

    def show(self, operands: list[Any]) -> None:
        state = self._state
        if state.text_mode == _INVISIBLE or not _shows_something(operands):
            return
        matrix = times(state.text_matrix, state.matrix)
        x, y = moved(matrix, 0, 0)
        size = _length(abs(state.font_size) * scale(matrix))
        if within((x, y, x, y), state.clip) is None:
            return
        if state.text_mode in _FILLING:
            self._mark(MarkKind.TEXT, (x, y, x, y), state.fill, size=size)
        if state.text_mode in _STROKING:
            self._mark(MarkKind.TEXT, (x, y, x, y), state.stroke, size=size)

    def show_next_line(self, operands: list[Any]) -> None:
        self.next_line([])
        self.show(operands)

    # Images, forms, shadings. -------------------------------------------------------------------

    def external(self, operands: list[Any]) -> None:
        found = self._resources.get("/XObject", {}).get(str(operands[0]))
        if found is None:
            return
        if str(found.get("/Subtype")) == "/Image":
            self._image(found)
        elif self._depth < _DEEPEST:
            self._form(found)

    def _form(self, form: Any) -> None:
        state = self._state.copy()
        state.matrix = times(_matrix(form.get("/Matrix", IDENTITY)), state.matrix)
        self.group(form.get("/Group"), self._resources, self._here())
        self.read(form, form.get("/Resources", self._resources), state, self._depth + 1)

    def group(self, group: Any, resources: Any, bounds: Bounds) -> None:
        """Colours of a group are mixed in its own space, so that RGB there means conversion."""
        if group is None or str(group.get("/S", "")) != "/Transparency" or "/CS" not in group:
            return
        colour = read_space(group["/CS"], resources).colour([])
        self._mark(MarkKind.GROUP, bounds, colour, transparent=True)

    def _image(self, image: Any) -> None:
        if within(self._here(), self._state.clip) is not None:
            self._placed_image(image, self._images.read(image, self._resources))

    def inline_image(self, operands: list[Any]) -> None:
        image = operands[0]
        self._placed_image(image.obj, self._images.read_inline(image, self._resources))

    def _placed_image(self, image: Any, number: int) -> None:
        bounds = within(self._here(), self._state.clip)
        if bounds is None:
            return
        facts = self._images.facts[number]
        a, b, c, d, _, _ = self._state.matrix
        across, down = (a * a + b * b) ** 0.5 / 72, (c * c + d * d) ** 0.5 / 72
        ppi = min(facts.width_px / max(across, 1e-6), facts.height_px / max(down, 1e-6))
        mask = bool(image.get("/ImageMask", False))
        colour = self._state.fill if mask else facts.colour
        through = "/SMask" in image
        marked = {"ppi": int(ppi + _ROUNDING), "pixels": number, "transparent": through}
        self._mark(MarkKind.IMAGE, bounds, colour, **marked)

    def shading(self, operands: list[Any]) -> None:
        found = self._resources.get("/Shading", {}).get(str(operands[0]))
        bounds = within(self._sheet, self._state.clip)
        if found is not None and bounds is not None:
            self._shade(found, bounds)

    def _shade(self, shading: Any, bounds: Bounds) -> None:
        space = read_space(shading["/ColorSpace"], self._resources)
        ends = [space.colour(numbers) for numbers in shading_ends(shading)]
        most = max(ends, key=lambda colour: colour.total, default=space.colour([]))
        self._mark(MarkKind.SHADING, bounds, most)

    def _here(self) -> Bounds:
        """Where the unit square lies."""
        corners = ((0, 0), (1, 0), (1, 1), (0, 1))
        return around(moved(self._state.matrix, x, y) for x, y in corners)

    def _mark(self, kind: MarkKind, bounds: Bounds, colour: Colour, **more: Any) -> None:
        state = self._state
        stroked = kind is MarkKind.STROKE
        overprints = state.stroke_overprint if stroked else state.fill_overprint
        # All four plates are put, the empty ones too, by four numbers in mode 0, and always by
        # gray (8.6.7, table 149).
        if len(colour.inks) == _PROCESS_PLATES:
            overprints = overprints and state.overprint_mode == 1
        elif colour.family is Family.GRAY:
            overprints = False
        transparent = more.pop("transparent", False) or state.transparent
        self.marks.append(
            Mark(
                kind=kind,
                rect=self._placed(bounds),
                colour=colour,
                overprints=overprints,
                transparent=transparent,
                **more,
            )
        )

    def _placed(self, bounds: Bounds) -> Rect:
        left, bottom, right, top = bounds
        x, y = self._corner
        return Rect(
            _length(left - x), _length(y - top), _length(right - left), _length(top - bottom)
        )


def _length(points: float) -> Length:
    return Length(round(points * EMU_PER_PT))


def _numbers(operands: list[Any]) -> list[float]:
    return [float(one) for one in operands if not isinstance(one, pikepdf.Name)]


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in operands)
    return a, b, c, d, e, f


def _shows_something(operands: list[Any]) -> bool:
    shown = operands[-1]
    if isinstance(shown, pikepdf.Array):
        return any(isinstance(part, pikepdf.String) and bytes(part) for part in shown)
    return bool(bytes(shown))


def _font_facts(font: Any) -> tuple[str, bool]:
    """A font's name, and whether its program is in the file."""
    if str(font.get("/Subtype")) == "/Type3":
        # Its glyphs are drawings of the file itself.
        return "Type 3", True
    below = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = below.get("/FontDescriptor", {})
    name = str(font.get("/BaseFont", "?")).removeprefix("/").rpartition("+")[2]
    return name, any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _set(side: str, space: Any) -> Callable[[_PageReader, list[Any]], None]:
    def set_colour(reader: _PageReader, operands: list[Any]) -> None:
        setattr(reader._state, f"{side}_space", space)
        setattr(reader._state, side, space.colour(_numbers(operands)))

    return set_colour


_ACTIONS: dict[str, Callable[[_PageReader, list[Any]], None]] = {
    **{"q": _PageReader.save, "Q": _PageReader.restore, "cm": _PageReader.transform},
    **{"gs": _PageReader.parameters, "w": _PageReader.line_width},
    **{"g": _set("fill", GRAY), "rg": _set("fill", RGB), "k": _set("fill", CMYK)},
    **{"G": _set("stroke", GRAY), "RG": _set("stroke", RGB), "K": _set("stroke", CMYK)},
    **{"cs": _PageReader.fill_space, "CS": _PageReader.stroke_space},
    **dict.fromkeys(("sc", "scn"), _PageReader.fill_colour),
    **dict.fromkeys(("SC", "SCN"), _PageReader.stroke_colour),
    **dict.fromkeys(("m", "l", "c", "v", "y"), _PageReader.points),
    **{"re": _PageReader.rectangle, "n": _PageReader.end_path},
    **dict.fromkeys(("W", "W*"), _PageReader.clip),
    **dict.fromkeys(("f", "F", "f*"), _PageReader.fill),
    **dict.fromkeys(("S", "s"), _PageReader.stroke),
    **dict.fromkeys(("B", "B*", "b", "b*"), _PageReader.fill_and_stroke),
    **{"BT": _PageReader.begin_text, "Tf": _PageReader.font, "Tr": _PageReader.text_mode},
    **{"TL": _PageReader.text_leading, "Tm": _PageReader.text_matrix},
    **{"Td": _PageReader.move_text, "TD": _PageReader.move_text_and_lead},
    **{"T*": _PageReader.next_line, "Tj": _PageReader.show, "TJ": _PageReader.show},
    **dict.fromkeys(("'", '"'), _PageReader.show_next_line),
    **{"Do": _PageReader.external, "sh": _PageReader.shading},
    "INLINE IMAGE": _PageReader.inline_image,
}
