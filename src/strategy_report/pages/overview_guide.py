"""指標の見方: a sample card, and its keys in words."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Shape, Stroke
from strategy_report.display.role import Role
from strategy_report.pages.boxes import Place, labelled, list_of, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.furniture import actual_key, baseline_key, section_heading, target_key
from strategy_report.pages.kpi_cards import card_boxes, card_set
from strategy_report.pages.marks import BADGE_WIDTH, MARK_HEIGHT, badge
from strategy_report.pages.setting import baseline_in
from strategy_report.story.block import Run
from strategy_report.story.story import GuideBlock

GUIDE_HEIGHT = pt(170)
_CARD_TOP, _CARD_HEIGHT = pt(36), pt(96)
_KEYS_TOP, _KEY_PITCH, _KEY_SIZE = pt(36), pt(18), (pt(19), pt(8.5))
_WORD_LEFT, _MEANS_LEFT = pt(28), pt(66)
_NOTES_TOP = pt(141)
_KEY = "guide"


def guide_boxes(block: GuideBlock, top: Length, sheet: Sheet) -> tuple[Box, ...]:
    """The section from its hairline at *top*."""
    area = sheet.type_area
    cards = card_set((block.sample, block.sample), sheet)
    boxes = [
        *section_heading(block.heading, top, sheet, _KEY),
        _told_as_one(card_boxes(cards, top + _CARD_TOP, _CARD_HEIGHT, ZERO, sheet)[0]),
        *list_of(_keys(block, top + _KEYS_TOP, sheet), f"{_KEY}/keys"),
    ]
    y = top + _NOTES_TOP
    for number, note in enumerate(block.notes):
        place = Place(Point(area.x, y), area.width)
        boxes.append(
            text_box(note, sheet.style("note"), place, sheet, (Role.NOTE, f"{_KEY}/note-{number}"))
        )
        y = boxes[-1].rect.bottom
    return tuple(boxes)


def _told_as_one(sample: Box) -> Box:
    """The sample's name within its figure: a heading would lead to an indicator that is none."""
    names = [box for box in sample.children if box.role is Role.H3]
    name = tuple(item for box in names for item in box.items)
    return replace(
        sample,
        children=tuple(
            replace(box, items=(*name, *box.items)) if box.role is Role.FIGURE else box
            for box in sample.children
            if box not in names
        ),
    )


def _keys(block: GuideBlock, top: Length, sheet: Sheet) -> list[Box]:
    """Baseline, actual, target and target line, each with its meaning; then the badge."""
    x = sheet.master.column_left(sheet.side, 3)
    pictures = (baseline_key, actual_key, target_key, _target_line)
    boxes: list[Box] = []
    for place, ((word, means), picture) in enumerate(zip(block.keys, pictures, strict=True)):
        middle = top + _KEY_PITCH * place + _KEY_PITCH / 2
        width, height = _KEY_SIZE
        drawn = picture(Rect(x, middle - height / 2, width, height), sheet)
        boxes.append(_key(place, (word, means), drawn, Point(x, middle), sheet))
    if block.sample.badge is None:
        return boxes
    middle = top + _KEY_PITCH * len(block.keys) + _KEY_PITCH / 2 + pt(2)
    style = sheet.style("guide-means")
    base = middle - style.line_feed / 2 + baseline_in(style)
    at = Point(x, middle - MARK_HEIGHT / 2)
    means_at = Point(x + BADGE_WIDTH + pt(6), base)
    said = sheet.setter.label(block.badge_means, style, means_at)
    mark = Rect(x, at.y, BADGE_WIDTH, MARK_HEIGHT)
    rest = Rect(means_at.x, at.y, sheet.type_area.right - means_at.x, MARK_HEIGHT)
    items = badge(block.sample.badge, at, sheet)
    boxes.append(_explained((mark, items), (rest, said), f"{_KEY}/key-badge"))
    return boxes


def _key(number: int, words: tuple[Run, Run], drawn: Item, at: Point, sheet: Sheet) -> Box:
    word, means = words
    bold, style = sheet.style("guide-key"), sheet.style("guide-means")
    base = at.y - style.line_feed / 2 + baseline_in(style)
    top, middle = at.y - _KEY_PITCH / 2, at.x + _MEANS_LEFT
    label = sheet.setter.label(word, bold, Point(at.x + _WORD_LEFT, base))
    said = sheet.setter.label(means, style, Point(middle, base))
    left = Rect(at.x, top, _MEANS_LEFT, _KEY_PITCH)
    right = Rect(middle, top, sheet.type_area.right - middle, _KEY_PITCH)
    return _explained((left, (drawn, label)), (right, said), f"{_KEY}/key-{number}")


def _explained(label: tuple[Rect, tuple[Item, ...]], means: tuple[Rect, Item], key: str) -> Box:
    """A word of the figure, and what it means."""
    named = Box(rect=label[0], role=Role.LABEL, key=f"{key}/word", items=label[1])
    said = Box(rect=means[0], role=Role.SPAN, key=f"{key}/means", items=(means[1],))
    return labelled(named, (said,), key)


def _target_line(rect: Rect, sheet: Sheet) -> Shape:
    middle = rect.x + rect.width / 2
    line = Path.line(Point(middle, rect.y - pt(2.5)), Point(middle, rect.bottom + pt(2.5)))
    return Shape(path=line, stroke=Stroke(ink=sheet.accent.ink, width=pt(0.9)))
