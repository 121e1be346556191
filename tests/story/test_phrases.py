"""The words that the design adds: each can be left out of an edition."""

from __future__ import annotations

from functools import cache

import pytest
from kit.booklets import BOOKLETS, KANAZAWA
from kit.builders import a_goal, a_plan, an_indicator, number, prose

from strategy_report.content.load import load_plan
from strategy_report.content.read_wording import PHRASES
from strategy_report.core.value import replace
from strategy_report.model.indicator import Direction, Level
from strategy_report.model.plan import Plan, Wording
from strategy_report.model.reading import Missing, Status
from strategy_report.pipeline import Press, lay_out
from strategy_report.story.compile import compile_story

NAMES = [field.key for field in PHRASES.fields]


# What none of the towns has: figures that are not final, or missing, or worse than they were.
UNUSUAL = a_plan(
    a_goal(
        *(an_indicator(actual=number("120", status=status)) for status in Status),
        an_indicator(actual=Missing("")),
        an_indicator(level=Level.NUMERIC_TARGET, direction=Direction.DOWN, target="80"),
    )
)
PLANS = ("unusual", *BOOKLETS)


@cache
def plan_of(name: str) -> Plan:
    """A booklet's plan, every added word replaced by its own name in brackets."""
    plan = UNUSUAL if name == "unusual" else load_plan(BOOKLETS[name]).value
    assert plan is not None
    marked = {phrase: prose(f"〔{phrase}〕") for phrase in NAMES}
    return replace(plan, wording=Wording(phrases=marked, dictionary=()))


def told(name: str, *hidden: str) -> str:
    """Everything that a booklet's story says."""
    plan = plan_of(name)
    edition = replace(plan.edition, hidden=frozenset(hidden))
    return repr(compile_story(replace(plan, edition=edition)))


@cache
def shown(name: str) -> str:
    return told(name)


@pytest.mark.parametrize("phrase", NAMES)
def test_a_phrase_is_shown_unless_the_edition_hides_it(phrase: str) -> None:
    town = next((name for name in PLANS if f"〔{phrase}〕" in shown(name)), None)
    assert town is not None
    assert f"〔{phrase}〕" not in told(town, phrase)


def test_a_booklet_without_any_added_word_is_laid_out() -> None:
    plan = plan_of("content")
    edition = replace(plan.edition, hidden=frozenset(NAMES))
    checked = lay_out(replace(plan, edition=edition), KANAZAWA, Press())
    assert checked.value is not None
    assert not checked.has_errors
