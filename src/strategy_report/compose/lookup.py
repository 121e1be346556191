"""Which glyph a character has in a style, in which face, and how wide its body is."""

from __future__ import annotations

from unicodedata import category, normalize

from strategy_report.compose.char_class import CharClass, class_of
from strategy_report.core.value import Value
from strategy_report.fonts.catalog import Catalog
from strategy_report.fonts.face import FontFace
from strategy_report.style.text_style import TextStyle

_HALF_BODIES = frozenset(
    {
        CharClass.OPENING_BRACKET,
        CharClass.CLOSING_BRACKET,
        CharClass.MIDDLE_DOT,
        CharClass.FULL_STOP,
        CharClass.COMMA,
    }
)
# Share of the em by which a full-width glyph's body lies right of its origin: the ink of every
# mark in BIZ UDGothic keeps within that half.
_BODY_AT: dict[int, float] = {CharClass.OPENING_BRACKET: 0.5, CharClass.MIDDLE_DOT: 0.25}


# The class of what joins the character before it: selectors, combining marks, joiners.
CONTINUES = -1
JOINER = "\u200d"
# Zero-width joiner and non-joiner, and the byte order mark as a character.
WITHOUT_GLYPH = frozenset("\u200c\u200d\ufeff")


# Class, face, glyph, width of the body, and from the body's left edge to the glyph's origin.
Looked = tuple[int, FontFace, int, int, int]
Lookups = dict[TextStyle, "StyleTable"]


class Forms(Value):
    """Which form of a character is drawn, and by which face, where there is a choice.

    Attributes:
        fallback: faces asked in turn for what a style's own face lacks.
        jis90: names set in the forms that JIS had before 2004.
    """

    fallback: tuple[FontFace, ...] = ()
    jis90: tuple[str, ...] = ()


NO_FORMS = Forms()


class StyleTable:
    """What was looked up in the faces of a style.

    Attributes:
        known: by character.
    """

    def __init__(self, style: TextStyle, faces: Catalog, forms: Forms) -> None:
        self.known: dict[str, Looked] = {}
        self._style = style
        self._forms = forms
        self._face = faces[style.face]
        self._western = None if style.western_face is None else faces[style.western_face]

    def look_up(self, char: str) -> Looked:
        """A character seen for the first time."""
        style, face = self._style, self._face
        if (
            self._western is not None
            and char != " "
            and _is_western(char, with_digits=style.western_digits)
        ):
            face = self._western
        found = self.known[char] = self._looked(char, face)
        return found

    def in_word(self, char: str) -> Looked | None:
        """A point or comma within a Western word; None where words have no face of their own."""
        return None if self._western is None else self._looked(char, self._western)

    def _looked(self, char: str, face: FontFace) -> Looked:
        style = self._style
        glyph = face.glyph(char)
        if not glyph:
            face = next((pack for pack in self._forms.fallback if pack.glyph(char)), face)
            glyph = face.glyph(char)
        advance = face.advance(glyph)
        is_full = advance == face.units_per_em
        kind = CONTINUES if _continues(char) else int(class_of(char))
        if kind == CharClass.WESTERN and is_full and not char.isascii():
            # JLREQ lists ×, ÷, § and others as Japanese and as Western: the face decides.
            kind = int(CharClass.IDEOGRAPHIC)
        size = int(style.char_size)
        if is_full and kind in _HALF_BODIES:
            body, shift = size // 2, -int(size * _BODY_AT.get(kind, 0.0))
        else:
            body, shift = advance * size // face.units_per_em, 0
        if style.tabular_digits and char.isdigit():
            widest = face.advance(face.glyph("0")) * size // face.units_per_em
            body, shift = widest, (widest - body) // 2
        return kind, face, glyph, body, shift


def table_of(style: TextStyle, faces: Catalog, lookups: Lookups, forms: Forms) -> StyleTable:
    """What is known of a style, begun if it is new."""
    table = lookups.get(style)
    if table is None:
        table = lookups[style] = StyleTable(style, faces, forms)
    return table


def _is_western(char: str, *, with_digits: bool) -> bool:
    if char.isdigit() or char in ",.":
        return with_digits and char.isascii()
    return char.isascii() or "À" <= char <= "ɏ"


def _continues(char: str) -> bool:
    """Variation selectors, combining marks, joiners, and what follows a joiner of emoji."""
    if char < "\u0300":
        return False
    return char in WITHOUT_GLYPH or category(char) in ("Mn", "Me") or "🏻" <= char <= "🏿"


def composed(text: str) -> str:
    """A letter with its combining mark as one character; anything else as it is.

    Variation selectors and ideographs are never touched: NFC rewrites the kanji of names.
    """
    if category(text[-1]) != "Mn" or _is_selector(text[-1]) or text[0] >= "㐀":
        return text
    composed = normalize("NFC", text)
    return composed if len(composed) == 1 else text


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
