"""A page moved onto a larger sheet is the same page, elsewhere."""

from __future__ import annotations

from kit.booklets import boxes_of, built

from strategy_report.core.geometry import Point
from strategy_report.core.length import mm
from strategy_report.display.item import TextLine
from strategy_report.display.transform import Transform, transformed_box


def test_there_and_back_is_where_it_was() -> None:
    by, back = Point(mm(210), mm("2.5")), Point(mm(-210), mm("-2.5"))
    for page in built("content").book.pages:
        for box in page.boxes:
            moved = transformed_box(box, Transform(by))
            assert moved.rect.x == box.rect.x + mm(210)
            assert transformed_box(moved, Transform(back)) == box


def test_a_line_of_text_keeps_its_words_and_goes_down() -> None:
    page = built("content").book.pages[4]
    title = next(box for box in boxes_of(page) if box.key == "goal-1/title")
    moved = transformed_box(title, Transform(Point(mm(0), mm(10))))
    for before, after in zip(title.items, moved.items, strict=True):
        assert isinstance(before, TextLine)
        assert isinstance(after, TextLine)
        assert after.text == before.text
        assert after.runs[0].origin.y - before.runs[0].origin.y == mm(10)


def test_half_the_size_is_half_of_everything_and_then_moved() -> None:
    page = built("content").book.pages[4]
    title = next(box for box in boxes_of(page) if box.key == "goal-1/title")
    half = transformed_box(title, Transform(Point(mm(20), mm(10)), 0.5))
    assert half.rect.x == title.rect.x * 0.5 + mm(20)
    assert half.rect.width == title.rect.width * 0.5
    for before, after in zip(title.items, half.items, strict=True):
        assert isinstance(before, TextLine)
        assert isinstance(after, TextLine)
        assert after.runs[0].size == before.runs[0].size * 0.5
        assert after.runs[0].origin.y == before.runs[0].origin.y * 0.5 + mm(10)
