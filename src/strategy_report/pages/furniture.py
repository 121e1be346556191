"""What pages of every kind carry: title band, headings, thumb tab, running foot, legend."""

from __future__ import annotations

from strategy_report.compose.text import Composed
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.extent import EM_BOX_ASCENT
from strategy_report.display.item import Item, Path, Shape, Stroke, TextLine
from strategy_report.display.page import Side
from strategy_report.display.role import Furniture, Role
from strategy_report.pages.boxes import Place, artifact, joined, repeated, source_of, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.marks import BADGE_WIDTH, MARK_HEIGHT, badge
from strategy_report.pages.motif import band_motif, signature
from strategy_report.pages.setting import Align, apart, baseline_in, place
from strategy_report.pages.shapes import inset
from strategy_report.story.block import LegendBlock, Run, Words
from strategy_report.story.story import GoalPart
from strategy_report.style.text_style import TextStyle

PAGE_BAND = pt(82.5)
GOAL_BAND = pt(97.5)
CONTINUED_BAND = pt(60)
HEADING_TEXT, HEADING_FOOT = pt(9), pt(27)
_HAIRLINE, _BAR = pt(0.5), pt(3)
_NUMERAL_BASELINE, _NUMERAL_LEFT = pt(84.5), pt(2.5)
_GOAL_WORD_TOP = pt(16.5)
_TITLE_MIDDLE = pt(54.5)
_PAGE_TITLE_MIDDLE = pt(50.25)
_BAND_PADDING = pt(13.5)
# Size, feed and most lines of a title, in the order they are tried.
_GOAL_TITLES = ((20.0, 29.0, 2), (17.0, 25.0, 3), (16.0, 21.0, 4))
_CONTINUED_TITLES = ((14.0, 20.0, 1), (12.0, 17.0, 1), (11.0, 15.5, 3))
_PAGE_TITLES = ((22.0, 30.0, 1), (20.0, 27.0, 2), (16.0, 22.0, 3))
_SIGNATURE_GAP = pt(8.5)
# What page label and signature need of the foot line; how a long title stands beside them.
_FOLIO_ROOM, _FOOT_SIZE, _FOOT_FEED = pt(60), pt(7.5), pt(10)
_TAB_WIDTH, _TAB_HEIGHT, _TAB_GAP = pt(28), pt(66), pt(12)
_TABS_TOP, _TABS_HEIGHT = pt(180), pt(624)
# As many as are high enough for a numeral; further goals begin at the top again.
_FEWEST_TABS, MOST_TABS = 4, 22
_TAB_TEXT_MIDDLE, _TAB_WORD_FEED, _TAB_CONTENT = pt(20.8), pt(11), pt(45)
_TAB_ROOMY = pt(23)
# By digits of the number, its size and how much wider the tab is: inwards, off the trim.
_TAB_NUMERALS = {1: (15.0, ZERO), 2: (9.5, pt(3)), 3: (8.0, pt(7))}
_KEY_WIDTH, _KEY_HEIGHT, _KEY_GAP, _LEGEND_GAP = pt(14), pt(7.5), pt(4), pt(11)


class Band(Value):
    """A title band, composed and placed.

    Attributes:
        lines: of the title, which the motif keeps clear of.
        numeral: a goal's number and the word above it.
    """

    height: Length
    title: Box
    lines: tuple[Rect, ...]
    key: str
    numeral: tuple[Box, ...] = ()

    def boxes(self, sheet: Sheet) -> tuple[Box, ...]:
        """The coloured area with the motif; numeral and title on it."""
        area = sheet.full_bleed(ZERO, self.height)
        fill = Shape(path=Path.rect(area), fill=sheet.accent.ink)
        motif = band_motif(area, self.lines, sheet)
        title = self.title
        if self.numeral and title.role is not Role.ARTIFACT:
            title = joined(title.role, f"{self.key}/heading", *self.numeral, title)
            return (artifact(area, f"{self.key}/band", fill, *motif), title)
        return (artifact(area, f"{self.key}/band", fill, *motif), *self.numeral, title)

    def repeated(self, numeral: tuple[Box, ...] = ()) -> Band:
        """The band of a further page, with another numeral on it."""
        return replace(self, title=repeated(self.title), numeral=tuple(map(repeated, numeral)))


def page_band(words: Words, sheet: Sheet, key: str) -> Band:
    """The band of a page that belongs to no goal: the title alone."""
    area = sheet.type_area
    title = _fitting(words, "page-title", _PAGE_TITLES, area.width * 0.86, sheet)
    height = max(PAGE_BAND, title.height + _BAND_PADDING * 2)
    middle = _PAGE_TITLE_MIDDLE if len(title.composed.lines) == 1 else height / 2
    return title.band(Point(area.x, middle - title.height / 2), height, key)


def goal_band(word: Run, words: Words, sheet: Sheet, key: str) -> Band:
    """基本目標, the goal's number and its title."""
    left = sheet.master.column_left(sheet.side, 1)
    room = min(pt(381), sheet.type_area.right - left)
    title = _fitting(words, "goal-title", _GOAL_TITLES, room, sheet)
    height = max(GOAL_BAND, title.height + _BAND_PADDING)
    middle = max(_TITLE_MIDDLE, height / 2)
    band = title.band(Point(left, middle - title.height / 2), height, key)
    return replace(band, numeral=_numeral(word, sheet, key))


def continued_band(part: GoalPart, sheet: Sheet, key: str) -> Band:
    """The lower band of a goal's second page: its title on one line, （つづき） after it."""
    left = sheet.master.column_left(sheet.side, 1)
    room = sheet.type_area.right - left - pt(40)
    whole = (*without_breaks(part.title), part.continued)
    title = _fitting(whole, "goal-title", _CONTINUED_TITLES, room, sheet)
    height = max(CONTINUED_BAND, title.height + _BAND_PADDING * 2)
    band = title.band(Point(left, (height - title.height) / 2 + pt(3)), height, key)
    return band.repeated(_small_numeral(part.word, height, sheet, key))


def without_breaks(words: Words) -> Words:
    """*words* without the marks for breaking lines by hand."""
    return tuple(replace(run, text=run.text.replace("\u200b", "")) for run in words)


def section_heading(words: Words, hairline: Length, sheet: Sheet, key: str) -> tuple[Box, ...]:
    """A hairline over the type area, the goal's bar hanging from it, the heading below."""
    area = sheet.type_area
    ink = sheet.theme.inks.text
    rule = Path.rect(Rect(area.x, hairline, area.width, _HAIRLINE))
    bar = Path.rect(Rect(area.x, hairline, sheet.master.column_width(), _BAR))
    at = Point(area.x, hairline + HEADING_TEXT)
    return (
        artifact(
            Rect(area.x, hairline, area.width, _BAR),
            f"{key}/rule",
            Shape(path=rule, fill=ink),
            Shape(path=bar, fill=sheet.accent.ink),
        ),
        text_box(
            words,
            sheet.style("section-heading"),
            Place(at, area.width),
            sheet,
            (Role.H2, f"{key}/heading"),
        ),
    )


def legend_box(
    legend: LegendBlock, hairline: Length, sheet: Sheet, key: str, *, bars: bool = True
) -> tuple[Box, ...]:
    """The keys at the right end of a heading's line; those of *bars* only where some are drawn."""
    if not bars and legend.badge is None:
        return ()
    area = sheet.type_area
    middle = hairline + (HEADING_TEXT + HEADING_FOOT) / 2
    style = sheet.style("legend")
    base = middle - style.line_feed / 2 + baseline_in(style)
    items: list[Item] = []
    x = area.right
    if legend.badge is not None:
        if legend.badge_means is not None:
            line = sheet.setter.line(legend.badge_means, style)
            x -= line.width
            items.append(line.at(Point(x, base)))
            x -= pt(5)
        x -= BADGE_WIDTH
        items[:0] = badge(legend.badge, Point(x, middle - MARK_HEIGHT / 2), sheet)
        x -= _LEGEND_GAP
    keys = (
        (legend.target, target_key),
        (legend.actual, actual_key),
        (legend.baseline, baseline_key),
    )
    for word, draw in keys if bars else ():
        line = sheet.setter.line(word, style)
        x -= line.width
        words_at = Point(x, base)
        x -= _KEY_GAP + _KEY_WIDTH
        key_rect = Rect(x, middle - _KEY_HEIGHT / 2, _KEY_WIDTH, _KEY_HEIGHT)
        items[:0] = (draw(key_rect, sheet), line.at(words_at))
        x -= _LEGEND_GAP
    rect = Rect(x, middle - MARK_HEIGHT / 2, area.right - x, MARK_HEIGHT)
    alt = legend.alt if bars else legend.alt_of_badge
    return (Box(rect=rect, role=Role.FIGURE, key=f"{key}/legend", items=tuple(items), alt=alt),)


def baseline_key(rect: Rect, sheet: Sheet) -> Shape:
    """How a baseline's bar looks."""
    inks, width = sheet.theme.inks, pt(0.5)
    stroke = Stroke(ink=inks.baseline_line, width=width)
    return Shape(path=Path.rect(inset(rect, width / 2)), fill=inks.baseline_fill, stroke=stroke)


def actual_key(rect: Rect, sheet: Sheet) -> Shape:
    """How an actual's bar looks."""
    return Shape(path=Path.rect(rect), fill=sheet.accent.ink)


def target_key(rect: Rect, sheet: Sheet) -> Shape:
    """How a target's bar looks."""
    width = pt(0.9)
    stroke = Stroke(ink=sheet.accent.ink, width=width)
    return Shape(path=Path.rect(inset(rect, width / 2)), fill=sheet.theme.inks.paper, stroke=stroke)


def tab_span(place_: int, count: int) -> tuple[Length, Length]:
    """Top and height of the thumb tab of goal *place_* (from 0) among *count*."""
    places = min(max(count, _FEWEST_TABS), MOST_TABS)
    pitch = _TABS_HEIGHT / places
    height = min(_TAB_HEIGHT, pitch - _TAB_GAP)
    return _TABS_TOP + pitch * (place_ % places) + (pitch - _TAB_GAP - height) / 2, height


def thumb_tab(goal: int, span: tuple[Length, Length], sheet: Sheet) -> Box:
    """The goal's mark at the fore-edge; *span* is its top and height."""
    top, height = span
    trim, bleed = sheet.master.trim, sheet.master.bleed
    left_page = sheet.side is Side.LEFT
    size, more = _TAB_NUMERALS[len(str(goal))]
    if height < _TAB_ROOMY:
        size = min(size, _TAB_NUMERALS[2][0])
    width, inwards = _TAB_WIDTH + more, _TAB_TEXT_MIDDLE + more / 2
    x = -bleed if left_page else trim.width - width
    rect = Rect(x, top, width + bleed, height)
    middle = inwards if left_page else trim.width - inwards
    accent = sheet.theme.accent(goal)
    items: list[Item] = [Shape(path=Path.rect(rect), fill=accent.ink)]
    word = sheet.theme.style("tab-word", accent)
    numeral = sheet.theme.style("tab-numeral", accent, size)
    thumb = sheet.words.thumb.text if height >= _TAB_CONTENT + pt(8) else ""
    content = _TAB_WORD_FEED * len(thumb) + pt(23 if thumb else 15)
    y = top + (height - content) / 2
    for char in thumb:
        at = Point(middle, y + baseline_in(word))
        items.append(sheet.setter.label(char, word, at, Align.CENTER))
        y += _TAB_WORD_FEED
    line = sheet.setter.line(str(goal), numeral)
    base = top + height - (height - content) / 2 - pt(2.5)
    items.append(line.at(Point(middle - line.width / 2, base)))
    return artifact(rect, f"thumb-tab-{goal}", *items, furniture=Furniture.PAGINATION)


def running_foot(sheet: Sheet) -> tuple[Box, ...]:
    """Title at the inner end, page number and signature at the outer."""
    area, base = sheet.type_area, sheet.master.foot_line
    left_page = sheet.side is Side.LEFT
    folio = sheet.style("folio")
    running = sheet.style("running-foot")
    outer, inner = (area.x, area.right) if left_page else (area.right, area.x)
    number_align, title_align = (
        (Align.LEFT, Align.RIGHT) if left_page else (Align.RIGHT, Align.LEFT)
    )
    number = sheet.setter.label(str(sheet.number), folio, Point(outer, base), number_align)
    rect = Rect(area.x, base - folio.line_feed, area.width, folio.line_feed)
    width = sheet.setter.line(str(sheet.number), folio).width
    mark = signature(width + _SIGNATURE_GAP, sheet)
    titles = _running_title(Point(inner, base), running, title_align, sheet)
    items = (*titles, number, *mark)
    return (artifact(rect, f"foot-{sheet.number}", *items, furniture=Furniture.FOOTER),)


def _running_title(at: Point, style: TextStyle, align: Align, sheet: Sheet) -> tuple[TextLine, ...]:
    """The booklet's title on one line, or smaller on two that stand around the foot line."""
    words, setter = sheet.words.running, sheet.setter
    room = sheet.type_area.width - _FOLIO_ROOM
    if setter.line(words, style).width <= room:
        return (setter.label(words, style, at, align),)
    small = replace(style, char_size=_FOOT_SIZE, line_feed=_FOOT_FEED)
    lines = setter.compose(words, small, room).lines
    first = at.y - small.line_feed * (len(lines) - 1) / 2
    return tuple(
        line.at(
            Point(at.x, first + small.line_feed * row),
            ZERO if align is Align.LEFT else ZERO - line.width,
        )
        for row, line in enumerate(lines)
    )


class _Title(Value):
    """A title at the size that was found for it."""

    words: Words
    style: TextStyle
    composed: Composed

    @property
    def height(self) -> Length:
        return self.style.line_feed * len(self.composed.lines)

    def band(self, at: Point, height: Length, key: str) -> Band:
        block = place(self.composed, self.style, at, self.composed.width)
        box = Rect(at.x, at.y, block.width, block.height)
        lines = tuple(
            Rect(at.x, at.y + self.style.line_feed * row, line.width, self.style.line_feed)
            for row, line in enumerate(self.composed.lines)
        )
        title = Box(
            rect=box,
            role=Role.H1,
            key=f"{key}/title",
            source=source_of(self.words),
            items=block.lines,
        )
        return Band(height=height, title=title, lines=lines, key=key)


def _fitting(
    words: Words,
    name: str,
    sizes: tuple[tuple[float, float, int], ...],
    room: Length,
    sheet: Sheet,
) -> _Title:
    """The largest size at which *words* need no more than its lines, else the smallest."""
    titles = [_title(words, sheet.style(name, size), feed, room, sheet) for size, feed, _ in sizes]
    fitting = (
        title
        for title, (_, _, most) in zip(titles, sizes, strict=True)
        if len(title.composed.lines) <= most and title.composed.width <= room
    )
    return next(fitting, titles[-1])


def _title(words: Words, style: TextStyle, feed: float, room: Length, sheet: Sheet) -> _Title:
    style = replace(style, line_feed=pt(feed))
    return _Title(words=words, style=style, composed=sheet.setter.compose(words, style, room))


def _small_numeral(word: Run, height: Length, sheet: Sheet, key: str) -> tuple[Box, ...]:
    area = sheet.type_area
    number = sheet.setter.line(str(sheet.goal), sheet.style("goal-numeral", 30))
    base = height / 2 + pt(14)
    beside = Place(Point(area.x + number.width + pt(5), base - pt(13)), sheet.master.column_width())
    rect = Rect(area.x, base - pt(26.4), number.width, pt(30))
    return (
        text_box(word, sheet.style("goal-word", 8), beside, sheet, (Role.PARAGRAPH, f"{key}/word")),
        Box(
            rect=rect,
            role=Role.PARAGRAPH,
            key=f"{key}/number",
            items=(number.at(Point(area.x - pt(1), base)),),
        ),
    )


def _numeral(word: Run, sheet: Sheet, key: str) -> tuple[Box, ...]:
    area = sheet.type_area
    width = sheet.master.column_width()
    goal = sheet.goal or 0
    size = 60 if goal < 10 else 46 if goal < 100 else 30
    style = sheet.style("goal-numeral", size)
    base = _NUMERAL_BASELINE
    number = apart(sheet.setter.label(str(sheet.goal), style, Point(area.x - _NUMERAL_LEFT, base)))
    rect = Rect(area.x, base - style.char_size * EM_BOX_ASCENT, width, style.char_size)
    place_ = Place(Point(area.x, _GOAL_WORD_TOP), width)
    tag = (Role.PARAGRAPH, f"{key}/word")
    return (
        text_box(word, sheet.style("goal-word"), place_, sheet, tag),
        Box(rect=rect, role=Role.PARAGRAPH, key=f"{key}/number", items=(number,)),
    )
