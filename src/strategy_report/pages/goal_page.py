"""A goal's page: title, numeric targets, measures, photographs, KPI."""

from __future__ import annotations

from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.geometry import Point
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value
from strategy_report.display.box import Box
from strategy_report.display.page import Page
from strategy_report.pages.context import Sheet
from strategy_report.pages.goal_fit import (
    DENSITIES,
    Density,
    Fit,
    GoalNeeds,
    KpiNeeds,
    TextNeeds,
    fit_all,
)
from strategy_report.pages.kpi_cards import CardSet, card_boxes, card_set
from strategy_report.pages.measures import MeasureRun, Willing, measure_column, measure_run
from strategy_report.pages.photos import PhotoSet, PictureFor, photo_boxes, photo_set
from strategy_report.pages.target_band import TargetBand, band_boxes, target_band
from strategy_report.story.story import GoalPart

TITLE_FOOT = pt(97.5)
MOST_CARDS = 6


class Columns(Value):
    """Measures cut into two columns: rows up to `cut`, and from there on."""

    run: MeasureRun
    cut: int

    def heights(self) -> tuple[Length, Length]:
        end = len(self.run.rows)
        return self.run.height(0, self.cut), self.run.height(self.cut, end)


class GoalContents(Value):
    """A goal's contents composed, before their places are known.

    Attributes:
        columns: by density and then by willingness to split, as `Fit.split` counts.
    """

    part: GoalPart
    sheet: Sheet
    band: TargetBand | None
    columns: dict[Density, tuple[Columns, ...]]
    photos: PhotoSet | None
    cards: CardSet

    @property
    def needs(self) -> GoalNeeds:
        has_text = bool(self.part.measures)
        return GoalNeeds(
            top=TITLE_FOOT,
            band=None if self.band is None else self.band.needs,
            texts=self._texts if has_text else None,
            photos=None if self.photos is None else self.photos.needs,
            kpis=self._kpi_needs() if self.part.kpis else None,
        )

    def _texts(self, density: Density) -> tuple[TextNeeds, ...]:
        return tuple(self._text(columns) for columns in self.columns[density])

    def _text(self, columns: Columns) -> TextNeeds:
        heights = columns.heights()
        closed = (0, 1) if self.photos is None else self.photos.columns
        return TextNeeds(max(heights), max(heights[column] for column in closed))

    def _kpi_needs(self) -> KpiNeeds:
        rows = (len(self.part.kpis) + 1) // 2
        return KpiNeeds(
            card_rows=rows if len(self.part.kpis) <= MOST_CARDS else 0,
            card_least=self.cards.least,
            list_head=ZERO,
            list_rows=(pt(26),) * len(self.part.kpis),
        )


def goal_contents(part: GoalPart, sheet: Sheet) -> GoalContents:
    """Everything on *part*'s page composed, in every density."""
    columns = {density: _columns(part, density, sheet) for density in DENSITIES}
    usual = columns[DENSITIES[0]][0]
    return GoalContents(
        part=part,
        sheet=sheet,
        band=target_band(part.targets, sheet),
        columns=columns,
        photos=photo_set(
            part.photos, lambda measure: usual.run.column_of(measure, usual.cut), sheet
        ),
        cards=card_set(part.kpis, sheet),
    )


def _columns(part: GoalPart, density: Density, sheet: Sheet) -> tuple[Columns, ...]:
    run = measure_run(part.measures, sheet, density.measure_gap, small=density.small_body)
    cuts = [run.balanced(willing) for willing in (Willing.MEASURE, Willing.BULLET, Willing.WITHIN)]
    return tuple(Columns(run=run, cut=cut) for cut in dict.fromkeys(cuts))


def lay_out_goals(
    parts: tuple[tuple[GoalPart, Sheet], ...], picture_for: PictureFor
) -> tuple[tuple[tuple[Page, ...], ...], tuple[Diagnostic, ...]]:
    """All goals' pages, and what is to be said of them."""
    contents = tuple(goal_contents(part, sheet) for part, sheet in parts)
    fits = fit_all(tuple(content.needs for content in contents))
    pages = []
    for content, page in zip(contents, fits, strict=True):
        if page is None:
            raise NotImplementedError
        pages.append((_page(content, page, picture_for),))
    return tuple(pages), ()


def _page(content: GoalContents, page: Fit, picture_for: PictureFor) -> Page:
    sheet = content.sheet
    boxes: list[Box] = []
    if content.band is not None:
        boxes.extend(band_boxes(content.band, TITLE_FOOT, page.band, sheet))
    boxes.extend(_measure_boxes(content, page))
    if content.photos is not None:
        boxes.extend(photo_boxes(content.photos, page, sheet, picture_for))
    top = page.kpi_hairline + page.kpi_head
    boxes.extend(card_boxes(content.cards, top, page.card, page.card_gap, sheet, content.part.goal))
    return sheet.page(tuple(boxes))


def _measure_boxes(content: GoalContents, page: Fit) -> tuple[Box, ...]:
    if page.text is None:
        return ()
    sheet = content.sheet
    columns = content.columns[page.density][page.split]
    spans = ((0, columns.cut), (columns.cut, len(columns.run.rows)))
    boxes: list[Box] = []
    for side, (start, end) in enumerate(spans):
        x = sheet.master.column_left(sheet.side, side * 3)
        at = Point(x, page.first_line)
        boxes.extend(measure_column(columns.run, start, end, at, content.part.goal, sheet))
    return tuple(boxes)
