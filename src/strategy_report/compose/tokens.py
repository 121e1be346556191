"""What a reader sees as one thing and no line may cut: 9,410件, 令和6年10月, R2～6, 第2次, KPI.

JLREQ says nothing of figures and their units, dates or ranges; these rules are the house's own,
made for the text of municipal reports.
"""

from __future__ import annotations

import re
from functools import lru_cache

from strategy_report.core.value import Value


class Token(Value, kw_only=False):
    """Characters from *start* to before *end* that belong together.

    Attributes:
        core: start of the figure behind 延べ or 午後, where a break is a pity and no mistake.
    """

    start: int
    end: int
    core: int


# Counters of more than one character, or in kana; a single kanji behind a number always counts as
# its unit. Longer ones first, since the first match wins.
_COUNTERS = (
    "合計|累計|平均|か月間|カ月間|ヶ月間|か年間|カ年|か年|ヶ年|か月|カ月|ヶ月|ヵ月|か所|カ所|ヶ所|ヵ所|箇所|か国語|か国|カ国|箇国"
    "|つ|パーセント|ポイント|キロメートル|センチメートル|ミリメートル|平方メートル|立方メートル|メートル"
    "|平方キロメートル|ヘクタール|アール|キログラム|グラム|リットル|ワット|キロワット|トン|キロ|センチ|ミリ"
    "|カロリー|クラス|コース|チーム|グループ|ページ|ケース|サイト|ルート|パターン|セット|ドル|ユーロ|ギガ|メガ"
    "|年度末|年度|年間|年生|年代|年目|年前|年後|日間|日目|月末|月頃|月分|週間|時間|分間|分の\\d+"
    "|億円|万円|千円|百万円|万人|千人|百人|億人|万件|千件|千㎡|万㎡|千台|万台|万本|千本|万冊|万世帯"
    "|世帯|事業所|事業|団体|企業|施設|店舗|会場|地区|地域|区画|区間|路線|系統|種類|項目|指標|施策|分野"
    "|学級|学年|大学|校区|市町村|市町|町村|都市|か村|丁目|番地|号線|車線|病床|議席|番目|回目|段階|講座|科目"
    "|人分|人日|人泊|人目|人台|件数|割引|割程度|歳児|歳代|歳未満|歳以上|名様|部屋|世紀|箇条|本柱"
    "|品目|町会|町内会|自治会|経営体|法人|拠点|組合|教室|期生|期目|年次|世代|区分|プロジェクト|メニュー"
)
_NUMBER = r"[0-9０-９]+(?:[,，.．・:：/／\-－−‐][0-9０-９]+)*"
_SCALE = r"[兆億万千百十]"
_AMOUNT = rf"{_NUMBER}(?:{_SCALE}(?:{_NUMBER})?)*"
_PREFIX = (
    r"(?:第|約|計|延べ|延|満|築|全|各|毎|別表|様式|図表|図|表|資料|注|※|＊|#|＃|№|No\.?"
    r"|[△▲＋+±－−\-▼￥¥＄$]|午前|午後)"
)
_LOOSE_PREFIX = re.compile(r"(?:延べ|午前|午後)(?=[0-9０-９])")
_POSTFIX = r"[%％‰℃°′″㎜㎝㎞㎡㎥㎢㏊㌃㌍㌔㌘㌢㌦㌧㌫㌶㍉㍍㍑㎎㎏㏄ℓ]"
_UNIT = rf"(?:{_POSTFIX}|{_COUNTERS}|[一-鿿々]|[A-Za-zμΩ]+[0-9²³]*(?![A-Za-z])|[Ａ-Ｚａ-ｚ]+)"
_QUANTITY = rf"{_PREFIX}*{_AMOUNT}(?:{_UNIT})?"
_YEAR = rf"(?:(?:令和|平成|昭和|大正|明治|西暦) ?)?(?:元|{_NUMBER}) ?年(?:度末|[度生間代前後目])?"
_DATE = (
    rf"(?:(?:令和|平成|昭和|大正|明治) ?(?:元|{_NUMBER}) ?年度?|{_NUMBER} ?年度?(?=[ 0-9０-９]))"
    rf"(?: ?{_NUMBER} ?月(?: ?{_NUMBER} ?日)?)?(?:[末頃分付]|現在)?"
)
_MONTH_DAY = rf"{_NUMBER}月{_NUMBER}日|(?:午前|午後)?{_NUMBER}時{_NUMBER}分(?:{_NUMBER}秒)?"
_SHORT_YEAR = r"[RHSTM](?:元|[0-9]+)(?:\.[0-9]+)*(?:年度?|時点|現在)?"
_POINT = rf"(?:{_DATE}|{_MONTH_DAY}|{_SHORT_YEAR}|{_YEAR}|{_QUANTITY})"
_LETTER = "A-Za-z0-9À-ɏ"
# Letters joined by middle dots are one name: U・I・Jターン.
_WESTERN = (
    rf"[{_LETTER}]+(?:・[A-Za-z]+)+|"
    rf"[{_LETTER}][{_LETTER}'’._\-/&@:#?=%+]*[{_LETTER}/+%](?:(?<=[0-9]){_POSTFIX})?|[A-Za-zÀ-ɏ]"
)
# ＫＰＩ, ＣＯ２; but ＧＤＰ stands apart from １，２３４億円.
_WIDE_WORD = "[Ａ-Ｚａ-ｚ]+(?:[０-９]+(?![０-９]|[，．][０-９]))?"
_SOURCE = rf"(?P<point>{_POINT})|https?://[!-~]+|{_WESTERN}|{_WIDE_WORD}"

# A range is two points with this between them, and this behind the second.
_BRACKETED = r"(?:（[^（）]{1,8}）)?"
_BETWEEN = re.compile(rf"{_BRACKETED}[～〜~－–]")
_BEHIND = re.compile(rf"{_BRACKETED}(?:合計|累計|平均)?")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(_SOURCE)


def find_tokens(text: str) -> tuple[Token, ...]:
    """The unbreakable stretches of *text*, in order, each of two characters or more.

    Tokens that touch without a gap stay two, so that a line may end between them where the break
    rules let it; a Western word that runs into a figure (t-CO2) is one.
    """
    tokens: list[Token] = []
    at = 0
    while found := _pattern().search(text, at):
        at = _range_end(text, found)
        if at - found.start() > 1:
            loose = _LOOSE_PREFIX.match(text, found.start(), at)
            tokens.append(Token(found.start(), at, loose.end() if loose else found.start()))
    return tuple(tokens)


def _range_end(text: str, first: re.Match[str]) -> int:
    """Where the range ends that begins with *first*; where it is none, the end of *first*."""
    between = _BETWEEN.match(text, first.end()) if first["point"] else None
    second = _pattern().match(text, between.end()) if between else None
    if second is None or not second["point"]:
        return first.end()
    behind = _BEHIND.match(text, second.end())
    return behind.end() if behind else second.end()


# Where a token that is too long for its line is cut, best first: behind the dash of a range;
# between the parts of a date or an amount; between the parts of a name, a ratio or an address;
# behind 約 and 延べ; before the unit; behind the comma of thousands; within a word; and last
# within a number.
_CUTS = (
    re.compile(r"(?<=[～〜~–])"),
    re.compile(r"(?<=[年月度）])(?=[（0-9０-９])|(?<=[兆億])(?=[0-9０-９])"),
    re.compile(r"(?<=[/\-_&?=・：:])(?=[^/\-._&?=])|(?<=\.)(?=[^/\-._&?=0-9])"),
    re.compile(r"(?<=[計約満築全各毎べ延])(?=[0-9０-９])"),
    re.compile(r"(?<=[0-9０-９])(?=[^0-9０-９,，.．％%])|(?<=[万千])(?=[0-9０-９])"),
    re.compile(r"(?<=[,，])(?=[0-9０-９])"),
    re.compile(r"(?<=[^0-9０-９,，.．])(?=[^0-9０-９,，.．])"),
    re.compile(r"(?<=.)(?=.)"),
)


def cuts(token: str) -> tuple[tuple[int, ...], ...]:
    """Positions within *token* where it may be cut, in tiers, the least harmful first."""
    return tuple(
        tuple(found.start() for found in cut.finditer(token) if 0 < found.start() < len(token))
        for cut in _CUTS
    )
