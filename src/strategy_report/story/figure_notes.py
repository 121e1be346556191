"""※ notes that the figures themselves give rise to: revised targets, guide values, forecasts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from strategy_report.model.indicator import Figure, Indicator
from strategy_report.model.plan import Plan
from strategy_report.story.block import Run, Words
from strategy_report.story.number_text import reading_text
from strategy_report.story.phrases import Phrases
from strategy_report.story.references import words_of


def figure_notes(indicator: Indicator, plan: Plan, phrases: Phrases) -> tuple[Words, ...]:
    """What the three rows have no place for; each note remembers where its figures stand."""
    notes = [words_of(figure.note, plan) for figure in indicator.figures]
    notes.extend(_earlier_targets(indicator, phrases))
    if indicator.guides:
        notes.append(phrases.filled("guide_values", values=_listed(indicator.guides)))
    if indicator.forecast is not None and indicator.forecast is not indicator.actual:
        notes.append(phrases.filled("forecast_value", values=_listed((indicator.forecast,))))
    return tuple(note for note in notes if note)


def _earlier_targets(indicator: Indicator, phrases: Phrases) -> Iterator[Words]:
    """A target that was revised, with the one before; targets of the years on the way."""
    target = indicator.target
    if target is None:
        return
    same_year = [t for t in indicator.targets if t.period == target.period]
    on_the_way = tuple(t for t in indicator.targets if t.period != target.period)
    for before, after in pairwise(same_year):
        decided = "" if after.decided is None else after.decided.short()
        yield phrases.filled(
            "target_revised" if decided else "target_revised_undated",
            before=(_value(before),),
            after=(_value(after),),
            decided=(Run(text=decided, source=after.source),),
        )
    if on_the_way:
        yield phrases.filled("targets_on_the_way", values=_listed(on_the_way))


def _listed(figures: tuple[Figure, ...]) -> Words:
    """R4 110人、R5 130人."""
    runs: list[Run] = []
    for place, figure in enumerate(figures):
        comma = "、" if place else ""
        runs.append(Run(text=f"{comma}{figure.period.short()} ", source=figure.source))
        runs.append(_value(figure))
    return tuple(runs)


def _value(figure: Figure) -> Run:
    return Run(text=reading_text(figure.reading, ""), source=figure.source)
