"""The pages before the goals: cover, the list of goals, the SDGs."""

from __future__ import annotations

from strategy_report.core.value import replace
from strategy_report.model.edition import EditionMark
from strategy_report.model.indicator import Level
from strategy_report.model.look import Look
from strategy_report.model.plan import Goal, Plan, Sdgs
from strategy_report.model.verdict import is_met
from strategy_report.story.block import IndicatorBlock, PhotoBlock, Run, Tally, without_notes
from strategy_report.story.colophon_part import marks_of, status_word
from strategy_report.story.indicator_block import indicator_block
from strategy_report.story.phrases import Phrases
from strategy_report.story.references import words_of
from strategy_report.story.story import CoverPart, DirectionBlock, GoalIndexPart, GoalRow, SdgsPart


def cover_part(plan: Plan, phrases: Phrases) -> CoverPart:
    """Title, date and issuer; the status where it is not final."""
    edition = plan.edition
    named = EditionMark.NAME in edition.cover_marks
    name = marks_of(plan, (EditionMark.NAME,), "") if named else ""
    return CoverPart(
        title=words_of(edition.plan_name, plan),
        ordinal=words_of(edition.ordinal, plan),
        report_name=words_of(edition.report_name, plan),
        date=(Run(text=edition.date.long() + name, source=edition.source),),
        issuer=words_of(edition.issuer, plan),
        status=edition.status,
        status_word=(status_word(plan) if EditionMark.STATUS in edition.cover_marks else None),
        picture=_cover_picture(plan.look),
    )


def _cover_picture(look: Look | None) -> PhotoBlock | None:
    if look is None or look.picture is None:
        return None
    return PhotoBlock(
        key="cover-picture",
        caption=(),
        path=look.picture,
        alt="",
        stand_in=None,
        focus=look.focus,
        source=look.source,
    )


def goal_index_part(plan: Plan, phrases: Phrases) -> GoalIndexPart:
    """All goals with their numeric targets, and how many KPI are met."""
    rows = tuple(_goal_row(goal, plan, phrases) for goal in plan.goals)
    marks = tuple(mark for row in rows if row.tally for mark in row.tally.marks)
    definition = tuple(
        words
        for name in ("definition_1", "definition_2")
        if (words := phrases.words(name, **_definition_years(plan)))
    )
    return GoalIndexPart(
        title=words_of(plan.page_titles.get("goal_index"), plan),
        total=tally("total_lead", marks, phrases),
        badge=phrases.run("badge"),
        definition=definition,
        rows=rows,
    )


def tally(lead: str, marks: tuple[bool | None, ...], phrases: Phrases) -> Tally | None:
    """「4件のうち2件が目標達成」; None where the words are hidden or nothing can be counted."""
    before = phrases.run("tally_before", total=len(marks))
    if before is None or not marks:
        return None
    met = sum(mark is True for mark in marks)
    return Tally(
        lead=phrases.need(lead),
        before=before,
        count=phrases.need("tally_count", met=met),
        after=phrases.need("tally_after"),
        marks=marks,
    )


def sdgs_part(plan: Plan, sdgs: Sdgs, phrases: Phrases) -> SdgsPart:
    """The plan under the SDGs directions; ties are drawn only where the content gives them."""
    return SdgsPart(
        title=words_of(sdgs.title, plan),
        lead=words_of(sdgs.lead, plan),
        plan_heading=words_of(sdgs.plan_heading, plan),
        goals=tuple(
            (goal.number, phrases.need("goal_word"), without_notes(words_of(goal.title, plan)))
            for goal in plan.goals
        ),
        directions_heading=words_of(sdgs.directions_heading, plan),
        directions=tuple(
            DirectionBlock(
                number=Run(text=str(direction.number), source=direction.text.source),
                text=words_of(direction.text, plan),
                vision=words_of(direction.vision, plan),
            )
            for direction in sdgs.directions
        ),
        relations=sdgs.relations,
        alt=sdgs.alt
        or f"{sdgs.plan_heading.plain()}と{sdgs.directions_heading.plain()}のつながり。",
        continued=phrases.need("continued"),
    )


def kpi_blocks(goal: Goal, plan: Plan, phrases: Phrases) -> tuple[IndicatorBlock, ...]:
    return tuple(indicator_block(kpi, plan, phrases) for kpi in goal.of(Level.KPI))


def target_blocks(goal: Goal, plan: Plan, phrases: Phrases) -> tuple[IndicatorBlock, ...]:
    """数値目標 and 参考値, as the content orders them."""
    levels = goal.of(Level.NUMERIC_TARGET, Level.REFERENCE)
    return tuple(indicator_block(indicator, plan, phrases) for indicator in levels)


def _goal_row(goal: Goal, plan: Plan, phrases: Phrases) -> GoalRow:
    """A goal on the index, where no notes stand."""
    marks = tuple(is_met(kpi) for kpi in goal.of(Level.KPI))
    targets = goal.of(Level.NUMERIC_TARGET)
    return GoalRow(
        goal=goal.number,
        word=phrases.need("goal_word"),
        title=without_notes(words_of(goal.title, plan)),
        tally=tally("tally_lead", marks, phrases),
        indicators=tuple(
            replace(block, name=without_notes(block.name))
            for block in (indicator_block(target, plan, phrases) for target in targets)
        ),
    )


def _definition_years(plan: Plan) -> dict[str, str]:
    """The years that most KPI speak of, for 「実績値（R5）が目標値（R6）に到達したもの」."""
    kpis = [kpi for goal in plan.goals for kpi in goal.of(Level.KPI)]
    actual = [kpi.actual.period.short() for kpi in kpis if kpi.actual is not None]
    target = [kpi.target.period.short() for kpi in kpis if kpi.target is not None]
    return {"actual": _most_common(actual), "target": _most_common(target)}


def _most_common(words: list[str]) -> str:
    return max(words, key=words.count, default="")
