"""Things that come, go, move and are renumbered: each told once, and nothing invented beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.content_folders import change, copied
from kit.editions import as_printed, issue_of
from PIL import Image as Pillow

from strategy_report.errata.change import ConsequenceKind
from strategy_report.errata.comparison import Comparison, compare
from strategy_report.errata.corrections import corrections, effect
from strategy_report.errata.report import ONLY_LOOKS, as_text
from strategy_report.model.edition import RecordKind

KPI = """\
  - id: startups
    level: KPI
    name: 創業支援による起業件数（累計）
    unit: 件
    aggregate: 累計
    baseline:
      H30: 12
    actuals:
      R5: 58
    targets:
      R6: 60

"""
MEASURE = """\
  - number: 2
    title: 持続可能な観光の振興
    bullets:
      - 市民の地元観光や北陸三県からの誘客を促進するマイクロツーリズムを推進

"""


def compared(content: Path) -> Comparison:
    return compare(as_printed(), issue_of(content))


def told(comparison: Comparison) -> list[tuple[str, str]]:
    return [(one.change.kind.value, one.change.where) for one in comparison.changes]


def follows(comparison: Comparison) -> list[tuple[str, str, str]]:
    """What is seen of the consequences, kind by kind."""
    heard = ConsequenceKind.ALTERNATIVE
    return [
        (c.kind.value, c.before, c.after) for c in comparison.consequences if c.kind is not heard
    ]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copied(tmp_path)


def test_an_indicator_that_came_is_one_change_though_its_page_shows_a_list_now(
    content: Path,
) -> None:
    change(content, "goals/3.yaml", "  - id: overseas_fairs", KPI + "  - id: overseas_fairs")
    comparison = compared(content)
    (located,) = comparison.changes
    assert located.change.after == (
        "創業支援による起業件数（累計）（基準 H30 12件、実績 R5 58件、目標 R6 60件）"
    )
    assert [spot.page for spot in located.new_spots] == ["7"]
    assert follows(comparison) == [
        ("集計", "16件のうち9件が目標達成", "17件のうち9件が目標達成"),
        ("集計", "主なKPI4件のうち2件が目標達成", "主なKPI5件のうち2件が目標達成"),
    ]
    assert effect(comparison) == (
        "「16件のうち9件が目標達成」は、「17件のうち9件が目標達成」に変わります。",
    )


def test_a_measure_that_went_leaves_its_neighbours_as_they_were(content: Path) -> None:
    change(content, "goals/3.yaml", MEASURE, "")
    comparison = compared(content)
    assert told(comparison) == [("項目", "基本目標3　施策（2）")]
    assert follows(comparison) == []
    (row,) = corrections(comparison)
    assert (row.kind, row.pages, row.right) == (RecordKind.WORDING, ("7",), "（なし）")


def test_measures_in_another_order_are_renumbered_and_not_rewritten(content: Path) -> None:
    path = content / "goals/3.yaml"
    text = path.read_text(encoding="utf-8").replace(MEASURE, "")
    for number in (3, 4):
        text = text.replace(f"- number: {number}\n", f"- number: {number - 1}\n")
    last = MEASURE.replace("number: 2", "number: 4")
    path.write_text(text.replace("photos:\n", f"{last}photos:\n"), encoding="utf-8")
    comparison = compared(content)
    numbers = [(one.change.before, one.change.after) for one in comparison.changes]
    assert numbers == [("（3）", "（2）"), ("（4）", "（3）"), ("（2）", "（4）")]
    assert follows(comparison) == []


def test_a_goal_that_came_is_one_change_with_a_place_a_page(content: Path) -> None:
    text = (content / "goals/3.yaml").read_text(encoding="utf-8")
    for old in ("annual_visitors", "value_creation_hub", "overnight_guests", "kagayaki_brand"):
        text = text.replace(f"id: {old}", f"id: {old}_too")
    for old in ("overseas_fairs", "new_products", "mirai_creation_hall", "it_business_plaza"):
        text = text.replace(f"id: {old}", f"id: {old}_too")
    (content / "goals/5.yaml").write_text(text.replace("number: 3\n", "number: 5\n", 1), "utf-8")
    comparison = compared(content)
    assert told(comparison) == [("項目", "基本目標5")]
    assert [spot.page for spot in comparison.changes[0].new_spots] == ["3", "4", "9"]
    assert follows(comparison) == [("集計", "16件のうち9件が目標達成", "20件のうち11件が目標達成")]


def test_pages_that_came_are_told_by_their_first_words(content: Path) -> None:
    change(content, "edition.yaml", "  - 基本目標\n", "  - 基本目標\n  - KPI一覧\n")
    comparison = compared(content)
    assert told(comparison) == [("順番", "ページの並び")]
    assert [spot.page for spot in comparison.changes[0].new_spots] == ["9", "10"]
    assert follows(comparison) == []


def test_an_earlier_year_that_makes_a_path_moves_no_word(content: Path) -> None:
    change(content, "goals/3.yaml", "      R5: 335", "      R4: 330\n      R5: 335")
    comparison = compared(content)
    assert told(comparison) == [("数値", "基本目標3「年間宿泊客数」実績（R4）")]
    assert comparison.consequences == ()


def test_a_preliminary_figure_made_final_is_a_revision(content: Path) -> None:
    preliminary = "R5:\n        value: 335\n        status: 速報"
    change(content, "goals/3.yaml", "R5: 335", preliminary)
    old = issue_of(content)
    change(content, "goals/3.yaml", preliminary, "R5: 336")
    comparison = compare(old, issue_of(content))
    (located,) = comparison.changes
    assert (located.change.before, located.change.after) == ("335万人（速報値）", "336万人")
    assert follows(comparison) == [("添え書き", "速報値", "")]
    assert {row.kind for row in corrections(comparison)} == {RecordKind.REVISION}


def test_a_target_decided_anew_stands_beside_the_old_one(content: Path) -> None:
    both = "R6:\n        - {value: 361, decided: R2}\n        - {value: 370, decided: R5}"
    change(content, "goals/3.yaml", "R6: 361", both)
    comparison = compared(content)
    texts = [(one.change.before, one.change.after) for one in comparison.changes]
    assert texts == [("361万人", "361万人（R2決定）"), ("", "370万人（R5決定）")]


def test_words_that_are_hidden_are_told_with_every_place_they_stood_at(content: Path) -> None:
    change(content, "edition.yaml", "hide: []", "hide: [legend_baseline]")
    comparison = compared(content)
    (located,) = comparison.changes
    assert (located.change.before, located.change.after) == ("「基準値」", "")
    assert [spot.page for spot in located.old_spots] == ["5", "6", "7", "8"]


def test_another_colour_alone_is_told_and_makes_no_row(content: Path) -> None:
    colour = "main: {rgb: 174a5b, cmyk: [90, 50, 35, 40]}\n"
    (content / "theme.yaml").write_text(colour, encoding="utf-8")
    comparison = compared(content)
    assert told(comparison) == [("文", "見た目の直し（theme.yaml）")]
    assert comparison.new_pages == (0, 1, 2, 3)
    assert corrections(comparison) == ()


def test_bold_type_alone_is_no_change_of_words(content: Path) -> None:
    change(content, "goals/3.yaml", "マイクロツーリズムを推進", "**マイクロツーリズム**を推進")
    comparison = compared(content)
    assert (comparison.changes, comparison.consequences) == ((), ())
    assert (comparison.new_pages, comparison.is_same) == ((6,), False)
    assert ONLY_LOOKS in as_text(comparison)


def test_another_picture_under_the_same_name_is_seen(content: Path) -> None:
    named = "    caption: 金沢未来のまち創造館\n    file: hall.jpg\n    alt: 正面\n"
    change(content, "goals/3.yaml", "    caption: 金沢未来のまち創造館\n", named)
    hall = content / "photos/hall.jpg"
    Pillow.new("RGB", (900, 600), (90, 130, 200)).save(hall)
    old = issue_of(content)
    Pillow.new("RGB", (900, 600), (200, 130, 90)).save(hall)
    comparison = compare(old, issue_of(content))
    (located,) = comparison.changes
    assert told(comparison) == [("写真", "基本目標3　写真「金沢未来のまち創造館」")]
    assert [spot.page for spot in located.new_spots] == ["7"]
    assert comparison.consequences == ()


def test_another_id_is_no_change_since_no_page_shows_it(content: Path) -> None:
    path = content / "goals/2.yaml"
    text = path.read_text(encoding="utf-8")
    for known in ("students_leaving", "newcomers", "machiya_information"):
        assert known in text
        text = text.replace(known, f"{known}_r6")
    path.write_text(text, encoding="utf-8")
    comparison = compared(content)
    assert told(comparison) == []
    assert comparison.consequences == ()
    assert comparison.is_same


def test_a_figure_of_an_indicator_with_another_id_is_found_on_its_page(content: Path) -> None:
    change(content, "goals/2.yaml", "id: newcomers", "id: settlers")
    change(content, "goals/2.yaml", "R5: 166", "R5: 168")
    comparison = compared(content)
    (located,) = comparison.changes
    assert (located.change.before, located.change.after) == ("166人", "168人")
    assert [spot.page for spot in (*located.old_spots, *located.new_spots)] == ["6", "6"]
    assert follows(comparison) == []
