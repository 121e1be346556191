"""Story to book: every part onto its pages, in order, with bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import takewhile

from strategy_report.charts.gallery import Gallery
from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.kept import Kept
from strategy_report.core.length import ZERO
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book, OutlineEntry
from strategy_report.display.page import Binding, Page
from strategy_report.fonts.catalog import Catalog
from strategy_report.pages.colophon import lay_out_colophon
from strategy_report.pages.context import Sheet
from strategy_report.pages.cover import lay_out_cover
from strategy_report.pages.goal_index import goal_index_pages, lay_out_goal_index
from strategy_report.pages.goal_page import lay_out_goals
from strategy_report.pages.indicator_table import lay_out_indicator_table
from strategy_report.pages.kept_pages import kept_pages
from strategy_report.pages.missing_glyphs import Packs, missing_glyphs
from strategy_report.pages.notes import book_notes
from strategy_report.pages.overfull import overfull_lines
from strategy_report.pages.overview import lay_out_overview
from strategy_report.pages.photos import PictureFor
from strategy_report.pages.sdgs import lay_out_sdgs
from strategy_report.pages.setting import Setter
from strategy_report.pages.voices import with_voices
from strategy_report.story.block import plain
from strategy_report.story.story import (
    BlankPart,
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
    """What laying out needs besides the story.

    Attributes:
        faces: those that lines are set in.
        kept: pages of builds before.
        packs_with: names the packs of faces on hand that would have a character.
    """

    theme: Theme
    setter: Setter
    gallery: Gallery
    picture_for: PictureFor
    faces: Catalog
    kept: Kept
    binding: Binding = Binding.LEFT
    packs_with: Packs = lambda _: ()


def paginate(story: Story, means: Means) -> tuple[Book, tuple[Diagnostic, ...]]:
    """The book of *story*, what laying it out had to compromise on, and what cannot be drawn."""
    placed, said = _placed(story, means)
    book = _book(story, placed, means)
    undrawn = missing_glyphs(book, means.kept, means.packs_with)
    overfull = overfull_lines(book, means.faces, means.kept)
    return book, (*said, *book_notes(book, means.kept), *overfull, *undrawn)


class _Placed(Value):
    """A part with its pages, the first of which is page *first* of the book."""

    part: Part
    first: int
    pages: tuple[Page, ...]


def _placed(story: Story, means: Means) -> tuple[list[_Placed], list[Diagnostic]]:
    """Every part with its pages; the goals' index last, since it tells the goals' pages."""
    said: list[Diagnostic] = []
    placed: list[_Placed] = []
    number = 1
    parts = list(story.parts)
    while parts:
        part = parts[0]
        goals = tuple(part for part in takewhile(_is_goal, parts) if isinstance(part, GoalPart))
        if goals:
            done, notes = _lay_out_goals(goals, number, story, means)
            said.extend(notes)
        elif isinstance(part, GoalIndexPart):
            done = [_Placed(part=part, first=number, pages=())]
            number += goal_index_pages(part)
        else:
            sheet = _sheet(number, part, story, means)
            done = [_Placed(part=part, first=number, pages=_lay_out(part, sheet, means))]
        number += sum(len(one.pages) for one in done)
        placed.extend(done)
        del parts[: len(done)]
    goal_pages = {one.part.goal: one.first for one in placed if isinstance(one.part, GoalPart)}
    return [_with_index(one, goal_pages, story, means) for one in placed], said


def _is_goal(part: Part) -> bool:
    return isinstance(part, GoalPart)


def _sheet(number: int, part: Part, story: Story, means: Means) -> Sheet:
    return Sheet(
        words=story.page_words,
        part=_name(part),
        theme=means.theme,
        setter=means.setter,
        gallery=means.gallery,
        number=number,
        goal=part.goal if isinstance(part, GoalPart) else None,
        goal_pages={},
        binding=means.binding,
    )


def _lay_out_goals(
    goals: tuple[GoalPart, ...], number: int, story: Story, means: Means
) -> tuple[list[_Placed], tuple[Diagnostic, ...]]:
    by_number = {part.goal: part for part in goals}

    def sheet_for(number: int, goal: int) -> Sheet:
        return _sheet(number, by_number[goal], story, means)

    laid_out, notes = lay_out_goals(goals, number, sheet_for, means.picture_for, means.kept)
    placed = []
    for one in laid_out:
        placed.append(_Placed(part=one.part, first=number, pages=one.pages))
        number += len(one.pages)
    return placed, notes


def _with_index(
    placed: _Placed, goal_pages: Mapping[int, int], story: Story, means: Means
) -> _Placed:
    """The goals' index, laid out now that their pages are known; other parts as they are."""
    if not isinstance(placed.part, GoalIndexPart):
        return placed
    sheet = replace(_sheet(placed.first, placed.part, story, means), goal_pages=goal_pages)
    return replace(placed, pages=_lay_out(placed.part, sheet, means))


def _lay_out(part: Part, sheet: Sheet, means: Means) -> tuple[Page, ...]:
    if isinstance(part, BlankPart):
        return (sheet.page(()),)
    lay_out = partial(_pages, part, sheet)
    return kept_pages(sheet.part, (part, sheet), lay_out, means.picture_for, means.kept)


def _pages(part: Part, sheet: Sheet, picture_for: PictureFor) -> tuple[Page, ...]:
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
        case BlankPart() | GoalPart():
            raise TypeError("white pages need no laying out; goals are laid out together")


def _book(story: Story, placed: list[_Placed], means: Means) -> Book:
    issued = story.issued
    return Book(
        title=story.title,
        author=story.author,
        subject=plain(story.page_words.running),
        issued=(issued.year, issued.month or 1, issued.day or 1),
        language=LANGUAGE,
        pages=tuple(page for one in placed for page in _read_aloud(one, story, means)),
        outline=tuple(entry for one in placed for entry in _entries(one)),
        binding=means.binding,
    )


def _read_aloud(placed: _Placed, story: Story, means: Means) -> tuple[Page, ...]:
    given = placed.pages, story.spoken
    return means.kept.of(f"voices of {_name(placed.part)}", given, partial(with_voices, *given))


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
    BlankPart: "blank",
}


def _entries(placed: _Placed) -> Iterator[OutlineEntry]:
    """Where a part begins; a white page is nothing to be led to."""
    part = placed.part
    if not placed.pages or isinstance(part, BlankPart):
        return
    if isinstance(part, CoverPart):
        title = f"{plain(part.ordinal + part.title)}　{plain(part.report_name)}".strip("　")
    elif isinstance(part, GoalPart):
        title = f"{part.word.text}{part.goal}　{plain(part.title)}"
    else:
        title = plain(part.title)
    yield OutlineEntry(title=title, page=placed.first - 1, y=ZERO)
