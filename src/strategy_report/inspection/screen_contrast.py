"""Whether what is painted can be told from what it stands on (JIS X 8341-3, 1.4.1, 1.4.3, 1.4.11).

Grounds are the areas painted before; what stands on a picture, and what is set in another space
than RGB or gray, is not judged. Charts are figures whose alternative text tells numbers: of another
picture, nobody can say which parts have to be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from strategy_report.core.ink import Ink, contrast
from strategy_report.core.value import Value
from strategy_report.inspection.mark import Rgb
from strategy_report.inspection.matrix import Bounds, within
from strategy_report.inspection.preflight import Inspected
from strategy_report.inspection.said import Fault, fault
from strategy_report.inspection.screen_paint import Painted, painted
from strategy_report.inspection.tag_tree import Tag

_LEAST, _LEAST_LARGE, _LARGE_SIZE = 4.5, 3.0, 18.0
_LEAST_MARK = 3.0
_PAPER: Rgb = (1.0, 1.0, 1.0)
# Marks nearer to each other than this, in points, touch.
_NEAR = 0.5
# The far sides of a rectangle are sums: two that are meant to be the same may differ by so much.
_LAST_BITS = 0.0005
_NUMBER = re.compile(r"\d[\d,.]*")
_LEAST_NUMBERS = 2


class _Mark(Value):
    """A part of a chart that its reader must see: a bar, a line, a point.

    Attributes:
        inks: that it shows.
        ground: what it stands on.
        is_labelled: whether words stand beside it, above it or below it.
    """

    bounds: Bounds
    inks: tuple[Rgb, ...]
    ground: Rgb
    is_area: bool
    is_outlined: bool
    is_labelled: bool


def colours_can_be_told(of: Inspected) -> Iterator[Fault]:
    """The worst of each page: pale text, pale marks of charts, marks that differ by hue alone."""
    charts = _charts(of)
    for number, (page, label) in enumerate(zip(of.file.pages, of.labels, strict=True)):
        items = painted(page)
        yield from _text_stands_out(items, label)
        for tag, contents in charts.get(number, ()):
            marks = tuple(_marks(items, contents))
            told = (tag.alt or "")[:20]
            yield from _marks_stand_out(marks, told, label)
            yield from _hue_is_not_alone(marks, told, label)


def _text_stands_out(items: Sequence[Painted], label: str) -> Iterator[Fault]:
    pale: list[tuple[float, float]] = []
    for place, one in enumerate(items):
        ground = _ground(items, place)
        if one.size is None or one.fill is None or ground is None:
            continue
        ratio = _ratio(one.fill, ground)
        if ratio < (_LEAST_LARGE if one.size >= _LARGE_SIZE else _LEAST):
            pale.append((ratio, one.size))
    if pale:
        ratio, size = min(pale)
        yield fault(
            "PFL043",
            f"地の色に対して薄い文字があります（比 {ratio:.1f}、{size:.1f}ポイント）。",
            f"文字と地の色の比を {_LEAST} 以上（{_LARGE_SIZE:.0f}ポイントからは"
            f" {_LEAST_LARGE:.0f} 以上）にしてください。",
            page=label,
        )


def _marks_stand_out(marks: Sequence[_Mark], told: str, label: str) -> Iterator[Fault]:
    """Fill or outline is told from the ground, and areas from areas that they touch."""
    ratios = [_best(mark.inks, (mark.ground,)) for mark in marks]
    ratios += [
        _best(one.inks, other.inks)
        for one, other in _pairs(marks)
        if _touch(one.bounds, other.bounds)
    ]
    worst = min(ratios, default=_LEAST_MARK)
    if worst < _LEAST_MARK:
        yield fault(
            "PFL044",
            f"図「{told}」に、地やとなりの色に対して薄い棒か線があります（比 {worst:.1f}）。",
            f"色の比を {_LEAST_MARK:.0f} 以上にするか、その比のある線で囲んでください。",
            page=label,
        )


def _hue_is_not_alone(marks: Sequence[_Mark], told: str, label: str) -> Iterator[Fault]:
    """Areas of two colours are told apart by lightness, an outline or words, too."""
    for one, other in _pairs(marks):
        alike = one.is_outlined == other.is_outlined and _best(one.inks, other.inks) < _LEAST_MARK
        if alike and not (one.is_labelled and other.is_labelled):
            yield fault(
                "PFL045",
                f"図「{told}」に、色合いだけで見分けるところがあります。",
                "明るさを変えるか、線で囲むか、言葉を添えてください。",
                page=label,
            )
            return


def _pairs(marks: Sequence[_Mark]) -> Iterator[tuple[_Mark, _Mark]]:
    """Areas of unlike colours; lines, such as an axis, may touch what they like."""
    areas = [mark for mark in marks if mark.is_area]
    return ((one, other) for one, other in combinations(areas, 2) if one.inks != other.inks)


def _charts(of: Inspected) -> Mapping[int, list[tuple[Tag, frozenset[int]]]]:
    """The charts of each page, with the numbers of their contents."""
    found: dict[int, list[tuple[Tag, frozenset[int]]]] = {}
    for tag in of.tags():
        if tag.role != "Figure" or len(_NUMBER.findall(tag.alt or "")) < _LEAST_NUMBERS:
            continue
        contents = list(tag.contents())
        for page in sorted({content.page for content in contents}):
            on_page = frozenset(content.mcid for content in contents if content.page == page)
            found.setdefault(page, []).append((tag, on_page))
    return found


def _marks(items: Sequence[Painted], contents: frozenset[int]) -> Iterator[_Mark]:
    """Shapes of a chart, but for those that words stand on: their words tell."""
    own = [(place, one) for place, one in enumerate(items) if one.mcid in contents]
    words = [one.bounds for _, one in own if one.size is not None]
    for place, one in own:
        ground = _ground(items, place)
        inks = tuple(ink for ink in (one.fill, one.stroke) if ink is not None)
        holds_words = any(within(word, one.bounds) for word in words)
        if one.size is None and one.known and ground is not None and not holds_words:
            yield _Mark(
                bounds=one.bounds,
                inks=inks,
                ground=ground,
                is_area=one.fill is not None,
                is_outlined=one.fill is not None and one.stroke is not None,
                is_labelled=any(_beside(word, one.bounds) for word in words),
            )


def _ground(items: Sequence[Painted], place: int) -> Rgb | None:
    """The colour under the item at *place*; None where it is not known."""
    bounds = items[place].bounds
    for below in reversed(items[:place]):
        is_area = below.size is None and (below.fill is not None or not below.known)
        if is_area and _holds(below.bounds, bounds):
            return below.fill
    return _PAPER


def _holds(outer: Bounds, inner: Bounds) -> bool:
    return within(inner, _grown(outer, _LAST_BITS)) == inner


def _touch(one: Bounds, other: Bounds) -> bool:
    return within(_grown(one, _NEAR), other) is not None


def _grown(bounds: Bounds, by: float) -> Bounds:
    return bounds[0] - by, bounds[1] - by, bounds[2] + by, bounds[3] + by


def _beside(word: Bounds, mark: Bounds) -> bool:
    """Whether a word stands in a mark's row or column."""
    in_row = mark[1] <= word[1] <= mark[3]
    in_column = mark[0] <= word[0] <= mark[2]
    return in_row or in_column


def _best(inks: Sequence[Rgb], others: Sequence[Rgb]) -> float:
    """The ratio of the best pair."""
    return max(_ratio(one, other) for one in inks for other in others)


def _ratio(one: Rgb, other: Rgb) -> float:
    return contrast(_ink(one), _ink(other))


def _ink(colour: Rgb) -> Ink:
    red, green, blue = (round(part * 255) for part in colour)
    return Ink(name="", rgb=(red, green, blue), cmyk=(0, 0, 0, 0))
