"""Plan to story: the booklet's running order, page kind by page kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from strategy_report.model.edition import PageKind
from strategy_report.model.plan import Plan
from strategy_report.story.block import Run, Words, plain
from strategy_report.story.colophon_part import (
    colophon_part,
    edition_code,
    marks_of,
    status_word,
    with_code,
)
from strategy_report.story.even_decimals import with_even_decimals
from strategy_report.story.front_parts import cover_part, goal_index_part, sdgs_part
from strategy_report.story.goal_part import goal_part, indicator_table_part
from strategy_report.story.house_signs import in_signs_of
from strategy_report.story.overview_part import overview_part
from strategy_report.story.phrases import Phrases
from strategy_report.story.references import words_of
from strategy_report.story.story import BlankPart, PageWords, Part, Story


def compile_story(plan: Plan) -> Story:
    """How the edition is told, in the order that its `pages` give.

    A page kind whose content the plan lacks is left out.

    Raises:
        UnresolvedReferenceError: a reference names no reading (`checks` refuses these first).
    """
    plan = with_even_decimals(plan)
    phrases = Phrases(plan)
    told = [part for kind in plan.edition.pages for part in _PARTS[kind](plan, phrases)]
    code = edition_code(told)
    cover = cover_part(plan, phrases)
    story = Story(
        title=plain(cover.ordinal + cover.title + (Run(text="　"),) + cover.report_name),
        author=plan.edition.issuer.plain(),
        issued=plan.edition.date,
        page_words=PageWords(
            running=_running(plan, code),
            thumb=phrases.need("thumb"),
            page_word=phrases.need("page_word"),
            continued=phrases.need("continued"),
            watermark=status_word(plan) if plan.edition.watermark else None,
        ),
        status=plan.edition.status,
        parts=tuple(with_code(part, code) for part in told),
        code=code,
        spoken=plan.wording.spoken,
    )
    return in_signs_of(story, plan.wording.style)


def _running(plan: Plan, code: str) -> Words:
    edition = plan.edition
    marks = marks_of(plan, edition.foot_marks, code)
    return (
        *words_of(edition.ordinal, plan),
        *words_of(edition.plan_name, plan),
        Run(text="　"),
        *words_of(edition.report_name, plan),
        Run(text=f"（{edition.date.long()}）{marks}", source=edition.source),
    )


def _sdgs(plan: Plan, phrases: Phrases) -> tuple[Part, ...]:
    return () if plan.sdgs is None else (sdgs_part(plan, plan.sdgs, phrases),)


def _goals(plan: Plan, phrases: Phrases) -> tuple[Part, ...]:
    return tuple(goal_part(goal, plan, phrases) for goal in plan.goals)


# What each page kind tells.
_PARTS: Mapping[PageKind, Callable[[Plan, Phrases], tuple[Part, ...]]] = {
    PageKind.COVER: lambda plan, phrases: (cover_part(plan, phrases),),
    PageKind.OVERVIEW: lambda plan, phrases: (overview_part(plan, phrases),),
    PageKind.GOAL_INDEX: lambda plan, phrases: (goal_index_part(plan, phrases),),
    PageKind.SDGS: _sdgs,
    PageKind.GOALS: _goals,
    PageKind.INDICATOR_TABLE: lambda plan, phrases: (indicator_table_part(plan, phrases),),
    PageKind.COLOPHON: lambda plan, phrases: (colophon_part(plan, phrases),),
    PageKind.BLANK: lambda _plan, _phrases: (BlankPart(),),
}
