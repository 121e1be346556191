"""The cover: title on the sky, the motif, date and issuer on the snow, the goals' inks below."""

from __future__ import annotations

from strategy_report.compose.text import ComposedLine
from strategy_report.core.geometry import Point, Rect, Size
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, Path, Picture, Shape, Stroke
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.pages.boxes import Place, artifact, text_box
from strategy_report.pages.context import Sheet
from strategy_report.pages.motif import cover_motif
from strategy_report.pages.photos import PictureFor
from strategy_report.pages.setting import baseline_in, ended
from strategy_report.pages.shapes import inset
from strategy_report.story.block import PhotoBlock, Run
from strategy_report.story.story import CoverPart
from strategy_report.style.text_style import TextStyle
from strategy_report.style.theme import Motif

HORIZON = pt(585)
BARS_TOP = pt(825)
# A name of two characters takes the room of three (字取り).
ISSUER_LEAST = pt(82)
DATE_BASELINE = pt(753)
_TITLE_TOP = pt(100)
_ORDINAL_GAP, _REPORT_GAP = pt(4), pt(12)
_TITLE_SIZES = ((42.0, 54.0), (36.0, 47.0), (30.0, 40.0))
_APEX, _LOW_APEX = pt(240), pt(270)
_APEX_CLEARANCE = pt(40)
_IMPRINT_GAP = pt(20)
# Size and tracking, in the order they are tried.
_ISSUER_SIZES = ((22.0, 8.0), (20.0, 4.0), (18.0, 1.5), (16.0, 0.5), (13.0, 0.0), (11.0, 0.0))
_PICTURE_TOP, _PICTURE_GAP = pt(228), pt(30)
_STATUS_TOP, _STATUS_PADDING, _STATUS_LINE = pt(28), pt(6), pt(0.8)


def lay_out_cover(part: CoverPart, sheet: Sheet, picture_for: PictureFor) -> Page:
    """The cover of *part*."""
    heading, foot = _title(part, sheet)
    apex = _APEX if foot <= _APEX - _APEX_CLEARANCE else max(_LOW_APEX, foot + _APEX_CLEARANCE)
    boxes = [_ground(apex, sheet), *heading]
    if sheet.theme.motif is Motif.PICTURE and part.picture is not None:
        top = max(_PICTURE_TOP, foot + _PICTURE_GAP)
        boxes[1:1] = _picture(part.picture, top, sheet, picture_for)
    if part.status_word is not None:
        boxes.append(_status(part.status_word, sheet))
    return sheet.page((*boxes, *_imprint(part, sheet), _bars(sheet)))


def _ground(apex: Length, sheet: Sheet) -> Box:
    area = sheet.full_bleed(ZERO, HORIZON)
    sky = Shape(path=Path.rect(area), fill=sheet.theme.inks.main.ink)
    return artifact(area, "cover/ground", sky, *cover_motif(HORIZON, apex, sheet))


def _picture(
    photo: PhotoBlock, top: Length, sheet: Sheet, picture_for: PictureFor
) -> tuple[Box, ...]:
    """The town's picture between the title and the horizon, across the page."""
    frame = sheet.full_bleed(top, HORIZON)
    image = picture_for(photo, Size(frame.width, frame.height))
    if image is None:
        return ()
    return (
        artifact(frame, "cover/picture", Picture(rect=frame, image=image, source=photo.source)),
    )


def _title(part: CoverPart, sheet: Sheet) -> tuple[tuple[Box, ...], Length]:
    """第2次, title and 取組状況 below each other, and where they end."""
    area = sheet.type_area
    ordinal, report = sheet.style("cover-ordinal"), sheet.style("cover-report")
    style = _title_style(part, sheet)
    title = text_box(
        part.title,
        style,
        Place(Point(area.x - style.char_size * 0.02, _TITLE_TOP), area.width),
        sheet,
        (Role.SPAN, "cover/title"),
    )
    above = Place(Point(area.x, _TITLE_TOP - _ORDINAL_GAP - ordinal.line_feed), area.width)
    below = Place(Point(area.x, title.rect.bottom + _REPORT_GAP), area.width)
    first = text_box(part.ordinal, ordinal, above, sheet, (Role.SPAN, "cover/ordinal"))
    last = text_box(part.report_name, report, below, sheet, (Role.SPAN, "cover/report"))
    whole = Rect(area.x, first.rect.y, area.width, last.rect.bottom - first.rect.y)
    # One heading to a reader: 第2次金沢版総合戦略 取組状況.
    title = replace(title, items=ended(title.items))
    heading = Box(rect=whole, role=Role.H1, key="cover/heading", children=(first, title, last))
    return (heading,), last.rect.bottom


def _title_style(part: CoverPart, sheet: Sheet) -> TextStyle:
    """The largest size that holds the title on one line, else the smallest."""
    width = sheet.type_area.width
    styles = [
        replace(sheet.style("cover-title", size), line_feed=pt(feed)) for size, feed in _TITLE_SIZES
    ]
    fitting = (style for style in styles if sheet.setter.line(part.title, style).width <= width)
    return next(fitting, styles[-1])


def _status(word: Run, sheet: Sheet) -> Box:
    """案 or 取扱注意 in a frame at the top right of the sky."""
    style = sheet.style("cover-status")
    line = sheet.setter.line(word, style)
    width, height = line.width + _STATUS_PADDING * 2, style.line_feed + _STATUS_PADDING
    rect = Rect(sheet.type_area.right - width, _STATUS_TOP, width, height)
    frame = Path.rect(inset(rect, _STATUS_LINE / 2))
    stroke = Stroke(ink=sheet.theme.inks.paper, width=_STATUS_LINE)
    at = Point(rect.x + _STATUS_PADDING, rect.y + _STATUS_PADDING / 2 + baseline_in(style))
    items: tuple[Item, ...] = (Shape(path=frame, stroke=stroke), line.at(at))
    return Box(rect=rect, role=Role.PARAGRAPH, key="cover/status", source=word.source, items=items)


def _imprint(part: CoverPart, sheet: Sheet) -> tuple[Box, ...]:
    """Date at the left, issuer at the right, on one baseline."""
    area = sheet.type_area
    date = sheet.style("cover-date")
    beside = sheet.setter.line(part.date, date).width + _IMPRINT_GAP
    issuer, name = _issuer(part, area.width - beside, sheet)
    x = area.right - name.width
    return (
        text_box(
            part.date,
            date,
            Place(Point(area.x, DATE_BASELINE - baseline_in(date)), area.width / 2),
            sheet,
            (Role.PARAGRAPH, "cover/date"),
        ),
        Box(
            rect=Rect(x, DATE_BASELINE - baseline_in(issuer), name.width, issuer.line_feed),
            role=Role.PARAGRAPH,
            key="cover/issuer",
            items=(name.at(Point(x, DATE_BASELINE)),),
        ),
    )


def _issuer(part: CoverPart, room: Length, sheet: Sheet) -> tuple[TextStyle, ComposedLine]:
    """The issuer's name on one line, the largest that stands clear of the date."""
    whole = sheet.style("cover-issuer")
    styles = [
        replace(whole, char_size=pt(size), tracking=pt(tracking))
        for size, tracking in _ISSUER_SIZES
    ]
    lines = [(style, sheet.setter.spread(part.issuer, style, ISSUER_LEAST)) for style in styles]
    return next((one for one in lines if one[1].width <= room), lines[-1])


def _bars(sheet: Sheet) -> Box:
    """The theme's main ink and the goals' inks, side by side along the foot."""
    area = sheet.full_bleed(BARS_TOP, sheet.master.trim.height)
    inks = sheet.theme.inks
    colours = [inks.main.ink]
    colours += [accent.ink for accent in inks.goals if accent.ink not in colours]
    width = area.width / len(colours)
    items = [
        Shape(path=Path.rect(Rect(area.x + width * place, area.y, width, area.height)), fill=ink)
        for place, ink in enumerate(colours)
    ]
    return artifact(area, "cover/bars", *items)
