"""Photographs in their places, or stand-ins for those that are still to come."""

from __future__ import annotations

from collections.abc import Callable

from strategy_report.compose.text import Composed
from strategy_report.core.geometry import Point, Rect, Size
from strategy_report.core.length import Length, pt
from strategy_report.core.value import Value
from strategy_report.display.box import Box
from strategy_report.display.item import Image, Item, Path, Picture, Shape, Stroke
from strategy_report.display.role import Role
from strategy_report.pages.context import Sheet
from strategy_report.pages.goal_fit import CAPTION_GAP, Fit
from strategy_report.pages.goal_needs import PhotoNeeds
from strategy_report.pages.motif import SNOW, stand_in_motif
from strategy_report.pages.setting import place
from strategy_report.pages.shapes import inset
from strategy_report.story.block import PhotoBlock, Run
from strategy_report.style.inks import lighter

# Given a photograph and the frame it fills, the pixels to print; None: draw a stand-in.
PictureFor = Callable[[PhotoBlock, Size], Image | None]

MOST_IN_ROW = 4
IN_COLUMNS = 2
RATIO = 2 / 3


class SetPhoto(Value, kw_only=False):
    """A photograph with its caption composed; `number` counts all of the page."""

    photo: PhotoBlock
    caption: Composed
    number: int


class PhotoRow(Value):
    """Photographs side by side, tops and heights equal.

    Attributes:
        lefts: of each, from the left edge of the type area.
    """

    photos: tuple[SetPhoto, ...]
    lefts: tuple[Length, ...]
    width: Length

    @property
    def caption_lines(self) -> int:
        return max(len(photo.caption.lines) for photo in self.photos)


class PhotoSet(Value):
    """All photographs of a page; `columns` tells in which columns they close the measures."""

    rows: tuple[PhotoRow, ...]
    columns: tuple[int, ...]

    @property
    def needs(self) -> PhotoNeeds:
        return PhotoNeeds(
            caption_lines=tuple(row.caption_lines for row in self.rows),
            most=min(row.width for row in self.rows) * RATIO,
            single=len(self.columns) == 1,
        )


def photo_set(
    photos: tuple[PhotoBlock, ...], column_of: Callable[[int], int], sheet: Sheet
) -> PhotoSet | None:
    """*photos* arranged; *column_of* tells the column that a measure ends in."""
    if not photos:
        return None
    if len(photos) <= IN_COLUMNS:
        columns = _columns(photos, column_of)
        by_column = tuple(
            photo
            for _, photo in sorted(zip(columns, photos, strict=True), key=lambda pair: pair[0])
        )
        row = _row(by_column, tuple(sorted(columns)), 2, 0, sheet)
        return PhotoSet(rows=(row,), columns=tuple(sorted(columns)))
    rows: list[PhotoRow] = []
    for first, count in _even(len(photos)):
        part = photos[first : first + count]
        across = max(3, max(count for _, count in _even(len(photos))))
        rows.append(_row(part, tuple(range(count)), across, first, sheet))
    return PhotoSet(rows=tuple(rows), columns=(0, 1))


def photo_boxes(
    photos: PhotoSet, page: Fit, sheet: Sheet, picture_for: PictureFor
) -> tuple[Box, ...]:
    """The photographs with their captions, row by row."""
    return tuple(
        box
        for number, row in enumerate(photos.rows)
        for box in photo_row_boxes(row, page.photo_row_top(number), page.photo, sheet, picture_for)
    )


def photo_row_boxes(
    row: PhotoRow, top: Length, height: Length, sheet: Sheet, picture_for: PictureFor
) -> tuple[Box, ...]:
    """The photographs of one row, *height* high from *top*."""
    frames = (Rect(sheet.type_area.x + left, top, row.width, height) for left in row.lefts)
    return tuple(
        _photo_box(photo, frame, sheet, picture_for)
        for photo, frame in zip(row.photos, frames, strict=True)
    )


def _columns(photos: tuple[PhotoBlock, ...], column_of: Callable[[int], int]) -> tuple[int, ...]:
    wished = [0 if photo.measure is None else column_of(photo.measure) for photo in photos]
    if len(wished) == IN_COLUMNS and wished[0] == wished[1]:
        return (0, 1)
    return tuple(wished)


def _even(count: int) -> list[tuple[int, int]]:
    """First index and length of each row: as few rows as may be, as even as may be."""
    rows = -(-count // MOST_IN_ROW)
    least, longer = divmod(count, rows)
    spans: list[tuple[int, int]] = []
    first = 0
    for row in range(rows):
        length = least + (1 if row < longer else 0)
        spans.append((first, length))
        first += length
    return spans


def _row(
    photos: tuple[PhotoBlock, ...], slots: tuple[int, ...], across: int, first: int, sheet: Sheet
) -> PhotoRow:
    gap = sheet.master.column_gap
    width = (sheet.type_area.width - gap * (across - 1)) / across
    return PhotoRow(
        photos=tuple(
            SetPhoto(photo, _caption(photo, width, sheet), first + place_)
            for place_, photo in enumerate(photos)
        ),
        lefts=tuple((width + gap) * slot for slot in slots),
        width=width,
    )


def _caption(photo: PhotoBlock, width: Length, sheet: Sheet) -> Composed:
    words = photo.caption
    if photo.credit:
        words = (*words, Run(text="　"), *photo.credit)
    return sheet.setter.compose(words, sheet.style("caption"), width)


def _photo_box(of: SetPhoto, frame: Rect, sheet: Sheet, picture_for: PictureFor) -> Box:
    photo = of.photo
    key = f"goal-{sheet.goal}/photo/{photo.key}"
    image = picture_for(photo, Size(frame.width, frame.height))
    words = place(
        of.caption, sheet.style("caption"), Point(frame.x, frame.bottom + CAPTION_GAP), frame.width
    )
    caption_rect = Rect(frame.x, frame.bottom + CAPTION_GAP, frame.width, words.height)
    picture = (
        Box(
            rect=frame,
            role=Role.ARTIFACT,
            key=f"{key}/stand-in",
            items=stand_in(frame, of.number, sheet),
        )
        if image is None
        else Box(
            rect=frame,
            role=Role.FIGURE,
            key=f"{key}/picture",
            items=(Picture(rect=frame, image=image, source=photo.source),),
            alt=photo.alt,
        )
    )
    return Box(
        rect=Rect(frame.x, frame.y, frame.width, caption_rect.bottom - frame.y),
        role=Role.SECTION,
        key=key,
        source=photo.source,
        children=(
            picture,
            *_stand_in_words(photo, frame, key, sheet),
            Box(rect=caption_rect, role=Role.CAPTION, key=f"{key}/caption", items=words.lines),
        ),
    )


def _stand_in_words(photo: PhotoBlock, frame: Rect, key: str, sheet: Sheet) -> tuple[Box, ...]:
    """写真準備中, on the stand-in's snow."""
    if photo.stand_in is None:
        return ()
    at = Point(frame.x + pt(5), frame.bottom - pt(6.5))
    items = (sheet.setter.label(photo.stand_in, sheet.style("stand-in"), at),)
    snow = Rect(frame.x, frame.bottom - SNOW, frame.width, SNOW)
    return (Box(rect=snow, role=Role.PARAGRAPH, key=f"{key}/stand-in-words", items=items),)


def stand_in(frame: Rect, number: int, sheet: Sheet) -> tuple[Item, ...]:
    """A quiet picture of sky and snow for a photograph that is still to come."""
    snow = Rect(frame.x, frame.bottom - SNOW, frame.width, SNOW)
    line = pt(0.5)
    stroke = Stroke(ink=lighter(sheet.accent.ink, 0.3), width=line)
    return (
        Shape(path=Path.rect(frame), fill=sheet.accent.tint),
        Shape(path=Path.rect(snow), fill=sheet.theme.inks.paper),
        *stand_in_motif(frame, number, sheet),
        Shape(path=Path.rect(inset(frame, line / 2)), stroke=stroke),
    )
