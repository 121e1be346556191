"""Items of a page to the operators of its content stream."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import assert_never

from strategy_report.core.geometry import Rect
from strategy_report.core.length import Length
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import (
    GlyphRun,
    Group,
    Image,
    Item,
    LinkArea,
    Path,
    Picture,
    Shape,
    Stroke,
    TextLine,
    Voice,
)
from strategy_report.display.page import Slug
from strategy_report.display.role import Furniture, Role
from strategy_report.pdf.embed_font import PageFont, Shown
from strategy_report.pdf.line_text import Faces, line_parts
from strategy_report.pdf.number import decimal, drawn_points, points
from strategy_report.pdf.objects import pdf_text
from strategy_report.pdf.profile import Profile
from strategy_report.pdf.structure import Element, PageTags


class Painter:
    """Writes the content stream of one page.

    Attributes:
        operators: lines of the stream.
        images: shown on the page, by the name they have in its resources.
        shown: glyphs shown on the page, by their face.
        links: areas to press on the page, each with the element of its text.
    """

    def __init__(
        self, height: Length, fonts: Mapping[str, PageFont], profile: Profile, tags: PageTags
    ) -> None:
        self.operators: list[str] = []
        self.images: dict[str, Image] = {}
        self.shown: defaultdict[str, Shown] = defaultdict(Counter)
        self.links: list[tuple[LinkArea, Element]] = []
        self._height = int(height)
        self._fonts = fonts
        self._faces = Faces(
            advance=lambda face, glyph_id: fonts[face].width(glyph_id),
            space=lambda face: fonts[face].face.glyph(" "),
        )
        self._profile = profile
        self._tags = tags
        # Whose the content at work is; None within artifacts.
        self._owner: Element | None = None
        # What the graphics state holds, so that it is set only where it changes.
        self._state: dict[str, str] = {}

    def paint_box(self, box: Box, parent: Element | None = None) -> None:
        """A box with all within it, as content of its own element under *parent*.

        Artifacts belong to none, and say what they are there for (ISO 32000-1, 14.8.2.2).
        """
        if box.role is Role.ARTIFACT:
            if _paints(box):
                self.operators.append(_FURNITURE[box.furniture])
                self._paint_inside(box)
                self.operators.append("EMC")
            return
        element = self._tags.element(box, parent or self._tags.root)
        # Where some of a box can be pressed, all its text is the link's.
        areas = [item for item in box.items if isinstance(item, LinkArea)]
        links = [element.child(Role.LINK, "") for _ in areas]
        self.links.extend(zip(areas, links, strict=True))
        self._owner = links[0] if links else element
        self._paint_owned([item for item in box.items if not isinstance(item, LinkArea)])
        self._owner = None
        for child in box.children:
            self.paint_box(child, element)

    def _paint_owned(self, items: Iterable[Item]) -> None:
        """Items of the box at work: a marked content for each line, and for shapes together.

        No mark stands within another: poppler takes the end of the inner one for the outer's.
        """
        for has_text, neighbours in groupby(items, _has_text):
            if not has_text:
                self.operators.append(self._shapes_mark())
            for item in neighbours:
                self.paint(item)
            if not has_text:
                self.operators.append("EMC")

    def _shapes_mark(self) -> str:
        """Shapes are content where something is read in their place; else they are decoration."""
        owner = self._owner
        if owner is None or not (owner.alt or owner.role is Role.FIGURE):
            return _FURNITURE[Furniture.LAYOUT]
        return f"/{owner.role.value}<</MCID {self._tags.mark(owner)}>>BDC"

    def _paint_inside(self, box: Box) -> None:
        for item in box.items:
            self.paint(item)
        for child in box.children:
            self._paint_inside(child)

    def paint_slug(self, bleed: Rect, slug: Slug) -> None:
        """What stands around the page; what was painted before is cut to the *bleed*."""
        self.operators = [f"q {self._path(Path.rect(bleed))} W n", *self.operators, "Q"]
        self._state = {}
        self.operators.append("/Artifact BMC")
        for item in slug.items:
            self.paint(item)
        self.operators.append("EMC")

    def paint(self, item: Item) -> None:
        match item:
            case TextLine():
                self._text_line(item)
            case GlyphRun():
                self._paint_text((item,), [])
            case Shape():
                self._shape(item)
            case Picture():
                self._picture(item)
            case Group():
                self._group(item)
            case LinkArea():
                raise TypeError("a link stands among a box's own items, in no group or artifact")
            case _:
                assert_never(item)

    def _text_line(self, line: TextLine) -> None:
        if not any(run.glyph_ids for run in line.runs):
            return
        if line.voices and not self._profile.navigable:
            line = replace(line, voices=())
        for part in line_parts(line, self._faces):
            entries = [] if part.text is None else [f"/ActualText {pdf_text(part.text)}"]
            self._paint_text(part.runs, entries, part.voice)

    def _paint_text(
        self, runs: Iterable[GlyphRun], entries: list[str], voice: Voice | None = None
    ) -> None:
        """Runs within a mark that has *entries*, and the number of the content they are."""
        if self._owner is not None:
            owner = self._owner if voice is None else self._owner.spoken(voice)
            entries = [f"/MCID {self._tags.mark(owner)}", *entries]
        if entries:
            self.operators.append(f"/Span<<{' '.join(entries)}>>BDC")
        for run in runs:
            self._glyphs(run)
        if entries:
            self.operators.append("EMC")

    def _glyphs(self, run: GlyphRun) -> None:
        if not run.glyph_ids:
            return
        font = self._fonts[run.face]
        self.shown[run.face].update(zip(run.glyph_ids, run.texts, strict=True))
        self._set("fill", self._profile.fill(run.ink))
        self._set("overprint", self._profile.text_state(run.ink))
        x, y = points(run.origin.x), points(self._height - run.origin.y)
        self.operators.append(
            f"BT /{font.name} {points(run.size)} Tf {x} {y} Td [{_shown(run, font)}] TJ ET"
        )

    def _shape(self, shape: Shape) -> None:
        self._set("overprint", self._profile.shape_state)
        if shape.fill is not None:
            self._set("fill", self._profile.fill(shape.fill))
        if shape.stroke is not None:
            self._set_stroke(shape.stroke)
        operator = _PAINT[shape.fill is not None, shape.stroke is not None]
        self.operators.append(f"{self._path(shape.path)} {operator}")

    def _set_stroke(self, stroke: Stroke) -> None:
        self._set("stroke", self._profile.stroke(stroke.ink))
        self._set("width", points(stroke.width) + " w")
        self._set("cap", f"{stroke.cap.value} J")
        self._set("join", f"{stroke.join.value} j")
        self._set("dash", f"[{' '.join(map(points, stroke.dash))}] 0 d")

    def _picture(self, picture: Picture) -> None:
        name = picture.image.name
        self.images[name] = picture.image
        self._set("overprint", self._profile.shape_state)
        self.operators.append(f"q {self._unit_square_on(picture.rect)} cm /FormXob.{name} Do Q")

    def _unit_square_on(self, rect: Rect) -> str:
        x, y = points(rect.x), points(self._height - rect.bottom)
        return f"{points(rect.width)} 0 0 {points(rect.height)} {x} {y}"

    def _group(self, group: Group) -> None:
        if group.clip is None:
            self._paint_grouped(group)
            return
        outside = self._state.copy()
        self.operators.append(f"q {self._path(group.clip)} W n")
        self._paint_grouped(group)
        self.operators.append("Q")
        self._state = outside

    def _paint_grouped(self, group: Group) -> None:
        if self._owner is not None and _has_text(group):
            self._paint_owned(group.items)
            return
        for item in group.items:
            self.paint(item)

    def _path(self, path: Path) -> str:
        rest = iter(path.coordinates)
        parts = []
        for operator in path.operators:
            for _ in range(_POINTS[operator]):
                parts.append(drawn_points(next(rest)))
                parts.append(drawn_points(self._height - next(rest)))
            parts.append(_PATH[operator])
        return " ".join(parts)

    def _set(self, what: str, operator: str) -> None:
        if self._state.get(what, _INITIAL.get(what)) != operator:
            self._state[what] = operator
            self.operators.append(operator)


def _furniture(kind: Furniture) -> str:
    name, subtype = kind.value
    subtyped = f"/Subtype/{subtype}" if subtype else ""
    return f"/Artifact<</Type/{name}{subtyped}>>BDC"


_FURNITURE = {kind: _furniture(kind) for kind in Furniture}

# ISO 32000-1, tables 59 and 60.
_PATH = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_POINTS = {"M": 1, "L": 1, "C": 3, "Z": 0}
_PAINT = {(False, False): "n", (True, False): "f", (False, True): "S", (True, True): "B"}

# ISO 32000-1, table 52. Colours begin black in DeviceGray, so that they are always set.
_INITIAL = {"width": "1 w", "cap": "0 J", "join": "0 j", "dash": "[] 0 d", "overprint": ""}

# TJ moves in thousandths of an em; tenths of them are 0.0025 pt off at most up to this size,
# which is half of what a glyph's place may be off.
_FINE_SIZE = Length(50 * 12_700)


def _has_text(item: Item) -> bool:
    match item:
        case TextLine() | GlyphRun():
            return True
        case Group():
            return any(map(_has_text, item.items))
    return False


def _paints(box: Box) -> bool:
    return bool(box.items) or any(map(_paints, box.children))


def _shown(run: GlyphRun, font: PageFont) -> str:
    """The operand of TJ: glyph ids, and moves where an offset is not the advance before it.

    Moves are reckoned from where the pen really is, so that rounding does not add up.
    """
    size = int(run.size)
    step = 100 if size <= _FINE_SIZE else 10
    pen = 0
    shown: list[str] = ["<"]
    for glyph_id, offset in zip(run.glyph_ids, run.offsets, strict=True):
        target = (offset * 2_000_000 + size) // (size * 2)
        move = round((pen - target) / step)
        if move:
            shown.append(f">{decimal(move * step)}<")
            pen -= move * step
        shown.append(f"{glyph_id:04X}")
        pen += font.width(glyph_id)
    shown.append(">")
    text = "".join(shown)
    return text[2:] if text.startswith("<>") else text
