"""An indicator of the plan, as a card, a band or a row tells it."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import replace
from strategy_report.model.indicator import (
    Aggregation,
    Direction,
    Indicator,
    Level,
    Observation,
    Standing,
    Target,
    is_met,
    standing,
)
from strategy_report.model.plan import Plan
from strategy_report.model.reading import Number, State, Status
from strategy_report.story.alternative_text import alternative_text
from strategy_report.story.number_text import digits, mixed_parts, reading_text
from strategy_report.story.phrases import Phrases
from strategy_report.story.references import words_of
from strategy_report.story.story import (
    IndicatorBlock,
    PathPoint,
    RowRole,
    Run,
    StateStep,
    ValueRow,
    Words,
    plain,
)

_LABELS = {
    RowRole.BASELINE: "row_baseline",
    RowRole.ACTUAL: "row_actual",
    RowRole.TARGET: "row_target",
}
_DIRECTION_NOTES = {Direction.DOWN: "direction_down", Direction.MAINTAIN: "direction_maintain"}
_STATUS_CHIPS = {
    Status.PRELIMINARY: "preliminary",
    Status.ESTIMATE: "estimate",
    Status.REVISED: "revised",
    Status.FORECAST: "forecast",
}
_STANDING_CHIPS = {
    Standing.WORSE_BELOW: "below_baseline",
    Standing.WORSE_ABOVE: "above_baseline",
}
# Units longer than this go under the name, as （単位：…）.
_LONGEST_UNIT_BESIDE = 4


def indicator_block(indicator: Indicator, plan: Plan, phrases: Phrases) -> IndicatorBlock:
    """Every word and figure of *indicator*, resolved."""
    met = is_met(indicator)
    rows = _rows(indicator, phrases)
    chips = _chips(indicator, plan, phrases)
    badge = phrases.run("badge") if met else None
    badges = () if badge is None else (badge,)
    direction = phrases.words(_DIRECTION_NOTES.get(indicator.better, ""))
    unit = indicator.unit.text
    return IndicatorBlock(
        key=indicator.id,
        tab=Run(text=indicator.level.value, source=indicator.source),
        name=words_of(indicator.name, plan),
        rows=rows,
        alt=alternative_text(
            indicator.name.plain(),
            _told(indicator, rows),
            (*(badge.text for badge in badges), *(chip.text for chip in chips), plain(direction)),
        ),
        direction_note=direction,
        unit_note=(
            phrases.words("unit_note", unit=unit) if len(unit) > _LONGEST_UNIT_BESIDE else ()
        ),
        badge=badge,
        chips=chips,
        notes=tuple(words_of(note, plan) for note in indicator.notes),
        states=_states(indicator, phrases),
        path=_path(indicator) if indicator.show_path else (),
        met=met,
        source=indicator.source,
    )


def value_row(role: RowRole, observation: Observation | Target, phrases: Phrases) -> ValueRow:
    """A value under its label: 基準 H30 約2,000人."""
    source = observation.source
    label = phrases.need(_LABELS[role])
    period = Run(text=observation.period.short(), source=source)
    if isinstance(observation.reading, Number):
        return number_row(role, label, period, observation.reading, source)
    text = reading_text(observation.reading, phrases.text("no_figure"))
    return ValueRow(
        role=role, label=label, period=period, word=Run(text=text, source=source), source=source
    )


def number_row(
    role: RowRole, label: Run, period: Run, number: Number, source: SourceSpan | None
) -> ValueRow:
    """A number under its label, taken apart for setting."""
    mixed = number.unit.mixed
    return ValueRow(
        role=role,
        label=label,
        period=period,
        before="約" if number.about else "",
        number=Run(text=digits(number.value), source=source),
        parts=mixed_parts(number) if mixed else (),
        unit="" if mixed else number.unit.text,
        after=number.bound.value,
        magnitude=number.base,
        source=source,
    )


def _rows(indicator: Indicator, phrases: Phrases) -> tuple[ValueRow, ...]:
    rows: list[ValueRow] = []
    if indicator.baseline is not None:
        row = value_row(RowRole.BASELINE, indicator.baseline, phrases)
        alone = (
            indicator.aggregation is Aggregation.PERIOD_TOTAL
            and indicator.baseline.period.end_year is None
            and row.number is not None
        )
        rows.append(replace(row, span_note=phrases.text("single_year")) if alone else row)
    if indicator.actual is not None:
        rows.append(value_row(RowRole.ACTUAL, indicator.actual, phrases))
    if indicator.target is not None:
        rows.append(value_row(RowRole.TARGET, indicator.target, phrases))
    return tuple(rows)


def _chips(indicator: Indicator, plan: Plan, phrases: Phrases) -> Words:
    names: list[str] = []
    if indicator.actual is not None and isinstance(indicator.actual.reading, Number):
        names.append(_STATUS_CHIPS.get(indicator.actual.reading.status, ""))
    shown_for = plan.edition.worse_than_baseline_for
    where = standing(indicator)
    rated = indicator.level is not Level.REFERENCE and indicator.level.value in shown_for
    if rated and where is not None:
        names.append(_STANDING_CHIPS.get(where, ""))
    found = (phrases.run(name) for name in names)
    return tuple(chip for chip in found if chip is not None)


def _told(indicator: Indicator, rows: tuple[ValueRow, ...]) -> Iterator[tuple[ValueRow, str]]:
    """Each row with its value as it is said, all in one."""
    observations: dict[RowRole, Observation | Target | None] = {
        RowRole.BASELINE: indicator.baseline,
        RowRole.ACTUAL: indicator.actual,
        RowRole.TARGET: indicator.target,
    }
    for row in rows:
        observation = observations[row.role]
        if row.word is not None or observation is None:
            yield row, row.word.text if row.word is not None else ""
        else:
            yield row, reading_text(observation.reading, "")


def _states(indicator: Indicator, phrases: Phrases) -> tuple[StateStep, ...]:
    """The steps, where every value is a state of the declared order."""
    if not indicator.states:
        return ()
    shown: list[StateStep] = []
    actual = indicator.actual
    reached = -1
    if actual is not None and isinstance(actual.reading, State):
        reached = _place(indicator, actual.reading.text)
    by_state: dict[str, tuple[RowRole, Observation | Target]] = {}
    for role, observation in (
        (RowRole.TARGET, indicator.target),
        (RowRole.BASELINE, indicator.baseline),
        (RowRole.ACTUAL, actual),
    ):
        if observation is not None and isinstance(observation.reading, State):
            by_state[observation.reading.text] = (role, observation)
    for place, text in enumerate(indicator.states):
        role, observation = by_state.get(text, (RowRole.TARGET, None))
        source: SourceSpan | None = observation.source if observation is not None else None
        shown.append(
            StateStep(
                text=Run(text=text, source=source),
                kind=role,
                label=phrases.need(_LABELS[role]) if observation is not None else Run(text=""),
                period=Run(
                    text=observation.period.short() if observation is not None else "",
                    source=source,
                ),
                reached=place <= reached,
            )
        )
    return tuple(shown)


def _place(indicator: Indicator, state: str) -> int:
    return indicator.states.index(state) if state in indicator.states else -1


def _path(indicator: Indicator) -> tuple[PathPoint, ...]:
    """Yearly actuals, with a gap for each year between them that has none."""
    points: list[PathPoint] = []
    previous: int | None = None
    for observation in indicator.actuals:
        year = observation.period.year
        if previous is not None and year > previous + 1:
            points.append(PathPoint(period=Run(text=""), number=None, magnitude=None))
        previous = year
        reading = observation.reading
        points.append(
            PathPoint(
                period=Run(text=observation.period.short(), source=observation.source),
                number=(
                    Run(text=digits(reading.value), source=observation.source)
                    if isinstance(reading, Number)
                    else None
                ),
                magnitude=reading.base if isinstance(reading, Number) else None,
            )
        )
    return tuple(points)
