"""概要: the population vision, the plan's years, and how to read an indicator."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from strategy_report.core.source import SourceSpan
from strategy_report.model.period import ERAS, Period
from strategy_report.model.plan import Plan, PopulationVision, Strategy
from strategy_report.model.reading import Number
from strategy_report.story.alternative_text import alternative_text
from strategy_report.story.block import IndicatorBlock, RowRole, Run, ValueRow, Words, plain
from strategy_report.story.number_text import digits, number_text
from strategy_report.story.phrases import Phrases
from strategy_report.story.references import words_of
from strategy_report.story.story import (
    GuideBlock,
    InfluenceBlock,
    OverviewPart,
    PopulationBlock,
    StepBlock,
    StrategyBlock,
    YearCell,
)
from strategy_report.story.value_rows import number_row


def overview_part(plan: Plan, phrases: Phrases) -> OverviewPart:
    """What the plan has of the three; each may be missing."""
    return OverviewPart(
        title=words_of(plan.page_titles.get("overview"), plan),
        population=None if plan.vision is None else _population(plan.vision, plan, phrases),
        strategy=None if plan.strategy is None else _strategy(plan.strategy, plan, phrases),
        guide=_guide(phrases),
    )


def _population(vision: PopulationVision, plan: Plan, phrases: Phrases) -> PopulationBlock:
    subject = words_of(vision.subject, plan)
    difference = words_of(vision.difference_text, plan)
    suffix = words_of(vision.aim_suffix, plan)
    alt = (
        f"{plain(subject)}。"
        f"{vision.estimate_label.plain()} {number_text(vision.estimate)}、"
        f"{vision.aim_label.plain()} {number_text(vision.aim)}{plain(suffix)}。"
        f"{plain(difference)}。"
    )
    return PopulationBlock(
        heading=words_of(vision.title, plan),
        subject=subject,
        estimate=_vision_row(
            RowRole.BASELINE,
            words_of(vision.estimate_label, plan),
            vision.estimate,
            vision.estimate_source,
        ),
        aim=_vision_row(
            RowRole.ACTUAL, words_of(vision.aim_label, plan), vision.aim, vision.aim_source
        ),
        aim_suffix=suffix,
        difference=difference,
        influences=tuple(
            InfluenceBlock(name=words_of(influence.name, plan), text=words_of(influence.text, plan))
            for influence in vision.influences
        ),
        alt=alt,
    )


def _vision_row(role: RowRole, label: Words, number: Number, source: SourceSpan | None) -> ValueRow:
    # The subject (2060年の…) names the period for both rows.
    name = Run(text=plain(label), source=label[0].source if label else None)
    return number_row(role, name, Run(text=""), number, source)


def _strategy(strategy: Strategy, plan: Plan, phrases: Phrases) -> StrategyBlock:
    first, last = strategy.period.year, strategy.period.end_year or strategy.period.year
    count = last - first + 1
    period = Run(text=f"{strategy.period.long()}（{count}年間）", source=strategy.period_source)
    span = phrases.need("plan_span", label=strategy.period_label.plain(), years=count)
    title = words_of(strategy.title, plan)
    return StrategyBlock(
        heading=title,
        period_label=words_of(strategy.period_label, plan),
        period=(period,),
        years=_years(strategy, first, last),
        baseline_word=phrases.need("row_baseline"),
        span=span,
        target_word=phrases.need("row_target"),
        notes=tuple(words_of(note, plan) for note in strategy.notes),
        steps=tuple(
            StepBlock(title=words_of(step.title, plan), text=words_of(step.text, plan))
            for step in strategy.steps
        ),
        alt=(
            f"{plain(title)}。{strategy.period_label.plain()} {period.text}。"
            f"{phrases.text('row_baseline')} {strategy.baseline_year.short()}、"
            f"{phrases.text('row_target')} {strategy.target_year.short()}。"
        ),
    )


def _years(strategy: Strategy, first: int, last: int) -> tuple[YearCell, ...]:
    start = min(strategy.baseline_year.year, first)
    end = max(strategy.target_year.year, last)
    sources = {
        strategy.target_year.year: strategy.target_source,
        strategy.baseline_year.year: strategy.baseline_source,
    }
    return tuple(
        YearCell(
            label=Run(text=_in_era(year), source=sources.get(year, strategy.period_source)),
            baseline=year == strategy.baseline_year.year,
            planned=first <= year <= last,
            target=year == strategy.target_year.year,
        )
        for year in range(start, end + 1)
    )


def _in_era(year: int) -> str:
    era = next(era for era in ERAS if era.first_year <= year)
    return Period(year=year, era=era.letter).short()


def _guide(phrases: Phrases) -> GuideBlock | None:
    """指標の見方; None where the edition hides it."""
    heading = phrases.words("guide")
    if not heading:
        return None
    keys = ("baseline", "actual", "target", "line")
    notes = (phrases.words("guide_note_1"), phrases.words("guide_note_2"))
    return GuideBlock(
        heading=heading,
        sample=_sample(phrases),
        keys=tuple(
            (phrases.need(f"guide_{key}"), phrases.need(f"guide_{key}_means")) for key in keys
        ),
        badge_means=phrases.need("guide_badge_means"),
        notes=tuple(note for note in notes if note),
    )


def _sample(phrases: Phrases) -> IndicatorBlock:
    unit = phrases.text("guide_sample_unit")
    names = (
        (RowRole.BASELINE, "row_baseline", "guide_sample_baseline"),
        (RowRole.ACTUAL, "row_actual", "guide_sample_actual"),
        (RowRole.TARGET, "row_target", "guide_sample_target"),
    )
    rows = tuple(
        _sample_row(role, phrases.need(label), phrases.need(value), unit)
        for role, label, value in names
    )
    name = phrases.words("guide_sample_name")
    told = ((row, (row.number.text if row.number else "") + row.unit) for row in rows)
    return IndicatorBlock(
        key="guide-sample",
        tab=Run(text="KPI"),
        name=name,
        rows=rows,
        alt="見方の例。" + alternative_text(plain(name), told, (phrases.text("badge"),)),
        badge=phrases.run("badge"),
        met=True,
    )


def _sample_row(role: RowRole, label: Run, value: Run, unit: str) -> ValueRow:
    """「H30 60」 in wording.yaml: a period and a number."""
    period, _, number = value.text.partition(" ")
    try:
        magnitude = Decimal(number)
    except InvalidOperation:
        magnitude = Decimal(0)
    return ValueRow(
        role=role,
        label=label,
        period=Run(text=period, source=value.source),
        number=Run(text=digits(magnitude), source=value.source),
        unit=unit,
        magnitude=magnitude,
        source=value.source,
    )
