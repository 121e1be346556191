"""A paragraph's characters as clusters with bodies, gaps and break chances, ready to be broken.

All distances are whole EMU in plain lists, one entry a cluster: this is what the line breaker's
inner loop reads.
"""

from __future__ import annotations

from itertools import accumulate

from strategy_report.compose.char_class import NEVER_FIRST, NEVER_LAST, CharClass, class_of
from strategy_report.compose.spacing import may_break, space_between
from strategy_report.compose.text import BREAK_HERE, NO_BREAK, StyledRun
from strategy_report.compose.tokens import cuts, find_tokens
from strategy_report.fonts.catalog import Catalog
from strategy_report.fonts.face import FontFace
from strategy_report.style.text_style import BreakLevel, Kind, TextStyle

_WESTERN = frozenset({CharClass.GROUPED_NUMERAL, CharClass.UNIT_SYMBOL, CharClass.WESTERN})
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


# Class, face, glyph, advance in font units, and whether the glyph is an em wide.
Looked = tuple[int, FontFace, int, int, bool]
Lookups = dict[tuple[str, str | None, bool], dict[str, Looked]]
Tables = tuple[TextStyle, FontFace, FontFace | None, dict[str, Looked]]


_LOOSE_LEVELS = (BreakLevel.LOOSE, BreakLevel.VERY_LOOSE)


class Clusters:
    """A paragraph, character by character.

    Attributes:
        texts: source characters (a base and its variation selector are one).
        classes: JLREQ numbers.
        bodies: widths of the bodies; ink_shifts: from a body's left edge to its glyph's origin.
        glyphs, faces, styles, runs: what draws them, and the index of the run they came from.
        gaps: natural space behind each, with tracking; nothing behind the last.
        reductions: by step (1, 4, 5, 6) the space behind each that may be taken away.
        expansions: by step (1, 2, 3) the space that may be added.
        breaks: whether a line may end behind each.
        marks: whether the author set a break mark behind each.
        tails: half-em (or quarter) space that a mark keeps at the line end, if there is room.
    """

    def __init__(self, runs: tuple[StyledRun, ...], faces: Catalog, lookups: Lookups) -> None:
        self.runs_in = runs
        self.texts: list[str] = []
        self.classes: list[int] = []
        self.bodies: list[int] = []
        self.ink_shifts: list[int] = []
        self.glyphs: list[int] = []
        self.faces: list[FontFace] = []
        self.styles: list[TextStyle] = []
        self.runs: list[int] = []
        self.marks: list[bool] = []
        self.joined: set[int] = set()
        for index, run in enumerate(runs):
            self._add(run, index, _tables_of(run.style, faces, lookups))
        self.count = len(self.texts)
        self.text = "".join(self.texts)
        self._set_contextual_classes()
        self._measure_gaps()

    def _add(self, run: StyledRun, index: int, tables: Tables) -> None:
        style = run.style
        size = int(style.char_size)
        for char in run.text:
            if char == BREAK_HERE:
                if self.marks:
                    self.marks[-1] = True
                continue
            if char == NO_BREAK:
                if self.texts:
                    self.joined.add(len(self.texts) - 1)
                continue
            if self.texts and _continues(char):
                self._extend(char)
                continue
            kind, face, glyph, advance, is_full = _looked_up(char, tables)
            body, shift = advance * size // face.units_per_em, 0
            if is_full and kind in _HALF_BODIES:
                body, shift = size // 2, -int(size * _BODY_AT.get(kind, 0.0))
            elif style.tabular_digits and char.isdigit():
                widest = face.advance(face.glyph("0")) * size // face.units_per_em
                body, shift = widest, (widest - body) // 2
            self.texts.append(char)
            self.classes.append(kind)
            self.bodies.append(body)
            self.ink_shifts.append(shift)
            self.glyphs.append(glyph)
            self.faces.append(face)
            self.styles.append(style)
            self.runs.append(index)
            self.marks.append(False)

    def _extend(self, char: str) -> None:
        """A variation selector or voicing mark joins its base, if the face knows the two."""
        together = self.texts[-1] + char
        glyph = self.faces[-1].glyph(_composed(together))
        self.texts[-1] = together
        self.glyphs[-1] = glyph

    def _set_contextual_classes(self) -> None:
        """Spaces between Japanese and Western are 和欧間; marks inside numbers are numerals."""
        classes, texts = self.classes, self.texts
        for i in range(1, self.count - 1):
            if texts[i] in ",." and texts[i - 1].isdigit() and texts[i + 1].isdigit():
                classes[i] = CharClass.GROUPED_NUMERAL

    def _measure_gaps(self) -> None:
        n = self.count
        self.gaps = [0] * n
        self.tails = [0] * n
        self.reductions: dict[int, list[int]] = {step: [0] * n for step in (1, 4, 5, 6)}
        self.expansions: dict[int, list[int]] = {step: [0] * n for step in (1, 2, 3)}
        for i in range(n):
            size = int(self.styles[i].char_size)
            if self.classes[i] in (2, 6, 7) and self.bodies[i] * 2 == size:
                self.tails[i] = size // 2
            elif self.classes[i] == CharClass.MIDDLE_DOT and self.bodies[i] * 2 == size:
                self.tails[i] = size // 4
            if i + 1 < n:
                self._measure_gap(i, size)

    def _measure_gap(self, i: int, size: int) -> None:
        style = self.styles[i]
        self.gaps[i] = int(style.tracking)
        before, after = self.classes[i], self.classes[i + 1]
        if before == CharClass.WORD_SPACE or after == CharClass.WORD_SPACE:
            if before == CharClass.WORD_SPACE:
                self._measure_word_space(i, size)
            return
        next_size = int(self.styles[i + 1].char_size)
        space = space_between(before, after)
        if space.mixed:
            self._add_mixed_space(i, size, style.western_space)
            return
        natural_before, natural_after = space.before * size // 4, space.after * next_size // 4
        self.gaps[i] += natural_before + natural_after
        if space.step_before:
            self.reductions[space.step_before][i] += natural_before
        if space.step_after:
            self.reductions[space.step_after][i] += natural_after
        same = space.unless_same and self.texts[i] == self.texts[i + 1]
        if space.expansion == 3 and not same:
            self.expansions[3][i] = size // 4
        if before == CharClass.DIVIDING_PUNCTUATION and style.kind is Kind.BODY:
            self._add_sentence_space(i, size, after)

    def _add_sentence_space(self, i: int, size: int, after: int) -> None:
        """One em behind ？ and ！ in running text, unless a mark or a typed space follows."""
        if after not in (2, 4, 5, 6, 7, 14):
            self.gaps[i] = size + int(self.styles[i].tracking)
            for amounts in (*self.reductions.values(), *self.expansions.values()):
                amounts[i] = 0

    def _add_mixed_space(self, i: int, size: int, western_space: float) -> None:
        """和欧間: shrinks to an eighth of an em (step 6), grows by a quarter (step 2)."""
        natural = int(size * western_space)
        self.gaps[i] += natural
        self.reductions[6][i] = max(0, natural - size // 8)
        self.expansions[2][i] = size // 4

    def _measure_word_space(self, i: int, size: int) -> None:
        """A typed space: 和欧間 where one neighbour is Japanese, else a third of an em."""
        self.bodies[i] = 0
        inside = 0 < i < self.count - 1
        western = [inside and self.classes[j] in _WESTERN for j in (i - 1, i + 1)]
        if inside and western[0] != western[1]:
            self._add_mixed_space(i, size, self.styles[i].western_space)
            return
        third = size // 3
        self.gaps[i] += third
        self.reductions[1][i] = third - size // 4
        self.expansions[1][i] = size // 2 - third

    def allow_breaks(self, level: BreakLevel, words: tuple[str, ...], most: int) -> list[int]:
        """Where a line may end: by level, tokens and dictionary.

        Args:
            level: of JLREQ's rules.
            words: never to be broken.
            most: a token wider than this is released (0.8 of the line length).

        Returns:
            Index of the first cluster of each token that had to be released.
        """
        n = self.count
        self.breaks = [self._rule_allows(i, level) for i in range(n)]
        if n:
            self.breaks[n - 1] = True
        starts = [0, *accumulate(len(text) for text in self.texts)]
        place = {start: index for index, start in enumerate(starts)}
        released: list[int] = []
        for token in find_tokens(self.text):
            first, last = place[token.start], place[token.end]
            kept = self.breaks[first : last - 1]
            self.breaks[first : last - 1] = [False] * (last - 1 - first)
            if self.width(first, last) > most:
                released.append(first)
                self._release(first, last, kept, most)
        for word in words:
            at = self.text.find(word)
            while at >= 0:
                begin, end = place.get(at), place.get(at + len(word))
                if begin is not None and end is not None and self.width(begin, end) <= most:
                    self.breaks[begin : end - 1] = [False] * (end - 1 - begin)
                at = self.text.find(word, at + 1)
        return released

    def _rule_allows(self, i: int, level: BreakLevel) -> bool:
        """Whether the author, the characters and the classes let a line end behind cluster i."""
        if i + 1 >= self.count or self.marks[i]:
            return i not in self.joined
        char, follower = self.texts[i], self.texts[i + 1]
        forbidden = follower[0] in NEVER_FIRST or char[0] in NEVER_LAST or follower == " "
        if i in self.joined or forbidden:
            return False
        before, after = self.classes[i], self.classes[i + 1]
        if before in _WESTERN and after in _WESTERN:
            return False
        one_sign = char == follower or char + follower in "〳〵〴〵"
        if before == after == CharClass.INSEPARABLE and one_sign:
            return level in _LOOSE_LEVELS and char in "…‥"
        return before == CharClass.WORD_SPACE or may_break(before, after, level, follower)

    def _release(self, first: int, last: int, kept: list[bool], most: int) -> None:
        """Cut a token that is too long, at its least harmful places, until the parts fit."""
        text = "".join(self.texts[first:last])
        starts = [0, *accumulate(len(part) for part in self.texts[first:last])]
        place = {start: index for index, start in enumerate(starts)}
        for tier in cuts(text):
            for at in tier:
                index = place.get(at)
                if index is not None and (kept[index - 1] or tier is not cuts(text)[-1]):
                    follower = self.texts[first + index]
                    self.breaks[first + index - 1] = follower[0] not in NEVER_FIRST
            if self._widest_part(first, last) <= most:
                return

    def _widest_part(self, first: int, last: int) -> int:
        widest, start = 0, first
        for i in range(first, last):
            if self.breaks[i] or i == last - 1:
                widest = max(widest, self.width(start, i + 1))
                start = i + 1
        return widest

    def width(self, first: int, last: int) -> int:
        """Natural width of the clusters from *first* to before *last*, without a tail."""
        return sum(self.bodies[first:last]) + sum(self.gaps[first : last - 1])


def _tables_of(style: TextStyle, faces: Catalog, lookups: Lookups) -> Tables:
    """A style's faces, with what was looked up in them."""
    western = None if style.western_face is None else faces[style.western_face]
    key = (style.face, style.western_face, style.western_digits)
    return style, faces[style.face], western, lookups.setdefault(key, {})


def _looked_up(char: str, tables: Tables) -> Looked:
    style, face, western, known = tables
    found = known.get(char)
    if found is None:
        kind = class_of(char)
        chosen = face
        if (
            western is not None
            and char != " "
            and _is_western(char, with_digits=style.western_digits)
        ):
            chosen = western
        glyph = chosen.glyph(char)
        advance = chosen.advance(glyph)
        found = known[char] = (kind, chosen, glyph, advance, advance == chosen.units_per_em)
    return found


def _is_western(char: str, *, with_digits: bool) -> bool:
    if char.isdigit() or char in ",.":
        return with_digits and char.isascii()
    return char.isascii() or "À" <= char <= "ɏ"


def _continues(char: str) -> bool:
    """Variation selectors and combining kana voicing marks."""
    return (
        "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
        or char in "\u3099\u309a"
    )


def _composed(text: str) -> str:
    """A kana with its combining voicing mark as one character; anything else as it is."""
    if text[-1] not in "\u3099\u309a":
        return text
    import unicodedata

    composed = unicodedata.normalize("NFC", text)
    return composed if len(composed) == 1 else text
