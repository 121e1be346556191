"""4つの基本目標: how many KPI are met, then a row a goal with its tally and numeric targets."""

from __future__ import annotations

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, LinkArea, Path, Shape
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.pages.boxes import Place, artifact, joined, repeated, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.furniture import (
    MOST_TABS,
    Band,
    page_band,
    running_foot,
    tab_span,
    thumb_tab,
    without_breaks,
)
from strategy_report.pages.goal_index_targets import targets_box
from strategy_report.pages.marks import (
    MARK_HEIGHT,
    SQUARE,
    SQUARE_GAP,
    badge,
    tally_square,
)
from strategy_report.pages.setting import apart, baseline_in
from strategy_report.story.block import Run, Tally
from strategy_report.story.story import GoalIndexPart, GoalRow
from strategy_report.style.text_style import TextStyle

_STRIP, _TOTAL_BASELINE, _BADGE_GAP = pt(67.5), pt(56), pt(2)
# Hundreds of indicators: the count is set smaller until it keeps off what it means.
_SMALLER_COUNTS, _BESIDE_COUNT = (0.85, 0.7, 0.6), pt(10)
_ROWS_TOP, _ROWS_FOOT = pt(180), pt(792)
_MOST_ROW, _ROW_GAP = pt(196), pt(12)
_BLOCK_WIDTH = pt(72.7)
_PADDING = pt(11)
_TITLE_LEFT, _TITLE_RIGHT = pt(86.5), pt(244)
_RULE_LEFT, _TARGETS_LEFT = pt(252), pt(264.5)
_WHOLE_ROWS, _HALF_ROWS = 5, 10
_MOST_SQUARES = 8
_COMPACT = pt(130)
_TITLE_FOOT = pt(8)
# Size and feed of a title, in the order they are tried.
_TITLES = ((14.0, 22.5), (13.0, 20.0), (12.0, 17.0), (10.5, 14.5), (9.5, 12.5))
_HALF_TITLES = ((11.0, 15.5), (10.0, 14.0), (9.5, 12.5))
# A tally is counted, not looked up: what is met stands together.
_MET_FIRST = (True, False, None)


def lay_out_goal_index(part: GoalIndexPart, sheet: Sheet) -> tuple[Page, ...]:
    """The page of *part* (further ones where the goals are very many)."""
    return tuple(
        _page(part, replace(sheet, number=sheet.number + at), span)
        for at, span in enumerate(_spans(part))
    )


def goal_index_pages(part: GoalIndexPart) -> int:
    """How many pages *part* takes; known before the goals' pages are, which it tells."""
    return len(_spans(part))


def _spans(part: GoalIndexPart) -> tuple[tuple[int, int], ...]:
    """The rows of each page: from, up to."""
    count = len(part.rows)
    if count <= _WHOLE_ROWS:
        return ((0, count),)
    return tuple((start, min(count, start + _HALF_ROWS)) for start in range(0, count, _HALF_ROWS))


def _page(part: GoalIndexPart, sheet: Sheet, span: tuple[int, int]) -> Page:
    again = span[0] > 0
    title = (*without_breaks(part.title), sheet.words.continued) if again else part.title
    band = page_band(title, sheet, "goal-index")
    boxes: list[Box] = [*(band.repeated() if again else band).boxes(sheet)]
    top = _ROWS_TOP + (band.height - pt(82.5))
    if part.total is not None:
        strip = _strip(part, part.total, band, sheet)
        boxes.extend(map(repeated, strip) if again else strip)
    else:
        top = band.height + pt(30)
    slots = _slots(span[1] - span[0], top, sheet)
    for row, slot in zip(part.rows[span[0] : span[1]], slots, strict=True):
        boxes.append(_row(row, slot, sheet))
    boxes.extend(_tabs(part, sheet, span))
    return sheet.page((*boxes, *running_foot(sheet)))


class Slot(Value, kw_only=False):
    """A row's place; `half` rows stand in two columns and leave out labels."""

    rect: Rect
    half: bool


def _slots(count: int, top: Length, sheet: Sheet) -> tuple[Slot, ...]:
    area, gap = sheet.type_area, sheet.master.column_gap
    if count <= _WHOLE_ROWS:
        room = _ROWS_FOOT - top + _ROW_GAP
        height = min(_MOST_ROW, room / max(1, count) - _ROW_GAP)
        if count == 4:
            height = min(height, pt(144))
        return tuple(
            Slot(Rect(area.x, top + (height + _ROW_GAP) * place, area.width, height), half=False)
            for place in range(count)
        )
    rows = (count + 1) // 2
    width = (area.width - gap) / 2
    height = min(_MOST_ROW, (_ROWS_FOOT - top + _ROW_GAP) / rows - _ROW_GAP)
    slots: list[Slot] = []
    for place in range(count):
        row, side = divmod(place, 2)
        at = Point(area.x + (width + gap) * side, top + (height + _ROW_GAP) * row)
        slots.append(Slot(Rect(at.x, at.y, width, height), half=True))
    return tuple(slots)


def _strip(part: GoalIndexPart, total: Tally, band: Band, sheet: Sheet) -> tuple[Box, ...]:
    """「16件のうち9件が目標達成」, and beside it what that means."""
    area = sheet.full_bleed(band.height, band.height + _STRIP)
    left, top = sheet.type_area.x, band.height
    base = top + _TOTAL_BASELINE
    lead = text_box(
        total.lead,
        sheet.style("total-lead"),
        Place(Point(left, top + pt(7)), sheet.master.column_width(3)),
        sheet,
        (Role.PARAGRAPH, "goal-index/total-lead"),
    )
    start = Point(left, base)
    items, end = _count(total, start, sheet, 1.0)
    for scale in _SMALLER_COUNTS:
        if end <= sheet.master.column_left(sheet.side, 3) - _BESIDE_COUNT:
            break
        items, end = _count(total, start, sheet, scale)
    rect = Rect(left, top + pt(22), end - left, pt(40))
    return (
        artifact(area, "goal-index/strip", Shape(path=Path.rect(area), fill=sheet.accent.tint)),
        lead,
        Box(rect=rect, role=Role.PARAGRAPH, key="goal-index/total", items=items),
        *_definition(part, top, sheet),
    )


def _count(
    total: Tally, start: Point, sheet: Sheet, scale: float
) -> tuple[tuple[Item, ...], Length]:
    """The sentence on the baseline at *start*, its type scaled; and where it ends."""
    digits, word = _split_number(total.before)
    parts = (
        (digits, "total"),
        (word, "total-word"),
        (total.count, "total-count"),
        (total.after, "total-after"),
    )
    items: list[Item] = []
    x = start.x
    for run, name in parts:
        if not run.text:
            continue
        size = sheet.theme.type_scale[name].size * scale
        line = sheet.setter.line(run, sheet.style(name, size))
        x += pt(6) if name == "total-count" else pt(1)
        items.append(line.at(Point(x, start.y)))
        x += line.width
    return tuple(items), x


def _definition(part: GoalIndexPart, top: Length, sheet: Sheet) -> list[Box]:
    x = sheet.master.column_left(sheet.side, 3)
    style = sheet.style("definition")
    lines = style.line_feed * len(part.definition)
    height = lines + (MARK_HEIGHT + _BADGE_GAP if part.badge else ZERO)
    # The last line stands on the baseline of the count beside it, if the badge has room then.
    level = top + _TOTAL_BASELINE - baseline_in(style) - (height - style.line_feed)
    y = max(top + _BADGE_GAP, min(level, top + _STRIP - height))
    boxes: list[Box] = []
    if part.badge is not None:
        rect = Rect(x, y, pt(52), MARK_HEIGHT)
        items = badge(part.badge, Point(x, y), sheet)
        boxes.append(Box(rect=rect, role=Role.PARAGRAPH, key="goal-index/badge", items=items))
        y += MARK_HEIGHT + _BADGE_GAP
    for number, words in enumerate(part.definition):
        place = Place(Point(x, y), sheet.type_area.right - x)
        tag = (Role.PARAGRAPH, f"goal-index/definition-{number}")
        boxes.append(text_box(words, style, place, sheet, tag))
        y = boxes[-1].rect.bottom
    return boxes


def _split_number(run: Run) -> tuple[Run, Run]:
    """「16件のうち」 as its digits and the words after them."""
    count = 0
    while count < len(run.text) and run.text[count] in "0123456789,":
        count += 1
    return replace(run, text=run.text[:count]), replace(run, text=run.text[count:])


def _row(row: GoalRow, slot: Slot, sheet: Sheet) -> Box:
    rect, key = slot.rect, f"goal-index/goal-{row.goal}"
    own = replace(sheet, goal=row.goal)
    background = artifact(
        rect, f"{key}/row", Shape(path=Path.rect(rect), fill=sheet.theme.inks.warm)
    )
    inner: list[Box] = []
    if slot.half:
        inner.extend(_half_row(row, rect, own, key))
    else:
        left, width = rect.x + _TITLE_LEFT, _TITLE_RIGHT - _TITLE_LEFT
        if not row.indicators:
            width = rect.right - pt(16) - left
        top = pt(10.5) if rect.height >= _COMPACT else pt(8)
        title = Rect(left, rect.y + top, width, rect.height - top)
        inner.extend(_words(row, title, _TITLES, own, key))
        if row.indicators:
            inner.append(_rule(rect, own, key))
        left = rect.x + _TARGETS_LEFT
        room = Rect(left, rect.y + pt(12), rect.right - left - pt(8), rect.height - pt(17))
        inner.extend(targets_box(row.indicators, room, own, key))
    words, *rest = inner
    # Whoever goes from heading to heading hears the goal's number, too.
    heading = joined(Role.H2, f"{key}/heading", _block(row, rect, own, key), words)
    return Box(rect=rect, role=Role.SECTION, key=key, children=(background, heading, *rest))


def _block(row: GoalRow, rect: Rect, sheet: Sheet, key: str) -> Box:
    """The goal's colour with its number; the page it is on, as a link."""
    width = _BLOCK_WIDTH if rect.width > sheet.type_area.width / 2 else pt(54)
    block = Rect(rect.x, rect.y, width, rect.height)
    left = block.x + (_PADDING if width == _BLOCK_WIDTH else pt(7))
    compact = rect.height < _COMPACT or width < _BLOCK_WIDTH
    size = (40 if compact else 52) * (1 if row.goal < 10 else 0.62 if row.goal < 100 else 0.42)
    word, numeral = sheet.style("index-word"), sheet.style("index-numeral", size)
    word_top = rect.y + pt(8 if compact else 13.5)
    base = word_top + word.line_feed + pt(size * 0.74 + (5 if compact else 14))
    number = apart(sheet.setter.label(str(row.goal), numeral, Point(left - pt(2), base)))
    items: list[Item] = [
        Shape(path=Path.rect(block), fill=sheet.accent.ink),
        sheet.setter.label(row.word, word, Point(left, word_top + baseline_in(word))),
        number,
    ]
    page = sheet.goal_pages.get(row.goal)
    if page is not None:
        style = sheet.style("index-page")
        words = (Run(text=str(page)), sheet.words.page_word)
        base = rect.bottom - pt(8 if compact else 16) - pt(1.5)
        items.append(apart(sheet.setter.label(words, style, Point(left, base))))
        title = "".join(run.text for run in without_breaks(row.title))
        items.append(LinkArea(rect=rect, page=page - 1, description=title))
    return Box(rect=block, role=Role.PARAGRAPH, key=f"{key}/block", items=tuple(items))


def _words(
    row: GoalRow, room: Rect, sizes: tuple[tuple[float, float], ...], sheet: Sheet, key: str
) -> list[Box]:
    """The title from the top of *room*, the tally on its foot: in words alone if it must."""
    tally = row.tally
    few = tally is not None and len(tally.marks) <= _MOST_SQUARES
    forms = (True, False) if few else (False,)
    for squares in forms:
        needed = _tally_height(room, squares=squares) if tally is not None else _TITLE_FOOT
        style, fits = _title_style(row, room.width, room.height - needed, sizes, sheet)
        if fits:
            break
    place = Place(Point(room.x, room.y), room.width)
    title = text_box(row.title, style, place, sheet, (Role.H2, f"{key}/title"))
    if tally is None:
        return [title]
    return [title, *_tally(row.goal, tally, room, squares=squares, sheet=sheet)]


def _title_style(
    row: GoalRow,
    width: Length,
    height: Length,
    sizes: tuple[tuple[float, float], ...],
    sheet: Sheet,
) -> tuple[TextStyle, bool]:
    """The largest size at which the title is no higher than *height*, else the smallest."""
    style = sheet.style("index-title")
    for size, feed in sizes:
        style = replace(sheet.style("index-title", size), line_feed=pt(feed))
        lines = sheet.setter.compose(row.title, style, width)
        if style.line_feed * len(lines.lines) <= height:
            return style, True
    return style, False


def _tally_foot(room: Rect) -> Length:
    return pt(8 if room.height < _COMPACT else 13)


def _tally_height(room: Rect, *, squares: bool) -> Length:
    """From the foot of a title to the foot of *room*, where the tally stands on it."""
    gap = pt(5 if room.height < _COMPACT else 8)
    return _tally_foot(room) + gap + pt(12) + (SQUARE if squares else ZERO)


def _tally(goal: int, tally: Tally, room: Rect, *, squares: bool, sheet: Sheet) -> list[Box]:
    """「4件のうち2件が目標達成」 and a square a KPI, standing on the foot of *room*."""
    foot = Point(room.x, room.bottom)
    bottom = foot.y - _tally_foot(room)
    square_top = bottom - SQUARE
    base = (square_top if squares else bottom) - pt(5 if room.height < _COMPACT else 8)
    lead = sheet.setter.line(tally.lead, sheet.style("tally-lead"))
    words = sheet.setter.line((tally.before, tally.count, tally.after), sheet.style("tally"))
    items: list[Item] = [
        apart(lead.at(Point(foot.x, base))),
        words.at(Point(foot.x + lead.width + pt(5), base)),
    ]
    key = f"goal-index/goal-{goal}/tally"
    box = Rect(foot.x, base - pt(10), lead.width + words.width + pt(5), pt(13))
    boxes = [Box(rect=box, role=Role.PARAGRAPH, key=key, items=tuple(items))]
    if squares:
        drawn: list[Item] = []
        for place, met in enumerate(sorted(tally.marks, key=_MET_FIRST.index)):
            x = foot.x + (SQUARE + SQUARE_GAP) * place
            drawn.extend(tally_square(Rect(x, square_top, SQUARE, SQUARE), met=met, sheet=sheet))
        width = (SQUARE + SQUARE_GAP) * len(tally.marks)
        boxes.append(artifact(Rect(foot.x, square_top, width, SQUARE), f"{key}/squares", *drawn))
    return boxes


def _rule(rect: Rect, sheet: Sheet, key: str) -> Box:
    line = Rect(rect.x + _RULE_LEFT, rect.y + pt(12), pt(0.5), rect.height - pt(24))
    return artifact(line, f"{key}/rule", Shape(path=Path.rect(line), fill=sheet.theme.inks.rule))


def _half_row(row: GoalRow, rect: Rect, sheet: Sheet, key: str) -> list[Box]:
    """Title above, the tally at the foot; the numbers are on the goal's own page."""
    left = rect.x + pt(54) + pt(9)
    width = rect.right - left - pt(7)
    room = Rect(left, rect.y + pt(8), width, rect.height - pt(8))
    boxes = _words(row, room, _HALF_TITLES, sheet, key)
    used = boxes[0].rect.bottom + pt(4)
    foot = boxes[1].rect.y - pt(2) if len(boxes) > 1 else rect.bottom - pt(8)
    target_room = Rect(left, used, width, foot - used)
    boxes[1:1] = targets_box(row.indicators, target_room, sheet, key)
    return boxes


def _tabs(part: GoalIndexPart, sheet: Sheet, span: tuple[int, int]) -> list[Box]:
    """Thumb tabs, level with where they stand on the goals' pages: of all goals that have room."""
    count = len(part.rows)
    shown = range(count) if count <= MOST_TABS else range(*span)
    return [thumb_tab(part.rows[place].goal, tab_span(place, count), sheet) for place in shown]
