"""What can be wrong with the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from strategy_report.checks.rule import Finding, Rule
from strategy_report.checks.walk import place_in, references_of, texts_of, words_of_plan
from strategy_report.core.diagnostic import Severity
from strategy_report.core.near import nearest
from strategy_report.core.value import Value
from strategy_report.model.plan import Plan
from strategy_report.model.prose import Words

_KATAKANA = "ァ-ヴ"
# Words such as データ一覧, センター一階, 地域力アップ and 口コミ are right as they stand.
_AFTER_TWO = (
    "つ次種級世号期大人度年月日本重者酸代階段軸番項万千百十店郎社団校園室台件地方丁町条面"
    "冊枚回会曲色部章作体対極交元系列輪足倍時分秒点位組名頭匹羽棟戸軒箱個か所カケヵヶツ"
)
_SMALL = "ーャュョッァィェォ"
_WORDS_WITH_KA = "ード|ルテ|メラ|フェ|レンダー|ラオケ|リキュラム|ウンター|タログ|テゴリ|ーボン|バー"


class _Near(Enum):
    """What a neighbour must be."""

    ANY = "any"
    KANJI = "kanji"
    KANJI_OR_END = "kanji or end"
    OTHER = "no kanji"

    def allows(self, char: str) -> bool:
        """*char* is empty where the text begins or ends."""
        match self:
            case _Near.ANY:
                return True
            case _Near.OTHER:
                return not _is_kanji(char)
            case _Near.KANJI_OR_END if not char:
                return True
        return _is_kanji(char)


class _LookAlike(Value, kw_only=False):
    """A character where its look-alike is meant: the pattern's one group is the character.

    Whether its neighbours are kanji is asked apart from the pattern: a class of all kanji takes a
    millisecond to compile, wherever it stands.
    """

    char: str
    pattern: re.Pattern[str]
    meant: str
    before: _Near
    after: _Near

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        for found in self.pattern.finditer(text):
            start, end = found.span(1)
            left, right = text[max(0, start - 1) : start], text[end : end + 1]
            if self.before.allows(left) and self.after.allows(right):
                yield found


def _is_kanji(char: str) -> bool:
    return "一" <= char <= "鿿"


def _look(
    pattern: str, meant: str, *, before: _Near = _Near.ANY, after: _Near = _Near.ANY
) -> _LookAlike:
    char = _GROUP.findall(pattern)[0]
    return _LookAlike(char, re.compile(pattern), meant, before, after)


_GROUP = re.compile(r"\((.)\)")


_LOOK_ALIKES = (
    _look(rf"(?<=[{_KATAKANA}ー])(二)(?![{_AFTER_TWO}])", "ニ"),
    _look(rf"(?<![{_KATAKANA}ー])(二)(?=[{_SMALL}])", "ニ"),
    _look(rf"(?<=[{_KATAKANA}])(一)(?![つ〇0-9])", "ー", after=_Near.OTHER),
    _look(rf"(?<=[{_KATAKANA}ー])(口)(?=[{_KATAKANA}ー])", "ロ"),
    _look(rf"(?<![{_KATAKANA}ー])(口)(?!コミ)(?=[{_KATAKANA}ー])", "ロ", before=_Near.OTHER),
    _look(rf"(?<=[{_KATAKANA}])(力)(?=[{_KATAKANA}ー])", "カ"),
    _look(rf"(?<![{_KATAKANA}])(力)(?=[{_KATAKANA}ー])", "カ", before=_Near.OTHER),
    _look(rf"(力)(?={_WORDS_WITH_KA})", "カ", before=_Near.KANJI),
    _look(rf"(?<=[{_KATAKANA}ー])(夕)", "タ", after=_Near.OTHER),
    _look(rf"(?<![{_KATAKANA}ー])(夕)(?=[{_KATAKANA}])", "タ", before=_Near.OTHER),
    _look(r"(ニ)", "二", before=_Near.KANJI, after=_Near.KANJI_OR_END),
    _look(rf"(ロ)(?![{_KATAKANA}ー]|$)", "口", before=_Near.KANJI),
    _look(r"(?<=人)(ロ)(?=ビジョン)", "口"),
    _look(rf"(カ)(?![{_KATAKANA}ー所月国年条村町か間])", "力", before=_Near.KANJI),
    _look(r"(タ)", "夕", before=_Near.KANJI, after=_Near.KANJI),
    _look(rf"(?<![{_KATAKANA}ー])(タ)(?=[方日陽食焼刊霧立暮顔])", "夕"),
    _look(r"(?<=七)(タ)", "夕"),
    _look(rf"(?<![{_KATAKANA}ぁ-んー])(ー)", "一", before=_Near.OTHER, after=_Near.KANJI),
    _look(r"(?<=人)(ー)(?=人)", "一"),
    _look(r"(?<=[統第唯随均万同専])(ー)", "一"),
)
_KINDS = {"二": "漢数字", "一": "漢数字", "口": "漢字", "力": "漢字", "夕": "漢字", "ー": "長音"}


def unknown_reference(plan: Plan) -> Iterator[Finding]:
    """${id.R6} names a figure that exists."""
    known = sorted({indicator.id for goal in plan.goals for indicator in goal.indicators})
    for reference in references_of(plan):
        indicator = plan.indicator(reference.indicator)
        written = f"${{{reference.indicator}.{reference.part}}}"
        if indicator is None:
            near = nearest(reference.indicator, known)
            yield Finding(
                reference.source,
                f"「{written}」の指標「{reference.indicator}」がありません。",
                f"「{near}」ではありませんか。"
                if near
                else f"指標の id は {'、'.join(known)} です。",
            )
        elif indicator.find(reference.part) is None:
            keys = "、".join(figure.period.key for figure in indicator.figures)
            yield Finding(
                reference.source,
                f"「{written}」の値が、指標「{indicator.name.plain()}」にありません。",
                f"書けるのは baseline、actual、target か、{keys} です。",
            )


def look_alikes(plan: Plan) -> Iterator[Finding]:
    """ズワイガ二 has a kanji where ニ is meant."""
    for words in words_of_plan(plan):
        for look in _LOOK_ALIKES:
            # Nearly no text has one: this is asked eight thousand times a build.
            if look.char not in words.text:
                continue
            for found in look.found_in(words.text):
                yield _look_alike(words, found.start(1), found[1], look.meant)


def _look_alike(words: Words, at: int, char: str, meant: str) -> Finding:
    before, after = words.text[max(0, at - 6) : at], words.text[at + 1 : at + 7]
    kind, wanted = _KINDS.get(char, "片仮名"), _KINDS.get(meant, "片仮名")
    return Finding(
        place_in(words, at, at + 1),
        f"「{before}{char}{after}」の「{char}」は{kind}です。形の似た{wanted}の「{meant}」では"
        "ありませんか。",
        f"「{before}{meant}{after}」に直してください。このままでよければ、直さなくても作れます。",
    )


def mark_without_note(plan: Plan) -> Iterator[Finding]:
    """Some note begins with the mark that a text points to."""
    marks = [words for words in words_of_plan(plan) if words.note]
    heads = tuple(text.without_notes() for text in texts_of(plan)) if marks else ()
    for mark in marks:
        if not any(_begins_with(mark.text, head) for head in heads):
            yield Finding(
                mark.source,
                f"注の印「{mark.text}」で始まる注がありません。",
                f"指標か基本目標の notes: に「{mark.text}」で始まる注を書くか、"
                "印を消してください。",
            )


def _begins_with(mark: str, head: str) -> bool:
    """※1 does not begin ※10."""
    rest = head.removeprefix(mark)
    return rest != head and not (mark[-1:].isdigit() and rest[:1].isdigit())


PROSE_RULES = (
    Rule(
        "TXT010",
        Severity.ERROR,
        "参照「${id.R6}」の指す値がない",
        "値が入らず、文が欠ける",
        unknown_reference,
    ),
    Rule(
        "TXT011",
        Severity.WARNING,
        "形の似た字の打ち間違い（ニと二、ーと一、ロと口、カと力、タと夕）",
        "見た目は同じでも、検索や読み上げで別の語になる",
        look_alikes,
    ),
    Rule(
        "TXT018",
        Severity.WARNING,
        "注のない注の印（[^※1]）",
        "読む人が、ない注を探すことになる",
        mark_without_note,
    ),
)
