"""A goal's contents composed, before their places are known."""

from __future__ import annotations

from functools import cached_property

from strategy_report.compose.text import Composed
from strategy_report.core.geometry import Rect
from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.box import Box
from strategy_report.pages.context import Sheet
from strategy_report.pages.footnotes import note_boxes, set_note
from strategy_report.pages.furniture import Band, goal_band
from strategy_report.pages.goal_needs import DENSITIES, Density, GoalNeeds, KpiNeeds, TextNeeds
from strategy_report.pages.kpi_cards import CardSet, card_set
from strategy_report.pages.kpi_list import HEAD_HEIGHT, KpiList, kpi_list
from strategy_report.pages.measures import MeasureRun, Willing, measure_run
from strategy_report.pages.photos import PhotoSet, photo_set
from strategy_report.pages.target_band import TargetBand, target_band
from strategy_report.story.story import GoalPart
from strategy_report.style.text_style import TextStyle

MOST_CARDS = 6
NOTE_FEED, NOTES_ABOVE = pt(12.5), pt(6)


class Columns(Value):
    """Measures cut into two columns: rows up to `cut`, and from there on."""

    run: MeasureRun
    cut: int

    def heights(self) -> tuple[Length, Length]:
        return self.run.heights(0, self.cut, len(self.run.rows))


class GoalContents:
    """What a goal's page or pages hold; each part is composed when it is first asked for."""

    def __init__(self, part: GoalPart, sheet: Sheet) -> None:
        self.part = part
        self.sheet = sheet
        self._columns: dict[Density, tuple[Columns, ...]] = {}

    def title_on(self, sheet: Sheet) -> Band:
        return goal_band(self.part.word, self.part.title, sheet, self.key)

    @property
    def key(self) -> str:
        return f"goal-{self.part.goal}"

    @cached_property
    def band(self) -> TargetBand | None:
        return target_band(self.part.targets, self.sheet)

    @cached_property
    def photos(self) -> PhotoSet | None:
        if not self.part.photos:
            return None
        usual = self.columns(DENSITIES[0])[0]
        return photo_set(
            self.part.photos, lambda measure: usual.run.column_of(measure, usual.cut), self.sheet
        )

    @property
    def needs_list(self) -> bool:
        """Whether the KPI are too many for cards."""
        return len(self.part.kpis) > MOST_CARDS

    @cached_property
    def cards(self) -> CardSet:
        return card_set(self.part.kpis, self.sheet)

    @cached_property
    def listed(self) -> KpiList:
        return kpi_list(self.part.kpis, self.sheet, f"{self.key}/kpi")

    @cached_property
    def notes(self) -> tuple[Composed, ...]:
        style, width = self.note_style, self.sheet.type_area.width
        return tuple(set_note(note, style, width, self.sheet.setter) for note in self.part.notes)

    @property
    def note_style(self) -> TextStyle:
        return replace(self.sheet.style("note"), line_feed=NOTE_FEED)

    @property
    def notes_height(self) -> Length:
        lines = sum(len(note.lines) for note in self.notes)
        return NOTE_FEED * lines + NOTES_ABOVE if lines else ZERO

    def note_boxes(self, top: Length, sheet: Sheet) -> tuple[Box, ...]:
        """The notes below each other, under the white that belongs to them."""
        area = sheet.type_area
        room = Rect(area.x, top + NOTES_ABOVE, area.width, self.notes_height)
        return note_boxes(self.part.notes, self.notes, self.note_style, room, self.key)

    def columns(self, density: Density) -> tuple[Columns, ...]:
        """The measures at *density*, by how willingly they are split between columns."""
        if density not in self._columns:
            self._columns[density] = _columns(self.part, density, self.sheet)
        return self._columns[density]

    @cached_property
    def needs(self) -> GoalNeeds:
        return GoalNeeds(
            top=self.title_on(self.sheet).height,
            band=None if self.band is None else self.band.needs,
            texts=self._texts if self.part.measures else None,
            photos=None if self.photos is None else self.photos.needs,
            kpis=self._kpi_needs() if self.part.kpis else None,
            notes=self.notes_height,
        )

    def _texts(self, density: Density) -> tuple[TextNeeds, ...]:
        return tuple(self._text(columns) for columns in self.columns(density))

    def _text(self, columns: Columns) -> TextNeeds:
        heights = columns.heights()
        closed = (0, 1) if self.photos is None else self.photos.columns
        return TextNeeds(max(heights), max(heights[column] for column in closed))

    def _kpi_needs(self) -> KpiNeeds:
        rows = (len(self.part.kpis) + 1) // 2
        return KpiNeeds(
            card_rows=0 if self.needs_list else rows,
            card_least=ZERO if self.needs_list else self.cards.least,
            list_head=HEAD_HEIGHT,
            list_rows=lambda: self.listed.row_heights,
        )


def _columns(part: GoalPart, density: Density, sheet: Sheet) -> tuple[Columns, ...]:
    run = measure_run(part.measures, sheet, density.measure_gap, small=density.small_body)
    willing = (Willing.MEASURE, Willing.BULLET, Willing.WITHIN)
    # One measure alone is cut between its bullets, or it would leave a column empty.
    cuts = [run.balanced(least) for least in willing[len(part.measures) == 1 :]]
    return tuple(Columns(run=run, cut=cut) for cut in dict.fromkeys(cuts))
