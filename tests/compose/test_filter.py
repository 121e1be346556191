"""What holds of every set line, told from the filter's answers alone."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
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
        # Behind a colon, and behind the space that parts a name from its figure.
        ("具体的な施策：重要業績評価指標（KPI）を設定", 16,
         ["具体的な施策：", "重要業績評価指標（KPI）を設定"]),
        ("合計特殊出生率 1.48（H30）→1.69（R6）", 14,
         ["合計特殊出生率 ", "1.48（H30）→1.69（R6）"]),
        # Two ways are equally balanced: the longer line comes first.
        ("産業と雇用が創出されるまちをつくる", 11, ["産業と雇用が創出される", "まちをつくる"]),
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


@pytest.mark.parametrize(
    ("choice", "lines", "end"),
    [
        ({}, ["漢字、漢字、漢字漢", "漢字漢。漢字"], 8.25),
        ({"reduction": "books"}, ["漢字、漢字、漢字", "漢漢字漢。漢字"], 8.25),
        ({"last_line": "spread"}, ["漢字、漢字、漢字漢", "漢字漢。漢字"], 8.25),
    ],
)
def test_a_request_may_ask_for_what_a_book_or_a_last_line_wants(
    choice: dict[str, str], lines: list[str], end: float
) -> None:
    request = {"text": "漢字、漢字、漢字漢漢字漢。漢字", "width_em": 8.25, **choice}
    reply = FILTER.answer(request)
    assert reply["lines"] == lines
    assert reply["pos"][0][-1][2] == pytest.approx(end, abs=0.001)
    last = reply["pos"][1][-1][2]
    assert (last == pytest.approx(8.25, abs=0.001)) is (choice == {"last_line": "spread"})


def test_a_line_may_always_end_solid() -> None:
    text = "漢字漢字漢。漢字漢字"
    ends = [
        FILTER.answer({"text": text, "width_em": 6, **more})["pos"][0][-1][2]
        for more in ({}, {"line_end": "solid"})
    ]
    assert ends == [5.5, 6.0]


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
        ({"id": 3, "text": "あ", "width_em": float("nan")}, "between"),
        ({"id": 3, "text": "あ", "width_em": float("inf")}, "between"),
        ({"id": 3, "text": "あ", "width_em": 10**400}, "between"),
        ({"id": 3, "text": "あ", "width_em": "10"}, "width_em"),
        ({"id": 3, "text": ["あ"], "width_em": 10}, "text"),
        ({"id": 3, "text": "あ\nい", "width_em": 10}, "U+000A"),
        ({"id": 3, "text": "あ\0", "width_em": 10}, "U+0000"),
        ({"id": 3, "text": "\udc80", "width_em": 10}, "U+DC80"),
        ({"id": 3, "text": "あ" * 100_001, "width_em": 10}, "100000"),
        ({"id": 3, "text": "あ", "width_em": 9, "level": ["strict"]}, "level"),
        ({"id": 3, "text": "あ", "width_em": 9, "hang": "maybe"}, "hang"),
        ({"id": 3, "text": "あ", "width_em": 9, "mode": None}, "mode"),
        ({"id": 3, "text": "あ", "width_em": 9, "reduction": "comics"}, "reduction"),
        ({"id": 3, "text": "あ", "width_em": 9, "line_end": True}, "line_end"),
        ({"id": 3, "text": "あ", "width_em": 9, "last_line": ""}, "last_line"),
        ({"id": 3, "op": {"breaks": 1}, "text": "あ"}, "unknown op"),
        ({"id": 3, "op": "breaks"}, "text"),
        ({"id": 3, "text": "あ", "width_em": 9, "level": "lax"}, "lax"),
        ({"id": 3, "text": "あ", "width_em": 9, "kind": "poem"}, "poem"),
    ],
)
def test_a_bad_request_is_answered_with_an_error(request_: object, said: str) -> None:
    reply = FILTER.answer(request_)
    assert said in reply["error"]
    assert "lines" not in reply


def test_the_filter_reads_and_writes_json_lines_and_goes_on_after_an_error() -> None:
    asked = [
        '{"id": 1, "op": "compose", "text": "漢字かな", "width_em": 2}'.encode(),
        b"no json",
        b'{"id": 2}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"id": "\\udc00", "text": "\\ud800", "width_em": 4}',
        b'{"id": 3, "text": "a", "width_em": NaN}',
        b"",
        '{"id": 4, "op": "breaks", "text": "出生数は9,410件"}\r'.encode(),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "strategy_report.compose"],
        input=b"\n".join(asked),
        capture_output=True,
        check=True,
    )
    replies = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert replies[0]["lines"] == ["漢字", "かな"]
    assert [sorted(reply) for reply in replies[1:-1]] == [["error", "id"]] * 6
    assert [reply["id"] for reply in replies[1:-1]] == [None, 2, None, None, "\udc00", 3]
    assert replies[-1] == {"id": 4, "breaks": [1, 2, 3, 4]}


def test_an_empty_text_has_no_lines() -> None:
    reply = FILTER.answer({"id": 1, "text": "", "width_em": 10})
    assert reply == {"id": 1, "lines": [], "pos": [], "diagnostics": []}


def test_the_authors_marks_are_kept_in_the_lines_and_have_no_place() -> None:
    reply = answer("こども\u200bまんなか\u2060社会", 6, "heading")
    assert reply["lines"] == ["こども\u200b", "まんなか\u2060社会"]
    assert [len(line) for line in reply["pos"]] == [3, 6]


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("人口は9,410人。", [1, 2, 3]),
        ("令和6年10月に", [7]),
        ("第2次「戦略」", [3, 5]),
        ("あっとー々", [2]),
        ("か……あ", [1, 3]),
        ("か〳〵…〵あ", [1, 3, 4, 5]),
        ("ＫＰＩとＣＯ２を1,200人泊に", [3, 4, 7, 8, 15]),
        ("ＧＤＰ１，２３４億円の5品目", [3, 10, 11]),
        ("A B CD", [2, 4]),
        ("え？　あ", [3]),
    ],
)
def test_where_a_line_may_end_at_the_very_strict_level(text: str, breaks: list[int]) -> None:
    assert FILTER.answer({"op": "breaks", "text": text})["breaks"] == breaks


@pytest.mark.parametrize(
    ("level", "signs"),
    [
        ("very_strict", ""),
        ("strict", "ーッ々"),
        ("loose", "ーッ々～・･％"),
        ("very_loose", "ーッ々～・･％！："),
    ],
)
def test_what_each_level_lets_stand_at_a_line_head(level: str, signs: str) -> None:
    text = {sign: f"山{sign}川" for sign in "ーッ々～・･％！：、）"}
    allowed = "".join(
        sign
        for sign, typed in text.items()
        if 1 in FILTER.answer({"op": "breaks", "text": typed, "level": level})["breaks"]
    )
    assert allowed == signs


@pytest.mark.parametrize(
    ("level", "breaks"),
    [("very_strict", [1, 3]), ("strict", [1, 3]), ("loose", [1, 2, 3]), ("very_loose", [1, 2, 3])],
)
def test_the_second_of_two_leaders_may_begin_a_line_from_the_loose_level_on(
    level: str, breaks: list[int]
) -> None:
    for sign, found in (("…", breaks), ("―", [1, 2, 3] if level == "very_loose" else [1, 3])):
        reply = FILTER.answer({"op": "breaks", "text": f"か{sign}{sign}あ", "level": level})
        assert reply["breaks"] == found


def ends(text: str, width: float, **more: str) -> list[float]:
    reply = FILTER.answer({"text": text, "width_em": width, **more})
    return [line[-1][2] for line in reply["pos"]]


def test_a_mark_at_the_line_end_keeps_its_half_em_drops_it_or_hangs() -> None:
    # Nine characters and a mark, in lines of ten, of nine and a half, and of nine em.
    text = "漢字漢字漢字漢字漢。かなかなか"
    assert ends(text, 10)[0] == 9.5
    assert ends(text, 9.5)[0] == 9.5
    assert ends(text, 9, hang="allow")[0] == 9.5
    assert ends(text, 10, hang="force")[0] == 10.5


def test_nothing_hangs_unless_asked_and_only_commas_and_full_stops_do() -> None:
    text = "漢字漢字漢字漢字漢」かなかなか"
    assert max(ends(text, 9)) <= 9
    assert max(ends(text, 9, hang="force")) <= 9


@pytest.mark.parametrize(
    ("mode", "lines"),
    [
        ("push_in", ["市の、町の、村の、人の、声", "を、聞く、仕組みをつくる"]),
        ("push_out", ["市の、町の、村の、人の、", "声を、聞く、仕組みをつ", "くる"]),
        ("push_out_only", ["市の、町の、村の、人", "の、声を、聞く、仕組み", "をつくる"]),
        ("least_change", ["市の、町の、村の、人の、", "声を、聞く、仕組みをつ", "くる"]),
    ],
)
def test_commas_give_way_or_characters_move_as_the_mode_prefers(
    mode: str, lines: list[str]
) -> None:
    text = "市の、町の、村の、人の、声を、聞く、仕組みをつくる"
    assert FILTER.answer({"text": text, "width_em": 11, "mode": mode})["lines"] == lines


def test_a_heading_never_leaves_one_character_alone() -> None:
    assert answer("きれいなまち！川", 7, "heading")["lines"] == ["きれいな", "まち！川"]


def test_the_last_line_of_a_heading_has_two_fifths_of_the_longest_where_phrases_let_it() -> None:
    # 「設置している。」 alone would have less than half of that.
    text = "地域包括ケアシステムの構築に向け、市内19か所に地域包括支援センターを設置している。"
    assert answer(text, 18, "heading")["lines"] == [
        "地域包括ケアシステムの構築に向け、",
        "市内19か所に",
        "地域包括支援センターを設置している。",
    ]


@pytest.mark.parametrize("kind", ["heading", "cell"])
def test_a_lone_last_character_that_no_place_helps_is_told(kind: str) -> None:
    # The date and 卒 fill the eight em.
    reply = answer("高等学校卒業者の就職率（令和5年3月卒）。", 8, kind)
    assert reply["lines"][-1] == "卒）。"
    assert ("CMP004", 3) in {(entry["code"], entry["line"]) for entry in reply["diagnostics"]}


def test_a_heading_that_sticks_out_takes_what_the_next_level_allows() -> None:
    reply = answer("ぁぃぅぇぉのいろいろな用例", 3, "heading")
    assert max(line[-1][2] for line in reply["pos"]) <= 3
    assert ("CMP002", 0) in {(entry["code"], entry["line"]) for entry in reply["diagnostics"]}


def test_marks_are_not_counted_as_characters_of_the_last_line() -> None:
    # Not 「る！」: a mark does not keep a character company.
    assert answer("市民の力でまちをつくる！", 10)["lines"] == ["市民の力でまちをつ", "くる！"]


def test_where_lines_end_early_there_are_no_more_of_them_than_greedy_breaking_makes() -> None:
    text = (
        "「（7）ﾌｧﾐﾘｰｻﾎﾟｰﾄ：－77億3,713万‰／△366世帯、"
        "高齢者（昭和33年時点、▲60億7,350万床）だ。」と述べた。"
    )
    assert answer(text, 15)["lines"] == [
        "「（7）ﾌｧﾐﾘｰｻﾎﾟｰﾄ：",
        "－77億3,713万‰／△366世帯、",
        "高齢者（昭和33年時点、",
        "▲60億7,350万床）だ。」と述べた。",
    ]


def test_nothing_is_added_within_an_address_of_the_web() -> None:
    text = "URLはwww.example.jp/a/b/c?d=1&e=2#fで、QRコードからも確認できます。"
    reply = FILTER.answer({"text": text, "width_em": 22.5, "mode": "push_out_only"})
    address = reply["pos"][0][4 : 4 + len("www.example.jp/a/b/c?d=1&e=2#f")]
    assert reply["pos"][0][4][1] > 2.75, "the line is expanded"
    assert all(one[2] == two[1] for one, two in itertools.pairwise(address))


def test_what_is_given_up_is_told_by_line() -> None:
    url = "https://www.city.example.lg.jp/kikaku/sogosenryaku/index.html"
    reply = FILTER.answer({"text": f"詳しくは{url}へ。", "width_em": 20})
    assert ("CMP001", 0) in {(entry["code"], entry["line"]) for entry in reply["diagnostics"]}
    assert reply["diagnostics"][0]["message"].startswith("行の長さに比べて長すぎる語や数値を")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        # Behind 延べ, not within the number, nor before a unit that begins no line.
        ("降雪量は延べ380,408㎜であった", 6, ["降雪量は延べ", "380,408㎜で", "あった"]),
        ("利用者は延べ427,380人であった", 6, ["利用者は延べ", "427,380人で", "あった"]),
        # Behind the dash of a range, between names; behind a comma, where nothing else is left.
        ("平成20年度～令和5年度の比較", 8, ["平成20年度～", "令和5年度の比較"]),
        ("児童クラブ・Instagram・KPIなど", 7, ["児童クラブ・", "Instagram・KPI", "など"]),
        ("施設使用料は12,345,678円であった", 5, ["施設使用料", "は12,345,", "678円であ", "った"]),
    ],
)
def test_what_is_too_long_for_its_line_is_cut_where_it_harms_least(
    text: str, width: int, lines: list[str]
) -> None:
    assert answer(text, width)["lines"] == lines


def test_a_line_of_the_authors_marks_alone_shows_nothing() -> None:
    reply = answer("\u200b\u2060", 10)
    assert (reply["lines"], reply["pos"]) == (["\u200b\u2060"], [[]])


def test_a_number_longer_than_any_line_is_cut_somewhere() -> None:
    reply = FILTER.answer({"text": "9" * 100, "width_em": 10})
    assert max(line[-1][2] for line in reply["pos"]) <= 10


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
