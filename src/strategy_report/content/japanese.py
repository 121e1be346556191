"""What counts as a Japanese character, and what must not stand in a text at all."""

from __future__ import annotations

from unicodedata import category


def is_japanese(char: str) -> bool:
    """Kana, kanji, and the full-width marks that are set among them."""
    code = ord(char)
    return (
        0x3001 <= code <= 0x30FF  # marks, hiragana, katakana
        or 0x3400 <= code <= 0x9FFF  # ideographs, extension A
        or 0xF900 <= code <= 0xFAFF  # compatibility ideographs
        or 0xFF00 <= code <= 0xFFEF  # full-width forms
        or 0x20000 <= code <= 0x3FFFF  # further ideographs
        or char in "※→“”‘’…―○●◎△▲□■×÷"
    )


def has_japanese(text: str) -> bool:
    return any(map(is_japanese, text))


# Line feed alone shapes a file; a tab is judged where it stands.
_ALLOWED_CONTROLS = "\n\t"
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def forbidden(text: str) -> tuple[str, ...]:
    """The distinct characters of *text* that may not stand in content, in code order."""
    # Nearly every text is clean, and this asks in C.
    if text.replace("\n", "").replace("\u3000", "").isprintable() and _LOST.isdisjoint(text):
        return ()
    return tuple(sorted(char for char in set(text) if _is_forbidden(char)))


# What stands for a character that a program could not read, or that a printer did not have.
_UNREAD, _GETA = "\ufffd", "〓"
_LOST = frozenset((_UNREAD, _GETA))


def _is_forbidden(char: str) -> bool:
    if " " <= char <= "~":
        return False
    if char in _ALLOWED_CONTROLS:
        return False
    if char in _LOST:
        return True
    return category(char) in ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")


# What to call a character of one of these categories, and what to do about it.
_BY_CATEGORY = {
    "Cc": ("制御文字", "目に見えない文字です。消してください（行ごと打ち直すのが確実です）。"),
    "Cf": ("見えない記号", "消してください。"),
    "Cn": ("割り当てのない文字", "文字化けです。消して、正しい字を打ち直してください。"),
    "Co": ("外字", "外字は印刷できません。常用の字に替えるか、読みをかなで書いてください。"),
    "Cs": ("こわれた文字", "文字化けです。消して、正しい字を打ち直してください。"),
    "Zl": ("特殊な改行", "消して、普通の改行にしてください。"),
    "Zp": ("特殊な改行", "消して、普通の改行にしてください。"),
}
_BY_CHARACTER = {
    "\u200b": ("見えない改行記号", "折り返してよい所には「|」を書いてください。"),
    _UNREAD: ("読めなかった字のしるし", "文字化けです。正しい字を打ち直してください。"),
    _GETA: ("字のないしるし「〓」", "もとの字に替えるか、読みをかなで書いてください。"),
    "\u2060": ("見えない改行禁止記号", "折り返さない所には「^」を書いてください。"),
    **dict.fromkeys(
        _BIDI,
        ("文字の向きを変える見えない記号", "見た目と中身が変わるので、消してください。"),
    ),
}


def name_forbidden(char: str) -> tuple[str, str]:
    """What to call the character, and what to do about it."""
    return _BY_CHARACTER.get(char) or _BY_CATEGORY[category(char)]
