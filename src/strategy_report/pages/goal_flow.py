"""A goal that no single page holds: the same contents, one page after the other."""

from __future__ import annotations

from collections.abc import Callable

from strategy_report.core.length import ZERO, Length, pt
from strategy_report.display.box import Box
from strategy_report.pages.boxes import repeated
from strategy_report.pages.context import Sheet
from strategy_report.pages.furniture import (
    continued_band,
    legend_box,
    section_heading,
    without_breaks,
)
from strategy_report.pages.goal_contents import GoalContents
from strategy_report.pages.goal_fit import (
    CAPTION_FEED,
    CAPTION_GAP,
    FOOT,
    PHOTO_ROW_GAP,
    PHOTO_USUAL,
)
from strategy_report.pages.goal_needs import Density
from strategy_report.pages.kpi_cards import Grid, card_row_boxes
from strategy_report.pages.kpi_list import HEAD_HEIGHT, list_box
from strategy_report.pages.measures import MeasureRun, Willing, column_boxes
from strategy_report.pages.photos import PhotoRow, PictureFor, photo_row_boxes
from strategy_report.pages.target_band import band_boxes
from strategy_report.story.block import Words

_GAP = pt(15)
_MEASURES_HEAD, _KPI_HEAD = pt(33.75), pt(34.5)
_CARD_HEIGHT, _CARD_GAP = pt(98), pt(10)
_LEAST_LINES = 4
_LEAST_ROWS, _LEAST_LAST_ROWS = 2, 4

SheetAt = Callable[[int], Sheet]


def flow(
    contents: GoalContents, density: Density, sheet_at: SheetAt, picture_for: PictureFor
) -> tuple[tuple[Box, ...], ...]:
    """The boxes of each page; *sheet_at* gives the sheet of the goal's n-th page, from 0."""
    pages = _Pages(contents, sheet_at)
    _measures(contents, density, pages)
    if contents.photos is not None:
        for row in contents.photos.rows:
            _photo_row(row, pages, picture_for)
    _notes(contents, pages)
    if contents.part.kpis:
        if density.lists or contents.needs_list:
            _list(contents, pages)
        else:
            _cards(contents, pages)
    return tuple(tuple(boxes) for boxes in pages.boxes)


class _Pages:
    """Pages filled so far.

    Attributes:
        y: where the next thing begins on the last page.
        fresh: whether nothing but bands stands on the last page.
    """

    def __init__(self, contents: GoalContents, sheet_at: SheetAt) -> None:
        self._contents, self._sheet_at = contents, sheet_at
        self.sheet = sheet_at(0)
        self.boxes: list[list[Box]] = [list(contents.title_on(self.sheet).boxes(self.sheet))]
        top = contents.needs.top
        if contents.band is not None and contents.needs.band is not None:
            height = contents.needs.band.least
            self.boxes[-1].extend(band_boxes(contents.band, top, height, self.sheet))
            top += height
        self.y = top + _GAP
        self.fresh = True

    @property
    def room(self) -> Length:
        return FOOT - self.y

    def turn(self) -> None:
        """A new page with the goal's heading repeated."""
        number = len(self.boxes)
        self.sheet = self._sheet_at(number)
        key = f"{self._contents.key}/page-{number + 1}"
        band = continued_band(self._contents.part, self.sheet, key)
        self.boxes.append(list(band.boxes(self.sheet)))
        self.y = band.height + _GAP
        self.fresh = True

    def add(self, boxes: tuple[Box, ...], foot: Length) -> None:
        self.boxes[-1].extend(boxes)
        self.y = foot
        self.fresh = False

    def heading(self, words: Words, key: str, *, again: bool) -> None:
        """A section's heading at `y`; told to be continued where it stands *again*."""
        if again:
            words = (*without_breaks(words), self._contents.part.continued)
        key = f"{self._contents.key}/{key}-{len(self.boxes)}"
        boxes = section_heading(words, self.y, self.sheet, key)
        self.boxes[-1].extend(map(repeated, boxes) if again else boxes)


def _measures(contents: GoalContents, density: Density, pages: _Pages) -> None:
    if not contents.part.measures:
        return
    run = contents.columns(density)[0].run
    start, end = 0, len(run.rows)
    while start < end:
        room = pages.room - _MEASURES_HEAD
        if room < run.feed * _LEAST_LINES and not pages.fresh:
            pages.turn()
            continue
        cut, stop = _fill(run, start, room)
        if stop == start:
            # Not even one line fits: a taller page there is not.
            if not pages.fresh:
                pages.turn()
                continue
            cut = stop = start + 1
        pages.heading(contents.part.measures_heading, "measures", again=start > 0)
        first_line = pages.y + _MEASURES_HEAD
        boxes = column_boxes(run, (start, cut, stop), first_line, pages.sheet)
        pages.add(boxes, first_line + max(run.heights(start, cut, stop)) + _GAP)
        start = stop


def _fill(run: MeasureRun, start: int, room: Length) -> tuple[int, int]:
    """End of the first and of the second column: balanced if all the rest fits, else full."""
    end = len(run.rows)
    for least in (Willing.MEASURE, Willing.BULLET, Willing.WITHIN):
        cut = run.balanced(least, start)
        if max(run.heights(start, cut, end)) <= room:
            return cut, end
    cut = run.filled(start, room)
    return cut, run.filled(cut, room - run.lowered(start, cut)) if cut < end else cut


def _photo_row(row: PhotoRow, pages: _Pages, picture_for: PictureFor) -> None:
    height = min(PHOTO_USUAL, row.width * (2 / 3))
    needed = height + CAPTION_GAP + CAPTION_FEED * row.caption_lines
    if needed > pages.room and not pages.fresh:
        pages.turn()
    boxes = photo_row_boxes(row, pages.y, height, pages.sheet, picture_for)
    pages.add(boxes, pages.y + needed + PHOTO_ROW_GAP)


def _notes(contents: GoalContents, pages: _Pages) -> None:
    if not contents.notes:
        return
    if contents.notes_height > pages.room and not pages.fresh:
        pages.turn()
    boxes = contents.note_boxes(pages.y, pages.sheet)
    pages.add(boxes, pages.y + contents.notes_height + _GAP)


def _cards(contents: GoalContents, pages: _Pages) -> None:
    cards = contents.cards
    height = max(_CARD_HEIGHT, cards.least)
    row = 0
    while row < cards.rows:
        room = pages.room - _KPI_HEAD
        count = max(0, int(room + _CARD_GAP) // int(height + _CARD_GAP))
        if count == 0 and not pages.fresh:
            pages.turn()
            continue
        stop = min(cards.rows, row + max(1, count))
        top = _kpi_heading(contents, pages, again=row > 0)
        grid = Grid(top, height, _CARD_GAP)
        boxes = card_row_boxes(cards, (row, stop), grid, pages.sheet)
        pages.add(boxes, top + (height + _CARD_GAP) * (stop - row))
        row = stop


def _list(contents: GoalContents, pages: _Pages) -> None:
    heights = contents.listed.row_heights
    start = 0
    while start < len(heights):
        stop = _rows_within(heights, start, pages.room - _KPI_HEAD - HEAD_HEIGHT)
        if stop < len(heights):
            # A row or two alone on the last page would look forgotten.
            stop = max(min(stop, start + _LEAST_ROWS), min(stop, len(heights) - _LEAST_LAST_ROWS))
        least = min(_LEAST_ROWS, len(heights) - start)
        if stop - start < least and not pages.fresh:
            pages.turn()
            continue
        stop = max(stop, start + 1)
        bars = contents.listed.columns.bars is not None
        top = _kpi_heading(contents, pages, again=start > 0, bars=bars)
        box = list_box(contents.listed, (start, stop), top, ZERO, pages.sheet)
        pages.add((box,), box.rect.bottom + _GAP)
        start = stop


def _rows_within(heights: tuple[Length, ...], start: int, room: Length) -> int:
    stop = start
    while stop < len(heights) and heights[stop] <= room:
        room -= heights[stop]
        stop += 1
    return stop


def _kpi_heading(
    contents: GoalContents, pages: _Pages, *, again: bool, bars: bool = True
) -> Length:
    """Heading and, at the first time, the legend; the place below them."""
    pages.heading(contents.part.kpi_heading, "kpis", again=again)
    legend = contents.part.legend
    if legend is not None and not again:
        key = f"{contents.key}/kpis"
        boxes = legend_box(legend, pages.y, pages.sheet, key, bars=bars)
        pages.boxes[-1].extend(boxes)
    return pages.y + _KPI_HEAD
