"""Every rule finds the fault planted for it, and is silent once the fault is mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks.planted import INDICATOR, PLANTED, Planted
from kit.booklets import BOOKLETS, ROOT
from kit.golden import assert_golden
from kit.town import EDITION, a_town, checked_town, plan_of, said_of

from strategy_report.checked_content import check_content
from strategy_report.checks.all_rules import RULES, UNLISTED_DOUBT, check_plan
from strategy_report.content.messages import render
from strategy_report.core.diagnostic import Severity

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.code)
def test_the_planted_fault_is_found_at_its_place(planted: Planted, tmp_path: Path) -> None:
    said = said_of(tmp_path, **{planted.file: planted.wrong})
    assert said.count(f" {planted.code} ") == 1
    assert_golden(said + "\n", GOLDEN / f"{planted.code}.txt")


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.code)
def test_nothing_is_said_of_the_same_content_put_right(planted: Planted, tmp_path: Path) -> None:
    assert said_of(tmp_path, **{planted.file: planted.right}) == ""


@pytest.mark.parametrize(
    ("words", "tells"),
    [
        *(("画像1", False), ("写真②。", False), ("IMG_0123", False), ("koen.HEIC", False)),
        *(("中央公園の写真。", False), ("「中央公園」", False), ("-", False), ("なし", False)),
        *(("画像を見る子供たち", True), ("中央公園の池", True), ("国道8号のバス停", True)),
    ],
)
def test_words_that_tell_nothing_of_a_photograph_are_found(
    words: str, tells: bool, tmp_path: Path
) -> None:
    photo = f'photos:\n  - {{id: park, caption: 中央公園, file: park.jpg, alt: "{words}"}}\n'
    assert (" FIG003 " in said_of(tmp_path, rest=photo)) is not tells


def test_a_fault_is_planted_for_every_rule() -> None:
    assert sorted(planted.code for planted in PLANTED) == sorted(rule.code for rule in RULES)
    assert len(PLANTED) + len([UNLISTED_DOUBT]) == 37


DOUBTFUL = """\
- id: visitors
  level: KPI
  name: 来訪者数
  targets: {R6: 150}
  doubts:
    - 来訪者は延べ人数でよいか。
"""


def test_a_doubt_that_nobody_would_ask_the_city_about_is_named(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, DOUBTFUL)
    said = check_plan(plan, "# 確認事項\n")
    assert [diagnostic.code for diagnostic in said] == [UNLISTED_DOUBT]
    assert str(said[0].where) == "town/goals/1.yaml:9:9"
    assert said[0].what == (
        "市に確かめること「来訪者は延べ人数でよいか。」が、docs/確認事項.md にありません。"
    )


def test_a_doubt_that_is_listed_is_not_however_its_line_is_broken(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, DOUBTFUL)
    assert check_plan(plan, "- 来訪者は\n  延べ人数でよいか。\n") == ()
    assert check_plan(plan, None) == ()


def test_an_error_forbids_the_booklet_and_a_warning_does_not(tmp_path: Path) -> None:
    wrong = {planted.code: planted for planted in PLANTED}
    for code, forbidden in (("IND012", True), ("IND013", False)):
        checked = checked_town(tmp_path / code, **{wrong[code].file: wrong[code].wrong})
        assert checked.has_errors is forbidden


def test_nothing_is_said_of_the_citys_own_booklet() -> None:
    assert render(check_content(BOOKLETS["content"]).diagnostics) == ""


def test_what_is_said_of_the_towns_is_true() -> None:
    """A decimal too many, and a falling population that the town would not call better."""
    said = [
        (diagnostic.code, str(diagnostic.where))
        for name in ("futatsu", "nanatsu")
        for diagnostic in check_content(BOOKLETS[name]).diagnostics
    ]
    assert said == [
        ("IND013", "nanatsu/goals/5.yaml:40:19"),
        ("IND019", "nanatsu/goals/7.yaml:17:19"),
    ]


def test_the_years_in_a_name_are_compared_in_whatever_style_it_is(tmp_path: Path) -> None:
    figures = "  aggregate: 期間合計\n  period_total: R2-R6\n  actuals: {R5: 120}\n"
    wording = (ROOT / "content/wording.yaml").read_text(encoding="utf-8")
    for years, said in (("R2～6", 0), ("R2～5", 1)):
        town = a_town(
            tmp_path, f"- id: a\n  level: KPI\n  name: 来訪者数（{years}合計）\n{figures}"
        )
        style = "style: {wave: 波ダッシュ, brackets: 半角}\n"
        (town / "wording.yaml").write_text(style + wording, encoding="utf-8")
        codes = [d.code for d in check_content(town).diagnostics]
        assert codes.count("IND020") == said
        assert "TXT001" in codes


ORDINARY = (ROOT / "tests/corpus/ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()
MISTAKEN_LINES = [
    ("ーー結論から言えば", "――"),
    ("令和3ー5年度", "～"),
    ("パ－トナー", "ー"),
    ("パ-トナー", "ー"),
    ("パ―トナー", "ー"),
    ("前年比−3.0ポイント", "▲"),
    ("前年比-3.0ポイント", "▲"),
    ("前年比△3.0ポイント", "▲"),
    ("－3.0ポイントとなった", "▲"),
    ("実績は（-3.0）", "▲"),
]
RIGHT_LINES = [
    "――結論から言えば",
    "すごーーい体験",
    "パートナー",
    "R2～6合計",
    "電話076-220-2111",
    "本町3-1-1",
    "Wi-Fiの整備",
    "A-2区画",
    "資料-1",
    "別紙－2のとおり",
    "評価は△",
    "フロアー3階",
    "▲3.0ポイント",
    "東京―金沢間",
]
NUMBERS = [
    ("延べ12345人", "12,345"),
    ("約3千人が来場", "3,000"),
    ("5百件の相談", "500"),
]
RIGHT_NUMBERS = [
    "令和2024年",
    "2024年度の参加者",
    "〒920-8577",
    "12,345人",
    "34万7千人",
    "12,000千円",
    "数千人が来場",
    "第1234回",
]


def _said_of_rule(code: str, text: str, folder: Path) -> list[str]:
    said = checked_town(folder, rest=_bullets([text])).diagnostics
    return [f"{diagnostic.fix}" for diagnostic in said if diagnostic.code == code]


LOOK_ALIKES = [
    line.split("\t")
    for line in (ROOT / "tests/corpus/look_alikes.tsv").read_text(encoding="utf-8").splitlines()
]


def _bullets(sentences: list[str]) -> str:
    rows = "".join(f"    - {sentence}\n" for sentence in sentences)
    return f"measures:\n- number: 1\n  title: 交流の促進\n  bullets:\n{rows}"


def test_ordinary_sentences_of_a_town_raise_no_alarm(tmp_path: Path) -> None:
    assert len(ORDINARY) > 120
    assert said_of(tmp_path, rest=_bullets(ORDINARY)) == ""


@pytest.mark.parametrize(("text", "meant"), MISTAKEN_LINES)
def test_a_line_of_another_kind_is_told_with_what_is_meant(
    text: str, meant: str, tmp_path: Path
) -> None:
    (fix,) = _said_of_rule("TXT013", text, tmp_path)
    assert f"{meant}" in fix


@pytest.mark.parametrize("text", RIGHT_LINES)
def test_lines_that_are_right_are_not_told(text: str, tmp_path: Path) -> None:
    assert _said_of_rule("TXT013", text, tmp_path) == []


@pytest.mark.parametrize(("text", "meant"), NUMBERS)
def test_a_large_number_is_told_with_how_it_is_written(
    text: str, meant: str, tmp_path: Path
) -> None:
    (fix,) = _said_of_rule("TXT014", text, tmp_path)
    assert fix == f"{meant} と書いてください。"


@pytest.mark.parametrize("text", RIGHT_NUMBERS)
def test_numbers_that_are_right_are_not_told(text: str, tmp_path: Path) -> None:
    assert _said_of_rule("TXT014", text, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        *(("ア）窓口、イ）電話", False), ("1）～3）を行う", False), ("相談（夏（秋）", True)),
        *(("転入者数※1）の推計", False), ("移住者（注）", False), ("移住者注1）の数", False)),
        *(("相談）の日", True), ("「相談の日", True), ("「相談（夏」の日", True)),
    ],
)
def test_what_numbers_a_text_has_lost_no_bracket(text: str, tells: bool, tmp_path: Path) -> None:
    assert bool(_said_of_rule("TXT016", text, tmp_path)) is tells


@pytest.mark.parametrize(
    ("figures", "typed", "tells"),
    [
        *(("targets: {R6: 100}", "100人が参加", False), ("targets: {R6: 3000}", "3,000人", False)),
        *(("targets: {R6: 120}", "120人が参加", True), ("targets: {R6: 3050}", "3,050人", True)),
        *(("targets: {R6: 0.05}", "0.05人", False), ("targets: {R6: 1.25}", "1.25人", True)),
    ],
)
def test_a_round_number_is_in_many_texts(
    figures: str, typed: str, tells: bool, tmp_path: Path
) -> None:
    indicators = INDICATOR.format(name="来訪者数", rest=f"  {figures}\n")
    said = said_of(tmp_path, indicators, rest=_bullets([typed]))
    assert (" TXT017 " in said) is tells


@pytest.mark.parametrize(
    ("figures", "tells"),
    [
        ("actuals: {R3: 8, R4: 9, R5: 1}; targets: {R6: 0}", False),
        ("actuals: {R3: 0.46, R4: 0.45, R5: 4.5}; targets: {R6: 0.50}", True),
        ("actuals: {R3: 100, R4: 110, R5: 12}; targets: {R6: 150}", True),
        ("aggregate: 累計; baseline: {H30: 3}; actuals: {R2: 5}; targets: {R6: 60}", False),
        ("aggregate: 累計; baseline: {H30: 1}; actuals: {R2: 12}; targets: {R6: 100}", False),
        ("aggregate: 累計; baseline: {H30: 80}; actuals: {R2: 900}; targets: {R6: 100}", True),
    ],
)
def test_what_grows_from_little_is_not_out_of_scale(
    figures: str, tells: bool, tmp_path: Path
) -> None:
    rest = "".join(f"  {line}\n" for line in figures.split("; "))
    said = said_of(tmp_path, INDICATOR.format(name="来訪者数（累計）", rest=rest))
    assert (" IND023 " in said) is tells


@pytest.mark.parametrize(
    ("date", "kind", "tells"),
    [("令和7年2月", "年度", True), ("令和7年2月", "年", False), ("令和6年10月", "年", True)],
)
def test_a_year_that_is_over_may_be_told_before_its_fiscal_year_is(
    date: str, kind: str, tells: bool, tmp_path: Path
) -> None:
    edition = EDITION.replace("令和6年10月", date)
    figures = f"  year: {kind}\n  actuals: {{R6: 120}}\n  targets: {{R7: 150}}\n"
    said = said_of(tmp_path, INDICATOR.format(name="来訪者数", rest=figures), edition=edition)
    assert (" IND025 " in said) is tells


def test_every_look_alike_is_found_on_its_character(tmp_path: Path) -> None:
    checked = checked_town(tmp_path, rest=_bullets([text for text, *_ in LOOK_ALIKES]))
    found: dict[str, set[str]] = {}
    for diagnostic in checked.diagnostics:
        assert diagnostic.code == "TXT011"
        assert diagnostic.severity is Severity.WARNING
        where, quoted = diagnostic.where, diagnostic.quoted
        assert where is not None
        assert quoted is not None
        marked = quoted[where.column - 1 : where.end_column - 1]
        meant = diagnostic.what.rpartition("の「")[2][0]
        found.setdefault(quoted.strip(" -"), set()).add(marked + meant)
    assert found == {text: {wrong + meant} for text, wrong, meant in LOOK_ALIKES}


@pytest.mark.parametrize(
    ("date", "period", "after"),
    [
        ("令和6年10月", "R6", False),
        ("令和6年10月", "R6.9.30現在", False),
        ("令和6年10月", "R6.11", True),
        ("令和6年10月", "R7", True),
        ("令和6年10月", "R2-R7", True),
    ],
)
def test_a_figure_read_after_the_editions_date_is_a_slip(
    date: str, period: str, after: bool, tmp_path: Path
) -> None:
    rows = f"- {{id: a, level: 参考値, name: 来訪者数, actuals: {{{period}: 120}}}}\n"
    said = said_of(tmp_path, rows, edition=EDITION.replace("令和6年10月", date))
    assert ("IND011" in said) is after


@pytest.mark.parametrize(
    ("relative", "baseline", "target", "agrees"),
    [
        ("1割減", "2000", "1800", True),
        ("1割減", "1234", "1111", True),  # 1,110.6, rounded up
        ("1割減", "1234", "1110", True),  # rounded down
        ("1割減", "1234", "1112", False),
        ("5％増", "200", "210", True),
        ("2.5割増", "200", "250", True),
        ("半減", "99", "49", True),
        ("倍増", "12.5", "25.0", True),
        ("倍増", "12.5", "24.9", False),
    ],
)
def test_a_relative_target_is_held_against_its_number(
    relative: str, baseline: str, target: str, agrees: bool, tmp_path: Path
) -> None:
    rows = f"""\
- id: a
  level: KPI
  name: 来訪者数
  direction: {"減少" if "減" in relative else "増加"}
  relative: {relative}
  baseline: {{H30: {baseline}}}
  targets: {{R6: {target}}}
"""
    assert ("IND014" not in said_of(tmp_path, rows)) is agrees
