"""What must hold on every page of every booklet, however much or little it has to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from kit.booklets import BOOKLETS, boxes_of, built, lines_of, story_of, text_of
from kit.page_rules import faults_of, filled_areas

from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value
from strategy_report.pages.goal_fit import FOOT, MOST_WHITE, WHITE_BELOW_CONTENT
from strategy_report.story.block import IndicatorBlock, LegendBlock, Run
from strategy_report.story.story import GoalPart, IndicatorTablePart

GRID = pt(7.5)
ALL = pytest.mark.parametrize("name", BOOKLETS)


INDICATOR_FIELDS = (
    *("name", "rows", "badge", "chips", "direction_note", "notes", "unit_note", "path"),
)


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
        for field in INDICATOR_FIELDS:
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
def test_nothing_overlaps_leaves_its_place_or_nears_the_trim(name: str) -> None:
    assert faults_of(built(name).book) == []


@ALL
def test_the_last_row_of_kpi_stands_on_the_same_line_of_every_page(name: str) -> None:
    """Flipping from goal to goal must not make the page jump.

    But for a goal that continues, and for one so short that its KPI follow its measures.
    """
    book = built(name).book
    continued = [page.part for page in book.pages]
    for page in book.pages:
        kpis = [box.rect.bottom for box in page.boxes if "/kpi/" in box.key]
        if page.part.startswith("goal-") and continued.count(page.part) == 1 and kpis:
            short = FOOT - max(kpis) > MOST_WHITE - WHITE_BELOW_CONTENT
            assert abs(max(kpis) - FOOT) <= 10 or short, page.label


@ALL
def test_both_columns_of_measures_begin_level_and_keep_to_the_grid(name: str) -> None:
    for page in built(name).book.pages:
        lines = [line for line in lines_of(page) if re.search(r"^goal-\d+/measure-\d+", line.key)]
        if not lines or len({line.size for line in lines}) > 1:
            continue
        left = min(line.rect.x for line in lines)
        columns: tuple[list[Length], list[Length]] = ([], [])
        for line in lines:
            columns[line.rect.x > left + pt(240)].append(line.rect.bottom)
        first = min(columns[0])
        # Bullets that go on beside their heading begin level with those below it.
        one = len({line.key.split("/")[1] for line in lines}) == 1
        bullets = [line.rect.bottom for line in lines if not line.key.endswith("/0")]
        level = min(bullets) if one else first
        assert not columns[1] or min(columns[1]) == level, page.label
        for bottom in (*columns[0], *columns[1]):
            assert (bottom - first) % GRID <= 12 or GRID - (bottom - first) % GRID <= 12


@ALL
def test_pages_alternate_and_are_numbered(name: str) -> None:
    pages = built(name).book.pages
    assert [page.label for page in pages] == [str(n) for n in range(1, len(pages) + 1)]
    sides = [page.side.value for page in pages]
    assert sides == [("right", "left")[n % 2] for n in range(len(pages))]


@ALL
def test_what_touches_the_trim_runs_into_the_bleed(name: str) -> None:
    for page in built(name).book.pages:
        for shape in filled_areas(page):
            for edge, end in ((shape.x, ZERO), (shape.y, ZERO)):
                assert not ZERO <= edge < pt(0.5) or edge != end, (page.label, shape)
            assert not _stops_at(shape.right, page.trim.width), (page.label, shape)
            assert not _stops_at(shape.bottom, page.trim.height), (page.label, shape)


def _stops_at(edge: Length, trim: Length) -> bool:
    return abs(edge - trim) < pt(0.5)
