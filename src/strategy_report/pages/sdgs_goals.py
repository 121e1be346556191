"""The goals on the SDGs page: a box each, or, where they are many, a line each."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import Length, pt
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape
from strategy_report.display.role import Role
from strategy_report.pages.boxes import Place, artifact, joined, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.setting import Align, apart, baseline_in
from strategy_report.story.block import Run, Words
from strategy_report.style.inks import Accent
from strategy_report.style.text_style import TextStyle

_HEAD, _BOX_PADDING, _BOX_TOP, _BOX_FOOT = pt(34), pt(7), pt(8), pt(8)
_GOAL_GAP = pt(8)
_MOST_GOALS_IN_ROW = 4
_LINES_IN_ROW, _LINE_HEAD, _LINE_PADDING = 3, pt(26), pt(6)
_LEAST_LINE, _LINE_GAP, _LINES_SIDE_GAP = pt(30), pt(5), pt(10)
_LINE_NUMERAL_SIZES = (16.0, 14.0, 12.5, 11.0)
# Beside a goal's number, left and right.
_NUMERAL_WHITE = pt(2)
_KEY = "sdgs"

# Number, 基本目標, title.
GoalTitle = tuple[int, Run, Words]


def goal_boxes(goals: tuple[GoalTitle, ...], top: Length, sheet: Sheet) -> tuple[Box, ...]:
    """A box a goal, rows of four; all of a row as high as the fullest."""
    count = min(_MOST_GOALS_IN_ROW, max(1, len(goals)))
    if len(goals) > _MOST_GOALS_IN_ROW:
        count = (len(goals) + 1) // 2 if len(goals) <= 8 else _MOST_GOALS_IN_ROW
    width = (sheet.type_area.width - _GOAL_GAP * (count - 1)) / count
    boxes: list[Box] = []
    y = top
    for start in range(0, len(goals), count):
        row = goals[start : start + count]
        height = max(_goal_height(title, width, sheet) for _, _, title in row)
        for place, goal in enumerate(row):
            x = sheet.type_area.x + (width + _GOAL_GAP) * place
            boxes.append(_goal(goal, Rect(x, y, width, height), sheet))
        y += height + _GOAL_GAP
    return tuple(boxes)


def goal_lines(goals: tuple[GoalTitle, ...], top: Length, sheet: Sheet) -> tuple[Box, ...]:
    """A line a goal, three side by side: its number on its ink, its title beside it."""
    count = _LINES_IN_ROW
    width = (sheet.type_area.width - _LINES_SIDE_GAP * (count - 1)) / count
    style = replace(sheet.style("sdgs-goal", 9.5), line_feed=pt(13))
    room = width - _LINE_HEAD - _LINE_PADDING * 2
    numeral = sheet.style(
        "sdgs-goal-numeral", numeral_size(goals, _LINE_HEAD, _LINE_NUMERAL_SIZES, sheet)
    )
    boxes: list[Box] = []
    y = top
    for start in range(0, len(goals), count):
        row = goals[start : start + count]
        lines = max(len(sheet.setter.compose(title, style, room).lines) for _, _, title in row)
        height = max(_LEAST_LINE, style.line_feed * lines + _LINE_PADDING)
        for place, goal in enumerate(row):
            x = sheet.type_area.x + (width + _LINES_SIDE_GAP) * place
            rect = Rect(x, y, width, height)
            boxes.append(_line(goal, rect, (numeral, style, room), sheet))
        y += height + _LINE_GAP
    return tuple(boxes)


def numeral_size(
    goals: tuple[GoalTitle, ...], width: Length, sizes: tuple[float, ...], sheet: Sheet
) -> float:
    """The largest of *sizes* at which every goal's number stands within *width*; else the least."""
    room = width - _NUMERAL_WHITE * 2
    for size in sizes:
        style = sheet.style("sdgs-goal-numeral", size)
        if all(sheet.setter.line(str(number), style).width <= room for number, *_ in goals):
            return size
    return sizes[-1]


def _line(
    goal: GoalTitle, rect: Rect, told: tuple[TextStyle, TextStyle, Length], sheet: Sheet
) -> Box:
    """*told*: how its number and its title are set, and the title's room."""
    number, word, title = goal
    numeral, style, room = told
    key = f"{_KEY}/goal-{number}"
    accent = sheet.theme.accent(number)
    head = Rect(rect.x, rect.y, _LINE_HEAD, rect.height)
    base = head.y + (head.height - numeral.line_feed) / 2 + baseline_in(numeral)
    middle = Point(head.x + head.width / 2, base)
    label = sheet.setter.label(str(number), numeral, middle, Align.CENTER)
    lines = len(sheet.setter.compose(title, style, room).lines)
    at = Point(head.right + _LINE_PADDING, rect.y + (rect.height - style.line_feed * lines) / 2)
    spoken = f"{word.text}{number} "
    named = Box(rect=head, role=Role.SPAN, key=f"{key}/number", items=(label,), alt=spoken)
    titled = text_box(title, style, Place(at, room), sheet, (Role.SPAN, f"{key}/title"))
    return _boxed(rect, key, accent, named, titled)


def _goal_height(title: Words, width: Length, sheet: Sheet) -> Length:
    style = sheet.style("sdgs-goal")
    lines = sheet.setter.compose(title, style, width - _BOX_PADDING * 2).lines
    return _HEAD + _BOX_TOP + style.line_feed * len(lines) + _BOX_FOOT


def _goal(goal: GoalTitle, rect: Rect, sheet: Sheet) -> Box:
    number, word, title = goal
    key = f"{_KEY}/goal-{number}"
    accent = sheet.theme.accent(number)
    head = Rect(rect.x, rect.y, rect.width, _HEAD)
    left, width = rect.x + _BOX_PADDING, rect.width - _BOX_PADDING * 2
    style, word_style = sheet.style("sdgs-goal"), sheet.style("goal-word", 9)
    numeral = sheet.setter.line(str(number), sheet.style("sdgs-goal-numeral"))
    base = head.y + (_HEAD - word_style.line_feed) / 2 + baseline_in(word_style)
    label: tuple[Item, ...] = (
        sheet.setter.label(word, word_style, Point(left, base)),
        apart(numeral.at(Point(rect.right - _BOX_PADDING - numeral.width, head.bottom - pt(6)))),
    )
    place = Place(Point(left, head.bottom + _BOX_TOP), width)
    named = Box(rect=head, role=Role.SPAN, key=f"{key}/number", items=label)
    titled = text_box(title, style, place, sheet, (Role.SPAN, f"{key}/title"))
    return _boxed(rect, key, accent, named, titled)


def _boxed(rect: Rect, key: str, accent: Accent, named: Box, titled: Box) -> Box:
    """A goal's number on its ink and its title on its tint, as one heading."""
    ground = artifact(
        rect,
        f"{key}/box",
        Shape(path=Path.rect(rect), fill=accent.tint),
        Shape(path=Path.rect(named.rect), fill=accent.ink),
    )
    heading = joined(Role.H3, f"{key}/heading", named, titled)
    return Box(rect=rect, role=Role.SECTION, key=key, children=(ground, heading))
