"""Story to book: every part onto its pages, in order, with bookmarks."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from strategy_report.charts.gallery import Gallery
from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.length import ZERO
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book, OutlineEntry
from strategy_report.display.page import Binding, Page
from strategy_report.pages.colophon import lay_out_colophon
from strategy_report.pages.context import Sheet
from strategy_report.pages.cover import lay_out_cover
from strategy_report.pages.goal_index import lay_out_goal_index
from strategy_report.pages.goal_page import lay_out_goals
from strategy_report.pages.indicator_table import lay_out_indicator_table
from strategy_report.pages.missing_glyphs import missing_glyphs
from strategy_report.pages.notes import book_notes
from strategy_report.pages.overview import lay_out_overview
from strategy_report.pages.photos import PictureFor
from strategy_report.pages.sdgs import lay_out_sdgs
from strategy_report.pages.setting import Setter
from strategy_report.story.block import plain
from strategy_report.story.story import (
    ColophonPart,
    CoverPart,
    GoalIndexPart,
    GoalPart,
    IndicatorTablePart,
    OverviewPart,
    Part,
    SdgsPart,
    Story,
)
from strategy_report.style.theme import Theme

LANGUAGE = "ja-JP"


class Means(Value):
    """What laying out needs besides the story."""

    theme: Theme
    setter: Setter
    gallery: Gallery
    picture_for: PictureFor
    binding: Binding = Binding.LEFT


def paginate(story: Story, means: Means) -> tuple[Book, tuple[Diagnostic, ...]]:
    """The book of *story*, what laying it out had to compromise on, and what cannot be drawn."""
    said: list[Diagnostic] = []
    placed: list[_Placed] = []
    done: list[tuple[Part, tuple[Page, ...]]]

    def sheet_for(number: int, goal: int | None) -> Sheet:
        return _sheet(number, story, means, goal=goal)

    number = 1
    parts = list(story.parts)
    while parts:
        goals = tuple(part for part in takewhile(_is_goal, parts) if isinstance(part, GoalPart))
        if goals:
            laid_out, notes = lay_out_goals(goals, number, sheet_for, means.picture_for)
            said.extend(notes)
            done = [(one.part, one.pages) for one in laid_out]
        else:
            done = [(parts[0], _lay_out(parts[0], sheet_for(number, None), means.picture_for))]
        for part, pages in done:
            placed.append(_Placed(part=part, first=number, pages=pages))
            number += len(pages)
        del parts[: len(done)]
    goal_pages = {one.part.goal: one.first for one in placed if isinstance(one.part, GoalPart)}
    filled = [_with_goal_pages(one, goal_pages, story, means) for one in placed]
    book = _book(story, filled, means.binding)
    return book, (*said, *book_notes(book), *missing_glyphs(book))


class _Placed(Value):
    """A part with its pages, the first of which is page *first* of the book."""

    part: Part
    first: int
    pages: tuple[Page, ...]


def _is_goal(part: Part) -> bool:
    return isinstance(part, GoalPart)


def _sheet(
    number: int,
    story: Story,
    means: Means,
    *,
    goal: int | None = None,
    goal_pages: Mapping[int, int] | None = None,
) -> Sheet:
    return Sheet(
        story=story,
        theme=means.theme,
        setter=means.setter,
        gallery=means.gallery,
        number=number,
        goal=goal,
        goal_pages=goal_pages or {},
        binding=means.binding,
    )


def _lay_out(part: Part, sheet: Sheet, picture_for: PictureFor) -> tuple[Page, ...]:
    match part:
        case CoverPart():
            return (lay_out_cover(part, sheet, picture_for),)
        case OverviewPart():
            return (lay_out_overview(part, sheet),)
        case GoalIndexPart():
            return lay_out_goal_index(part, sheet)
        case SdgsPart():
            return lay_out_sdgs(part, sheet)
        case IndicatorTablePart():
            return lay_out_indicator_table(part, sheet)
        case ColophonPart():
            return (lay_out_colophon(part, sheet),)
        case GoalPart():
            raise TypeError("goals are laid out together, by lay_out_goals")


def _with_goal_pages(
    placed: _Placed, goal_pages: Mapping[int, int], story: Story, means: Means
) -> _Placed:
    if not isinstance(placed.part, GoalIndexPart) or not goal_pages:
        return placed
    sheet = _sheet(placed.first, story, means, goal_pages=goal_pages)
    return replace(placed, pages=lay_out_goal_index(placed.part, sheet))


def _book(story: Story, placed: list[_Placed], binding: Binding) -> Book:
    issued = story.issued
    return Book(
        title=story.title,
        author=story.author,
        subject=plain(story.running),
        issued=(issued.year, issued.month or 1, issued.day or 1),
        language=LANGUAGE,
        pages=tuple(replace(page, part=_name(one.part)) for one in placed for page in one.pages),
        outline=tuple(_entry(one) for one in placed if one.pages),
        binding=binding,
    )


def _name(part: Part) -> str:
    """What a part's pages are called in keys: goal-3, indicator-table."""
    return f"goal-{part.goal}" if isinstance(part, GoalPart) else _NAMES[type(part)]


_NAMES: Mapping[type[Part], str] = {
    CoverPart: "cover",
    OverviewPart: "overview",
    GoalIndexPart: "goal-index",
    SdgsPart: "sdgs",
    IndicatorTablePart: "indicator-table",
    ColophonPart: "colophon",
}


def _entry(placed: _Placed) -> OutlineEntry:
    part = placed.part
    page = placed.first - 1
    if isinstance(part, CoverPart):
        title = plain(part.ordinal + part.title + part.report_name)
    elif isinstance(part, GoalPart):
        title = f"{part.word.text}{part.goal}　{plain(part.title)}"
    else:
        title = plain(part.title)
    return OutlineEntry(title=title, page=page, y=ZERO)
