"""Prose to words: ``${births.R6}`` becomes 1,243人, and remembers where the figure stands."""

from __future__ import annotations

from strategy_report.core.source import SourceSpan
from strategy_report.model.indicator import Indicator
from strategy_report.model.plan import Plan
from strategy_report.model.prose import Prose, Reference, Words
from strategy_report.model.reading import Number, Reading
from strategy_report.story.number_text import number_text, reading_text
from strategy_report.story.story import Run
from strategy_report.story.story import Words as StoryWords


class UnresolvedReferenceError(LookupError):
    """A reference that `checks` should have refused."""


def words_of(prose: Prose | None, plan: Plan, no_figure: str = "") -> StoryWords:
    """*prose* with its references resolved; nothing for None.

    Raises:
        UnresolvedReferenceError: a reference names no reading.
    """
    if prose is None:
        return ()
    return tuple(_run(part, plan, no_figure) for part in prose.parts)


def _run(part: Words | Reference, plan: Plan, no_figure: str) -> Run:
    if isinstance(part, Words):
        return Run(text=part.text, source=part.source, strong=part.strong)
    indicator = plan.indicator(part.indicator)
    found = None if indicator is None else find_reading(indicator, part.part)
    if found is None:
        raise UnresolvedReferenceError(f"{part.source}: ${{{part.indicator}.{part.part}}}")
    reading, source = found
    if part.bare and isinstance(reading, Number):
        return Run(text=number_text(reading, with_unit=False), source=source)
    return Run(text=reading_text(reading, no_figure), source=source)


def find_reading(indicator: Indicator, part: str) -> tuple[Reading, SourceSpan | None] | None:
    """The reading that ``baseline``, ``actual``, ``target`` or a period's key names."""
    named = {
        "baseline": indicator.baseline,
        "actual": indicator.actual,
        "target": indicator.target,
    }
    if part in named:
        found = named[part]
        return None if found is None else (found.reading, found.source)
    base = () if indicator.baseline is None else (indicator.baseline,)
    for observation in (*indicator.actuals, *base, *indicator.targets):
        if observation.period.key == part:
            return observation.reading, observation.source
    return None
