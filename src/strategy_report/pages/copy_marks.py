"""What a numbered copy shows of its holder: number and name in the foot, and behind the text.

Where the foot has room is found on the finished pages, so that nothing printed there is touched,
whatever theme, title or cover a book has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.ink import Ink, contrast
from strategy_report.core.length import Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.extent import EM_BOX_ASCENT, EM_BOX_DESCENT, extent
from strategy_report.display.item import Item, Path, Shape, TextLine
from strategy_report.display.page import Page, Side
from strategy_report.display.role import Furniture
from strategy_report.display.walk import boxes_in
from strategy_report.model.recipient import Recipient
from strategy_report.pages.boxes import artifact
from strategy_report.pages.setting import Align, Setter
from strategy_report.pages.shapes import inset
from strategy_report.pages.watermark import watermark_box, watermark_run
from strategy_report.story.block import Run, Words
from strategy_report.style.text_style import TextStyle
from strategy_report.style.theme import Theme

NUMBER_WORD = "配布番号"
_SIZE = 7.5
# In em: the word, a number of twenty characters, a name of thirty (`content.read_recipients`).
_LONGEST_LINE = 57
# Between the line and what stands above or below it, the best first; how far up a place is looked
# for, and in which steps.
_CLEAR = (pt("2.5"), pt("1.5"), pt("0.4"))
_STEP, _STEPS = pt("0.25"), 240
# Of text and its ground (JIS X 8341-3, 1.4.3).
_LEAST_CONTRAST = 4.5
_WATERMARK_SIZE, _WATERMARK_ROWS = pt(28), 11


class FootPlace(Value):
    """Where a copy's line stands on a page.

    Attributes:
        at: where its baseline begins, or ends.
        plate: on a patch of paper of its own, since no place near the foot was free.
    """

    at: Point
    align: Align
    plate: bool = False


def holder_words(recipient: Recipient) -> Words:
    """What a copy says of its holder: 配布番号　012　山田太郎."""
    return (
        Run(text=f"{NUMBER_WORD}　"),
        Run(text=recipient.number, source=recipient.number_source),
        Run(text="　"),
        Run(text=recipient.name, source=recipient.name_source),
    )


def foot_places(book: Book, theme: Theme) -> tuple[FootPlace, ...]:
    """The place on each page: the lowest within safety where nothing is in the way."""
    return tuple(_foot_place(page, theme) for page in book.pages)


def copy_foot(words: Words, place: FootPlace, theme: Theme, setter: Setter) -> Box:
    """The line at *place*."""
    line = setter.label(words, _style(theme), place.at, place.align)
    rect = extent(line)
    if rect is None:
        raise ValueError("a copy without number and name")
    items: tuple[Item, ...] = (line,)
    if place.plate:
        patch = Path.rect(inset(rect, -_CLEAR[-1]))
        items = (Shape(path=patch, fill=theme.inks.paper), line)
    return artifact(rect, "copy/foot", *items, furniture=Furniture.FOOTER)


def copy_watermark(words: Words, book: Book, theme: Theme, setter: Setter) -> tuple[Box, ...]:
    """The words pale across the page again and again, clear of 案 where the book has that.

    Pages are full of coloured areas: a single line would be seen on few of them.
    """
    trim = theme.master.trim
    style = watermark_run("".join(run.text for run in words), trim, theme).style
    style = replace(style, char_size=min(style.char_size, _WATERMARK_SIZE))
    line = setter.line(words, style)
    rows = (
        watermark_box(line, style.char_size, trim, (row + 0.5) / _WATERMARK_ROWS)
        for row in range(_WATERMARK_ROWS)
    )
    taken = {
        box.rect
        for page in book.pages
        for box in page.boxes
        if box.furniture is Furniture.WATERMARK
    }
    clear = (row for row in rows if not any(row.rect.meets(rect) for rect in taken))
    return tuple(replace(row, key=f"copy/watermark-{place}") for place, row in enumerate(clear))


def _style(theme: Theme) -> TextStyle:
    return theme.style("running-foot", size=_SIZE)


def _foot_place(page: Page, theme: Theme) -> FootPlace:
    master, style = theme.master, _style(theme)
    left = page.side is Side.RIGHT
    area = master.type_area(page.side)
    x, align = (area.x, Align.LEFT) if left else (area.right, Align.RIGHT)
    width = min(style.char_size * _LONGEST_LINE, area.width)
    start = x if left else x - width
    lowest = page.trim.height - master.safety - style.char_size * EM_BOX_DESCENT
    painted = tuple(_painted(page.boxes, lowest - _STEP * _STEPS - style.char_size))
    text = tuple((item, rect) for item, rect in painted if isinstance(item, TextLine))
    # Rather near to other things than on a patch; on no account upon other text.
    tries = (*((painted, clear, False) for clear in _CLEAR), (text, _CLEAR[-1], True))
    for things, clear, plate in tries:
        for step in range(_STEPS):
            baseline = lowest - _STEP * step
            top = baseline - style.char_size * EM_BOX_ASCENT - clear
            band = Rect(
                start, top, width, style.char_size * (EM_BOX_ASCENT + EM_BOX_DESCENT) + clear * 2
            )
            if not any(_is_in_the_way(item, rect, band, style.ink) for item, rect in things):
                return FootPlace(at=Point(x, baseline), align=align, plate=plate)
    return FootPlace(at=Point(x, lowest), align=align, plate=True)


def _painted(boxes: Iterable[Box], top: Length) -> Iterator[tuple[Item, Rect]]:
    """What is painted below *top*, but for what lies behind all of the page."""
    for box in boxes_in(boxes):
        if box.furniture is not Furniture.WATERMARK:
            for item in box.items:
                rect = extent(item)
                if rect is not None and rect.bottom > top:
                    yield item, rect


def _is_in_the_way(item: Item, rect: Rect, band: Rect, ink: Ink) -> bool:
    """Whether *item* meets the *band*, and is no plain ground that *ink* is read on."""
    if not rect.meets(band):
        return False
    fill = item.fill if isinstance(item, Shape) else None
    return fill is None or not rect.contains(band) or contrast(fill, ink) < _LEAST_CONTRAST
