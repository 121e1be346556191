"""Plan to story: the booklet's running order, page kind by page kind."""

from __future__ import annotations

from strategy_report.model.edition import EditionStatus, PageKind
from strategy_report.model.plan import Plan
from strategy_report.story.even_decimals import with_even_decimals
from strategy_report.story.front_parts import cover_part, goal_index_part, sdgs_part
from strategy_report.story.goal_part import goal_part, indicator_table_part
from strategy_report.story.overview_part import overview_part
from strategy_report.story.phrases import Phrases
from strategy_report.story.references import words_of
from strategy_report.story.story import Part, Run, Story, Words, plain


def compile_story(plan: Plan) -> Story:
    """How the edition is told, in the order that its `pages` give.

    A page kind whose content the plan lacks is left out.

    Raises:
        UnresolvedReferenceError: a reference names no reading (`checks` refuses these first).
    """
    plan = with_even_decimals(plan)
    phrases = Phrases(plan)
    parts = [part for kind in plan.edition.pages for part in _parts(kind, plan, phrases)]
    cover = cover_part(plan, phrases)
    return Story(
        title=plain(cover.ordinal + cover.title + (Run(text="　"),) + cover.report_name),
        author=plan.edition.issuer.plain(),
        issued=plan.edition.date,
        running=_running(plan),
        thumb=phrases.need("thumb"),
        page_word=phrases.need("page_word"),
        status=plan.edition.status,
        parts=tuple(parts),
    )


def _parts(kind: PageKind, plan: Plan, phrases: Phrases) -> tuple[Part, ...]:
    match kind:
        case PageKind.COVER:
            return (cover_part(plan, phrases),)
        case PageKind.OVERVIEW:
            return (overview_part(plan, phrases),)
        case PageKind.GOAL_INDEX:
            return (goal_index_part(plan, phrases),)
        case PageKind.SDGS:
            return () if plan.sdgs is None else (sdgs_part(plan, plan.sdgs, phrases),)
        case PageKind.GOALS:
            return tuple(goal_part(goal, plan, phrases) for goal in plan.goals)
        case PageKind.INDICATOR_TABLE:
            return (indicator_table_part(plan, phrases),)


def _running(plan: Plan) -> Words:
    edition = plan.edition
    ordinal = words_of(edition.ordinal, plan)
    status = edition.status
    mark = "" if status is EditionStatus.FINAL else f"　{status.value}"
    return (
        *ordinal,
        *words_of(edition.plan_name, plan),
        Run(text="　"),
        *words_of(edition.report_name, plan),
        Run(text=f"（{edition.date.long()}）{mark}", source=edition.source),
    )
