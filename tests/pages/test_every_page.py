"""What must hold on every page of every booklet, however much or little it has to say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from kit.booklets import BOOKLETS, Placed, boxes_of, built, lines_of, story_of, text_of

from strategy_report.core.geometry import Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value
from strategy_report.display.item import Group, Shape
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.pages.goal_fit import FOOT
from strategy_report.story.story import (
    GoalPart,
    IndicatorBlock,
    IndicatorTablePart,
    LegendBlock,
    Run,
)

ALL = pytest.mark.parametrize("name", BOOKLETS)


def close_to(rect: Rect, by: Length) -> Rect:
    return Rect(rect.x + by, rect.y + by, rect.width - by * 2, rect.height - by * 2)


def runs_within(value: Any) -> Iterator[Run]:
    """Every run that a part of a story holds, but for what only some forms of a page print."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, LegendBlock):
        return
    elif isinstance(value, tuple):
        for part in value:
            yield from runs_within(part)
    elif isinstance(value, IndicatorBlock):
        for field in ("name", "rows", "badge", "chips", "direction_note", "notes", "unit_note"):
            yield from runs_within(getattr(value, field))
    elif isinstance(value, Value):
        for field in type(value).fields_:
            if field not in ("continued", "stand_in", "relations"):
                yield from runs_within(getattr(value, field))


@ALL
def test_every_word_of_a_goal_is_on_its_pages(name: str) -> None:
    book = built(name).book
    for part in story_of(name).parts:
        if not isinstance(part, GoalPart):
            continue
        own = "".join(
            text_of(page)
            for page in book.pages
            if any(box.key.startswith(f"goal-{part.goal}/") for box in boxes_of(page))
        )
        unheaded = () if part.measures else part.measures_heading
        unheaded += () if part.kpis else part.kpi_heading
        for run in runs_within(part):
            if run in unheaded:
                continue
            words = run.text.replace("\u200b", "").replace("\u2060", "").removeprefix("▲")
            assert words in own, f"{words!r} of goal {part.goal}"


@ALL
def test_every_indicator_is_in_the_table_of_indicators(name: str) -> None:
    book = built(name).book
    tables = [part for part in story_of(name).parts if isinstance(part, IndicatorTablePart)]
    own = "".join(
        text_of(page)
        for page in book.pages
        if any(box.key.startswith("indicator-table") for box in boxes_of(page))
    )
    for part in tables:
        for group in part.groups:
            for run in runs_within(tuple(one.rows for one in group.indicators)):
                assert run.text.removeprefix("▲") in own


@ALL
def test_no_two_lines_of_text_overlap(name: str) -> None:
    for page in built(name).book.pages:
        for one, other in combinations(lines_of(page), 2):
            assert not _inked(one).meets(_inked(other)), (page.label, one, other)


def _inked(line: Placed) -> Rect:
    """A line's middle: em-boxes may touch, ink may not (kanji fill 0.9 of their em-box)."""
    share = line.size * 0.12
    return Rect(
        line.rect.x + pt(0.4),
        line.rect.y + share,
        line.rect.width - pt(0.8),
        line.rect.height - share * 2,
    )


@ALL
def test_all_text_stands_clear_of_the_trim(name: str) -> None:
    for page in built(name).book.pages:
        inside = close_to(Rect(ZERO, ZERO, page.trim.width, page.trim.height), pt(14.1))
        for line in lines_of(page):
            assert inside.contains(line.rect), (page.label, line)


@ALL
def test_nothing_but_the_foot_stands_below_the_type_area(name: str) -> None:
    for page in built(name).book.pages[1:]:
        for line in lines_of(page):
            if not line.key.startswith("foot-"):
                assert line.rect.bottom <= FOOT + pt(1), (page.label, line)


@ALL
def test_text_stays_in_its_box(name: str) -> None:
    for page in built(name).book.pages:
        for box in boxes_of(page):
            if box.role is Role.ARTIFACT:
                continue
            around = close_to(box.rect, -pt(3.5))
            for line in lines_of(page):
                if line.key == box.key:
                    assert around.contains(line.rect), (page.label, box.rect, line)


@ALL
def test_no_bar_reaches_under_a_number(name: str) -> None:
    for page in built(name).book.pages:
        for box in boxes_of(page):
            if not box.key.endswith("/figure") or "/kpi/" not in box.key:
                continue
            texts = [line.rect for line in lines_of(page) if line.key == box.key]
            bars = [_around(item) for item in box.items if _is_bar(item)]
            for text in texts:
                for bar in bars:
                    assert not close_to(text, pt(0.3)).meets(bar), (page.label, box.key)


def _is_bar(item: object) -> bool:
    """Bars and axis are the rectangles and lines of a card; chevrons hold text by design."""
    return isinstance(item, Shape) and item.path.operators in ("MLLLZ", "ML")


def _around(item: object) -> Rect:
    assert isinstance(item, Shape)
    xs, ys = item.path.coordinates[::2], item.path.coordinates[1::2]
    left, top = Length(min(xs)), Length(min(ys))
    return Rect(left, top, Length(max(xs)) - left, Length(max(ys)) - top)


@ALL
def test_pages_alternate_and_are_numbered(name: str) -> None:
    pages = built(name).book.pages
    assert [page.label for page in pages] == [str(n) for n in range(1, len(pages) + 1)]
    sides = [page.side.value for page in pages]
    assert sides == [("right", "left")[n % 2] for n in range(len(pages))]


@ALL
def test_what_touches_the_trim_runs_into_the_bleed(name: str) -> None:
    for page in built(name).book.pages:
        for shape in _areas(page):
            for edge, end in ((shape.x, ZERO), (shape.y, ZERO)):
                assert not ZERO <= edge < pt(0.5) or edge != end, (page.label, shape)
            assert not _stops_at(shape.right, page.trim.width), (page.label, shape)
            assert not _stops_at(shape.bottom, page.trim.height), (page.label, shape)


def _stops_at(edge: Length, trim: Length) -> bool:
    return abs(edge - trim) < pt(0.5)


def _areas(page: Page) -> Iterator[Rect]:
    for box in boxes_of(page):
        for item in box.items:
            parts = item.items if isinstance(item, Group) else (item,)
            for part in parts:
                if isinstance(part, Shape) and part.fill and part.path.operators == "MLLLZ":
                    yield _around(part)
