"""The words that the design adds: each can be left out of an edition."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from kit.booklets import BOOKLETS, KANAZAWA
from kit.builders import a_goal, a_plan, an_edition, an_indicator, number, period, prose

from strategy_report.content.load import load_plan
from strategy_report.content.read_wording import PHRASES
from strategy_report.core.value import replace
from strategy_report.model.edition import PageKind
from strategy_report.model.indicator import Aggregation, Direction, Level, Observation, Target
from strategy_report.model.period import Period
from strategy_report.model.plan import Plan, Wording
from strategy_report.model.rate import Rate
from strategy_report.model.reading import Missing, Status
from strategy_report.pipeline import Press, lay_out
from strategy_report.story.compile import compile_story

NAMES = [field.key for field in PHRASES.fields]


def _read(year: Period, value: str, **more: Any) -> Observation:
    return Observation(period=year, reading=number(value), **more)


_R2, _R4, _R5, _R6 = (period(key) for key in ("R2", "R4", "R5", "R6"))
_EARLIER = Period(year=2015, end_year=2017, era="H")


def _aim(year: Period, value: str, decided: Period | None = None) -> Target:
    return Target(period=year, reading=number(value), decided=decided)


# What none of the towns has: figures that are not final, or missing, or worse than they were;
# baselines of several years, targets that were revised, guide values, yearly actuals; a colophon.
UNUSUAL = a_plan(
    a_goal(
        an_indicator(
            baseline=None,
            actuals=(_read(_R2, "1"), _read(_R4, "2"), _read(_R5, "3")),
            guides=(_read(_R4, "4"),),
            targets=(_aim(_R4, "5"), _aim(_R6, "6"), _aim(_R6, "7", decided=_R4)),
        ),
        an_indicator(
            actuals=(
                _read(_R4, "2"),
                Observation(period=_R5, reading=number("3", status=Status.FORECAST)),
            ),
            targets=(_aim(_R6, "6"), _aim(_R6, "7")),
        ),
        an_indicator(rate=Rate.RATIO, data_source=prose("人口動態統計")),
        an_indicator(rate=Rate.PROGRESS),
        an_indicator(
            rate=Rate.PROGRESS,
            aggregation=Aggregation.PERIOD_TOTAL,
            period_total=Period(year=2020, end_year=2024),
        ),
        *(
            replace(an_indicator(), baseline=_read(_EARLIER, "4", aggregation=kind))
            for kind in (Aggregation.MEAN, Aggregation.PERIOD_TOTAL)
        ),
        *(an_indicator(actual=number("120", status=status)) for status in Status),
        an_indicator(actual=Missing("")),
        an_indicator(level=Level.NUMERIC_TARGET, direction=Direction.DOWN, target="80"),
    ),
    edition=an_edition(
        pages=(*an_edition().pages, PageKind.COLOPHON),
        edition_name="訂正版 第1号",
        contact=prose("企画課"),
    ),
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
