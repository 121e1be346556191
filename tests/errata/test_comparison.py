"""Every change and every place where it shows, none invented."""

from __future__ import annotations

from pathlib import Path

from kit.content_folders import change, copied
from kit.editions import as_printed, issue_of

from strategy_report.errata.change import ChangeKind, ConsequenceKind
from strategy_report.errata.comparison import Comparison, compare
from strategy_report.errata.report import place_line


def compared(content: Path) -> Comparison:
    return compare(as_printed(), issue_of(content))


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(one.change.where, one.change.before, one.change.after) for one in comparison.changes]


def test_an_edition_is_the_same_as_itself(tmp_path: Path) -> None:
    comparison = compared(copied(tmp_path))
    assert comparison.is_same
    assert (comparison.changes, comparison.consequences) == ((), ())


def test_a_figure_that_stands_on_two_pages_is_found_on_both(tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "goals/3.yaml", "R5: 1057", "R5: 1067")
    comparison = compared(content)
    assert told(comparison) == [
        ("基本目標3「金沢地域の年間入込客数」実績（R5）", "1,057万人", "1,067万人")
    ]
    (located,) = comparison.changes
    assert [spot.page for spot in located.old_spots] == ["3", "7"]
    assert [spot.text for spot in located.new_spots] == ["1,067万人", "1,067万人"]
    assert place_line(located.new_spots[1]) == "7ページ 基本目標3 › 金沢地域の年間入込客数"
    assert (comparison.old_pages, comparison.new_pages) == ((2, 6), (2, 6))
    # Still below 1,089: nothing is won. The alternative texts of both charts follow.
    assert comparison.judgements == ()
    kinds = [one.kind for one in comparison.consequences]
    assert kinds == [ConsequenceKind.ALTERNATIVE, ConsequenceKind.ALTERNATIVE]


def test_a_target_that_is_now_met_changes_mark_and_counts(tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "goals/3.yaml", "R5: 335", "R5: 365")
    comparison = compared(content)
    (met,) = comparison.judgements
    assert (met.item, met.before, met.after) == ("overnight_guests", "未達成", "目標達成")
    assert [(spot.page, spot.text) for spot in met.new_spots] == [("7", "目標達成")]
    tallies = [
        (one.before, one.after)
        for one in comparison.consequences
        if one.kind is ConsequenceKind.TALLY
    ]
    assert tallies == [
        ("16件のうち9件が目標達成", "16件のうち10件が目標達成"),
        ("主なKPI4件のうち2件が目標達成", "主なKPI4件のうち3件が目標達成"),
    ]
    others = {one.kind for one in comparison.consequences} - {
        *(ConsequenceKind.MET, ConsequenceKind.TALLY, ConsequenceKind.ALTERNATIVE)
    }
    assert others == set()


def test_the_source_of_figures_is_told_once_where_it_is_printed(tmp_path: Path) -> None:
    content = copied(tmp_path)
    name = "    name: 年間宿泊客数\n"
    change(content, "goals/3.yaml", name, name + "    data_source: 宿泊旅行統計調査\n")
    comparison = compared(content)
    (located,) = comparison.changes
    assert located.change.where == "基本目標3「年間宿泊客数」出典"
    assert [(spot.page, spot.text) for spot in located.new_spots] == [
        ("7", "出典：宿泊旅行統計調査")
    ]


def test_a_word_in_a_bullet_is_found_on_its_line_and_nowhere_else(tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "goals/1.yaml", "結婚や子育てに関する意欲", "結婚と子育てに関する意欲")
    comparison = compared(content)
    (located,) = comparison.changes
    assert located.change.kind is ChangeKind.TEXT
    assert located.change.item == "goal-1/measure-2"
    (spot,) = located.new_spots
    # 市の外郭団体と連携し、各団体の特徴を生かしたイ / ベントを開催することで、結婚と…
    assert (spot.page, spot.line) == ("5", 2)
    assert comparison.consequences == ()


def test_a_new_bullet_is_added_and_its_neighbours_are_not_changed(tmp_path: Path) -> None:
    content = copied(tmp_path)
    line = "      - 市民の地元観光や北陸三県からの誘客を促進するマイクロツーリズムを推進\n"
    change(content, "goals/3.yaml", line, line + "      - 観光案内所に夜間の窓口を新設\n")
    comparison = compared(content)
    assert told(comparison) == [("基本目標3　施策（2）", "", "観光案内所に夜間の窓口を新設")]
    assert comparison.changes[0].change.before == ""
    assert comparison.consequences == ()


def test_a_later_actual_is_one_change_of_the_year_and_the_value(tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "goals/1.yaml", "R4: 1.35", "R5: 1.32")
    comparison = compared(content)
    assert told(comparison) == [("基本目標1「合計特殊出生率」実績（R5）", "R4 1.35", "R5 1.32")]
    (located,) = comparison.changes
    assert {spot.page for spot in located.new_spots} == {"3", "5"}


def test_the_population_vision_is_told_with_what_hangs_on_it(tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "plan.yaml", "difference: 8万5千人", "difference: 8万6千人")
    change(content, "plan.yaml", "aim: 43万2千人", "aim: 43万3千人")
    comparison = compared(content)
    assert told(comparison) == [
        ("人口ビジョン　目標", "43万2千人", "43万3千人"),
        ("人口ビジョン　増加分", "8万5千人", "8万6千人"),
    ]
    assert [spot.page for one in comparison.changes for spot in one.new_spots] == ["2", "2"]


def test_indicators_in_another_order_are_told_as_order_alone(tmp_path: Path) -> None:
    content = copied(tmp_path)
    path = content / "goals" / "1.yaml"
    text = path.read_text(encoding="utf-8")
    first = text[text.index("  - id: app_downloads") : text.index("  - id: after_school_children")]
    second = text[text.index("  - id: after_school_children") : text.index("  - id: working_women")]
    path.write_text(text.replace(first + second, second + first), encoding="utf-8")
    comparison = compared(content)
    assert [one.change.kind for one in comparison.changes] == [ChangeKind.ORDER]
    assert comparison.consequences == ()
    assert comparison.new_pages == (4,)


def test_what_is_never_printed_is_no_change(tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "plan.yaml", "令和6年度のままでよいか。", "令和6年度のままか。")
    assert compared(content).is_same
