"""KPI 一覧: every indicator of every goal in one table, its heads repeated on each page."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.item import Path, Shape
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.pages.boxes import Place, artifact, repeated, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.furniture import page_band, running_foot, without_breaks
from strategy_report.pages.kpi_columns import list_frame
from strategy_report.pages.kpi_list import HEAD_HEIGHT, KpiList, kpi_list, list_box
from strategy_report.story.story import IndicatorGroup, IndicatorTablePart

_FIRST, _FOOT = pt(20), pt(790)
_GROUP_HEAD, _GROUP_GAP = pt(22), pt(14)
_LEAST_ROWS = 2
# Pages there are as many as need be: no row is as low as it may be on a full goal's page.
_STRETCH = pt(3)


class _Listed(Value, kw_only=False):
    """A goal's rows, composed."""

    group: IndicatorGroup
    rows: KpiList
    sheet: Sheet


class _Cursor:
    """Pages filled so far, and where the next thing goes."""

    def __init__(self, part: IndicatorTablePart, sheet: Sheet) -> None:
        self.part, self.sheet = part, sheet
        self.pages: list[Page] = []
        self.boxes: list[Box] = []
        self.y = self._open()

    def _open(self) -> Length:
        title = self.part.title
        if self.pages:
            title = (*title, self.part.continued)
        band = page_band(title, self.sheet, f"indicator-table-{len(self.pages) + 1}")
        if self.pages:
            band = band.repeated()
        self.boxes = [*band.boxes(self.sheet)]
        self.y = band.height + _FIRST
        self.top = self.y
        return self.y

    def close(self) -> None:
        self.pages.append(self.sheet.page((*self.boxes, *running_foot(self.sheet))))
        self.sheet = replace(self.sheet, number=self.sheet.number + 1)

    def turn(self) -> None:
        self.close()
        self._open()


def lay_out_indicator_table(part: IndicatorTablePart, sheet: Sheet) -> tuple[Page, ...]:
    """As many pages as the rows need; no goal's heading stands alone at a page's foot."""
    cursor = _Cursor(part, sheet)
    frame = list_frame(tuple(one for group in part.groups for one in group.indicators), sheet)
    for group in part.groups:
        if not group.indicators:
            continue
        own = replace(sheet, goal=group.goal)
        key = f"indicator-table/goal-{group.goal}/kpi"
        rows = kpi_list(group.indicators, own, key, frame)
        _lay_out_group(_Listed(group, rows, own), cursor)
    cursor.close()
    return tuple(cursor.pages)


def _lay_out_group(listed: _Listed, cursor: _Cursor) -> None:
    heights = tuple(height + _STRETCH for height in listed.rows.row_heights)
    start = 0
    while start < len(heights):
        head, height = _title_box(listed, cursor, continued=start > 0)
        room = _FOOT - cursor.y - height - HEAD_HEIGHT
        end = _fitting(heights, start, room)
        least = min(_LEAST_ROWS, len(heights) - start)
        if end - start < least and cursor.y > cursor.top:
            cursor.turn()
            continue
        end = max(end, start + 1)
        _group_head(listed, cursor, head, height)
        box = list_box(listed.rows, (start, end), cursor.y, _STRETCH, _sheet(listed, cursor))
        cursor.boxes.append(box)
        cursor.y = box.rect.bottom + _GROUP_GAP
        start = end


def _fitting(heights: tuple[Length, ...], start: int, room: Length) -> int:
    end = start
    while end < len(heights) and heights[end] <= room:
        room -= heights[end]
        end += 1
    return end


def _sheet(listed: _Listed, cursor: _Cursor) -> Sheet:
    return replace(listed.sheet, number=cursor.sheet.number)


def _title_box(listed: _Listed, cursor: _Cursor, *, continued: bool) -> tuple[Box, Length]:
    """The goal's number and title, and the height of the head they make."""
    sheet = _sheet(listed, cursor)
    group = listed.group
    key = f"indicator-table/goal-{group.goal}"
    area = sheet.type_area
    title = (group.word, replace(group.word, text=f"{group.goal}　"), *without_breaks(group.title))
    words = (*title, cursor.part.continued) if continued else title
    style = replace(sheet.style("section-heading", 10.5), line_feed=pt(15))
    place = Place(Point(area.x, cursor.y + pt(5)), area.width)
    head = text_box(words, style, place, sheet, (Role.H2, f"{key}/title"))
    height = max(_GROUP_HEAD, head.rect.bottom + pt(2) - cursor.y)
    return (repeated(head) if continued else head), height


def _group_head(listed: _Listed, cursor: _Cursor, title: Box, height: Length) -> None:
    """The title under a bar of the goal's ink, above its rows."""
    sheet = _sheet(listed, cursor)
    key = f"indicator-table/goal-{listed.group.goal}"
    bar = Rect(sheet.type_area.x, cursor.y, sheet.master.column_width(), pt(3))
    fill = Shape(path=Path.rect(bar), fill=sheet.accent.ink)
    cursor.boxes.extend((artifact(bar, f"{key}/bar", fill), title))
    cursor.y += height
