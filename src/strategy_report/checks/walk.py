"""Every text and every indicator of a plan, in the order of its files."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import replace
from strategy_report.model.indicator import Indicator
from strategy_report.model.plan import Goal, Plan
from strategy_report.model.prose import Prose, Reference, Words


def indicators_of(plan: Plan) -> Iterator[Indicator]:
    for goal in plan.goals:
        yield from goal.indicators


def words_of_plan(plan: Plan) -> Iterator[Words]:
    """Every stretch of plain text, once."""
    for prose in texts_of(plan):
        for part in prose.parts:
            if isinstance(part, Words):
                yield part


def references_of(plan: Plan) -> Iterator[Reference]:
    for prose in texts_of(plan):
        for part in prose.parts:
            if isinstance(part, Reference):
                yield part


def texts_of(plan: Plan) -> Iterator[Prose]:
    """Every prose that is printed."""
    for prose in _all_texts(plan):
        if prose is not None:
            yield prose


def doubts_of(plan: Plan) -> Iterator[Prose]:
    """What is to be asked of the city."""
    if plan.vision is not None:
        yield from plan.vision.doubts
    if plan.strategy is not None:
        yield from plan.strategy.doubts
    for goal in plan.goals:
        for indicator in goal.indicators:
            yield from indicator.doubts
        for measure in goal.measures:
            yield from measure.doubts
        for photo in goal.photos:
            yield from photo.doubts


def place_in(words: Words, start: int, end: int) -> SourceSpan | None:
    """Where the characters from *start* to *end* of *words* were typed.

    Exact where a text stands on one line and holds no escapes; else within the text's line.
    """
    source = words.source
    if source is None:
        return None
    last = max(source.end_column, source.column + 1)
    column = min(source.column + start, last - 1)
    return replace(
        source, column=column, end_column=min(max(source.column + end, column + 1), last)
    )


def _all_texts(plan: Plan) -> Iterator[Prose | None]:
    edition = plan.edition
    yield from (edition.ordinal, edition.plan_name, edition.report_name, edition.issuer)
    yield from plan.page_titles.values()
    yield from _front_texts(plan)
    yield from plan.wording.phrases.values()
    for goal in plan.goals:
        yield from _goal_texts(goal)


def _front_texts(plan: Plan) -> Iterator[Prose | None]:
    vision, strategy, sdgs = plan.vision, plan.strategy, plan.sdgs
    if vision is not None:
        yield from (vision.title, vision.subject, vision.estimate_label, vision.aim_label)
        yield from (vision.aim_suffix, vision.difference_text)
        for influence in vision.influences:
            yield from (influence.name, influence.text)
    if strategy is not None:
        yield from (strategy.title, strategy.period_label, *strategy.notes)
        for step in strategy.steps:
            yield from (step.title, step.text)
    if sdgs is not None:
        yield from (sdgs.title, sdgs.lead, sdgs.plan_heading, sdgs.directions_heading)
        for direction in sdgs.directions:
            yield from (direction.text, direction.vision)


def _goal_texts(goal: Goal) -> Iterator[Prose | None]:
    yield from (goal.title, *goal.notes)
    for indicator in goal.indicators:
        yield from (indicator.name, indicator.department, indicator.data_source)
        yield from (indicator.final_due, *indicator.notes)
        yield from (figure.note for figure in indicator.figures)
    for measure in goal.measures:
        yield from (measure.title, measure.text, *measure.bullets)
    for photo in goal.photos:
        yield from (photo.caption, photo.credit)
