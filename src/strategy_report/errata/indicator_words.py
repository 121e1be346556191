"""All that is said of each indicator of a plan, in whatever shape a page shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from strategy_report.model.plan import Plan
from strategy_report.story.block import IndicatorBlock, Run, StateStep, ValueRow, plain
from strategy_report.story.indicator_block import indicator_block
from strategy_report.story.phrases import Phrases


def indicator_words(plan: Plan) -> Mapping[str, frozenset[str]]:
    """Every text that stands in a card, a band or a row of an indicator, by its id."""
    phrases = Phrases(plan)
    return {
        indicator.id: frozenset(_words(indicator_block(indicator, plan, phrases)))
        for goal in plan.goals
        for indicator in goal.indicators
    }


def _words(block: IndicatorBlock) -> Iterator[str]:
    yield from (block.alt, block.tab.text, plain(block.name))
    for words in (block.direction_note, block.unit_note, *block.notes):
        yield plain(words)
    yield from (run.text for run in (block.badge, *block.chips) if run is not None)
    for row in block.rows:
        yield from _row(row)
    for state in block.states:
        yield from _state(state)
    for point in block.path:
        yield from (run.text for run in (point.period, point.value) if run is not None)


def _row(row: ValueRow) -> Iterator[str]:
    yield from _labelled(row.label, row.period)
    yield row.span_note
    yield row.period.text + row.span_note
    number = "" if row.number is None else row.number.text
    mixed = "".join(digits + unit for digits, unit in row.parts)
    value = f"{row.before}{mixed or number}{row.unit}{row.after}"
    yield from (value, number, row.unit, row.before, row.after)
    yield from (text for part in row.parts for text in part)
    if row.word is not None:
        yield row.word.text


def _state(state: StateStep) -> Iterator[str]:
    yield state.text.text
    for label, period in ((state.label, state.period), *state.also):
        yield from _labelled(label, period)


def _labelled(label: Run, period: Run) -> Iterator[str]:
    yield from (label.text, period.text, label.text + period.text)
