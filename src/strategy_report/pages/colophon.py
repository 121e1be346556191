"""奥付: which edition the copy is of, at the foot of an otherwise empty page."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import Path, Shape
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.pages.boxes import Place, artifact, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.furniture import HEADING_FOOT, running_foot, section_heading
from strategy_report.pages.setting import apart, baseline_in, ended
from strategy_report.story.block import Run, Words
from strategy_report.story.story import ColophonPart
from strategy_report.style.text_style import TextStyle

# The block ends where the cards of a goal's page end, so that both keep one foot.
_FOOT = pt(795)
_RULE = pt(0.5)
_TITLE_GAP, _ROWS_GAP, _FOOT_GAP, _ROW_GAP = pt(8), pt(6), pt(10), pt(3)


def lay_out_colophon(part: ColophonPart, sheet: Sheet) -> Page:
    """Rule, title and rows, put so that the closing rule stands at the foot."""
    code = () if part.code_label is None else ((part.code_label, (Run(text=part.code),)),)
    rows = (*part.rows, *code)
    rise = _FOOT - _block(part, rows, ZERO, sheet)[-1].rect.bottom
    return sheet.page((*_block(part, rows, rise, sheet), *running_foot(sheet)))


def _block(
    part: ColophonPart, rows: tuple[tuple[Run, Words], ...], top: Length, sheet: Sheet
) -> tuple[Box, ...]:
    """All boxes, the first rule at *top*; the last box is the rule below."""
    area = sheet.type_area
    heading = tuple(
        replace(box, role=Role.H1) if box.role is Role.H2 else box
        for box in section_heading(part.title, top, sheet, "colophon")
    )
    booklet = text_box(
        part.booklet,
        replace(sheet.style("step-title"), ink=sheet.theme.inks.text),
        Place(Point(area.x, top + HEADING_FOOT + _TITLE_GAP), area.width),
        sheet,
        (Role.PARAGRAPH, "colophon/booklet"),
    )
    boxes = [*heading, booklet]
    y = booklet.rect.bottom + _ROWS_GAP
    style = _label_style(sheet)
    label_width = max((sheet.setter.line(label, style).width for label, _ in rows), default=ZERO)
    for number, row in enumerate(rows):
        boxes.append(_row(row, number, (y, label_width), sheet))
        y = boxes[-1].rect.bottom
    foot = Rect(area.x, y + _FOOT_GAP, area.width, _RULE)
    line = Shape(path=Path.rect(foot), fill=sheet.theme.inks.text)
    return (*boxes, artifact(foot, "colophon/foot", line))


def _label_style(sheet: Sheet) -> TextStyle:
    return replace(sheet.style("cell"), ink=sheet.theme.inks.sub)


def _row(row: tuple[Run, Words], number: int, place: tuple[Length, Length], sheet: Sheet) -> Box:
    """A label and what it says; *place*: where they begin, and how wide the widest label is."""
    top, label_width = place
    area, master = sheet.type_area, sheet.master
    left = master.column_width() + master.column_gap
    key = f"colophon/row-{number}"
    label = _label(row[0], Rect(area.x, top, left, ZERO), label_width, key, sheet)
    words = text_box(
        row[1],
        sheet.style("cell"),
        Place(Point(area.x + left, top), area.width - left),
        sheet,
        (Role.SPAN, f"{key}/words"),
    )
    height = max(label.rect.height, words.rect.height) + _ROW_GAP
    rect = Rect(area.x, top, area.width, height)
    return Box(rect=rect, role=Role.PARAGRAPH, key=key, children=(label, words))


def _label(label: Run, room: Rect, width: Length, key: str, sheet: Sheet) -> Box:
    """The label spread to *width* (均等割付), if *room* is as wide; else set as it is."""
    style, tag = _label_style(sheet), (Role.SPAN, f"{key}/label")
    at = Point(room.x, room.y)
    if width > room.width:
        set_as_it_is = text_box(label, style, Place(at, room.width), sheet, tag)
        return replace(set_as_it_is, items=ended(set_as_it_is.items))
    line = sheet.setter.spread(label, style, width).at(Point(at.x, at.y + baseline_in(style)))
    rect = Rect(at.x, at.y, room.width, style.line_feed)
    return Box(rect=rect, role=tag[0], key=tag[1], source=label.source, items=(apart(line),))
