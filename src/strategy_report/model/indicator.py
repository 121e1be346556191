"""What is counted, from where, to where, and whether it has arrived."""

from __future__ import annotations

from enum import Enum

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.model.period import Period, YearKind
from strategy_report.model.prose import Prose
from strategy_report.model.rate import Rate
from strategy_report.model.reading import (
    Number,
    Rank,
    Reading,
    Status,
    Unit,
)


class Level(Enum):
    """What an indicator is for; a 参考値 is drawn and never rated."""

    NUMERIC_TARGET = "数値目標"
    KPI = "KPI"
    REFERENCE = "参考値"


class Direction(Enum):
    """Which way is better."""

    UP = "増加"
    DOWN = "減少"
    MAINTAIN = "維持"
    STATES = "段階"
    RANK = "順位"
    NONE = "なし"


class Aggregation(Enum):
    """How the figures of several years come together.

    CUMULATIVE began at some time and never falls; PERIOD_TOTAL sums the plan's years.
    """

    ANNUAL = "単年"
    POINT = "時点"
    CUMULATIVE = "累計"
    PERIOD_TOTAL = "期間合計"
    MEAN = "平均"


class Observation(Value):
    """What was read for a period.

    Attributes:
        aggregation: how a baseline of several years was made of them (平均, 合計), where it
            differs from the indicator's own.
    """

    period: Period
    reading: Reading
    source: SourceSpan | None = None
    note: Prose | None = None
    aggregation: Aggregation | None = None

    @property
    def is_forecast(self) -> bool:
        return isinstance(self.reading, Number) and self.reading.status is Status.FORECAST


class Target(Value):
    """What shall be reached in a period; of several, the last decided one is in force."""

    period: Period
    reading: Reading
    decided: Period | None = None
    source: SourceSpan | None = None
    note: Prose | None = None


Figure = Observation | Target


class Indicator(Value):
    """One indicator: 数値目標, KPI or 参考値.

    Attributes:
        direction: None where the content says nothing: the figures then tell (see `better`).
        actuals, targets, guides: in order of time; `guides` are yearly 目安値. An actual may be
            a forecast (見込値): it is told beside the actual and never rated.
        states: all states in their order, for Direction.STATES.
        stands_for: id of the 数値目標 that a 参考値 stands in for.
        period_total: the years that a PERIOD_TOTAL sums up, e.g. R2～6.
        relative: 「1割減」: the wanted change as a share of the baseline, e.g. Decimal("-0.1").
        final_due: when the final figure is expected, in the author's words.
        doubts: what is to be asked of the city.
        rate: in place of the edition's; None: the edition's own.
        show_path: whether the yearly actuals are drawn; None: where there are several.
    """

    id: str
    level: Level
    name: Prose
    unit: Unit
    year_kind: YearKind = YearKind.UNSTATED
    direction: Direction | None = None
    aggregation: Aggregation = Aggregation.POINT
    baseline: Observation | None = None
    actuals: tuple[Observation, ...] = ()
    targets: tuple[Target, ...] = ()
    guides: tuple[Observation, ...] = ()
    states: tuple[str, ...] = ()
    stands_for: str | None = None
    period_total: Period | None = None
    relative: str | None = None
    department: Prose | None = None
    data_source: Prose | None = None
    final_due: Prose | None = None
    notes: tuple[Prose, ...] = ()
    doubts: tuple[Prose, ...] = ()
    show_path: bool | None = None
    rate: Rate | None = None
    source: SourceSpan | None = None

    @property
    def actual(self) -> Observation | None:
        """The newest actual; a forecast only where nothing else was read."""
        read = [actual for actual in self.actuals if not actual.is_forecast]
        return read[-1] if read else self.forecast

    @property
    def forecast(self) -> Observation | None:
        """What is expected to be read next, where the newest figure is a forecast."""
        newest = self.actuals[-1] if self.actuals else None
        return newest if newest is not None and newest.is_forecast else None

    @property
    def target(self) -> Target | None:
        """The target in force: the last in time, of several for one year the last decided."""
        return self.targets[-1] if self.targets else None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All of them: baseline, actuals, targets, guides."""
        baseline = () if self.baseline is None else (self.baseline,)
        return (*baseline, *self.actuals, *self.targets, *self.guides)

    def find(self, part: str) -> Figure | None:
        """The figure that ``baseline``, ``actual``, ``target`` or a period's key names.

        Where several figures are of one period, an actual comes before the baseline, a target,
        a guide.
        """
        match part:
            case "baseline":
                return self.baseline
            case "actual":
                return self.actual
            case "target":
                return self.target
        in_order = (*self.actuals, *self.figures)
        return next((figure for figure in in_order if figure.period.is_named(part)), None)

    def years_summed(self, observation: Observation) -> Period:
        """The years that an actual stands for: of a period total, R2～5 where R5 was typed."""
        total, own = self.period_total, observation.period
        if self.aggregation is not Aggregation.PERIOD_TOTAL or total is None:
            return own
        if own.end_year is not None or own.month is not None or own.year <= total.year:
            return own
        return replace(total, end_year=own.year)

    @property
    def better(self) -> Direction:
        """Which way is better: as written, else down where the target lies below the baseline."""
        if self.direction is not None:
            return self.direction
        if self.states:
            return Direction.STATES
        if self.baseline is None or self.target is None:
            return Direction.UP
        before, goal = self.baseline.reading, self.target.reading
        if isinstance(before, Rank) or isinstance(goal, Rank):
            return Direction.RANK
        falling = (
            isinstance(before, Number) and isinstance(goal, Number) and goal.base < before.base
        )
        return Direction.DOWN if falling else Direction.UP
