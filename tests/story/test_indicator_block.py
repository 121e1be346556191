from __future__ import annotations

from kit.builders import a_goal, a_plan, an_edition, an_indicator, number, prose, state

from strategy_report.core.value import replace
from strategy_report.model.indicator import Aggregation, Direction, Indicator, Level
from strategy_report.model.prose import Prose, Words
from strategy_report.model.reading import Status
from strategy_report.story.block import IndicatorBlock, RowRole, plain
from strategy_report.story.front_parts import goal_index_part
from strategy_report.story.indicator_block import indicator_block
from strategy_report.story.phrases import Phrases


def told(indicator: Indicator, **edition: object) -> IndicatorBlock:
    plan = a_plan(a_goal(indicator), edition=an_edition(**edition))
    return indicator_block(indicator, plan, Phrases(plan))


def test_the_alternative_text_follows_the_rule() -> None:
    block = told(an_indicator("63284", "298521", "100000"))
    assert block.alt == (
        "来訪者数。基準 H30 63,284人、実績 R5 298,521人、目標 R6 100,000人。目標達成。"
    )


def test_marks_of_notes_in_a_name_are_no_part_of_the_alternative_text() -> None:
    name = Prose((Words(text="来訪者数"), Words(text="※1", note=True)))
    indicator = replace(an_indicator("100", "150", "150"), name=name)
    assert told(indicator).alt.startswith("来訪者数。")


def test_marks_of_notes_stand_where_notes_do_and_not_on_the_index() -> None:
    marked = Prose((Words(text="来訪者数"), Words(text="※1", note=True)))
    indicator = replace(an_indicator("100", "150", "150", level=Level.NUMERIC_TARGET), name=marked)
    plan = a_plan(replace(a_goal(indicator), title=marked))
    (row,) = goal_index_part(plan, Phrases(plan)).rows
    assert [plain(row.title), plain(row.indicators[0].name)] == ["来訪者数"] * 2
    assert plain(told(indicator).name) == "来訪者数※1"


def test_where_the_figures_are_from_is_the_last_of_the_authors_notes() -> None:
    indicator = an_indicator("100", "150", "150", notes=(prose("※速報"),))
    indicator = replace(indicator, data_source=prose("人口動態統計"))
    assert [plain(note) for note in told(indicator).notes] == ["※速報", "出典：人口動態統計"]
    assert told(indicator, hidden=frozenset({"data_source"})).notes[1:] == ()


def test_a_reason_takes_the_numbers_place_and_draws_no_bar() -> None:
    block = told(an_indicator("未実施", "57", "120"))
    baseline = block.row(RowRole.BASELINE)
    assert baseline is not None
    assert baseline.word is not None
    assert baseline.word.text == "未実施"
    assert baseline.magnitude is None
    assert block.alt == "来訪者数。基準 H30 未実施、実績 R5 57人、目標 R6 120人。"


def test_the_badge_stands_only_where_the_actual_meets_the_target() -> None:
    assert told(an_indicator("100", "150", "150")).badge is not None
    assert told(an_indicator("100", "149", "150")).badge is None


def test_lower_is_better_where_the_content_says_so() -> None:
    worse = told(an_indicator("100", "120", "90", direction=Direction.DOWN))
    assert plain(worse.direction_note) == "目標は減少 ↓"
    assert worse.met is False
    assert told(an_indicator("100", "80", "90", direction=Direction.DOWN)).met is True


def test_a_falling_target_is_taken_as_lower_is_better() -> None:
    assert told(an_indicator("100", "80", "90")).met is True


def test_a_reference_value_is_never_rated_and_never_remarked_upon() -> None:
    block = told(an_indicator("2756", "2000", "2481", level=Level.REFERENCE))
    assert (block.met, block.badge, block.chips) == (None, None, ())


def test_worse_than_the_baseline_is_said_of_numeric_targets_alone_by_default() -> None:
    numeric = told(an_indicator("1.48", "1.35", "1.69", level=Level.NUMERIC_TARGET))
    assert [chip.text for chip in numeric.chips] == ["基準値を下回る"]
    assert told(an_indicator("1.48", "1.35", "1.69")).chips == ()


def test_an_actual_above_a_baseline_that_should_fall_is_said_to_be_above() -> None:
    block = told(
        an_indicator("100", "120", "90", level=Level.NUMERIC_TARGET, direction=Direction.DOWN)
    )
    assert [chip.text for chip in block.chips] == ["基準値を上回る"]


def test_a_single_years_baseline_of_a_period_total_is_labelled() -> None:
    block = told(an_indicator("42", "166", "150", aggregation=Aggregation.PERIOD_TOTAL))
    assert [row.span_note for row in block.rows] == ["単年", "", ""]


def test_a_preliminary_figure_carries_its_chip() -> None:
    block = told(an_indicator("1", number("2", status=Status.PRELIMINARY), "3"))
    assert [chip.text for chip in block.chips] == ["速報値"]
    assert "実績 R5 2人（速報値）、目標" in block.alt
    assert block.alt.count("速報値") == 1


def test_a_value_that_is_not_there_is_left_out() -> None:
    roles = [row.role for row in told(an_indicator("2000", None, "1800")).rows]
    assert roles == [RowRole.BASELINE, RowRole.TARGET]
    assert told(an_indicator("1", None, None)).met is None


def test_states_become_steps_and_reached_ones_stay_reached() -> None:
    block = told(
        an_indicator(
            state("未整備"),
            state("供用開始"),
            state("整備"),
            states=("未整備", "供用開始", "整備"),
        )
    )
    assert [step.text.text for step in block.states] == ["未整備", "供用開始", "整備"]
    assert [step.reached for step in block.states] == [True, True, False]
    assert [step.kind for step in block.states] == [
        RowRole.BASELINE,
        RowRole.ACTUAL,
        RowRole.TARGET,
    ]
    assert block.met is False


def test_a_tally_counts_met_kpi_by_rule() -> None:
    plan = a_plan(a_goal(an_indicator("1", "9", "5", id="a"), an_indicator("1", "2", "5", id="b")))
    total = goal_index_part(plan, Phrases(plan)).total
    assert total is not None
    assert total.before.text + total.count.text + total.after.text == "2件のうち1件が目標達成"
    assert total.marks == (True, False)


def test_a_hidden_phrase_is_not_printed() -> None:
    assert told(an_indicator("1", "9", "5"), hidden=frozenset({"badge"})).badge is None


def test_a_name_keeps_the_authors_break_marks_for_the_composer() -> None:
    block = told(an_indicator(name=prose("来訪\u200b者数")))
    assert block.name[0].text == "来訪\u200b者数"
    assert block.alt.startswith("来訪者数。")
