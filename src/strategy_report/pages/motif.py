"""The theme's ornament: 雪吊り, a cone of ropes that holds up a pine; a plain theme draws none."""

from __future__ import annotations

from math import cos, radians, sin

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.ink import Ink
from strategy_report.core.length import Length, pt
from strategy_report.core.value import Value
from strategy_report.display.item import Cap, Group, Item, Path, Shape, Stroke
from strategy_report.display.page import Side
from strategy_report.pages.context import Sheet
from strategy_report.pages.shapes import ellipse
from strategy_report.style.inks import lighter
from strategy_report.style.theme import Motif

# In points from the trimmed page's right edge; see `band_motif`.
_BAND_APEX_FROM_EDGE, _BAND_APEX_DOWN, _BAND_BEYOND = 42.28, pt(13), pt(8.5)
_BAND_LEAST, _TEXT_CLEARANCE = pt(50), pt(4)
_THINNEST = pt(0.25)
_EDGE = pt(0.5)
# Where the near cone's apex stands in a stand-in, so that neighbours differ.
_STAND_IN_APEXES = (0.64, 0.36, 0.60, 0.42)
SNOW = pt(19)


class Cone(Value, kw_only=False):
    """Ropes from an apex to a hoop.

    Attributes:
        hoop: height of the hoop's middle; `across`, `down`: its radii.
        ropes: how many, odd.
        weight: of a front rope; `pole`: the pole's, as a multiple of it.
    """

    apex: Point
    hoop: Length
    across: Length
    down: Length
    ropes: int
    weight: Length
    pole: float = 1.6

    def items(self, ink: Ink) -> tuple[Shape, ...]:
        """Back ropes, hoop, front ropes, pole and cap, all in one ink."""
        x, y, w = self.apex.x, self.apex.y, self.weight
        ends = [self._end(rope) for rope in range(self.ropes)]
        back = tuple(end for end in ends if end.y <= self.hoop)
        front = tuple(end for end in ends if end.y > self.hoop)
        hoop = ellipse(Point(x, self.hoop), self.across, self.down)
        pole = Path.line(Point(x, y - w * 7), Point(x, self.hoop))
        cap = Path.polygon(Point(x - w * 5, y + w), Point(x, y - w * 9), Point(x + w * 5, y + w))
        return (
            _stroked(self._fan(back), ink, max(_THINNEST, w * 0.45)),
            _stroked(hoop, ink, max(_THINNEST, w * 0.8)),
            _stroked(self._fan(front), ink, w),
            _stroked(pole, ink, w * self.pole),
            Shape(path=cap, fill=ink),
        )

    def _end(self, rope: int) -> Point:
        turn = radians(360 * (rope + 0.5) / self.ropes)
        return Point(
            self.apex.x + self.across * cos(turn), self.hoop + self.down * round(sin(turn), 9)
        )

    def _fan(self, ends: tuple[Point, ...]) -> Path:
        apex = self.apex
        return Path(
            operators="ML" * len(ends),
            coordinates=tuple(part for end in ends for part in (apex.x, apex.y, end.x, end.y)),
        )


def band_motif(band: Rect, title: tuple[Rect, ...], sheet: Sheet) -> tuple[Item, ...]:
    """The cone at the right of a title band, clear of the title's lines, cut by the band."""
    if sheet.theme.motif is not Motif.YUKITSURI:
        return ()
    apex = Point(sheet.master.trim.width - pt(_BAND_APEX_FROM_EDGE), _BAND_APEX_DOWN)
    hoop = band.bottom + _BAND_BEYOND
    height = hoop - apex.y
    across = height * 0.84
    for line in title:
        room = apex.x - _TEXT_CLEARANCE - line.right
        down = min(line.bottom, band.bottom) - apex.y
        if down > 0:
            across = min(across, room / down.ratio(height))
    if across < _BAND_LEAST:
        return ()
    cone = Cone(apex, hoop, across, pt(8), 27, pt(0.75))
    # Clear of the band's edge: where that falls within a pixel, ropes would darken it in dashes.
    inside = Rect(band.x, band.y, band.width, band.height - _EDGE)
    return (Group(items=cone.items(sheet.accent.motif), clip=Path.rect(inside)),)


def signature(inward: Length, sheet: Sheet) -> tuple[Item, ...]:
    """The small cone beside the page number; its near side at least *inward* of the margin."""
    if sheet.theme.motif is not Motif.YUKITSURI:
        return ()
    area, foot = sheet.type_area, sheet.master.foot_line
    inward = max(pt(26), inward + pt(9))
    x = area.x + inward if sheet.side is Side.LEFT else area.right - inward
    cone = Cone(Point(x, foot - pt(12)), foot - pt(0.6), pt(9), pt(1.6), 9, pt(0.4))
    return cone.items(sheet.accent.ink)


def stand_in_motif(frame: Rect, number: int, sheet: Sheet) -> tuple[Item, ...]:
    """A far and a near cone standing on a stand-in's snow; *number* turns the composition."""
    if sheet.theme.motif is not Motif.YUKITSURI:
        return ()
    ink, share = sheet.accent.ink, _STAND_IN_APEXES[number % len(_STAND_IN_APEXES)]
    snow = frame.bottom - SNOW
    height = snow - frame.y
    near_x = frame.x + frame.width * share
    across = min(frame.width * 0.29, height * 0.95)
    away = -1 if share > 0.5 else 1
    far_x = near_x + across * 1.18 * away
    near = Cone(Point(near_x, frame.y + height * 0.16), snow, across, across * 0.06, 21, pt(0.55))
    far = Cone(
        Point(far_x, frame.y + height * 0.48), snow, across * 0.5, across * 0.03, 15, pt(0.35)
    )
    items = (*far.items(lighter(ink, 0.55)), *near.items(lighter(ink, 0.15)))
    return (Group(items=items, clip=Path.rect(frame)),)


def cover_motif(horizon: Length, apex: Length, sheet: Sheet) -> tuple[Item, ...]:
    """Two far cones, the pine, and the near cone, which changes ink at the horizon."""
    if sheet.theme.motif is not Motif.YUKITSURI:
        return ()
    inks = sheet.theme.inks
    sky, snow = _halves(horizon, sheet)
    left = Cone(Point(pt(84), pt(412)), horizon + pt(1), pt(110), pt(9), 23, pt(0.55))
    right = Cone(Point(pt(522), pt(364)), horizon + pt(1), pt(134), pt(11), 25, pt(0.6))
    near = Cone(Point(pt(338), apex), horizon + pt(6), pt(214), pt(19), 41, pt(0.8), 2.6)
    page = Path.rect(_page(sheet))
    return (
        Group(items=(*left.items(inks.far), *right.items(inks.far)), clip=page),
        Group(items=_pine(horizon, inks.pine), clip=sky),
        Group(items=near.items(inks.paper), clip=sky),
        Group(items=near.items(inks.main.ink), clip=snow),
    )


def _halves(horizon: Length, sheet: Sheet) -> tuple[Path, Path]:
    page = _page(sheet)
    above = Rect(page.x, page.y, page.width, horizon - page.y)
    below = Rect(page.x, horizon, page.width, page.bottom - horizon)
    return Path.rect(above), Path.rect(below)


def _page(sheet: Sheet) -> Rect:
    bleed, trim = sheet.master.bleed, sheet.master.trim
    return Rect(-bleed, -bleed, trim.width + bleed * 2, trim.height + bleed * 2)


# Pads of the pine: from the trunk, foot, half width, height, in points.
_PADS = (
    (0, 356, 20, 13),
    (-16, 384, 34, 15),
    (30, 408, 42, 16),
    (-40, 438, 52, 17),
    (52, 464, 58, 18),
    (-58, 494, 72, 19),
    (76, 522, 74, 20),
    (-88, 550, 82, 21),
)


def _pine(horizon: Length, ink: Ink) -> tuple[Shape, ...]:
    trunk = Path.polygon(
        Point(pt(341), horizon),
        Point(pt(334), pt(390)),
        Point(pt(339), pt(390)),
        Point(pt(363), horizon),
    )
    pads = [_pad(pt(338 + dx), pt(y), pt(r), pt(h)) for dx, y, r, h in _PADS]
    return tuple(Shape(path=path, fill=ink) for path in (trunk, *pads))


def _pad(x: Length, foot: Length, half: Length, height: Length) -> Path:
    near, far = half * 0.9, half * 0.45
    shoulder, top = foot - height * 0.75, foot - height
    return Path(
        operators="MCCZ",
        coordinates=(
            *(x - half, foot),
            *(x - near, shoulder, x - far, top, x, top),
            *(x + far, top, x + near, shoulder, x + half, foot),
        ),
    )


def _stroked(path: Path, ink: Ink, width: Length) -> Shape:
    return Shape(path=path, stroke=Stroke(ink=ink, width=width, cap=Cap.ROUND))
