"""A ruled table of text: column widths, row heights, row breaks, heads repeated on every page."""

from __future__ import annotations

from strategy_report.compose.composer import Composer
from strategy_report.compose.text import Composed, StyledRun
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.ink import Ink
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value
from strategy_report.display.box import Box
from strategy_report.display.item import Join, Path, Shape, Stroke
from strategy_report.display.role import Role
from strategy_report.pages.setting import place
from strategy_report.style.text_style import TextStyle

_PADDING_X, _PADDING_Y = pt(5), pt(4)
_RULE = pt(0.5)

Words = tuple[StyledRun, ...]


class TableLook(Value):
    """Ink of the rules, tint behind the heads, style of an empty cell."""

    rule: Ink
    head: Ink
    style: TextStyle


class Table(Value):
    """What a table says.

    Attributes:
        widths: of the columns, their padding included.
        heads: one a column.
        rows: cells, as many as there are columns.
        key: begins the keys of its boxes.
    """

    widths: tuple[Length, ...]
    heads: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    key: str
    look: TableLook


class SetTable:
    """A table, composed; to be placed whole or row by row.

    Attributes:
        head_height, row_heights: rules included.
    """

    def __init__(self, table: Table, composer: Composer) -> None:
        self._table = table
        self._heads = self._composed(table.heads, composer)
        self._rows = tuple(self._composed(row, composer) for row in table.rows)
        self.head_height = self._height(self._heads)
        self.row_heights = tuple(self._height(row) for row in self._rows)

    def _composed(self, cells: tuple[Words, ...], composer: Composer) -> tuple[Composed, ...]:
        room = [width - _PADDING_X * 2 for width in self._table.widths]
        return tuple(
            composer.compose(words, width) for words, width in zip(cells, room, strict=True)
        )

    def _height(self, cells: tuple[Composed, ...]) -> Length:
        feed = self._table.look.style.line_feed
        most = max((len(cell.lines) for cell in cells), default=1)
        return feed * max(most, 1) + _PADDING_Y * 2

    def fitting(self, start: int, room: Length) -> int:
        """Index behind the last row that still fits into *room* below the heads."""
        left = room - self.head_height
        end = start
        while end < len(self.row_heights) and self.row_heights[end] <= left:
            left -= self.row_heights[end]
            end += 1
        return end

    def box(self, rows: tuple[int, int], corner: Point) -> Box:
        """The heads and the rows from the first index to before the second."""
        table = self._table
        start, end = rows
        boxes = [self._row(self._heads, self.head_height, corner, "head")]
        y = corner.y + self.head_height
        for number in range(start, end):
            height = self.row_heights[number]
            boxes.append(self._row(self._rows[number], height, Point(corner.x, y), str(number)))
            y = y + height
        width = sum(table.widths, ZERO)
        rect = Rect(corner.x, corner.y, width, y - corner.y)
        return Box(rect=rect, role=Role.TABLE, key=table.key, children=tuple(boxes))

    def _row(self, cells: tuple[Composed, ...], height: Length, corner: Point, name: str) -> Box:
        key = f"{self._table.key}/{name}"
        children: list[Box] = []
        x = corner.x
        for number, (cell, width) in enumerate(zip(cells, self._table.widths, strict=True)):
            rect = Rect(x, corner.y, width, height)
            children.extend(self._cell(cell, rect, f"{key}/{number}", is_head=name == "head"))
            x = x + width
        width = sum(self._table.widths, ZERO)
        rect = Rect(corner.x, corner.y, width, height)
        return Box(rect=rect, role=Role.TABLE_ROW, key=key, children=tuple(children))

    def _cell(self, cell: Composed, rect: Rect, key: str, *, is_head: bool) -> tuple[Box, Box]:
        look = self._table.look
        ground = Shape(
            path=Path.rect(rect),
            fill=look.head if is_head else None,
            stroke=Stroke(ink=look.rule, width=_RULE, join=Join.MITER),
        )
        corner = Point(rect.x + _PADDING_X, rect.y + _PADDING_Y)
        block = place(cell, look.style, corner, rect.width - _PADDING_X * 2)
        role = Role.TABLE_HEADER if is_head else Role.TABLE_DATA
        return (
            Box(rect=rect, role=Role.ARTIFACT, key=f"{key}/ground", items=(ground,)),
            Box(rect=rect, role=role, key=key, items=block.lines),
        )
