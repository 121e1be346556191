"""Towns drawn at random: nothing overlaps, nothing is lost, everything is read in order."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kit.hostile import Maker, laid_out, misplaced_texts, town
from kit.page_rules import faults_of

from strategy_report.core.value import replace
from strategy_report.model.edition import PageKind
from strategy_report.model.indicator import Indicator, Level
from strategy_report.model.plan import Goal, Measure, Plan

STATES = ("未整備", "基本構想の策定", "実施設計", "着工", "供用開始", "全面供用")
UNITS = ("人", "万人", "％", "事業所", "百万円", "人日当量", "マイクロ単位")

values = st.one_of(
    st.none(),
    st.sampled_from(("未実施", "集計中", "0", "0.05", "1.69")),
    st.integers(min_value=0, max_value=9_999_999_999).map(str),
)


@st.composite
def indicators(draw: st.DrawFn, maker: Maker, id_: str, level: Level) -> Indicator:
    name = draw(st.integers(min_value=4, max_value=60))
    if draw(st.integers(min_value=0, max_value=5)) == 0:
        count = draw(st.integers(min_value=2, max_value=6))
        places = tuple(draw(st.integers(min_value=0, max_value=count - 1)) for _ in range(3))
        return maker.states(id_, STATES[:count], places, name=name, level=level)  # type: ignore[arg-type]
    given_values = draw(st.tuples(values, values, values).filter(any))
    more: dict[str, Any] = {"name": name, "unit": draw(st.sampled_from(UNITS)), "level": level}
    if draw(st.booleans()) and draw(st.booleans()):
        more["notes"] = (maker.words(draw(st.integers(min_value=8, max_value=80)), head="※"),)
    return maker.indicator(id_, given_values, **more)


@st.composite
def measures(draw: st.DrawFn, maker: Maker, number: int) -> Measure:
    return maker.measure(
        number,
        title=draw(st.integers(min_value=4, max_value=50)),
        bullets=draw(st.integers(min_value=0, max_value=5)),
        size=draw(st.integers(min_value=5, max_value=200)),
    )


@st.composite
def goals(draw: st.DrawFn, maker: Maker, number: int) -> Goal:
    def some(most: int) -> range:
        return range(draw(st.integers(min_value=0, max_value=most)))

    rated = tuple(
        draw(
            indicators(
                maker, f"t{number}_{at}", Level.REFERENCE if at == 3 else Level.NUMERIC_TARGET
            )
        )
        for at in some(4)
    )
    return maker.goal(
        number,
        title=draw(st.integers(min_value=8, max_value=60)),
        targets=rated,
        kpis=tuple(draw(indicators(maker, f"k{number}_{at}", Level.KPI)) for at in some(20)),
        measures=tuple(draw(measures(maker, at + 1)) for at in some(12)),
        photos=tuple(
            maker.photo(at, caption=draw(st.integers(min_value=3, max_value=60))) for at in some(6)
        ),
        notes=tuple(
            maker.words(draw(st.integers(min_value=8, max_value=120)), head="※") for _ in some(4)
        ),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    maker = Maker()
    count = draw(st.integers(min_value=1, max_value=3))
    kinds = (PageKind.GOAL_INDEX, PageKind.GOALS, PageKind.INDICATOR_TABLE)
    theme = draw(st.sampled_from(("kanazawa", "plain")))
    told = [draw(goals(maker, number)) for number in range(1, count + 1)]
    return town(*told, pages=kinds, edition={"theme": theme})


# Derandomized: a failure here is a failure on every machine, until it is mended.
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(plans())
def test_any_town_is_laid_out_whole_and_read_once_and_in_order(plan: Plan) -> None:
    book, _ = laid_out(plan)
    assert faults_of(book) == []
    goals_alone = replace(plan, edition=replace(plan.edition, pages=(PageKind.GOALS,)))
    book, _ = laid_out(goals_alone)
    assert misplaced_texts(goals_alone, book) == []
