"""A page's content stream, read as a press would paint it."""

from __future__ import annotations

from typing import Any

import pikepdf

from strategy_report.core.geometry import Rect
from strategy_report.core.length import EMU_PER_PT, Length
from strategy_report.inspection.colour_space import read_space
from strategy_report.inspection.content_reader import ContentReader
from strategy_report.inspection.graphics_state import GraphicsState
from strategy_report.inspection.image_reader import ImageReader
from strategy_report.inspection.mark import Colour, Family, Mark, MarkKind, PageMarks
from strategy_report.inspection.matrix import Bounds, moved, narrowest, scale, times, within
from strategy_report.inspection.pdf_file import DAMAGE
from strategy_report.inspection.print_boxes import box_of
from strategy_report.inspection.shading import shading_ends

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
        reader.take_group(page.obj.get("/Group"), resources, (*corner, *corner))
        reader.read_page(page.obj)
    except DAMAGE:
        # The rest of the file is looked at all the same.
        broken = True
    return PageMarks(
        marks=tuple(reader.marks),
        images=tuple(images.facts),
        fonts=tuple(sorted(reader.fonts.items())),
        broken=broken,
    )


class _PageReader(ContentReader):
    """What is painted, as marks within their clips."""

    def __init__(self, images: ImageReader, corner: Corner, sheet: Bounds) -> None:
        super().__init__()
        self.marks: list[Mark] = []
        self.fonts: dict[str, bool] = {}
        self._images = images
        self._corner, self._sheet = corner, sheet

    def take_pattern(self, pattern: Any) -> None:
        """A tile's own colours count as if they were painted here."""
        if int(pattern.get("/PatternType", 1)) == 1:
            state = GraphicsState(self.state.matrix, self.state.clip)
            self.read(pattern, pattern.get("/Resources", pikepdf.Dictionary()), state)
        elif "/Shading" in pattern:
            self._shade(pattern["/Shading"], self.unit_square())

    def take_font(self, font: Any) -> None:
        name, embedded = _font_facts(font)
        self.fonts[name] = embedded

    def take_group(self, group: Any, resources: Any, bounds: Bounds) -> None:
        """Colours of a group are mixed in its own space, so that RGB there means conversion."""
        if group is None or str(group.get("/S", "")) != "/Transparency" or "/CS" not in group:
            return
        colour = read_space(group["/CS"], resources).colour([])
        self._mark(MarkKind.GROUP, bounds, colour, transparent=True)

    def paint_path(self, bounds: Bounds, *, fills: bool, strokes: bool) -> None:
        state = self.state
        seen = within(bounds, state.clip)
        if seen is None:
            return
        if fills:
            left, bottom, right, top = bounds
            narrow = min(right - left, top - bottom)
            self._mark(MarkKind.FILL, seen, state.fill, size=_length(narrow))
        if strokes:
            width = state.line_width * narrowest(state.matrix)
            self._mark(MarkKind.STROKE, seen, state.stroke, size=_length(width))

    def paint_text(self, shown: Any) -> None:
        state = self.state
        if state.text_mode == _INVISIBLE or not _shows_something(shown):
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

    def paint_form(self, form: Any) -> None:
        self.take_group(form.get("/Group"), self.resources, self.unit_square())
        super().paint_form(form)

    def paint_image(self, image: Any) -> None:
        if within(self.unit_square(), self.state.clip) is not None:
            self._placed_image(image, self._images.read(image, self.resources))

    def paint_inline_image(self, image: Any) -> None:
        self._placed_image(image.obj, self._images.read_inline(image, self.resources))

    def _placed_image(self, image: Any, number: int) -> None:
        bounds = within(self.unit_square(), self.state.clip)
        if bounds is None:
            return
        facts = self._images.facts[number]
        a, b, c, d, _, _ = self.state.matrix
        across, down = (a * a + b * b) ** 0.5 / 72, (c * c + d * d) ** 0.5 / 72
        ppi = min(facts.width_px / max(across, 1e-6), facts.height_px / max(down, 1e-6))
        mask = bool(image.get("/ImageMask", False))
        colour = self.state.fill if mask else facts.colour
        through = "/SMask" in image
        marked = {"ppi": int(ppi + _ROUNDING), "pixels": number, "transparent": through}
        self._mark(MarkKind.IMAGE, bounds, colour, **marked)

    def paint_shading(self, shading: Any) -> None:
        bounds = within(self._sheet, self.state.clip)
        if bounds is not None:
            self._shade(shading, bounds)

    def _shade(self, shading: Any, bounds: Bounds) -> None:
        space = read_space(shading["/ColorSpace"], self.resources)
        ends = [space.colour(numbers) for numbers in shading_ends(shading)]
        most = max(ends, key=lambda colour: colour.total, default=space.colour([]))
        self._mark(MarkKind.SHADING, bounds, most)

    def _mark(self, kind: MarkKind, bounds: Bounds, colour: Colour, **more: Any) -> None:
        state = self.state
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


def _shows_something(shown: Any) -> bool:
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
