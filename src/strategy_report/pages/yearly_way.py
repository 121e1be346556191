"""The way of the yearly actuals, under an indicator's rows: under each dot its year and value."""

from __future__ import annotations

from itertools import pairwise

from strategy_report.charts.path import path_chart
from strategy_report.charts.theme import ChartTheme
from strategy_report.compose.text import ComposedLine
from strategy_report.core.geometry import Point, Rect, Size
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value
from strategy_report.display.item import Item
from strategy_report.pages.context import Sheet
from strategy_report.pages.indicator_bars import moved
from strategy_report.story.block import IndicatorBlock, PathPoint, RowRole
from strategy_report.style.text_style import TextStyle

PLOT, ABOVE = pt(26), pt(5)
YEAR_LINE, VALUE_LINE = pt(11), pt(11)
BELOW = pt(3)
YEAR_BASELINE, VALUE_BASELINE = pt(9.2), pt(8.7)
APART, OVERHANG = pt(3), pt(3)
# (newest, others) in points.
SIZES = ((9.0, 8.4), (8.4, 8.0), (8.0, 8.0))


class SetYear(Value):
    """One year's words, composed."""

    point: PathPoint
    year: ComposedLine
    value: ComposedLine | None

    @property
    def width(self) -> Length:
        return self.year.width if self.value is None else max(self.year.width, self.value.width)


class SetWay(Value):
    """The years that find room, the newest at the right."""

    block: IndicatorBlock
    years: tuple[SetYear, ...]

    @property
    def height(self) -> Length:
        """Of line and words, with the white above and below; zero where there is no way."""
        return ABOVE + PLOT + YEAR_LINE + VALUE_LINE + BELOW if self.years else ZERO


def set_way(block: IndicatorBlock, width: Length, sheet: Sheet) -> SetWay:
    """The words composed; of more years than *width* holds, the oldest are left out."""
    tries = [_set_years(block.path, sizes, sheet) for sizes in SIZES]
    years = next((years for years in tries if _fit(years, width)), tries[-1])
    while not _fit(years, width):
        years.pop(0)
    while years and years[0].value is None:
        years.pop(0)
    return SetWay(block=block, years=tuple(years) if len(years) > 1 else ())


def place_way(way: SetWay, at: Point, width: Length, sheet: Sheet) -> tuple[Item, ...]:
    """The way below *at*, its left end, *width* wide."""
    if not way.years:
        return ()
    theme = ChartTheme.of(sheet.theme.inks, sheet.accent)
    target = way.block.row(RowRole.TARGET)
    chart = path_chart(
        tuple(year.point.magnitude for year in way.years),
        None if target is None else target.magnitude,
        Size(width, PLOT),
        theme,
    )
    area = Rect(at.x, at.y + ABOVE, width, PLOT)
    drawing = sheet.gallery.drawing(chart, theme)
    items: list[Item] = [moved(shape, Point(area.x, area.y)) for shape in drawing.shapes]
    column = width / len(way.years)
    for place, year in enumerate(way.years):
        middle = area.x + column * (place + 0.5)
        base = area.bottom + YEAR_BASELINE
        items.append(year.year.at(Point(middle - year.year.width / 2, base)))
        if year.value is not None:
            base = area.bottom + YEAR_LINE + VALUE_BASELINE
            items.append(year.value.at(Point(middle - year.value.width / 2, base)))
    return tuple(items)


def _fit(years: list[SetYear], width: Length) -> bool:
    """Whether no year touches its neighbour, and none stands out far at the ends."""
    if not years:
        return True
    column = width / len(years)
    apart = all((a.width + b.width) / 2 + APART <= column for a, b in pairwise(years))
    return apart and max(years[0].width, years[-1].width) <= column + OVERHANG * 2


def _set_years(
    path: tuple[PathPoint, ...], sizes: tuple[float, float], sheet: Sheet
) -> list[SetYear]:
    newest, others = sheet.style("kpi-actual", sizes[0]), sheet.style("kpi-value", sizes[1])
    return [_set_year(point, newest if point is path[-1] else others, sheet) for point in path]


def _set_year(point: PathPoint, number: TextStyle, sheet: Sheet) -> SetYear:
    style = sheet.style("row-label") if point.magnitude is None else number
    value = None if point.value is None else sheet.setter.line(point.value, style)
    return SetYear(
        point=point, year=sheet.setter.line(point.period, sheet.style("row-label")), value=value
    )
