"""※ notes: lines after the first stand one em in, clear of the mark."""

from __future__ import annotations

from strategy_report.compose.text import Composed
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.role import Role
from strategy_report.pages.boxes import source_of
from strategy_report.pages.setting import Setter, baseline_in
from strategy_report.story.block import Words
from strategy_report.style.text_style import Kind, TextStyle

_MARK = "※"


def set_note(note: Words, style: TextStyle, width: Length, setter: Setter) -> Composed:
    """*note* composed for `note_box`."""
    rest = width - _hang(note, style)
    by_hand = any("\u200b" in run.text for run in note)
    composed = setter.compose(note, style, rest, first_line_length=width)
    if by_hand or len(composed.lines) == 1:
        return composed
    as_text = replace(style, kind=Kind.BODY)
    return setter.compose(note, as_text, rest, first_line_length=width)


def note_box(
    note: Words, composed: Composed, style: TextStyle, place: tuple[Point, Length], key: str
) -> Box:
    """The note in its box; *place* is its top left corner and its width."""
    at, width = place
    base, hang = at.y + baseline_in(style), _hang(note, style)
    lines = tuple(
        line.at(Point(at.x, base + style.line_feed * row), ZERO if row == 0 else hang)
        for row, line in enumerate(composed.lines)
    )
    rect = Rect(at.x, at.y, width, style.line_feed * len(lines))
    return Box(rect=rect, role=Role.NOTE, key=key, source=source_of(note), items=lines)


def _hang(note: Words, style: TextStyle) -> Length:
    return style.char_size if note and note[0].text.startswith(_MARK) else ZERO


def note_boxes(
    notes: tuple[Words, ...],
    composed: tuple[Composed, ...],
    style: TextStyle,
    room: Rect,
    key: str,
) -> tuple[Box, ...]:
    """*notes* below each other from the top of *room*."""
    boxes: list[Box] = []
    y = room.y
    for number, (note, lines) in enumerate(zip(notes, composed, strict=True)):
        boxes.append(
            note_box(note, lines, style, (Point(room.x, y), room.width), f"{key}/note-{number}")
        )
        y = boxes[-1].rect.bottom
    return tuple(boxes)
