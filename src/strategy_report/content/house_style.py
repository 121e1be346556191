"""One typography for the whole booklet: brackets, waves, widths, stray spaces.

Nothing is changed in addresses, code and names to be kept, nor in texts without a Japanese
character.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from strategy_report.content.japanese import has_japanese, is_japanese
from strategy_report.core.value import Value
from strategy_report.model.house_style import (
    HOUSE_STYLE,
    Digits,
    HouseStyle,
    parted,
    points_of,
    with_digits,
)

_FULL_WIDTH_ALNUM = {
    code: chr(code - 0xFEE0)
    for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
    for code in range(first, last + 1)
}
_VOICING = "\u3099\u309a"
_HALF_KANA = frozenset(map(chr, range(0xFF61, 0xFFA0)))
_ARROWS = ("->", "=>", "−>", "⇒")
# Between digits these part thousands and decimals, whatever the width they were typed in.
_FULL_POINT = re.compile("(?<=[0-9])([，．])(?=[0-9])")
_HALF_POINT = {"，": ",", "．": "."}


class _Marks(Value):
    """A style, ready to be applied.

    Attributes:
        single: translation character by character.
        suspect: a text without any of these is left alone at once.
    """

    single: dict[int, str]
    suspect: frozenset[str]


@cache
def _marks(style: HouseStyle) -> _Marks:
    """What *style* changes, and what stays whichever style a town has."""
    opening, closing = style.brackets[0], style.brackets[1]
    single = {
        **dict.fromkeys(map(ord, "(（"), opening),
        **dict.fromkeys(map(ord, ")）"), closing),
        **dict.fromkeys(map(ord, "%％"), style.percent),
        **dict.fromkeys(map(ord, "~〜～"), style.wave),
        # BIZ UD draws U+2015 without a gap between two of them, and these half as wide.
        **dict.fromkeys(map(ord, "—─"), "―"),
        **_FULL_WIDTH_ALNUM,
        **points_of(style),
    }
    changed = {chr(code) for code, wanted in single.items() if chr(code) != wanted}
    digits = frozenset() if style.digits is Digits.HALF else frozenset("0123456789")
    suspect = changed | digits | _HALF_KANA | frozenset(" \u3000=->，．" + _VOICING)
    return _Marks(single=single, suspect=frozenset(suspect))


def in_house_style(text: str, style: HouseStyle = HOUSE_STYLE) -> str:
    """*text* as the house writes it: （累計）, R2～6, 5.2％, 令和6年10月, →."""
    marks = _marks(style)
    if marks.suspect.isdisjoint(text) or not has_japanese(text):
        return text
    return "".join(
        stretch if kept else _styled(stretch, style, marks) for stretch, kept in parted(text, style)
    )


def differences(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Each stretch in which two spellings of a text differ, as it was and as it is now.

    A stretch has its neighbours with it where one side is empty, or begins or ends with a space.
    """
    found: list[tuple[str, str]] = []
    i = j = 0
    while i < len(before) or j < len(after):
        if before[i : i + 1] == after[j : j + 1]:
            i, j = i + 1, j + 1
            continue
        ahead = _next_agreement(before[i:], after[j:])
        was, now = before[i : i + ahead[0]], after[j : j + ahead[1]]
        if not was or not now or was != was.strip() or now != now.strip():
            last = i + ahead[0]
            was = before[max(0, i - 1) : last + 1]
            now = after[max(0, j - 1) : j + ahead[1] + 1]
        found.append((was, now))
        i, j = i + ahead[0], j + ahead[1]
    return tuple(dict.fromkeys(found))


# A change never drops or adds more characters than an arrow or a run of spaces has.
_FARTHEST = 8


def _next_agreement(before: str, after: str) -> tuple[int, int]:
    """How far to go in both texts until they agree for two characters (or end)."""
    for distance in range(1, _FARTHEST * 2):
        for i in range(distance + 1):
            j = distance - i
            if before[i : i + 2] == after[j : j + 2] and i <= len(before) and j <= len(after):
                return i, j
    return len(before), len(after)


def _styled(text: str, style: HouseStyle, marks: _Marks) -> str:
    if not _HALF_KANA.isdisjoint(text):
        text = _full_width_kana(text)
    if "\u3099" in text or "\u309a" in text:
        text = _composed_kana(text)
    for arrow in _ARROWS:
        text = text.replace(arrow, "→")
    text = text.translate(_FULL_WIDTH_ALNUM)
    text = _FULL_POINT.sub(lambda point: _HALF_POINT[point[0]], text)
    text = text.translate(marks.single)
    text = _without_stray_spaces(text) if " " in text or "\u3000" in text else text
    return with_digits(text, style)


def _full_width_kana(text: str) -> str:
    parts: list[str] = []
    for char in text:
        if parts and (char in _HALF_KANA) == (parts[-1][0] in _HALF_KANA):
            parts[-1] += char
        else:
            parts.append(char)
    return "".join(normalize("NFKC", p) if p[0] in _HALF_KANA else p for p in parts)


def _composed_kana(text: str) -> str:
    """Kana with a separate voicing mark (as macOS writes names) in one character.

    NFC of the whole text would rewrite 88 ideographs of people's names.
    """
    chars: list[str] = []
    for char in text:
        if char in _VOICING and chars:
            chars[-1] = normalize("NFC", chars[-1] + char)
        else:
            chars.append(char)
    return "".join(chars)


def _without_stray_spaces(text: str) -> str:
    kept = [
        char for at, char in enumerate(text) if char not in " \u3000" or not _is_stray(text, at)
    ]
    return "".join(kept)


def _is_stray(text: str, at: int) -> bool:
    """A space between Japanese and a digit, beside an arrow, or behind ※.

    The space of 「2040年 2.07」 keeps two numbers apart and stays.
    """
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if "→" in (before, after) or before == "※":
        return True
    if text[at] != " " or not before or not after:
        return False
    if is_japanese(before) and after.isdigit():
        return not text[at - 2 : at - 1].isdigit()
    return before.isdigit() and is_japanese(after) and after not in "（「"
