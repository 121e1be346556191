"""What a goal's page must hold, measured, and the densities at which it may be asked to hold it.

Heights in EMU.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from strategy_report.core.length import ZERO, Length, pt
from strategy_report.core.value import Value


class Step(Enum):
    """How far a page had to give way (the order of tightening)."""

    NONE = 0
    CARDS = 1
    PHOTOS = 2
    BAND = 3
    ABOVE = 4
    MEASURE_GAP = 5
    LIST = 6
    BODY = 7
    CONTINUED = 8


class Density(Value, kw_only=False):
    """What all goal pages of an edition share: steps 5 to 7 of tightening.

    Attributes:
        lists: whether a page whose cards do not hold may show its KPI as a list.
    """

    step: Step
    measure_gap: Length
    lists: bool
    small_body: bool


DENSITIES = (
    Density(Step.NONE, pt(15), lists=False, small_body=False),
    Density(Step.MEASURE_GAP, pt(7.5), lists=False, small_body=False),
    Density(Step.LIST, pt(7.5), lists=True, small_body=False),
    Density(Step.BODY, pt(7.5), lists=True, small_body=True),
)


class BandNeeds(Value, kw_only=False):
    """Heights the numeric-target band may have: squeezed, as usual, roomy."""

    least: Length
    usual: Length
    most: Length


class TextNeeds(Value, kw_only=False):
    """Heights of the measures from their first line.

    Attributes:
        height: of the longer column.
        above_photos: of the longest column that photos close.
    """

    height: Length
    above_photos: Length


class PhotoNeeds(Value):
    """The photographs.

    Attributes:
        caption_lines: most lines of a caption, by row of photos.
        most: height at 3:2.
        single: one photo, in one column.
    """

    caption_lines: tuple[int, ...]
    most: Length
    single: bool


class KpiNeeds(Value):
    """The indicators, as cards and as a list.

    Attributes:
        card_rows: rows of cards; 0 where only the list can hold them.
        card_least: height below which the cards' words do not fit.
        list_head: height of the column heads.
        list_rows: least height of each row of the list, reckoned only if there is one.
    """

    card_rows: int
    card_least: Length
    list_head: Length
    list_rows: Callable[[], tuple[Length, ...]]


class GoalNeeds(Value):
    """What a goal's page must hold; None: nothing of the kind.

    Attributes:
        top: foot of the title band.
        texts: heights of the measures, by density and then by how willingly they are split.
        notes: height of the goal's ※ notes, above the KPI.
    """

    top: Length
    band: BandNeeds | None
    texts: Callable[[Density], tuple[TextNeeds, ...]] | None
    photos: PhotoNeeds | None
    kpis: KpiNeeds | None
    notes: Length = ZERO
