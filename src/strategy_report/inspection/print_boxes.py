"""Rules about the boxes of a page: where it is cut, and how far colour goes beyond."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from strategy_report.core.length import EMU_PER_PT, Length, mm
from strategy_report.core.value import Value
from strategy_report.inspection.print_conditions import PrintConditions
from strategy_report.inspection.said import Fault, counted, fault

_NEARLY = mm("0.01")
_REMADE = "トンボと塗り足しを付けて書き出し直してください。"


class Box(Value):
    """A box of a page in points, from its media's origin."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> Length:
        return _length(self.right - self.left)

    @property
    def height(self) -> Length:
        return _length(self.top - self.bottom)

    def beyond(self, other: Box) -> Length:
        """How far it goes beyond *other* where it goes least; negative where it falls short."""
        return _length(
            min(
                other.left - self.left,
                other.bottom - self.bottom,
                self.right - other.right,
                self.top - other.top,
            )
        )


class Boxes(Value):
    """Those of a page; the trim is the medium where none is stated."""

    media: Box
    bleed: Box
    trim: Box
    states_trim: bool


def boxes_of(page: Any) -> Boxes:
    media = box_of(page.mediabox)
    trim = page.obj.get("/TrimBox")
    bleed = page.obj.get("/BleedBox")
    return Boxes(
        media=media,
        bleed=media if bleed is None else box_of(bleed),
        trim=media if trim is None else box_of(trim),
        states_trim=trim is not None,
    )


def box_faults(page: Any, index: int, first: Boxes, conditions: PrintConditions) -> Iterator[Fault]:
    """What is wrong with the boxes of a page; *first* are those of the first page."""
    boxes, label = boxes_of(page), counted(index)
    if not boxes.states_trim:
        yield fault("PRE011", "仕上がりの大きさ（TrimBox）がありません。", _REMADE, label)
        return
    if _differ(boxes.trim, first.trim):
        size = f"{boxes.trim.width.mm:.1f}×{boxes.trim.height.mm:.1f}mm"
        yield fault(
            "PRE012",
            f"仕上がりの大きさが {size} で、1ページ目と違います。",
            "すべてのページを同じ大きさにしてください。",
            label,
        )
    if boxes.bleed.beyond(boxes.trim) < conditions.bleed - _NEARLY:
        found = max(boxes.bleed.beyond(boxes.trim).mm, 0)
        yield fault(
            "PRE013",
            f"塗り足しが {found:.1f}mm しかありません（{conditions.bleed.mm:g}mm 要ります）。",
            _REMADE,
            label,
        )
    if boxes.media.beyond(boxes.bleed) < -_NEARLY:
        yield fault(
            "PRE014", "塗り足し（BleedBox）が用紙（MediaBox）からはみ出しています。", _REMADE, label
        )
    if int(page.obj.get("/Rotate", 0)) or float(page.obj.get("/UserUnit", 1)) != 1:
        yield fault(
            "PRE015",
            "ページが回っているか、拡大されています。",
            "回転と拡大をかけずに書き出し直してください。",
            label,
        )


def _differ(one: Box, other: Box) -> bool:
    return abs(one.width - other.width) > _NEARLY or abs(one.height - other.height) > _NEARLY


def box_of(given: Any) -> Box:
    """A rectangle of a file, whichever two of its corners it states."""
    left, bottom, right, top = (float(side) for side in given)
    return Box(
        left=min(left, right), bottom=min(bottom, top), right=max(left, right), top=max(bottom, top)
    )


def _length(points: float) -> Length:
    return Length(round(points * EMU_PER_PT))
