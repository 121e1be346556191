"""What can be wrong with marks: of two kinds in one booklet, or one in the place of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy_report.checks.rule import Finding, Rule
from strategy_report.checks.walk import place_in, words_of_plan
from strategy_report.core.diagnostic import Severity
from strategy_report.model.house_style import parted
from strategy_report.model.plan import Plan
from strategy_report.model.prose import Words

# Marks of which a booklet uses one kind; the second of each pair is the usual one.
_PAIRS = (("，", "、"), ("．", "。"), (chr(0x22), "“"), ("･", "・"))


def mixed_typography(plan: Plan) -> Iterator[Finding]:
    """、 and ， do not stand in one booklet, nor “ ” and " "."""
    texts = _texts(plan)
    for unusual, usual in _PAIRS:
        if all(_found(words.text, usual) < 0 for words in texts):
            continue
        for words in texts:
            at = _found(words.text, unusual)
            if at >= 0:
                yield Finding(
                    place_in(words, at, at + 1),
                    f"「{unusual}」が使われています。ほかのところは「{usual}」です。",
                    f"「{usual}」にそろえてください。",
                )


def _found(text: str, mark: str) -> int:
    """Where *mark* stands first, other than in a figure of full width; -1: nowhere."""
    at = text.find(mark)
    while at > 0 and text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit():
        at = text.find(mark, at + 1)
    return at


_KANA = "ぁ-んァ-ヴー"
_KATAKANA = "ァ-ヴ"
_DASHES = "－−‐–—―─-"
_DIGIT = "0-9０-９"
_BEFORE_A_NUMBER = "ぁ-ん 　（(「、，。：:→＝=比差率減増"
# Each with one group, the mark that was typed; what it is, and what is meant.
_MISTAKEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<![{_KANA}])(ー{{2,}})"), "――"),
    (re.compile(rf"(?<=[{_DIGIT}])(ー)(?=[{_DIGIT}])"), "～"),
    (re.compile(rf"(?<=[{_KATAKANA}])([{_DASHES}])(?=[{_KATAKANA}])"), "ー"),
    # Behind other words it joins what stands on both sides: 3-1, A-2, 資料-1.
    (re.compile(rf"(?:^|(?<=[{_BEFORE_A_NUMBER}]))([-－−‐–△ー])(?=[{_DIGIT}])"), "▲"),
)
_NAMES = {
    "ー": "長音",
    "-": "半角のハイフン",
    "－": "全角のハイフン",
    "−": "マイナス",
    "‐": "ハイフン",
    "–": "短いダッシュ",
    "—": "ダッシュ",
    "―": "ダッシュ",
    "─": "罫線",
    "△": "白い三角",
}
_MEANT = {
    "――": "文をつなぐ線なら",
    "～": "範囲なら",
    "ー": "長音なら",
    "▲": "負の数なら（この冊子の数値は「▲」です）",
}


def mistaken_lines(plan: Plan) -> Iterator[Finding]:
    """ー for ――, － for ー, and a minus beside figures that have ▲."""
    for words in _texts(plan):
        for start, text in _stretches(words, plan):
            for pattern, meant in _MISTAKEN:
                for found in pattern.finditer(text):
                    at = start + found.start(1)
                    yield _mistaken(words, at, found[1], meant)


def _mistaken(words: Words, at: int, typed: str, meant: str) -> Finding:
    end = at + len(typed)
    before, after = words.text[max(0, at - 6) : at], words.text[end : end + 6]
    return Finding(
        place_in(words, at, end),
        f"「{before}{typed}{after}」の「{typed}」は{_NAMES[typed[0]]}です。",
        f"{_MEANT[meant]}「{before}{meant}{after}」に直してください。"
        "このままでよければ、直さなくても作れます。",
    )


# What is counted; a year, a number of a street or of a telephone is not.
_COUNTED = "人件円社台冊本枚戸店校品㎡世帯名羽頭トン"
_WITHOUT_COMMA = re.compile(rf"(?<![0-9.,A-Za-z])([1-9][0-9]{{3,}})(?=万?[{_COUNTED}])")
_IN_KANJI = re.compile(r"(?<![0-9.,万億兆])([0-9][0-9,]*)([千百])(?=[人件社台冊本枚戸店校品世名])")
# A value in words of its own, beside others such as 2万9千人.
_AMOUNT = re.compile(rf"[0-9][0-9,]*千[{_COUNTED}]?")
_WORTH = {"千": 1000, "百": 100}


def written_numbers(plan: Plan) -> Iterator[Finding]:
    """12345人 wants a comma; 5千人 is written 5,000人 (千 only behind 万, as in 34万7千人)."""
    for words in _texts(plan):
        for start, text in _stretches(words, plan):
            for found in _WITHOUT_COMMA.finditer(text):
                meant = f"{int(found[1]):,}"
                at = start + found.start()
                yield Finding(
                    place_in(words, at, at + len(found[0])),
                    f"「{found[0]}」に、3桁ごとの区切りがありません。",
                    f"{meant} と書いてください。",
                )
            for found in () if _AMOUNT.fullmatch(text) else _IN_KANJI.finditer(text):
                meant = f"{int(found[1].replace(',', '')) * _WORTH[found[2]]:,}"
                at = start + found.start()
                yield Finding(
                    place_in(words, at, at + len(found[0])),
                    f"「{found[0]}」の「{found[2]}」が漢字です。漢字にするのは万・億・兆です。",
                    f"{meant} と書いてください。",
                )


_MONEY = (re.compile(r"[0-9](千円|百万円)"), re.compile(r"[0-9](万円|億円)"))


def mixed_amounts(plan: Plan) -> Iterator[Finding]:
    """12,000千円 and 1億2,700万円 are both right, and do not stand in one booklet."""
    texts = _texts(plan)
    thousands, myriads = (
        [(words, found) for words in texts for found in kind.finditer(words.text)]
        for kind in _MONEY
    )
    fewer, others = sorted((thousands, myriads), key=len)
    if not fewer:
        return
    usual = others[0][1][1]
    for words, found in fewer:
        yield Finding(
            place_in(words, found.start(1), found.end(1)),
            f"金額の単位が「{found[1]}」です。ほかのところは「{usual}」などです。",
            "一つの冊子では、千円・百万円か、万円・億円のどちらかにそろえてください。",
        )


def _texts(plan: Plan) -> list[Words]:
    return [words for words in words_of_plan(plan) if words.source is not None]


def _stretches(words: Words, plan: Plan) -> Iterator[tuple[int, str]]:
    """What is no address, code or name, each with where it begins in the text."""
    at = 0
    for part, kept in parted(words.text, plan.wording.style):
        if not kept:
            yield at, part
        at += len(part)


TYPOGRAPHY_RULES = (
    Rule(
        "TXT012",
        Severity.WARNING,
        "句読点や引用符の不ぞろい",
        "一つの冊子では、記号を一種類にそろえる",
        mixed_typography,
    ),
    Rule(
        "TXT013",
        Severity.WARNING,
        "横線の打ち間違い（長音・ダッシュ・ハイフン・マイナス）",
        "見た目は似ていても、読み上げや検索で別のものになる",
        mistaken_lines,
    ),
    Rule(
        "TXT014",
        Severity.WARNING,
        "大きな数の書き方（3桁の区切り、漢字の千・百）",
        "公用文では、3桁ごとに区切り、漢字は万・億・兆に限る",
        written_numbers,
    ),
    Rule(
        "TXT015",
        Severity.WARNING,
        "金額の単位の不ぞろい（千円と万円）",
        "単位が交じると、桁を読み違える",
        mixed_amounts,
    ),
)
