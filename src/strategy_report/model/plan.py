"""What the town says: the validated content of one edition. It knows no paper."""

from __future__ import annotations

from collections.abc import Mapping

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value
from strategy_report.model.edition import Edition
from strategy_report.model.house_style import HOUSE_STYLE, HouseStyle
from strategy_report.model.indicator import Indicator, Level
from strategy_report.model.look import Look
from strategy_report.model.period import Period
from strategy_report.model.prose import Prose
from strategy_report.model.reading import Number
from strategy_report.model.spoken import SpokenWords


class Photo(Value):
    """A photograph with its caption.

    Attributes:
        file: path below ``content/photos``; None: not there yet, a stand-in is drawn.
        file_source: where the file is named; None where none is.
        focus: the point that cropping keeps, as shares of width and height from the top left.
        measure: number of the measure it belongs to, where the author says so.
        doubts: what is to be asked of the city; never printed.
    """

    id: str
    caption: Prose
    file: str | None = None
    file_source: SourceSpan | None = None
    alt: str = ""
    credit: Prose | None = None
    permission: Prose | None = None
    focus: tuple[float, float] = (0.5, 0.5)
    measure: int | None = None
    doubts: tuple[Prose, ...] = ()
    source: SourceSpan | None = None


class Measure(Value):
    """A 施策 with its bullets, or with a paragraph where it has none."""

    number: int
    title: Prose
    bullets: tuple[Prose, ...] = ()
    text: Prose | None = None
    doubts: tuple[Prose, ...] = ()
    source: SourceSpan | None = None


class Goal(Value):
    """A 基本目標. Indicators of all levels, in the order they are told."""

    number: int
    title: Prose
    indicators: tuple[Indicator, ...]
    measures: tuple[Measure, ...]
    photos: tuple[Photo, ...] = ()
    notes: tuple[Prose, ...] = ()
    source: SourceSpan | None = None

    def of(self, *levels: Level) -> tuple[Indicator, ...]:
        return tuple(indicator for indicator in self.indicators if indicator.level in levels)


class Influence(Value):
    """自然減 / 社会減 and what is done about it."""

    name: Prose
    text: Prose


class PopulationVision(Value):
    """【金沢市人口ビジョン】: the state's estimate and the city's own aim.

    Attributes:
        difference: aim less estimate, as written; checked against them.
    """

    title: Prose
    subject: Prose
    estimate_label: Prose
    estimate: Number
    aim_label: Prose
    aim: Number
    aim_suffix: Prose
    difference: Number
    difference_text: Prose
    influences: tuple[Influence, ...] = ()
    doubts: tuple[Prose, ...] = ()
    estimate_source: SourceSpan | None = None
    aim_source: SourceSpan | None = None


class Step(Value):
    """One of the cards goals ▸ measures ▸ follow-up."""

    title: Prose
    text: Prose


class Strategy(Value):
    """The plan itself.

    Attributes:
        decided_period: as first decided (R2–R6), where it was changed later.
        baseline_year, target_year: shown at the ends of the row of years.
    """

    title: Prose
    period_label: Prose
    period: Period
    decided_period: Period | None
    baseline_year: Period
    target_year: Period
    notes: tuple[Prose, ...] = ()
    steps: tuple[Step, ...] = ()
    doubts: tuple[Prose, ...] = ()
    period_source: SourceSpan | None = None
    baseline_source: SourceSpan | None = None
    target_source: SourceSpan | None = None


class SdgsDirection(Value):
    """One of the directions, with the town it aims at."""

    number: int
    text: Prose
    vision: Prose


class Sdgs(Value):
    """The SDGs page. `relations` are pairs of goal and direction; empty: none are known."""

    title: Prose
    lead: Prose
    plan_heading: Prose
    directions_heading: Prose
    directions: tuple[SdgsDirection, ...]
    relations: tuple[tuple[int, int], ...] = ()
    alt: str = ""
    relations_source: SourceSpan | None = None


class Wording(Value):
    """Words that the design adds, by name, and the town's dictionary of unbreakable words.

    Attributes:
        phrases: see content/wording.yaml; templates hold ``{count}``-like fields.
        jis90: names to be set in the forms that JIS had before 2004.
        style: in which all texts are printed.
    """

    phrases: Mapping[str, Prose]
    dictionary: tuple[str, ...] = ()
    jis90: tuple[str, ...] = ()
    style: HouseStyle = HOUSE_STYLE
    spoken: SpokenWords = SpokenWords()


class Plan(Value):
    """Everything that one edition says.

    Attributes:
        look: what the town changes of the theme; None: nothing.
        sources: SHA-256 by file, of all that was read.
    """

    edition: Edition
    vision: PopulationVision | None
    strategy: Strategy | None
    sdgs: Sdgs | None
    goals: tuple[Goal, ...]
    wording: Wording
    page_titles: Mapping[str, Prose]
    sources: Mapping[str, str]
    look: Look | None = None

    def indicator(self, indicator_id: str) -> Indicator | None:
        return next((i for g in self.goals for i in g.indicators if i.id == indicator_id), None)
