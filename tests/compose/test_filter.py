"""What holds of every set line, told from the filter's answers alone."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit.sentences import booklet_sentences

from strategy_report.compose.filter import Filter

FILTER = Filter()
NOT_FIRST = set("、。，．）〕］｝〉》」』】〙〗»〟’”‐〜゠–～！？・：；々ゝゞヽヾ〻ー％‰℃") | set(
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.)]}"
)
NOT_LAST = set("‘“（〔［｛〈《「『【〘〖«〝￥＄￡＃€№([{")
UNBROKEN = (
    "9,410件",
    "20,618件",
    "34,339件",
    "298,521人",
    "令和6年10月",
    "令和2年度",
    "R2～6",
    "第2次",
    "1,045万人",
    "43万2千人",
    "KPI",
    "PDCA",
    "SDGs",
    "BOOK",
    "IMAGINE",
    "MaaS",
    "約2,000人",
    "1.48",
    "2060年",
)


def answer(text: str, width: float, kind: str = "body", level: str = "very_strict") -> Any:
    return FILTER.answer(
        {"id": 1, "op": "compose", "text": text, "width_em": width, "kind": kind, "level": level}
    )


@pytest.mark.parametrize("kind", ["body", "heading", "cell"])
@pytest.mark.parametrize("width", [12, 15, 18, 20, 23, 30, 45])
def test_the_booklets_lines_keep_every_rule(width: int, kind: str) -> None:
    for text in booklet_sentences():
        lines = answer(text, width, kind)["lines"]
        assert "".join(lines) == text
        for line, following in itertools.pairwise(lines):
            assert following[0] not in NOT_FIRST, (line, following)
            assert line[-1] not in NOT_LAST, (line, following)
        for word in UNBROKEN:
            assert sum(line.count(word) for line in lines) == text.count(word), (word, lines)


@pytest.mark.parametrize("width", [15, 18, 20, 23, 30, 45])
def test_every_justified_line_of_the_booklet_is_full_and_no_gap_is_wide(width: int) -> None:
    # Rows of figures (1,045万人（H30）→…) are no running text: their long tokens leave gaps that
    # nothing may fill.
    for text in (text for text in booklet_sentences() if not set("→： ") & set(text)):
        for line in answer(text, width)["pos"][:-1]:
            assert ends_flush(line, width), "".join(entry[0] for entry in line)
            for (before, _, end), (after, start, _) in itertools.pairwise(line):
                if is_kana_or_kanji(before) and is_kana_or_kanji(after):
                    assert -0.001 <= start - end <= 0.26, (before, after, start - end)


@pytest.mark.parametrize("width", [15, 18, 20, 23, 30, 45])
def test_no_last_line_of_the_booklet_is_shorter_than_three_characters(width: int) -> None:
    for text in booklet_sentences():
        lines = answer(text, width)["lines"]
        if len(lines) > 1:
            assert len([c for c in lines[-1] if c not in "、。）」』・ "]) >= 3, lines


def test_gaps_of_one_kind_are_equal_on_a_line() -> None:
    text = "電動アシスト自転車の導入やポートエリアの拡充、案内機能の強化等、まちなかの回遊性を向上"
    for line in answer(text, 17.5)["pos"][:-1]:
        gaps = Counter(
            round(start - end, 2)
            for (before, _, end), (after, start, _) in itertools.pairwise(line)
            if is_kana_or_kanji(before) and is_kana_or_kanji(after)
        )
        assert max(gaps) - min(gaps) <= 0.04


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("妊娠から出産・育児までの期間を安心して過ごすことができる環境づくり", 22,
         ["妊娠から出産・育児までの期間を", "安心して過ごすことができる環境づくり"]),
        ("子育てアプリのダウンロード数（累計）", 16, ["子育てアプリの", "ダウンロード数（累計）"]),
        ("はたらく人にやさしい事業所表彰企業数（累計）", 16,
         ["はたらく人にやさしい", "事業所表彰企業数（累計）"]),
        ("住宅支援制度の活用等による県外からの移住者数（R2～6合計）", 22,
         ["住宅支援制度の活用等による", "県外からの移住者数（R2～6合計）"]),
        ("「金沢かがやきブランド」認定製品数（累計）", 16,
         ["「金沢かがやきブランド」", "認定製品数（累計）"]),
        ("公共シェアサイクル「まちなり」利用者数", 16,
         ["公共シェアサイクル「まちなり」", "利用者数"]),
        ("在宅医療・介護連携支援センター「いいがいのネット」", 18,
         ["在宅医療・介護連携支援センター", "「いいがいのネット」"]),
        ("金沢と継続的に多様な形で関わる「関係人口」の創出・拡大", 22,
         ["金沢と継続的に多様な形で関わる", "「関係人口」の創出・拡大"]),
        ("若い世代に優しく、子育ての喜びを分かち合うまちをつくる", 19,
         ["若い世代に優しく、", "子育ての喜びを分かち合うまちをつくる"]),
    ],
)  # fmt: skip
def test_headings_break_where_a_reader_would(text: str, width: int, lines: list[str]) -> None:
    assert answer(text, width, "heading")["lines"] == lines


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("あ」「い", [0.0, 0.5, 0.0]),
        ("あ、「い", [0.0, 0.5, 0.0]),
        ("あ）、い", [0.0, 0.0, 0.5]),
        ("あ。」い", [0.0, 0.0, 0.5]),
        ("あ「「い", [0.5, 0.0, 0.0]),
        ("あ」・い", [0.0, 0.25, 0.25]),
        ("あ・「い", [0.25, 0.25, 0.0]),
        ("あ。・い", [0.0, 0.75, 0.25]),
        ("あ・・い", [0.25, 0.5, 0.25]),
        ("あaい", [0.25, 0.25]),
        ("あ！い", [0.0, 1.0]),
        ("あ！」い", [0.0, 0.0, 0.5]),
        ("あ！？い", [0.0, 0.0, 1.0]),
    ],
)
def test_adjacent_marks_are_spaced_as_jlreq_table_1_says(text: str, gaps: list[float]) -> None:
    [line] = answer(text, 20)["pos"]
    found = [start - end for (_, _, end), (_, start, _) in itertools.pairwise(line)]
    assert found == pytest.approx(gaps, abs=0.03)


def test_the_body_of_a_bracket_is_half_an_em_and_flush_at_the_line_head() -> None:
    [line] = answer("「漢字」", 20)["pos"]
    assert line == [["「", 0, 0.5], ["漢", 0.5, 1.5], ["字", 1.5, 2.5], ["」", 2.5, 3.0]]


def test_full_width_characters_alone_sit_solid_on_the_grid() -> None:
    for line in answer("漢" * 45, 15)["pos"]:
        assert [entry[1] for entry in line] == list(range(15))


def test_a_space_between_japanese_and_western_is_the_gap_itself() -> None:
    [line] = answer("金沢 MaaS", 20)["pos"]
    assert line[2] == [" ", 2.0, 2.25]
    assert line[3][1] == 2.25


def test_a_space_at_a_line_edge_stays_in_its_string_and_has_no_place() -> None:
    reply = answer("strategy report strategy report", 6, "heading")
    assert "".join(reply["lines"]) == "strategy report strategy report"
    assert all(line[-1][0] != " " and line[0][0] != " " for line in reply["pos"])


@pytest.mark.parametrize(
    ("level", "first"),
    [("very_strict", False), ("strict", True), ("loose", True), ("very_loose", True)],
)
def test_only_very_strict_keeps_a_prolonged_sound_mark_off_the_line_head(
    level: str, first: bool
) -> None:
    from strategy_report.compose.spacing import may_break
    from strategy_report.style.text_style import BreakLevel

    assert may_break(16, 10, BreakLevel(level)) is first


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ("text", "JSON object"),
        ({"id": 3, "op": "count"}, "unknown op"),
        ({"id": 3, "text": "あ"}, "width_em"),
        ({"id": 3, "width_em": 10}, "text"),
        ({"id": 3, "text": "あ", "width_em": True}, "width_em"),
        ({"id": 3, "text": "あ", "width_em": 0}, "between"),
        ({"id": 3, "text": "あ", "width_em": 9, "level": "lax"}, "lax"),
        ({"id": 3, "text": "あ", "width_em": 9, "kind": "poem"}, "poem"),
    ],
)
def test_a_bad_request_is_answered_with_an_error(request_: object, said: str) -> None:
    reply = FILTER.answer(request_)
    assert said in reply["error"]
    assert "lines" not in reply


def test_the_filter_reads_and_writes_json_lines_and_goes_on_after_an_error() -> None:
    asked = '{"id": 1, "op": "compose", "text": "漢字かな", "width_em": 2}\nno json\n{"id": 2}\n'
    done = subprocess.run(
        [sys.executable, "-m", "strategy_report.compose"],
        input=asked,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    replies = [json.loads(line) for line in done.stdout.splitlines()]
    assert replies[0]["lines"] == ["漢字", "かな"]
    assert [sorted(reply) for reply in replies[1:]] == [["error", "id"], ["error", "id"]]


TEXT = st.text(
    alphabet="あいうかがっゃーアイッャ漢字町人件円年月々、。「」（）・！？～％0123456789,.KPIa …―",
    min_size=1,
    max_size=120,
)


@settings(max_examples=150, deadline=None)
@given(TEXT, st.integers(min_value=4, max_value=40), st.sampled_from(["body", "heading", "cell"]))
def test_whatever_is_typed_no_character_is_lost(text: str, width: int, kind: str) -> None:
    reply = answer(text, width, kind)
    assert "".join(reply["lines"]) == text
    assert len(reply["lines"]) == len(reply["pos"])


@settings(max_examples=150, deadline=None)
@given(TEXT, st.integers(min_value=8, max_value=40))
def test_whatever_is_typed_bodies_never_overlap(text: str, width: int) -> None:
    for line in answer(text, width)["pos"]:
        for (_, _, end), (_, start, _) in itertools.pairwise(line):
            assert start - end >= -0.001


def ends_flush(line: list[Any], width: float) -> bool:
    """At the line length, or half (a quarter) an em before it behind a mark."""
    end = line[-1][2]
    room = {"、": 0.5, "。": 0.5, "」": 0.5, "）": 0.5, "』": 0.5, "・": 0.25, "】": 0.5, "”": 0.5}
    return any(abs(end + kept - width) <= 0.05 for kept in (0, room.get(line[-1][0], 0)))


def is_kana_or_kanji(char: str) -> bool:
    return ("ぁ" <= char <= "ヿ" and char != "・") or "一" <= char <= "鿿"
