"""Prose to words: ``${births.R6}`` becomes 1,243人, and remembers where the figure stands."""

from __future__ import annotations

from strategy_report.model.house_style import with_digits
from strategy_report.model.plan import Plan
from strategy_report.model.prose import Prose, Reference, Words
from strategy_report.model.reading import Number
from strategy_report.story.block import Run
from strategy_report.story.block import Words as StoryWords
from strategy_report.story.number_text import number_text, reading_text


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


def run_of(words: Words, text: str) -> Run:
    """*text* set and marked as *words* are."""
    return Run(
        text=text,
        source=words.source,
        strong=words.strong,
        dotted=words.dotted,
        note=words.note,
        ruby=words.ruby,
    )


def _run(part: Words | Reference, plan: Plan, no_figure: str) -> Run:
    if isinstance(part, Words):
        return run_of(part, part.text)
    indicator = plan.indicator(part.indicator)
    found = None if indicator is None else indicator.find(part.part)
    if found is None:
        raise UnresolvedReferenceError(f"{part.source}: ${{{part.indicator}.{part.part}}}")
    reading = found.reading
    text = (
        number_text(reading, with_unit=False)
        if part.bare and isinstance(reading, Number)
        else reading_text(reading, no_figure)
    )
    return Run(text=with_digits(text, plan.wording.style), source=found.source)
