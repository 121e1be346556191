"""An indicator of the plan, as a card, a band or a row tells it."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.model.achievement import Achievement, achievement
from strategy_report.model.indicator import (
    Direction,
    Indicator,
    Level,
    Observation,
    Target,
)
from strategy_report.model.plan import Plan
from strategy_report.model.reading import Number, State, Status
from strategy_report.model.verdict import Standing, is_met, standing
from strategy_report.story.alternative_text import alternative_text
from strategy_report.story.block import (
    IndicatorBlock,
    PathPoint,
    RowRole,
    Run,
    StateStep,
    ValueRow,
    Words,
    plain,
)
from strategy_report.story.figure_notes import figure_notes
from strategy_report.story.number_text import number_text, reading_text
from strategy_report.story.phrases import Phrases
from strategy_report.story.references import words_of
from strategy_report.story.value_rows import ROW_LABELS, value_rows
from strategy_report.story.yearly_path import yearly_path

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
    rows = value_rows(indicator, phrases)
    path = yearly_path(indicator, phrases)
    status = _status_chip(indicator, phrases)
    remarks = _chips(indicator, plan, phrases)
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
            indicator.name.without_notes(),
            _told(indicator, rows, status),
            (*(badge.text for badge in badges), *(chip.text for chip in remarks), plain(direction)),
            (phrases.text("path"), _told_years(path, indicator)),
        ),
        direction_note=direction,
        unit_note=(
            phrases.words("unit_note", unit=unit) if len(unit) > _LONGEST_UNIT_BESIDE else ()
        ),
        badge=badge,
        chips=(*status, *remarks),
        notes=(
            *(words_of(note, plan) for note in indicator.notes),
            *_data_source(indicator, plan, phrases),
            *figure_notes(indicator, plan, phrases),
        ),
        states=_states(indicator, phrases),
        path=path,
        met=met,
        source=indicator.source,
    )


def _data_source(indicator: Indicator, plan: Plan, phrases: Phrases) -> tuple[Words, ...]:
    """出典：人口動態統計."""
    if indicator.data_source is None:
        return ()
    told = phrases.filled("data_source", source=words_of(indicator.data_source, plan))
    return (told,) if told else ()


def _told_years(path: tuple[PathPoint, ...], indicator: Indicator) -> Iterator[str]:
    """R4 157件; a year without a number with its word. The newest is told as the actual."""
    actual = indicator.actual
    newest = "" if actual is None else actual.period.short()
    for point in path:
        if point.value is not None and point.period.text != newest:
            unit = "" if point.magnitude is None or indicator.unit.mixed else indicator.unit.text
            yield f"{point.period.text} {point.value.text}{unit}"


def _status_chip(indicator: Indicator, phrases: Phrases) -> Words:
    """速報値 and the like, where the actual is one."""
    if indicator.actual is None or not isinstance(indicator.actual.reading, Number):
        return ()
    return phrases.words(_STATUS_CHIPS.get(indicator.actual.reading.status, ""))


def _chips(indicator: Indicator, plan: Plan, phrases: Phrases) -> Words:
    """What is said of the actual beside the baseline and the target."""
    names: list[str] = []
    reached = rate_of(indicator, plan)
    shown_for = plan.edition.worse_than_baseline_for
    where = standing(indicator)
    rated = indicator.level is not Level.REFERENCE and indicator.level.value in shown_for
    if rated and where is not None:
        names.append(_STANDING_CHIPS.get(where, ""))
    found = [phrases.run(name) for name in names]
    if reached is not None:
        percent = number_text(reached.rounded(plan.edition.rounding))
        found.append(phrases.run("rate", rate=reached.rate.value, percent=percent))
    return tuple(chip for chip in found if chip is not None)


def rate_of(indicator: Indicator, plan: Plan) -> Achievement | None:
    """The rate that is printed beside *indicator*, if any."""
    return achievement(indicator, indicator.rate or plan.edition.rate)


def _told(
    indicator: Indicator, rows: tuple[ValueRow, ...], status: Words
) -> Iterator[tuple[ValueRow, str]]:
    """Each row with its value as it is said, all in one; the actual with its *status*."""
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
            said = f"（{plain(status)}）" if status and row.role is RowRole.ACTUAL else ""
            yield row, f"{reading_text(observation.reading, '')}{said}"


def _states(indicator: Indicator, phrases: Phrases) -> tuple[StateStep, ...]:
    """The steps, where every value is a state of the declared order."""
    if not indicator.states:
        return ()
    shown: list[StateStep] = []
    actual = indicator.actual
    reached = -1
    if actual is not None and isinstance(actual.reading, State):
        reached = _place(indicator, actual.reading.text)
    told = [
        (role, observation)
        for role, observation in (
            (RowRole.ACTUAL, actual),
            (RowRole.BASELINE, indicator.baseline),
            (RowRole.TARGET, indicator.target),
        )
        if observation is not None and isinstance(observation.reading, State)
    ]
    for place, text in enumerate(indicator.states):
        here = [(role, of) for role, of in told if of.reading == State(text=text)]
        labels = [_step_label(role, observation, phrases) for role, observation in here]
        shown.append(
            StateStep(
                text=Run(text=text, source=here[0][1].source if here else None),
                kind=here[0][0] if here else RowRole.TARGET,
                label=labels[0][0] if labels else Run(text=""),
                period=labels[0][1] if labels else Run(text=""),
                reached=place <= reached,
                also=tuple(labels[1:]),
            )
        )
    return tuple(shown)


def _step_label(
    role: RowRole, observation: Observation | Target, phrases: Phrases
) -> tuple[Run, Run]:
    period = Run(text=observation.period.short(), source=observation.source)
    return phrases.need(ROW_LABELS[role]), period


def _place(indicator: Indicator, state: str) -> int:
    return indicator.states.index(state) if state in indicator.states else -1
