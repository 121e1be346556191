"""A copy's line in the foot touches nothing, whatever the name, the book and its title."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit.booklets import BOOKLETS, built, lines_of
from kit.books import a_box, a_page
from kit.page_rules import inked, lines_near_the_trim, overlapping_lines

from strategy_report.core.geometry import Rect
from strategy_report.core.length import pt
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.extent import extent
from strategy_report.display.item import Path, Shape
from strategy_report.display.page import Page, Side
from strategy_report.display.role import Furniture, Role
from strategy_report.model.edition import EditionMark
from strategy_report.model.plan import Plan
from strategy_report.model.recipient import Recipient
from strategy_report.pages.copy_marks import (
    FootPlace,
    copy_foot,
    copy_watermark,
    foot_places,
    holder_words,
)
from strategy_report.pages.missing_glyphs import missing_glyphs_in
from strategy_report.pages.own_look import own_theme
from strategy_report.pages.setting import Align, Setter
from strategy_report.pipeline import Press, lay_out
from strategy_report.style.theme import Theme

PRESS = Press()
SETTER = Setter(PRESS.composer(()))
# A name as long as the reader takes, in the widest letters.
WIDEST = Recipient(number="配" * 20, name="名" * 30)


@cache
def books(name: str) -> tuple[Book, Theme]:
    if name in BOOKLETS:
        return built(name).book, own_theme(built(name).plan)
    plan: Plan = built("nanatsu").plan
    edition = replace(plan.edition, foot_marks=tuple(EditionMark), watermark=True)
    plan = replace(plan, edition=edition)
    book = lay_out(plan, BOOKLETS["nanatsu"], PRESS).value
    assert book is not None
    return book, own_theme(plan)


# Pages full to their foot, where the running title takes two lines, and 取扱注意 behind them.
FULL = "two lines in the foot"
NAMES = (*BOOKLETS, FULL)


def with_line(name: str, recipient: Recipient) -> list[Page]:
    """The pages with the copy's line on them."""
    book, theme = books(name)
    feet = [
        copy_foot(holder_words(recipient), place, theme, SETTER)
        for place in foot_places(book, theme)
    ]
    return [
        replace(page, boxes=(*page.boxes, foot))
        for page, foot in zip(book.pages, feet, strict=True)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_longest_name_touches_no_other_line_and_is_not_near_the_trim(name: str) -> None:
    for page in with_line(name, WIDEST):
        *printed, foot = lines_of(page)
        assert foot.key == "copy/foot"
        assert [line.text for line in printed if inked(line).meets(inked(foot))] == []
        assert not [fault for fault in lines_near_the_trim(page) if foot.key in fault]


@cache
def printed_lines(name: str) -> tuple[tuple[FootPlace, tuple[Rect, ...]], ...]:
    """The place for the copy's line on each page, and the lines that are printed there."""
    book, theme = books(name)
    return tuple(
        (place, tuple(line.rect for line in lines_of(page)))
        for place, page in zip(foot_places(book, theme), book.pages, strict=True)
    )


@settings(max_examples=50, deadline=None)
@given(
    number=st.integers(min_value=1, max_value=9999).map(str),
    name=st.text(alphabet="山田佐藤一二三ウィリアム・Aa 　々", min_size=1, max_size=30),
)
def test_no_name_touches_another_line(number: str, name: str) -> None:
    words = holder_words(Recipient(number=number, name=name))
    for place, printed in printed_lines("content"):
        line = copy_foot(words, place, books("content")[1], SETTER).rect
        assert not any(line.meets(rect) for rect in printed)


@pytest.mark.parametrize("name", NAMES)
def test_it_stands_on_paper_within_the_type_area_and_not_in_the_way_of_a_shape(name: str) -> None:
    book, theme = books(name)
    for page, whole in zip(with_line(name, WIDEST), book.pages, strict=True):
        line = page.boxes[-1].rect
        area = theme.master.type_area(page.side)
        assert area.x <= line.x
        assert line.right <= area.right + pt(1)
        for box in whole.boxes:
            for item in box.items if box.furniture is not Furniture.WATERMARK else ():
                rect = extent(item)
                assert rect is None or not rect.meets(line), box.key


def test_it_stands_at_the_inner_end_as_the_running_title_does() -> None:
    book, theme = books("content")
    for place, page in zip(foot_places(book, theme), book.pages, strict=True):
        area = theme.master.type_area(page.side)
        if page.side is Side.RIGHT:
            assert (place.at.x, place.align) == (area.x, Align.LEFT)
        else:
            assert (place.at.x, place.align) == (area.right, Align.RIGHT)


def test_a_page_that_is_full_to_its_foot_gives_the_line_a_patch_of_paper() -> None:
    book, theme = books("content")
    ink = theme.inks.main.ink
    ground = Shape(path=Path.rect(Rect(pt(0), pt(500), pt(600), pt(400))), fill=ink)
    box = a_box(ground, role=Role.ARTIFACT, key="ground")
    full = replace(book, pages=(a_page(box, side=Side.LEFT),))
    (place,) = foot_places(full, theme)
    assert place.plate
    patch, line = copy_foot(holder_words(WIDEST), place, theme, SETTER).items
    assert isinstance(patch, Shape)
    assert patch.fill == theme.inks.paper
    around, within = extent(patch), extent(line)
    assert around is not None
    assert within is not None
    assert around.contains(within)


def test_a_page_whose_foot_takes_two_lines_has_room_without_a_patch() -> None:
    assert not any(place.plate for place in foot_places(*books(FULL)))


def test_a_plain_ground_that_it_can_be_read_on_is_not_in_its_way() -> None:
    book, theme = books("content")
    ground = Shape(path=Path.rect(Rect(pt(0), pt(500), pt(600), pt(400))), fill=theme.inks.warm)
    box = a_box(ground, role=Role.ARTIFACT, key="ground")
    full = replace(book, pages=(a_page(box, side=Side.LEFT),))
    assert not foot_places(full, theme)[0].plate


@pytest.mark.parametrize("name", ["content", FULL])
def test_rows_behind_the_text_stand_clear_of_each_other_and_of_the_status(name: str) -> None:
    book, theme = books(name)
    rows = copy_watermark(holder_words(WIDEST), book, theme, SETTER)
    own = [box for box in book.pages[1].boxes if box.furniture is Furniture.WATERMARK]
    assert len(own) == (name != "content")
    assert len(rows) >= 6
    page = a_page(*rows, *own)
    assert list(overlapping_lines(page)) == []
    assert list(lines_near_the_trim(page)) == []
    assert {row.furniture for row in rows} == {Furniture.WATERMARK}


@pytest.mark.parametrize(("name", "lost"), [("𠮷田", "𠮷"), ("葛\U000e0110城", "葛\U000e0110")])
def test_a_character_without_a_glyph_is_an_error(name: str, lost: str) -> None:
    book, theme = books("content")
    words = holder_words(Recipient(number="1", name=name))
    foot = copy_foot(words, foot_places(book, theme)[0], theme, SETTER)
    (said,) = missing_glyphs_in((foot,))
    assert said.code == "FNT001"
    assert f"「{lost}」" in said.what
    assert "ページ" not in said.what


def test_a_line_of_nothing_is_refused() -> None:
    book, theme = books("content")
    place = foot_places(book, theme)[0]
    with pytest.raises(ValueError, match="without number and name"):
        copy_foot((), place, theme, SETTER)
