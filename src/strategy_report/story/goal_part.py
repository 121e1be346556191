"""A goal's page, and the list of all indicators."""

from __future__ import annotations

from strategy_report.model.plan import Goal, Measure, Photo, Plan
from strategy_report.model.rate import Rate
from strategy_report.story.block import LegendBlock, MeasureBlock, PhotoBlock, Run, Words
from strategy_report.story.front_parts import kpi_blocks, target_blocks
from strategy_report.story.indicator_block import rate_of
from strategy_report.story.phrases import Phrases
from strategy_report.story.references import words_of
from strategy_report.story.story import GoalPart, IndicatorGroup, IndicatorTablePart

_RATE_NOTES = {
    Rate.RATIO: "rate_ratio",
    Rate.PROGRESS: "rate_progress",
    Rate.ELAPSED: "rate_elapsed",
}


def goal_part(goal: Goal, plan: Plan, phrases: Phrases) -> GoalPart:
    """Number, title, targets, measures, photographs, KPI."""
    return GoalPart(
        goal=goal.number,
        word=phrases.need("goal_word"),
        title=words_of(goal.title, plan),
        targets=target_blocks(goal, plan, phrases),
        measures_heading=words_of(plan.page_titles.get("measures"), plan),
        measures=tuple(_measure(measure, plan) for measure in goal.measures),
        photos=tuple(_photo(photo, goal, plan, phrases) for photo in goal.photos),
        kpi_heading=words_of(plan.page_titles.get("kpi"), plan),
        kpis=kpi_blocks(goal, plan, phrases),
        legend=legend(phrases),
        continued=phrases.need("continued"),
        notes=(
            *(words_of(note, plan) for note in goal.notes),
            *_rate_notes(goal, plan, phrases),
        ),
        source=goal.source,
    )


def indicator_table_part(plan: Plan, phrases: Phrases) -> IndicatorTablePart:
    """KPI 一覧: every indicator of every goal."""
    columns = ("column_name", "row_baseline", "row_actual", "row_target", "column_state")
    return IndicatorTablePart(
        title=words_of(plan.page_titles.get("indicator_table"), plan),
        columns=tuple(phrases.need(name) for name in columns),
        groups=tuple(
            IndicatorGroup(
                goal=goal.number,
                word=phrases.need("goal_word"),
                title=words_of(goal.title, plan),
                indicators=target_blocks(goal, plan, phrases) + kpi_blocks(goal, plan, phrases),
            )
            for goal in plan.goals
        ),
        legend=legend(phrases),
        continued=phrases.need("continued"),
    )


def _rate_notes(goal: Goal, plan: Plan, phrases: Phrases) -> tuple[Words, ...]:
    """How each rate that stands on the goal's pages is reckoned."""
    reached = (rate_of(indicator, plan) for indicator in goal.indicators)
    used = {found.rate for found in reached if found is not None}
    notes = (phrases.words(name) for rate, name in _RATE_NOTES.items() if rate in used)
    return tuple(note for note in notes if note)


def legend(phrases: Phrases) -> LegendBlock | None:
    """The keys beside a KPI heading; None where the edition hides them."""
    baseline = phrases.run("legend_baseline")
    if baseline is None:
        return None
    actual, target = phrases.need("legend_actual"), phrases.need("legend_target")
    badge, means = phrases.run("badge"), phrases.run("badge_means")
    keys = "、".join(run.text for run in (baseline, actual, target) if run.text)
    meaning = "：".join(run.text for run in (badge, means) if badge is not None and run is not None)
    return LegendBlock(
        baseline=baseline,
        actual=actual,
        target=target,
        badge=badge,
        badge_means=means,
        alt=_sentences("凡例", keys, meaning),
        alt_of_badge=_sentences("凡例", meaning),
    )


def _sentences(*told: str) -> str:
    return "".join(f"{part}。" for part in told if part)


def _measure(measure: Measure, plan: Plan) -> MeasureBlock:
    return MeasureBlock(
        key=f"measure-{measure.number}",
        number=Run(text=f"（{measure.number}）", source=measure.source),
        title=words_of(measure.title, plan),
        bullets=tuple(words_of(bullet, plan) for bullet in measure.bullets),
        text=words_of(measure.text, plan),
        source=measure.source,
    )


def _photo(photo: Photo, goal: Goal, plan: Plan, phrases: Phrases) -> PhotoBlock:
    numbers = [measure.number for measure in goal.measures]
    known = photo.measure in numbers
    return PhotoBlock(
        key=photo.id,
        caption=words_of(photo.caption, plan),
        path=photo.file,
        # A figure without words would break what the file claims; the check asks for better ones.
        alt=photo.alt or f"写真。{photo.caption.plain()}。",
        stand_in=phrases.run("stand_in") if photo.file is None else None,
        focus=photo.focus,
        credit=words_of(photo.credit, plan),
        measure=numbers.index(photo.measure) if known and photo.measure is not None else None,
        path_source=photo.file_source,
        source=photo.source,
    )
