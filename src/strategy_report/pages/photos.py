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
from strategy_report.pages.goal_fit import CAPTION_GAP, Fit, PhotoNeeds
from strategy_report.pages.motif import SNOW, lighter, stand_in_motif
from strategy_report.pages.setting import place
from strategy_report.pages.shapes import inset
from strategy_report.story.story import PhotoBlock, Run

# Given a photograph and the frame it fills, the pixels to print; None: draw a stand-in.
PictureFor = Callable[[PhotoBlock, Size], Image | None]

MOST_IN_ROW = 4
IN_COLUMNS = 2
RATIO = 2 / 3


class PhotoRow(Value):
    """Photographs side by side, tops and heights equal.

    Attributes:
        lefts: of each, from the left edge of the type area.
        first: index of the first among all the page's photographs.
    """

    photos: tuple[PhotoBlock, ...]
    captions: tuple[Composed, ...]
    lefts: tuple[Length, ...]
    width: Length
    first: int


class PhotoSet(Value):
    """All photographs of a page; `columns` tells in which columns they close the measures."""

    rows: tuple[PhotoRow, ...]
    columns: tuple[int, ...]

    @property
    def needs(self) -> PhotoNeeds:
        return PhotoNeeds(
            caption_lines=tuple(
                max(len(caption.lines) for caption in row.captions) for row in self.rows
            ),
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
        by_column = tuple(photo for _, photo in sorted(zip(columns, photos), key=lambda p: p[0]))
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
    boxes: list[Box] = []
    for number, row in enumerate(photos.rows):
        top = page.photo_row_top(number)
        for place_, photo in enumerate(row.photos):
            x = sheet.type_area.x + row.lefts[place_]
            frame = Rect(x, top, row.width, page.photo)
            boxes.append(
                _photo_box(
                    photo, row.captions[place_], frame, sheet, picture_for, row.first + place_
                )
            )
    return tuple(boxes)


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
        photos=photos,
        captions=tuple(_caption(photo, width, sheet) for photo in photos),
        lefts=tuple((width + gap) * slot for slot in slots),
        width=width,
        first=first,
    )


def _caption(photo: PhotoBlock, width: Length, sheet: Sheet) -> Composed:
    words = photo.caption
    if photo.credit:
        words = (*words, Run(text="　"), *photo.credit)
    return sheet.setter.compose(words, sheet.style("caption"), width)


def _photo_box(
    photo: PhotoBlock,
    caption: Composed,
    frame: Rect,
    sheet: Sheet,
    picture_for: PictureFor,
    number: int,
) -> Box:
    key = f"goal-{sheet.goal}/photo/{photo.key}"
    image = picture_for(photo, Size(frame.width, frame.height))
    words = place(
        caption, sheet.style("caption"), Point(frame.x, frame.bottom + CAPTION_GAP), frame.width
    )
    caption_rect = Rect(frame.x, frame.bottom + CAPTION_GAP, frame.width, words.height)
    picture = (
        Box(
            rect=frame,
            role=Role.ARTIFACT,
            key=f"{key}/stand-in",
            items=stand_in(photo, frame, number, sheet),
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
            Box(rect=caption_rect, role=Role.CAPTION, key=f"{key}/caption", items=words.lines),
        ),
    )


def stand_in(photo: PhotoBlock, frame: Rect, number: int, sheet: Sheet) -> tuple[Item, ...]:
    """A quiet picture of sky and snow for a photograph that is still to come."""
    snow = Rect(frame.x, frame.bottom - SNOW, frame.width, SNOW)
    line = pt(0.5)
    stroke = Stroke(ink=lighter(sheet.accent.ink, 0.3), width=line)
    items: list[Item] = [
        Shape(path=Path.rect(frame), fill=sheet.accent.tint),
        Shape(path=Path.rect(snow), fill=sheet.theme.inks.paper),
        *stand_in_motif(frame, number, sheet),
        Shape(path=Path.rect(inset(frame, line / 2)), stroke=stroke),
    ]
    if photo.stand_in is not None:
        at = Point(frame.x + pt(5), frame.bottom - pt(6.5))
        items.append(sheet.setter.label(photo.stand_in, sheet.style("stand-in"), at))
    return tuple(items)
