"""The 正誤表: what its rows say, and how it is set."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.booklets import lines_of, text_of
from kit.content_folders import change, copied
from kit.editions import as_printed, issue_of
from kit.golden import assert_golden
from kit.pdf_text import opened

from strategy_report.display.book import Book
from strategy_report.display.dump import dump
from strategy_report.errata.comparison import Comparison, compare
from strategy_report.errata.corrections import corrections, effect
from strategy_report.errata.emphasis import marked
from strategy_report.errata.report import as_html, as_json, as_text
from strategy_report.errata.sheet import errata_book
from strategy_report.pdf.document import write_pdf
from strategy_report.pipeline import Press
from strategy_report.style.themes import THEMES

GOLDEN = Path(__file__).parent / "golden"
RECORDS = """\
edition: 訂正版 第1号
contact: 企画調整課（電話000-0000）
changes:
  - item: overnight_guests
    kind: 訂正
    reason: 集計の分母が誤っていたため
    approved_by: 企画課長
  - item: birth_rate
    kind: 改訂
    reason: 令和5年の確定値が公表されたため
issuer: 金沢市
"""


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """A figure corrected that wins 目標達成, and a newer figure."""
    content = copied(tmp_path_factory.mktemp("corrected"))
    change(content, "edition.yaml", "issuer: 金沢市\n", RECORDS)
    change(content, "goals/3.yaml", "R5: 335", "R5: 365")
    change(content, "goals/1.yaml", "R4: 1.35", "R5: 1.32")
    return compare(as_printed(), issue_of(content))


def sheet_of(comparison: Comparison) -> Book:
    return errata_book(comparison, THEMES["kanazawa"], Press().composer(()))


def test_mistakes_stand_apart_from_newer_figures(comparison: Comparison) -> None:
    rows = [
        (row.kind.value, "・".join(row.pages), row.wrong, row.right)
        for row in corrections(comparison)
    ]
    assert rows == [
        ("訂正", "7", "335万人", "365万人"),
        ("訂正", "7", "印なし", "目標達成"),
        ("訂正", "3", "16件のうち9件が目標達成", "16件のうち10件が目標達成"),
        ("訂正", "3", "主なKPI4件のうち2件が目標達成", "主なKPI4件のうち3件が目標達成"),
        ("改訂", "3・5", "R4 1.35", "R5 1.32"),
    ]


def test_that_it_is_another_edition_is_no_row_and_no_page(tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "edition.yaml", "status: 確定", "status: 訂正版")
    change(content, "edition.yaml", "date: 令和6年10月", "date: 令和6年12月")
    change(content, "goals/3.yaml", "R5: 335", "R5: 336")
    corrected = compare(as_printed(), issue_of(content))
    assert [(row.wrong, row.right) for row in corrections(corrected)] == [("335万人", "336万人")]
    # Every foot says 訂正版 now; the cover and page 7 alone are other pages.
    assert corrected.new_pages == (0, 6)
    assert not [one for one in corrected.consequences if not one.where]


def test_an_effect_is_stated_only_where_it_was_reckoned(
    comparison: Comparison, tmp_path: Path
) -> None:
    (sentence,) = effect(comparison)
    assert "年間宿泊客数" in sentence
    content = copied(tmp_path)
    change(content, "goals/3.yaml", "R5: 335", "R5: 336")
    harmless = compare(as_printed(), issue_of(content))
    assert effect(harmless) == ("目標達成の判定に影響はありません。",)


def test_the_sheet_as_text(comparison: Comparison) -> None:
    assert_golden(dump(sheet_of(comparison)), GOLDEN / "errata.txt")


def test_the_sheet_names_reason_and_contact_and_no_officer(comparison: Comparison) -> None:
    text = "".join(map(text_of, sheet_of(comparison).pages))
    assert "集計の分母が誤っていたため" in text
    assert "企画調整課（電話000-0000）" in text
    assert "企画課長" not in text


def test_a_long_sheet_goes_on_with_its_heads_repeated(tmp_path: Path) -> None:
    content = copied(tmp_path)
    for number in range(1, 5):
        path = content / "goals" / f"{number}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("を", "をば").replace("の", "のの"), encoding="utf-8")
    long = compare(as_printed(), issue_of(content))
    book = sheet_of(long)
    assert len(book.pages) > 1
    for page in book.pages:
        lines = lines_of(page)
        assert [line.text for line in lines if line.key.endswith("/head/4")] == ["理由"]
        assert max(line.rect.bottom.mm for line in lines) < 290
    with opened(write_pdf(book, Press().faces)) as document:
        assert len(document.pages) == len(book.pages)


def test_only_what_differs_is_emphasised() -> None:
    before, after = marked("年間宿泊客数 1,057万人", "年間宿泊客数 1,067万人")
    assert [(one.text, one.differs) for one in before] == [
        ("年間宿泊客数 ", False),
        ("1,057", True),
        ("万人", False),
    ]
    assert "".join(one.text for one in after) == "年間宿泊客数 1,067万人"


def test_the_comparison_in_words(comparison: Comparison) -> None:
    assert_golden(as_text(comparison), GOLDEN / "comparison.txt")
    assert_golden(as_json(comparison), GOLDEN / "comparison.json")


def test_the_web_page_fetches_nothing_and_escapes_what_it_shows(tmp_path: Path) -> None:
    content = copied(tmp_path)
    change(content, "goals/1.yaml", "企業とのマッチング交流会", "企業との<script>交流会")
    page = as_html(compare(as_printed(), issue_of(content)))
    assert "&lt;script&gt;" in page.replace("</mark>", "").replace("<mark>", "")
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
