"""JLREQ's character classes (Appendix A), by code point and by what stands beside it."""

from __future__ import annotations

from enum import IntEnum


class CharClass(IntEnum):
    """The classes by their numbers in JLREQ; complexes that no code point tells are left out."""

    OPENING_BRACKET = 1
    CLOSING_BRACKET = 2
    HYPHEN = 3
    DIVIDING_PUNCTUATION = 4
    MIDDLE_DOT = 5
    FULL_STOP = 6
    COMMA = 7
    INSEPARABLE = 8
    ITERATION_MARK = 9
    PROLONGED_SOUND_MARK = 10
    SMALL_KANA = 11
    PREFIXED_ABBREVIATION = 12
    POSTFIXED_ABBREVIATION = 13
    IDEOGRAPHIC_SPACE = 14
    HIRAGANA = 15
    KATAKANA = 16
    IDEOGRAPHIC = 19
    REFERENCE_MARK = 20
    GROUPED_NUMERAL = 24
    UNIT_SYMBOL = 25
    WORD_SPACE = 26
    WESTERN = 27


# Members as JLREQ lists them in their full-width forms. Ours, since its lists leave them out:
# U+2015 ― joins like U+2014 and is what BIZ UD draws without a gap (cl-08); U+FF5E ～ is what
# Windows types for the wave dash U+301C (cl-03); half-width kana and marks follow their
# full-width forms, as they are the same letters.
_MEMBERS = {
    CharClass.OPENING_BRACKET: "‘“（〔［｛〈《「『【｟⦅〘〖«〝｢",
    CharClass.CLOSING_BRACKET: "’”）〕］｝〉》」』】｠⦆〙〗»〟｣",
    CharClass.HYPHEN: "‐〜゠–～",
    CharClass.DIVIDING_PUNCTUATION: "！？‼⁇⁈⁉",
    CharClass.MIDDLE_DOT: "・：；･",
    CharClass.FULL_STOP: "。．｡",
    CharClass.COMMA: "、，､",
    CharClass.INSEPARABLE: "—…‥〳〴〵―",
    CharClass.ITERATION_MARK: "ヽヾゝゞ々〻",
    CharClass.PROLONGED_SOUND_MARK: "ーｰ",
    CharClass.SMALL_KANA: (
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
    ),
    CharClass.PREFIXED_ABBREVIATION: "￥＄￡＃€№$£¥#",
    CharClass.POSTFIXED_ABBREVIATION: (
        "°′″℃￠％‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄㎥㏊㎢%¢"
    ),
    CharClass.IDEOGRAPHIC_SPACE: "\u3000",
    CharClass.WORD_SPACE: " \u00a0",
}

_CLASS_OF = {char: kind for kind, members in _MEMBERS.items() for char in members}

# Never at a line head, or never at a line end, at any level: Western marks have no class of their
# own in JLREQ's tables.
NEVER_FIRST = frozenset(",.)]}!?:;｣､｡、。，．")
NEVER_LAST = frozenset("([{｢")


def class_of(character: str) -> CharClass:
    """The class of a character (or of the base of a variation sequence) standing alone."""
    base = character[0]
    known = _CLASS_OF.get(base)
    if known is None:
        known = _CLASS_OF[base] = _by_block(ord(base))
    return known


def _by_block(code: int) -> CharClass:
    if 0x30 <= code <= 0x39:
        return CharClass.GROUPED_NUMERAL
    if 0x3041 <= code <= 0x309F:
        return CharClass.HIRAGANA
    if 0x30A0 <= code <= 0x30FF or 0x31F0 <= code <= 0x31FF or 0xFF66 <= code <= 0xFF9F:
        return CharClass.KATAKANA
    if code < 0x370 or 0x1E00 <= code <= 0x1EFF or code == 0x2212:
        return CharClass.WESTERN
    return CharClass.IDEOGRAPHIC
