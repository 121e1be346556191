"""The goals' pages: title, numeric targets, measures, photographs, KPI."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.core.kept import Kept
from strategy_report.core.length import Length
from strategy_report.core.value import Value
from strategy_report.display.box import Box
from strategy_report.display.page import Page
from strategy_report.pages.context import Sheet
from strategy_report.pages.furniture import (
    legend_box,
    running_foot,
    section_heading,
    tab_span,
    thumb_tab,
)
from strategy_report.pages.goal_contents import GoalContents
from strategy_report.pages.goal_fit import FOOT, Fit, fit_all
from strategy_report.pages.goal_flow import flow
from strategy_report.pages.goal_needs import Density, Step
from strategy_report.pages.kept_pages import kept_pages
from strategy_report.pages.kpi_cards import card_boxes
from strategy_report.pages.kpi_list import list_box
from strategy_report.pages.measures import column_boxes
from strategy_report.pages.photos import PictureFor, photo_boxes
from strategy_report.pages.target_band import band_boxes
from strategy_report.story.block import plain
from strategy_report.story.story import GoalPart

# Given a page's number and its goal, the sheet to lay it out on.
SheetFor = Callable[[int, int], Sheet]


class GoalPages(Value):
    """A goal's pages."""

    part: GoalPart
    pages: tuple[Page, ...]


def lay_out_goals(
    parts: tuple[GoalPart, ...],
    first: int,
    sheet_for: SheetFor,
    picture_for: PictureFor,
    kept: Kept,
) -> tuple[tuple[GoalPages, ...], tuple[Diagnostic, ...]]:
    """All goals' pages from page number *first*, and what is to be said of them."""
    contents = [_contents(part, sheet_for(first, part.goal), kept) for part in parts]
    shared = fit_all(tuple(content.needs for content in contents), kept)
    laid_out: list[GoalPages] = []
    said: list[Diagnostic] = []
    number = first
    pages_of = zip(contents, shared.fits, shared.alone, strict=True)
    for order, (content, fit, alone) in enumerate(pages_of):
        tab = tab_span(order, len(parts))
        maker = _PageMaker(content, tab, sheet_for)
        # The contents stand for all that shaped them: the part, and every sheet but its number.
        given = (content, fit, shared.density, tab, number)
        make = partial(maker.pages, fit, shared.density, number)
        pages = kept_pages(f"goal-{content.part.goal}", given, make, picture_for, kept)
        laid_out.append(GoalPages(part=content.part, pages=pages))
        said.extend(_said(content.part, fit, alone, pages))
        number += len(pages)
    return tuple(laid_out), tuple(said)


def _contents(part: GoalPart, sheet: Sheet, kept: Kept) -> GoalContents:
    name = f"contents of goal-{part.goal}"
    return kept.of(name, (part, sheet), lambda: GoalContents(part, sheet))


class _PageMaker:
    """Puts one goal's contents on its page or pages."""

    def __init__(
        self, contents: GoalContents, tab: tuple[Length, Length], sheet_for: SheetFor
    ) -> None:
        self._contents = contents
        self._tab = tab
        self._sheet_for = sheet_for

    def pages(
        self, fit: Fit | None, density: Density, number: int, picture_for: PictureFor
    ) -> tuple[Page, ...]:
        """The goal's pages from page *number*: one where a *fit* was found for it."""
        if fit is None:
            return self._flowed(density, number, picture_for)
        return (self._fitted(fit, number, picture_for),)

    def _fitted(self, fit: Fit, number: int, picture_for: PictureFor) -> Page:
        """The one page that holds everything."""
        contents, sheet = self._contents, self._sheet(number)
        boxes = list(contents.title_on(sheet).boxes(sheet))
        if contents.band is not None:
            boxes.extend(band_boxes(contents.band, fit.needs.top, fit.band, sheet))
        boxes.extend(_measures(contents, fit, sheet))
        if contents.photos is not None:
            boxes.extend(photo_boxes(contents.photos, fit, sheet, picture_for))
        boxes.extend(_notes(contents, fit, sheet))
        boxes.extend(_kpis(contents, fit, sheet))
        return self._page(tuple(boxes), sheet)

    def _flowed(self, density: Density, number: int, picture_for: PictureFor) -> tuple[Page, ...]:
        """As many pages as everything needs."""
        flowed = flow(self._contents, density, lambda at: self._sheet(number + at), picture_for)
        return tuple(self._page(boxes, self._sheet(number + at)) for at, boxes in enumerate(flowed))

    def _sheet(self, number: int) -> Sheet:
        return self._sheet_for(number, self._contents.part.goal)

    def _page(self, boxes: tuple[Box, ...], sheet: Sheet) -> Page:
        tab = thumb_tab(self._contents.part.goal, self._tab, sheet)
        return sheet.page((*boxes, tab, *running_foot(sheet)))


def _measures(contents: GoalContents, fit: Fit, sheet: Sheet) -> tuple[Box, ...]:
    if fit.text is None:
        return ()
    heading = contents.part.measures_heading
    columns = contents.columns(fit.density)[fit.split]
    return (
        *section_heading(heading, fit.measures_hairline, sheet, f"{contents.key}/measures"),
        *column_boxes(columns.run, (0, columns.cut, len(columns.run.rows)), fit.first_line, sheet),
    )


def _kpis(contents: GoalContents, fit: Fit, sheet: Sheet) -> tuple[Box, ...]:
    """The KPI heading with its legend, then cards or the list below it."""
    part = contents.part
    if not part.kpis:
        return ()
    key = f"{contents.key}/kpis"
    hairline = fit.kpi_hairline
    boxes = [*section_heading(part.kpi_heading, hairline, sheet, key)]
    if part.legend is not None:
        bars = not fit.as_list or contents.listed.columns.bars is not None
        boxes.extend(legend_box(part.legend, hairline, sheet, key, bars=bars))
    top = hairline + fit.kpi_head
    if fit.as_list:
        boxes.append(list_box(contents.listed, (0, len(part.kpis)), top, fit.card, sheet))
    else:
        boxes.extend(card_boxes(contents.cards, top, fit.card, fit.card_gap, sheet))
    return tuple(boxes)


def _notes(contents: GoalContents, fit: Fit, sheet: Sheet) -> tuple[Box, ...]:
    """※ notes of the whole goal, above the KPI heading (or at the foot)."""
    foot = FOOT if not contents.part.kpis else fit.kpi_hairline - fit.above
    return contents.note_boxes(foot - contents.notes_height, sheet)


def _said(
    part: GoalPart, fit: Fit | None, alone: Fit | None, pages: tuple[Page, ...]
) -> list[Diagnostic]:
    """What the officer should know: what gave way, and which photographs are still to come."""
    name = f"{part.word.text}{part.goal}"
    said: list[Diagnostic] = []
    if fit is None:
        said.append(
            Diagnostic(
                code="PAG001",
                severity=Severity.WARNING,
                where=part.source,
                what=f"{name}は1ページに収まらないので、{len(pages)}ページに分けました。",
                fix="1ページにするには、施策の文や写真を減らしてください。",
                page=pages[0].label,
            )
        )
    elif fit.step in _TOLD:
        said.append(
            Diagnostic(
                code="PAG002",
                severity=Severity.NOTE,
                where=part.source,
                what=f"{name}のページは、{_why(fit, alone)}{_TOLD[fit.step]}。",
                page=pages[0].label,
            )
        )
    said.extend(
        Diagnostic(
            code="PAG003",
            severity=Severity.NOTE,
            where=photo.source,
            what=f"写真「{plain(photo.caption)}」は、まだないので絵を入れました。",
            fix="写真を photos/ に置き、file: に名前を書いてください。",
            page=pages[0].label,
        )
        for photo in part.photos
        if photo.path is None
    )
    return said


def _why(fit: Fit, alone: Fit | None) -> str:
    """A page may be set as tightly as its fullest neighbour, whatever its own content."""
    own = alone is None or alone.step.value >= fit.step.value
    return "内容が多いので" if own else "ほかの基本目標のページに合わせて"


_TOLD = {
    Step.PHOTOS: "写真を小さくしました",
    Step.BAND: "数値目標の帯を低くしました",
    Step.ABOVE: "見出しの上の空きを詰めました",
    Step.MEASURE_GAP: "施策の間の空きを詰めました",
    Step.LIST: "KPIを表にしました",
    Step.BODY: "本文を9.5ポイントにしました",
}
