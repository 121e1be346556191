"""How a town writes: one way for each kind of mark throughout a booklet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache

from strategy_report.core.value import Value


class Digits(Enum):
    """Width of the digits in texts; figures of indicators are always half width."""

    HALF = "half"
    FULL = "full"
    # Full width where a digit stands alone: ５人, 12人.
    SINGLE = "single"


class HouseStyle(Value):
    """What is printed, whichever way it was typed.

    Attributes:
        brackets, percent, wave: the characters to print.
        points: comma and full stop, e.g. ``，．``; empty: as typed.
        kept: names that stay as they were typed.
    """

    digits: Digits = Digits.HALF
    brackets: str = "（）"
    percent: str = "％"
    wave: str = "～"
    points: str = ""
    kept: tuple[str, ...] = ()


HOUSE_STYLE = HouseStyle()

# A run of ASCII with one of these in it is an address, a file's name or code.
_ASCII_RUN = re.compile(r"[!-~]+")
_NO_PROSE = re.compile(r"://|@|^www\.|[\w-]\.[A-Za-z]{2,}|\w=[\w\"']|[_\\]")


def parted(text: str, style: HouseStyle) -> Iterator[tuple[str, bool]]:
    """*text* in stretches, each with whether it must stay as it is: addresses, code, names."""
    for place, part in enumerate(_divider(style.kept).split(text)):
        if place % 2:
            yield part, True
        elif part:
            yield from _without_addresses(part)


@cache
def _divider(kept: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, kept), key=len, reverse=True)
    return re.compile(f"({'|'.join(longest_first) or '(?!)'})")


def _without_addresses(text: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for run in _ASCII_RUN.finditer(text):
        if not _NO_PROSE.search(run[0]):
            continue
        start, end = _bare(text, run.start(), run.end())
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """An address without the brackets around it, and without one that only begins behind it."""
    while text[start] == "(" and start < end - 1:
        start += 1
    while text[end - 1] == "(" or (
        text[end - 1] == ")" and text.count(")", start, end) > text.count("(", start, end)
    ):
        end -= 1
    return start, end


def with_signs(text: str, style: HouseStyle) -> str:
    """What the program writes itself (R2～6, 5.2％, 、), in the marks of *style*."""
    signs = _signs(style)
    if not signs or signs.keys().isdisjoint(map(ord, text)):
        return text
    return "".join(part if kept else part.translate(signs) for part, kept in parted(text, style))


@cache
def _signs(style: HouseStyle) -> dict[int, str]:
    # Not ， and ．, which may stand in figures that authors wrote.
    wanted = (*style.brackets, style.percent, style.wave, *(style.points or "、。"))
    pairs = zip("（）％～、。", wanted, strict=True)
    return {ord(usual): sign for usual, sign in pairs if sign != usual}


_USUAL_SIGNS = str.maketrans("〜()%", "～（）％")


def in_usual_signs(text: str) -> str:
    """*text* with wave, brackets and ％ of the usual style, whichever a town writes."""
    return text.translate(_USUAL_SIGNS)


def points_of(style: HouseStyle) -> dict[int, str]:
    """Translation of commas and full stops to those that *style* asks for."""
    if not style.points:
        return {}
    comma, stop = style.points[0], style.points[1]
    return {ord("、"): comma, ord("，"): comma, ord("。"): stop, ord("．"): stop}


_FULL_DIGITS = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
# Digits of a word or a number of a telephone stay as they are: R2～6, CO2, 5G, 076-220-2111.
_FIGURE = re.compile(
    r"[A-Za-z][A-Za-z0-9.\-]*(?:[～〜][A-Za-z]?[0-9]+)?|[0-9]+[A-Za-z][A-Za-z0-9]*|[0-9]+(?:-[0-9]+)+"
    r"|(?P<figure>[0-9]+(?:[.,][0-9]+)*)"
)


def with_digits(text: str, style: HouseStyle) -> str:
    """*text*, whose digits are half width, with digits as wide as *style* asks for."""
    if style.digits is Digits.HALF:
        return text
    most = 1 if style.digits is Digits.SINGLE else len(text)
    return _FIGURE.sub(lambda found: _full(found, most), text)


def _full(found: re.Match[str], most: int) -> str:
    """A figure of at most *most* characters in full width."""
    figure = found["figure"]
    if figure is None or len(figure) > most:
        return found[0]
    return figure.translate(_FULL_DIGITS)
