"""What figures of real reports mean: from their YAML to the words that are printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.town import EDITION, a_town, said_of, story_of, told

from strategy_report.content.load import load_plan
from strategy_report.story.block import IndicatorBlock, RowRole, ValueRow, plain
from strategy_report.story.indicator_block import indicator_block
from strategy_report.story.phrases import Phrases
from strategy_report.story.story import GoalPart


def row_text(row: ValueRow) -> str:
    """基準 H30 単年 約2,000人以上."""
    value = row.word.text if row.word is not None else ""
    if row.number is not None:
        number = "".join(a + b for a, b in row.parts) or row.number.text + row.unit
        value = row.before + number + row.after
    head = (row.label.text, row.period.text, row.span_note)
    return " ".join((*(part for part in head if part), value))


def texts(block: IndicatorBlock) -> list[str]:
    return [row_text(row) for row in block.rows]


def notes(block: IndicatorBlock) -> list[str]:
    return [plain(note) for note in block.notes]


def kpi(rest: str, unit: str = "人", name: str = "来訪者数") -> str:
    """A KPI of these lines."""
    unit_line = f"  unit: {unit}\n" if unit else ""
    lines = "".join(f"  {line}\n" for line in rest.split("; "))
    return f"- id: visitors\n  level: KPI\n  name: {name}\n{unit_line}{lines}"


def test_every_value_carries_its_own_year(tmp_path: Path) -> None:
    block = told(tmp_path, kpi("baseline: {H29: 1}; actuals: {R4: 2}; targets: {R6: 3}"))
    assert texts(block) == ["基準 H29 1人", "実績 R4 2人", "目標 R6 3人"]


def test_a_figure_that_is_awaited_is_noted_once(tmp_path: Path) -> None:
    rows = kpi(
        "actuals: {R4: 1.35}; targets: {R6: 1.69}; final_due: R5確定値は12月頃公開予定;"
        " notes: [※R5確定値は12月頃公開予定]",
        unit="",
    )
    assert notes(told(tmp_path, rows)) == ["※R5確定値は12月頃公開予定"]


def test_a_year_of_an_era_that_never_came_is_printed_as_given_and_warned_of(tmp_path: Path) -> None:
    rows = kpi("baseline: {平成30年: 1}; targets: {平成52年: 3}")
    assert texts(told(tmp_path, rows)) == ["基準 H30 1人", "目標 H52 3人"]
    said = said_of(tmp_path, rows)
    assert "平成52年" in said
    assert "R22" in said


def test_one_year_in_two_eras_is_one_year(tmp_path: Path) -> None:
    rows = kpi("baseline: {平成31年度: 5}; targets: {R6: 9}")
    told_in = "measures:\n- number: 1\n  title: 来訪者数は${visitors.R1}から\n"
    goal = next(p for p in story_of(tmp_path, rows, rest=told_in).parts if isinstance(p, GoalPart))
    assert plain(goal.measures[0].title) == "来訪者数は5人から"
    assert texts(goal.kpis[0])[0] == "基準 H31 5人"


def test_what_was_counted_on_a_day_stands_before_the_forecast_of_its_year(tmp_path: Path) -> None:
    rows = """\
- id: visitors
  level: KPI
  name: 来訪者数
  unit: 人
  year: 年度
  actuals:
    令和5年9月30日現在: 60
    R5: {value: 160, status: 見込}
  targets: {R6: 150}
"""
    block = told(tmp_path, rows)
    assert texts(block) == ["実績 R5.9.30 60人", "目標 R6 150人"]
    assert notes(block) == ["※見込値はR5 160人"]
    assert (block.met, block.chips) == (False, ())


def test_a_forecast_alone_is_shown_as_one_and_never_as_met(tmp_path: Path) -> None:
    rows = kpi("actuals: {R5: {value: 160, status: 見込}}; targets: {R6: 150}")
    block = told(tmp_path, rows)
    assert (block.met, block.badge) == (None, None)
    assert [chip.text for chip in block.chips] == ["見込値"]


@pytest.mark.parametrize(("aggregate", "word"), [("平均", "平均"), ("合計", "合計")])
def test_a_baseline_of_several_years_says_how_they_were_put_together(
    aggregate: str, word: str, tmp_path: Path
) -> None:
    rows = kpi(
        f"baseline: {{H27-H29: {{value: 4, aggregate: {aggregate}}}}}; actuals: {{R5: 6}};"
        " targets: {R6: 9}"
    )
    baseline = told(tmp_path, rows).row(RowRole.BASELINE)
    assert baseline is not None
    assert row_text(baseline) == f"基準 H27～29 {word} 4人"
    assert baseline.apart is True


def test_guide_values_of_the_years_on_the_way_are_noted(tmp_path: Path) -> None:
    rows = kpi("actuals: {R5: 6}; guides: {R4: 5, R5: 7}; targets: {R6: 9}")
    assert notes(told(tmp_path, rows)) == ["※目安値はR4 5人、R5 7人"]


def test_a_note_to_any_figure_is_printed(tmp_path: Path) -> None:
    rows = kpi(
        "baseline: {H30: {value: 3, note: ※1}}; actuals: {R5: {value: 6, note: ※2}};"
        " targets: {R6: {value: 9, note: ※3}}; guides: {R5: {value: 7, note: ※4}}"
    )
    assert notes(told(tmp_path, rows))[:4] == ["※1", "※2", "※3", "※4"]


def test_a_period_total_says_which_years_it_sums_and_its_baseline_that_it_is_one_year(
    tmp_path: Path,
) -> None:
    rows = kpi(
        "aggregate: 期間合計; period_total: R2-R6; baseline: {H30: 42}; actuals: {R5: 166};"
        " targets: {R6: 150}",
        name="移住者数（R2～6合計）",
    )
    block = told(tmp_path, rows)
    assert texts(block) == ["基準 H30 単年 42人", "実績 R2～5 166人", "目標 R6 150人"]
    assert [row.apart for row in block.rows] == [True, False, False]
    assert block.alt == (
        "移住者数（R2～6合計）。基準 H30 単年 42人、実績 R2～5 166人、目標 R6 150人。目標達成。"
    )


def test_the_first_year_of_a_period_total_sums_nothing_yet(tmp_path: Path) -> None:
    rows = kpi("aggregate: 期間合計; period_total: R2-R6; actuals: {R2: 30}; targets: {R6: 150}")
    assert texts(told(tmp_path, rows)) == ["実績 R2 30人", "目標 R6 150人"]


def test_a_cumulative_figure_keeps_its_year(tmp_path: Path) -> None:
    rows = kpi("aggregate: 累計; baseline: {H30: 1}; actuals: {R5: 5}; targets: {R6: 7}")
    assert texts(told(tmp_path, rows)) == ["基準 H30 1人", "実績 R5 5人", "目標 R6 7人"]


@pytest.mark.parametrize(
    ("unit", "figure", "printed"),
    [
        ("人", "約2000", "約2,000人"),
        ("万人", "1045", "1,045万人"),
        ("人", "34万7千", "34万7千人"),
        ("百万円", "1250", "1,250百万円"),
        ("億円", "13.5", "13.5億円"),
        ("", "1.70", "1.70"),
        ("％", "96.0以上", "96.0％以上"),
        ("％", "5.0以下", "5.0％以下"),
        ("件", "100超", "100件超"),
        ("ポイント", "-3.2", "▲3.2ポイント"),
        ("‰", "8.4", "8.4‰"),
        ("円/人", "1234", "1,234円/人"),
        ("人", "0", "0人"),
        ("", "全国1位", "全国1位"),
        ("人", "未実施", "未実施"),
        ("人", "調査なし", "調査なし"),
        ("人", "終了", "終了"),
        ("人", "{男: 12, 女: 15}", "男 12人 / 女 15人"),
    ],
)
def test_a_figure_is_printed_as_the_city_writes_it(
    unit: str, figure: str, printed: str, tmp_path: Path
) -> None:
    value = f"{{value: {figure}}}" if figure.startswith("{") else figure
    block = told(tmp_path, kpi(f"actuals: {{R5: {value}}}; targets: {{R6: 1}}", unit=unit))
    assert texts(block)[0] == f"実績 R5 {printed}"


def test_decimals_that_differ_in_a_row_are_padded_in_print(tmp_path: Path) -> None:
    rows = kpi("baseline: {H30: 1.48}; actuals: {R5: 1.5}; targets: {R6: 2}", unit="")
    goal = next(p for p in story_of(tmp_path, rows).parts if isinstance(p, GoalPart))
    assert texts(goal.kpis[0]) == ["基準 H30 1.48", "実績 R5 1.50", "目標 R6 2.00"]


@pytest.mark.parametrize(
    ("rest", "met"),
    [
        ("direction: 減少; baseline: {H30: 2756}; actuals: {R5: 3018}; targets: {R6: 2481}", False),
        ("direction: 減少; baseline: {H30: 2756}; actuals: {R5: 2481}; targets: {R6: 2481}", True),
        ("direction: 減少; baseline: {H30: 3}; actuals: {R5: 0}; targets: {R6: 0}", True),
        (
            "direction: 維持; baseline: {H30: 96.0}; actuals: {R5: 96.0}; targets: {R6: 96.0以上}",
            True,
        ),
        ("baseline: {H30: 96.0}; actuals: {R5: 95.9}; targets: {R6: 96.0以上}", False),
        # Managed decline: fewer people than today, and still the more the better.
        ("direction: 増加; baseline: {H30: 151}; actuals: {R5: 149}; targets: {R6: 150}", False),
        ("direction: 増加; baseline: {H30: 151}; actuals: {R5: 150}; targets: {R6: 150}", True),
        ("actuals: {R5: 100}; targets: {R6: 100超}", False),
        ("actuals: {R5: 5.0}; targets: {R6: 5.0以下}", True),
        ("actuals: {R5: 5.1}; targets: {R6: 5.0以下}", False),
        ("actuals: {R5: 全国2位}; targets: {R6: 全国1位}", False),
        ("actuals: {R5: 全国1位}; targets: {R6: 全国3位}", True),
        (
            "actuals: {R5: {value: {男: 9, 女: 9}}}; targets: {R6: {value: {男: 8, 女: 9}}}",
            True,
        ),
        (
            "actuals: {R5: {value: {男: 9, 女: 8}}}; targets: {R6: {value: {男: 8, 女: 9}}}",
            False,
        ),
        ("actuals: {R5: 99.9}; targets: {R6: 100}", False),
        ("actuals: {R5: 調査なし}; targets: {R6: 100}", None),
        ("direction: なし; actuals: {R5: 5}; targets: {R6: 4}", None),
    ],
)
def test_whether_a_target_is_met(rest: str, met: bool | None, tmp_path: Path) -> None:
    assert told(tmp_path, kpi(rest)).met is met


def test_a_target_that_was_revised_is_shown_with_the_one_before(tmp_path: Path) -> None:
    rows = """\
- id: visitors
  level: KPI
  name: 来訪者数
  unit: 人
  baseline: {H30: 100}
  actuals: {R5: 180}
  targets:
    R4: 140
    R6:
      - {value: 150, decided: R2}
      - {value: 200, decided: R4}
"""
    block = told(tmp_path, rows)
    assert texts(block)[-1] == "目標 R6 200人"
    assert notes(block) == ["※目標値はR4に150人から200人へ改訂", "※途中の目標値はR4 140人"]
    assert block.met is False


def test_a_note_made_of_figures_remembers_where_each_was_typed(tmp_path: Path) -> None:
    rows = kpi("actuals: {R5: 6}; guides: {R4: 5, R5: 7}; targets: {R6: 9}")
    (note,) = told(tmp_path, rows).notes
    sources = {run.text: run.source for run in note}
    assert str(sources["5人"]) == "town/goals/1.yaml:9:18"
    assert str(sources["7人"]) == "town/goals/1.yaml:9:25"


def test_no_actual_at_all_and_a_reference_value_as_stand_in(tmp_path: Path) -> None:
    rows = """\
- {id: leaving, level: 数値目標, name: 転出者数, unit: 人, direction: 減少, relative: 1割減,
   baseline: {H30: 約2000}, targets: {R6: 1800}}
- {id: offers, level: 参考値, stands_for: leaving, name: 内定者数, unit: 人, direction: 減少,
   baseline: {H30: 2756}, actuals: {R5: 2000}, targets: {R6: 2481}}
"""
    goal = next(p for p in story_of(tmp_path, rows).parts if isinstance(p, GoalPart))
    target, stand_in = goal.targets
    assert texts(target) == ["基準 H30 約2,000人", "目標 R6 1,800人"]
    assert (stand_in.tab.text, stand_in.met, stand_in.badge) == ("参考値", None, None)


def test_a_baseline_without_any_figure_or_reason_is_said_to_have_none(tmp_path: Path) -> None:
    block = told(tmp_path, kpi("actuals: {R5: }; targets: {R6: 1}"))
    assert texts(block) == ["実績 R5 実績値なし", "目標 R6 1人"]


@pytest.mark.parametrize(
    ("status", "chips"),
    [("速報", ["速報値"]), ("推計", ["推計値"]), ("改訂", ["改訂値"]), ("確定", [])],
)
def test_how_final_a_figure_is_stands_beside_it(
    status: str, chips: list[str], tmp_path: Path
) -> None:
    block = told(
        tmp_path, kpi(f"actuals: {{R5: {{value: 5, status: {status}}}}}; targets: {{R6: 9}}")
    )
    assert [chip.text for chip in block.chips] == chips


def test_yearly_actuals_make_a_way_with_a_gap_where_a_year_is_missing(tmp_path: Path) -> None:
    rows = kpi("actuals: {R2: 10, R3: 未実施, R4: 12, R6: 20}; targets: {R6: 30}")
    block = told(tmp_path, rows, edition=EDITION.replace("令和6年", "令和7年"))
    points = [
        (point.period.text, point.value.text if point.value else "", point.magnitude)
        for point in block.path
    ]
    assert points == [
        *(("R2", "10", 10), ("R3", "未実施", None), ("R4", "12", 12)),
        *(("R5", "", None), ("R6", "20", 20)),
    ]
    # The newest is told once, as the actual.
    assert block.alt == "来訪者数。実績 R6 20人、目標 R6 30人。推移 R2 10人、R3 未実施、R4 12人。"


@pytest.mark.parametrize(
    "rest",
    [
        "actuals: {R5: 10}",
        "actuals: {R4: 未実施, R5: 10}",
        "actuals: {R4: 9, R5: 10}; show_path: いいえ",
        "actuals: {R4: 9, R5: {value: 10, status: 見込}}",
    ],
)
def test_no_way_is_drawn_of_one_number_or_where_the_content_forbids_it(
    rest: str, tmp_path: Path
) -> None:
    assert told(tmp_path, kpi(f"{rest}; targets: {{R6: 30}}")).path == ()


def test_measures_are_read_by_number_however_they_are_written(tmp_path: Path) -> None:
    measures = "measures:\n" + "".join(
        f"- {{number: {number}, title: 施策{number}}}\n" for number in (1, 3, 2)
    )
    goal = next(p for p in story_of(tmp_path, rest=measures).parts if isinstance(p, GoalPart))
    assert [plain(measure.title) for measure in goal.measures] == ["施策1", "施策2", "施策3"]
    assert [measure.number.text for measure in goal.measures] == ["（1）", "（2）", "（3）"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("利用者数(累計)", "利用者数（累計）"),
        ("令和 6 年10月", "令和6年10月"),
        ("R2〜6合計", "R2～6合計"),
        ("R2~6合計", "R2～6合計"),
        ("５.２%増", "5.2％増"),
    ],
)
def test_mixed_typography_of_the_source_becomes_one(
    typed: str, printed: str, tmp_path: Path
) -> None:
    goal = next(
        p
        for p in story_of(tmp_path, rest=f"measures:\n- {{number: 1, title: {typed}}}\n").parts
        if isinstance(p, GoalPart)
    )
    assert plain(goal.measures[0].title) == printed


GUESTS = "baseline: {H30: 331}; actuals: {R5: 335}; targets: {R6: 361}"


def test_no_rate_is_printed_unless_the_edition_asks_for_one(tmp_path: Path) -> None:
    assert told(tmp_path, kpi(GUESTS)).chips == ()
    block = told(tmp_path, kpi(GUESTS), edition=EDITION + "rate: 達成率\n")
    assert [chip.text for chip in block.chips] == ["達成率 92.8％"]
    assert block.alt.endswith("達成率 92.8％。")


def test_an_indicator_may_have_a_rate_of_its_own_and_the_page_says_how_it_is_reckoned(
    tmp_path: Path,
) -> None:
    rows = kpi(f"{GUESTS}; rate: 進捗率") + kpi(f"{GUESTS}; rate: なし").replace("visitors", "b")
    edition = EDITION + "rate: 達成率\nrounding: 切捨て\n"
    story = story_of(tmp_path, rows, edition=edition)
    goal = next(part for part in story.parts if isinstance(part, GoalPart))
    assert [[chip.text for chip in block.chips] for block in goal.kpis] == [["進捗率 13.3％"], []]
    assert [plain(note) for note in goal.notes] == [
        "※進捗率＝（実績値－基準値）÷（目標値－基準値）"
    ]


def test_a_dash_is_no_value_and_asked_about_since_it_may_mean_zero(tmp_path: Path) -> None:
    given = kpi("baseline: {H30: －}; actuals: {R5: 5}; targets: {R6: 9}")
    block = told(tmp_path, given)
    assert texts(block)[0] == "基準 H30 実績値なし"
    assert block.rows[0].magnitude is None
    said = said_of(tmp_path, given)
    assert "IND004 「－」は、値がないものとして印字し、棒は描きません。" in said
    assert "値が 0 なら 0 と" in said


def test_a_town_that_prints_a_dash_has_it_said_in_words(tmp_path: Path) -> None:
    content = a_town(tmp_path, kpi("baseline: {H30: －}; actuals: {R5: 5}; targets: {R6: 9}"))
    wording = content / "wording.yaml"
    text = wording.read_text(encoding="utf-8")
    wording.write_text(text.replace("no_figure: 実績値なし", "no_figure: －"), encoding="utf-8")
    plan = load_plan(content).value
    assert plan is not None
    block = indicator_block(plan.goals[0].indicators[0], plan, Phrases(plan))
    assert texts(block)[0] == "基準 H30 －"
    assert "基準 H30 値なし、" in block.alt
