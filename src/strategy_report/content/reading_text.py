"""「9410」「約2000」「34万7千」「未実施」「全国1位」 to a `Reading`; units by a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from strategy_report.core.value import Value
from strategy_report.model.reading import Bound, Missing, Number, Rank, Reading, State, Unit

LONGEST_NUMBER = 30
_LONGEST_RANK = 6

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

# What tables of statistics print where there is no figure, and what is typed for it by mistake.
_DASHES = frozenset(("-", "－", "−", "ー", "―", "–", "—", "…"))
_NUMBER = re.compile(r"(約)?([-−▲△+]?)(\d+(?:\.\d+)?)(以上|以下|超|未満)?", re.ASCII)
_MIXED = re.compile(
    r"(約)?(?:(\d+)兆)?(?:(\d+)億)?(?:(\d+)万)?(?:(\d+)千)?(\d+)?(以上|以下|超|未満)?", re.ASCII
)
_MIXED_WORTH = (10**12, 10**8, 10**4, 10**3, 1)
_RANK = re.compile(r"(.*?)第?(\d+)位", re.ASCII)
_WIDE = str.maketrans("０１２３４５６７８９．－＋，", "0123456789.-+,")
_DIGITS = frozenset("0123456789")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))", re.ASCII)
_LIKE_DIGITS = str.maketrans("OoＯｏIl｜Ｉｌ", "000011111")
_REMARK = re.compile(
    r"([-−▲△]?\d+(?:\.\d+)?) *(?:[（(].*[）)]|※.*|速報値?|見込値?|推計値?)", re.ASCII
)
_OTHER_UNIT = re.compile(r"([-−▲△]?\d+(?:\.\d+)?)([^\d\s.,:/eE（(百十-][^\d\s（(]{0,5})", re.ASCII)


class NotAReadingError(ValueError):
    """The text is no reading. `args`: what is wrong, and what to write instead."""


class ReadReading(Value):
    """A reading, and whether its word, or its dash, is to be asked about."""

    reading: Reading
    unknown_word: bool = False
    dash: bool = False


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
    if text in states:
        return ReadReading(reading=State(text))
    if not text or text in _DASHES:
        return ReadReading(reading=Missing(""), dash=bool(text))
    number = read_number(text, unit)
    if number is not None:
        return ReadReading(reading=number)
    rank = _RANK.fullmatch(text)
    if rank is not None and len(rank[2]) <= _LONGEST_RANK:
        return ReadReading(reading=Rank(place=int(rank[2]), scope=rank[1]))
    if not _DIGITS.isdisjoint(text.translate(_WIDE)):
        raise NotAReadingError(*_explain(text, unit))
    if text in ("なし", "null", "~", "N/A"):
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
    """Why *text* is no number, and what to type.

    A number is named only where it can be no other than the one that was meant.
    """
    what = f"「{text}」は数として読めません。"
    if len(text) > LONGEST_NUMBER:
        return f"数が長すぎます（{len(text)}文字）。", "単位を 万 や 億 にして短く書いてください。"
    plain = text.translate(_WIDE)
    if "、" in plain:
        point, comma = plain.replace("、", "."), plain.replace("、", "")
        return what, (
            f"「、」は使えません。小数点なら {point}、桁の区切りなら {comma} と書いてください。"
        )
    for meant, fix in _meant(plain, unit):
        if meant != plain and read_number(meant, unit) is not None:
            return what, fix
    return what, _unit_remedy(plain, unit) or (
        "数は 9410 や 1.70、約2000、96.0以上 のように、数字と小数点で書いてください。"
    )


def _meant(plain: str, unit: Unit) -> Iterator[tuple[str, str]]:
    """Readings of *plain* that differ from it by one slip, and the advice that goes with each."""
    bare = _THOUSANDS.sub("", plain)
    whole = bare.isascii() and bare.isdigit()
    shown = f"（紙面には自動で {int(bare):,} と出ます）" if whole else ""
    yield bare, f"カンマを取って {bare} と書いてください{shown}。"
    for word in (unit.text, unit.counter):
        shorter = bare.removesuffix(word).rstrip() if word else bare
        yield shorter, f"単位「{word}」は unit: に書いてあるので、{shorter} と書いてください。"
    stripped = bare.lstrip("0")
    yield stripped, f"先頭の 0 を取って {stripped} と書いてください。"
    digits = bare.translate(_LIKE_DIGITS)
    yield digits, f"数字の所に英字が混じっています。{digits} と書いてください。"
    joined = "".join(bare.split())
    yield joined, f"数字の間の空白を取って {joined} と書いてください。"
    remark = _REMARK.fullmatch(bare)
    if remark is not None:
        yield (
            remark[1],
            (f"数だけを {remark[1]} と書き、添える言葉は status: や note: に書いてください。"),
        )


def _unit_remedy(plain: str, unit: Unit) -> str:
    """What to do about another unit than the indicator's behind the figure; empty: it is none."""
    found = _OTHER_UNIT.fullmatch(_THOUSANDS.sub("", plain))
    if found is None or found[2][0].isdigit():  # ② and the like
        return ""
    digits, word = found.groups()
    word = word.replace("%", "％")
    own = f"「{unit.text}」です" if unit.text else "書いてありません"
    head = f"値には数だけを書きます。この指標の単位は{own}。"
    same = _in_unit(digits, read_unit(word), unit)
    if same is not None:
        return f"{head}{same} と書いてください。"
    return (
        f"{head}その単位での数に直すか、unit: を {word} にして、値を {digits} と書いてください"
        f"（ほかの年の値も {word} になります）。"
    )


def _in_unit(digits: str, typed: Unit, unit: Unit) -> str | None:
    """13.5億 as 1350 where the unit is 百万円; None where another thing is counted."""
    scaled = typed.factor != 1 or unit.factor != 1
    if not scaled or typed.counter not in ("", unit.counter):
        return None
    number = read_number(digits, typed)
    if number is None:
        return None
    value = (number.base / unit.factor).normalize()
    return None if len(value.as_tuple().digits) > LONGEST_NUMBER else f"{value:f}"
