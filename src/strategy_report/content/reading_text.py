"""「9410」「約2000」「34万7千」「未実施」「全国1位」 to a `Reading`; units by a table."""

from __future__ import annotations

import re
from decimal import Decimal

from strategy_report.core.value import Value
from strategy_report.model.reading import Bound, Missing, Number, Rank, Reading, State, Unit

LONGEST_NUMBER = 30

# What a scale before a counter is worth, longest first.
SCALES: tuple[tuple[str, int], ...] = (
    ("百万", 1_000_000),
    ("千万", 10_000_000),
    ("十億", 1_000_000_000),
    ("百億", 10_000_000_000),
    ("千", 1_000),
    ("万", 10_000),
    ("億", 100_000_000),
    ("兆", 1_000_000_000_000),
)
# Reasons why there is no figure; any other word is asked about.
REASONS = (
    "未実施",
    "未調査",
    "未公表",
    "未集計",
    "未定",
    "集計中",
    "調査中",
    "調査なし",
    "公表待ち",
    "実績なし",
    "中止",
    "終了",
    "延期",
    "休止",
    "未整備",
    "該当なし",
)

_NUMBER = re.compile(r"(約)?([-−▲△+]?)(\d+(?:\.\d+)?)(以上|以下|超|未満)?", re.ASCII)
_MIXED = re.compile(
    r"(約)?(?:(\d+)兆)?(?:(\d+)億)?(?:(\d+)万)?(?:(\d+)千)?(\d+)?(以上|以下|超|未満)?", re.ASCII
)
_MIXED_WORTH = (10**12, 10**8, 10**4, 10**3, 1)
_RANK = re.compile(r"(.*?)第?(\d+)位", re.ASCII)
_WIDE = str.maketrans("０１２３４５６７８９．－＋，", "0123456789.-+,")
_DIGITS = frozenset("0123456789")


class NotAReadingError(ValueError):
    """The text is no reading. `args`: what is wrong, and what to write instead."""


class ReadReading(Value):
    """A reading, and whether its word is to be asked about."""

    reading: Reading
    unknown_word: bool = False


def read_unit(text: str) -> Unit:
    """「万人」 apart into scale and counter; 「％」 however it was typed."""
    text = text.replace("%", "％")
    for scale, factor in SCALES:
        if text.startswith(scale) and text != scale:
            return Unit(counter=text[len(scale) :], scale=scale, factor=factor)
        if text == scale:
            return Unit(scale=scale, factor=factor)
    return Unit(counter=text)


def read_reading(text: str, unit: Unit, states: tuple[str, ...] = ()) -> ReadReading:
    """The reading that *text* states, in *unit*.

    Raises:
        NotAReadingError: it looks like a number and is none.
    """
    text = text.strip()
    if not text:
        return ReadReading(reading=Missing(""))
    if text in states:
        return ReadReading(reading=State(text))
    number = read_number(text, unit)
    if number is not None:
        return ReadReading(reading=number)
    rank = _RANK.fullmatch(text)
    if rank is not None:
        return ReadReading(reading=Rank(place=int(rank[2]), scope=rank[1]))
    if not _DIGITS.isdisjoint(text.translate(_WIDE)):
        raise NotAReadingError(*_explain(text, unit))
    if text in ("-", "－", "ー", "―", "–", "—", "…", "なし", "null", "~", "N/A"):
        raise NotAReadingError(
            f"「{text}」では、なぜ値がないのか分かりません。",
            "「未実施」「集計中」のように理由を書くか、何も書かずに空けてください"
            "（空けると「実績値なし」と印字します）。",
        )
    if states and text not in REASONS:
        return ReadReading(reading=State(text))
    return ReadReading(reading=Missing(text), unknown_word=text not in REASONS)


def read_number(text: str, unit: Unit) -> Number | None:
    """The number that *text* states, exactly; None where it states none."""
    text = text.translate(_WIDE)
    if len(text) > LONGEST_NUMBER:
        return None
    found = _NUMBER.fullmatch(text)
    if found is not None and not _has_leading_zero(found[3]):
        about, sign, digits, bound = found.groups()
        value = Decimal(digits)
        return Number(
            value=-value if sign and sign in "-−▲△" else value,
            unit=unit,
            about=about is not None,
            bound=Bound(bound or ""),
        )
    return _mixed_number(text, unit)


def read_amount(text: str) -> Number | None:
    """「34万7千人」: a number with its counter behind it; None where it is none."""
    text = text.strip().translate(_WIDE)
    end = len(text)
    while end and text[end - 1] not in "0123456789兆億万千":
        end -= 1
    return read_number(text[:end], Unit(counter=text[end:]))


def _mixed_number(text: str, unit: Unit) -> Number | None:
    """34万7千: in ones, and printed by turns in 万 and 千."""
    if unit.scale:
        return None
    text = text.removesuffix(unit.counter) if unit.counter else text
    found = _MIXED.fullmatch(text)
    if found is None or not any(found.groups()[1:5]):
        return None
    about, *amounts, bound = found.groups()
    value = sum(int(a) * worth for a, worth in zip(amounts, _MIXED_WORTH, strict=True) if a)
    return Number(
        value=Decimal(value),
        unit=Unit(counter=unit.counter, mixed=True),
        about=about is not None,
        bound=Bound(bound or ""),
    )


def _has_leading_zero(digits: str) -> bool:
    return len(digits) > 1 and digits[0] == "0" and digits[1] != "."


def _explain(text: str, unit: Unit) -> tuple[str, str]:
    """Why *text* is no number, and what to type."""
    what = f"「{text}」は数として読めません。"
    plain = text.translate(_WIDE)
    bare = plain.replace(",", "")
    if len(text) > LONGEST_NUMBER:
        return f"数が長すぎます（{len(text)}文字）。", "単位を 万 や 億 にして短く書いてください。"
    if bare != plain and read_number(bare, unit) is not None:
        return what, f"カンマを取って {bare} と書いてください（紙面には自動で {text} と出ます）。"
    for word in (unit.text, unit.counter):
        shorter = bare.removesuffix(word) if word else bare
        if shorter != bare and read_number(shorter, unit) is not None:
            return what, f"単位「{word}」は unit: に書いてあるので、{shorter} と書いてください。"
    stripped = bare.lstrip("0")
    if bare.isdigit() and stripped:
        return what, f"先頭の 0 を取って {stripped} と書いてください。"
    digits = re.match(r"(?:約)?[-▲△]?\d+(?:\.\d+)?", bare, re.ASCII)
    if digits is not None and read_number(digits[0], unit) is not None:
        return what, f"数だけを {digits[0]} のように書き、補足は note: に書いてください。"
    return what, "数は 9410 や 1.70、約2000、96.0以上 のように、数字と小数点で書いてください。"
