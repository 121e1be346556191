"""A finished chart: shapes, and places for its words."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any

from strategy_report.core.geometry import Point, Size
from strategy_report.core.ink import Ink
from strategy_report.core.length import Length
from strategy_report.core.value import Value
from strategy_report.display.item import Cap, Join, Path, Shape, Stroke


class Align(Enum):
    """Which part of a label's line stands at its anchor."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Label(Value):
    """A place for words, which the page sets with the composer.

    Attributes:
        key: what the page finds its words by, e.g. ``period/0``.
        text: the words themselves.
        anchor: on the baseline.
        size: the em.
    """

    key: str
    text: str
    anchor: Point
    align: Align
    size: Length


class Drawing(Value):
    """Vector shapes in paint order, and labels; origin top left, y downwards.

    A drawing can be kept as bytes: `from_bytes(drawing.to_bytes()) == drawing`.
    """

    size: Size
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...] = ()

    def to_bytes(self) -> bytes:
        """The drawing as compact JSON; equal drawings give equal bytes."""
        return json.dumps(self.to_json(), ensure_ascii=False, separators=(",", ":")).encode()

    @staticmethod
    def from_bytes(data: bytes) -> Drawing:
        """The drawing that `to_bytes` wrote.

        Raises:
            ValueError: *data* is something else.
        """
        return Drawing.from_json(json.loads(data))

    def to_json(self) -> list[Any]:
        """The drawing as lists of numbers and words, each ink once."""
        inks: dict[Ink, int] = {}
        shapes = [_shape_out(shape, inks) for shape in self.shapes]
        labels = [
            [label.key, label.text, label.anchor.x, label.anchor.y, label.align.value, label.size]
            for label in self.labels
        ]
        palette = [[ink.name, ink.rgb, ink.cmyk, ink.spot] for ink in inks]
        return [self.size.width, self.size.height, palette, shapes, labels]

    @staticmethod
    def from_json(data: Any) -> Drawing:
        """The drawing that `to_json` took apart.

        Raises:
            ValueError: *data* is something else.
        """
        try:
            width, height, palette, shapes, labels = data
            inks = [
                Ink(name=name, rgb=tuple(rgb), cmyk=tuple(cmyk), spot=spot)
                for name, rgb, cmyk, spot in palette
            ]
            return Drawing(
                size=Size(Length(width), Length(height)),
                shapes=tuple(_shape_in(shape, inks) for shape in shapes),
                labels=tuple(_label_in(label) for label in labels),
            )
        except (TypeError, IndexError) as cause:
            raise ValueError("these are not the bytes of a drawing") from cause


def _shape_out(shape: Shape, inks: dict[Ink, int]) -> list[Any]:
    fill = -1 if shape.fill is None else inks.setdefault(shape.fill, len(inks))
    stroke = shape.stroke
    line = None
    if stroke is not None:
        ink = inks.setdefault(stroke.ink, len(inks))
        line = [ink, stroke.width, stroke.cap.value, stroke.join.value, stroke.dash]
    return [shape.path.operators, shape.path.coordinates, fill, line]


def _shape_in(data: Any, inks: list[Ink]) -> Shape:
    operators, coordinates, fill, line = data
    stroke = None
    if line is not None:
        ink, width, cap, join, dash = line
        stroke = Stroke(
            ink=inks[ink],
            width=Length(width),
            cap=Cap(cap),
            join=Join(join),
            dash=tuple(Length(part) for part in dash),
        )
    return Shape(
        path=Path(operators=operators, coordinates=tuple(coordinates)),
        fill=None if fill < 0 else inks[fill],
        stroke=stroke,
    )


def _label_in(data: Any) -> Label:
    key, text, x, y, align, size = data
    return Label(
        key=key,
        text=text,
        anchor=Point(Length(x), Length(y)),
        align=Align(align),
        size=Length(size),
    )
