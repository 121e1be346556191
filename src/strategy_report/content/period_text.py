"""「R5」「平成30年度」「R2～6」「令和6年10月」 to `Period`."""

from __future__ import annotations

import re

from strategy_report.core.value import Value, replace
from strategy_report.model.period import ERAS, Era, Period, YearKind

_WIDE = str.maketrans("０１２３４５６７８９ＲＨＳＴＭ．", "0123456789RHSTM.")
_YEAR = r"(令和|平成|昭和|大正|明治|[RHSTM])?(元|\d{1,4})"
_ONE = re.compile(
    _YEAR + r"(?:(年度|年)?|[.年](\d{1,2})月?(?:[.](\d{1,2})|(\d{1,2})日)?)(現在)?", re.ASCII
)
_RANGE = re.compile(_YEAR + r"(年度|年)?[-～〜~]" + _YEAR + r"(年度|年)?", re.ASCII)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
WESTERN_YEARS = range(1868, 2201)


class NotAPeriodError(ValueError):
    """The text names no period. `args`: why, and perhaps what to write instead, in Japanese."""


class ReadPeriod(Value):
    """A period, and what is odd about how it was written.

    Attributes:
        never_came: for 平成32年 and the like, the year's name in the era that did come.
    """

    period: Period
    never_came: str = ""


def read_period(text: str, kind: YearKind = YearKind.UNSTATED) -> ReadPeriod:
    """The period that *text* names; *kind* is taken where the text does not say 年 or 年度.

    Raises:
        NotAPeriodError: the text names none.
    """
    clean = text.strip().translate(_WIDE)
    found = _RANGE.fullmatch(clean)
    if found is not None:
        return _range(found, kind)
    found = _ONE.fullmatch(clean)
    if found is None:
        raise NotAPeriodError(f"「{text}」は年として読めません。")
    name, number, word, month, day, day_word, as_of = found.groups()
    era = _era(name)
    year = _western(era, number, text)
    period = Period(
        year=year,
        kind=_kind(word, kind) if month is None else YearKind.UNSTATED,
        month=int(month) if month else None,
        day=int(day or day_word) if day or day_word else None,
        era=era.letter if era else None,
        as_of=as_of is not None,
    )
    _check_day(period, text)
    return ReadPeriod(period=period, never_came=_never_came(era, year))


def meant_period(text: str) -> str | None:
    """How to write what *text* is likely to mean; None where that is not plain.

    「2024/10/1」 「令和六年十月」 「r5」 「令和2年度から令和6年度」.
    """
    counted = _KANJI_TENS.sub(_in_digits, text)
    for wrong, right in _OTHER_WAYS:
        for plain in (counted.translate(wrong), "".join(counted.split()).upper().translate(wrong)):
            meant = re.sub(right[0], right[1], plain)
            if meant != text and is_period(meant):
                return meant
    return None


_KANJI_TENS = re.compile("([一二三])?十([一二三四五六七八九])?")
_KANJI_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")
# Characters to exchange, and then a pattern and what to put for it; tried in this order.
_OTHER_WAYS: tuple[tuple[dict[int, int], tuple[str, str]], ...] = (
    (_KANJI_DIGITS, ("$^", "")),
    ({}, ("から|−|―|ー|→", "-")),
    ({}, ("[/-]0?", ".")),
    ({}, (r"(?<=[RHSTM])\.", "")),
)


def _in_digits(found: re.Match[str]) -> str:
    tens, ones = (part or "" for part in found.groups())
    return f"{tens or '一'}{ones or '〇'}".translate(_KANJI_DIGITS)


def is_period(text: str) -> bool:
    try:
        read_period(text)
    except NotAPeriodError:
        return False
    return True


def _range(found: re.Match[str], kind: YearKind) -> ReadPeriod:
    first_name, first, first_word, last_name, last, last_word = found.groups()
    text = found.group()
    era = _era(first_name)
    last_era = _era(last_name) if last_name else era
    start, end = _western(era, first, text), _western(last_era, last, text)
    if end < start:
        raise NotAPeriodError(
            f"「{text}」は、終わりの年が始まりの年より前です。",
            "始まりの年、「-」、終わりの年の順に、R2-R6 のように書いてください。",
        )
    period = Period(
        year=start,
        end_year=end,
        kind=_kind(last_word or first_word, kind),
        era=era.letter if era else None,
    )
    return ReadPeriod(period=replace(period), never_came=_never_came(last_era, end))


def _era(name: str | None) -> Era | None:
    if not name:
        return None
    return next(era for era in ERAS if name in (era.letter, era.name))


def _western(era: Era | None, number: str, text: str) -> int:
    if era is None:
        year = int(number) if number != "元" else 0
        if year not in WESTERN_YEARS:
            raise NotAPeriodError(
                f"「{text}」は年として読めません（西暦は4桁、和暦は R6 のように書きます）。"
            )
        return year
    count = 1 if number == "元" else int(number)
    if not 1 <= count <= 99:
        raise NotAPeriodError(f"「{text}」は年として読めません（元号の年は1から99までです）。")
    return era.first_year + count - 1


def _kind(word: str | None, kind: YearKind) -> YearKind:
    return YearKind(word) if word else kind


def _check_day(period: Period, text: str) -> None:
    if period.month is None:
        return
    if not 1 <= period.month <= 12:
        raise NotAPeriodError(f"「{text}」の月は1から12までではありません。")
    is_leap = period.year % 4 == 0 and (period.year % 100 != 0 or period.year % 400 == 0)
    last = 29 if period.month == 2 and is_leap else _DAYS[period.month - 1]
    if period.day is not None and not 1 <= period.day <= last:
        raise NotAPeriodError(
            f"「{text}」という日はありません。", f"{period.month}月は 1日から {last}日までです。"
        )


def _never_came(era: Era | None, year: int) -> str:
    """「R2」 for 平成32年. The year in which an era changed belongs to both."""
    if era is None:
        return ""
    place = ERAS.index(era)
    if place == 0 or year <= ERAS[place - 1].first_year:
        return ""
    newer = next(candidate for candidate in ERAS if candidate.first_year <= year)
    return Period(year=year, era=newer.letter).key
