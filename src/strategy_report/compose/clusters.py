"""A paragraph's characters as clusters with bodies, gaps and break chances, ready to be broken.

All distances are whole EMU in plain lists, one entry a cluster: this is what the line breaker's
inner loop reads.
"""

from __future__ import annotations

from functools import cached_property
from unicodedata import category, normalize

from strategy_report.compose.char_class import CharClass, class_of
from strategy_report.compose.spacing import space_between
from strategy_report.compose.text import BREAK_HERE, NO_BREAK, StyledRun
from strategy_report.fonts.catalog import Catalog
from strategy_report.fonts.face import FontFace
from strategy_report.style.text_style import Kind, TextStyle

WESTERN_CLASSES = frozenset({CharClass.GROUPED_NUMERAL, CharClass.UNIT_SYMBOL, CharClass.WESTERN})
_HALF_BODIES = frozenset(
    {
        CharClass.OPENING_BRACKET,
        CharClass.CLOSING_BRACKET,
        CharClass.MIDDLE_DOT,
        CharClass.FULL_STOP,
        CharClass.COMMA,
    }
)
# One em behind ？ and ！ in running text, but not before closing and dividing marks and spaces.
_CLOSE_TO_SENTENCE_MARKS = frozenset({2, 4, 5, 6, 7, 14, 26})
# Space that a mark keeps at the line end, in quarters of an em.
_TAIL_QUARTERS: dict[int, int] = {2: 2, 5: 1, 6: 2, 7: 2}
# Share of the em by which a full-width glyph's body lies right of its origin: the ink of every
# mark in BIZ UDGothic keeps within that half.
_BODY_AT: dict[int, float] = {CharClass.OPENING_BRACKET: 0.5, CharClass.MIDDLE_DOT: 0.25}


_NO_BREAK_SPACE = "\u00a0"
# The class of what joins the character before it: selectors, combining marks, joiners.
_CONTINUES = -1
_JOINER = "\u200d"
# Zero-width joiner and non-joiner, and the byte order mark as a character.
_WITHOUT_GLYPH = frozenset("\u200c\u200d\ufeff")


# Class, face, glyph, advance in font units, and whether the glyph is an em wide.
Looked = tuple[int, FontFace, int, int, bool]
Lookups = dict[tuple[str, str | None, bool], dict[str, Looked]]
Tables = tuple[TextStyle, FontFace, FontFace | None, dict[str, Looked]]


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
        starts: place of each in the runs' text, which may hold the author's marks besides.
        marks: whether the author set a break mark behind each.
        joined: behind which the author (or a no-break space) forbids one.
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
        self.starts: list[int] = []
        self.joined: set[int] = set()
        at = 0
        for index, run in enumerate(runs):
            self._add(run, (index, at), _tables_of(run.style, faces, lookups))
            at += len(run.text)
        self.count = len(self.texts)
        self.text = "".join(self.texts)
        self._set_contextual_classes()
        self._measure_gaps()

    def _add(self, run: StyledRun, place: tuple[int, int], tables: Tables) -> None:
        index, at = place
        style = run.style
        for start, char in enumerate(run.text, at):
            if char == BREAK_HERE:
                if self.marks:
                    self.marks[-1] = True
                continue
            if char == NO_BREAK:
                if self.texts:
                    self.joined.add(len(self.texts) - 1)
                continue
            looked = _looked_up(char, tables)
            if self.texts and (looked[0] == _CONTINUES or self.texts[-1][-1] == _JOINER):
                self._extend(char)
                continue
            kind = looked[0]
            body, shift = _body(char, looked, style)
            self.texts.append(char)
            self.classes.append(CharClass.WESTERN if kind == _CONTINUES else kind)
            self.bodies.append(body)
            self.ink_shifts.append(shift)
            self.glyphs.append(looked[2])
            self.faces.append(looked[1])
            self.styles.append(style)
            self.runs.append(index)
            self.marks.append(False)
            self.starts.append(start)
            if char == _NO_BREAK_SPACE:
                self.joined.update((len(self.texts) - 2, len(self.texts) - 1))

    def _extend(self, char: str) -> None:
        """A variation selector or voicing mark joins its base, if the face knows the two."""
        together = self.texts[-1] + char
        self.texts[-1] = together
        if char not in _WITHOUT_GLYPH:
            self.glyphs[-1] = self.faces[-1].glyph(_composed(together))

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
            if self.bodies[i] * 2 == size:
                self.tails[i] = _TAIL_QUARTERS.get(self.classes[i], 0) * size // 4
            if i + 1 < n:
                self._measure_gap(i, size)

    def _measure_gap(self, i: int, size: int) -> None:
        style = self.styles[i]
        self.gaps[i] = int(style.tracking)
        before, after = self.classes[i], self.classes[i + 1]
        if (
            before == CharClass.DIVIDING_PUNCTUATION
            and style.kind is Kind.BODY
            and after not in _CLOSE_TO_SENTENCE_MARKS
        ):
            self.gaps[i] += size
            return
        space = space_between(before, after)
        if space.mixed:
            self._add_mixed_space(i, size, style.western_space)
            return
        next_size = int(self.styles[i + 1].char_size)
        natural_before, natural_after = space.before * size // 4, space.after * next_size // 4
        self.gaps[i] += natural_before + natural_after
        if space.step_before:
            self.reductions[space.step_before][i] += natural_before
        if space.step_after:
            self.reductions[space.step_after][i] += natural_after
        same = space.unless_same and self.texts[i] == self.texts[i + 1]
        if space.expansion == 3 and not same:
            self.expansions[3][i] = size // 4
        if before == CharClass.WORD_SPACE:
            self._measure_word_space(i, size)

    def _set_gap(self, i: int, gap: int) -> None:
        """A gap that is never adjusted."""
        self.gaps[i] = gap
        for amounts in (*self.reductions.values(), *self.expansions.values()):
            amounts[i] = 0

    def _add_mixed_space(self, i: int, size: int, western_space: float) -> None:
        """和欧間: shrinks to an eighth of an em (step 6), grows by a quarter (step 2)."""
        natural = int(size * western_space)
        self.gaps[i] += natural
        self.reductions[6][i] = max(0, natural - size // 8)
        self.expansions[2][i] = size // 4

    def _measure_word_space(self, i: int, size: int) -> None:
        """A typed space: 和欧間 between Japanese and Western, one em behind ？！, else a third.

        It has no body of its own: its width is the gap behind it.
        """
        self.bodies[i] = 0
        before, after = (self.classes[i - 1] if i else 0), self.classes[i + 1]
        if before == CharClass.DIVIDING_PUNCTUATION and self.styles[i].kind is Kind.BODY:
            self._set_gap(i - 1, 0)
            self._set_gap(i, size)
            return
        if before and before != CharClass.WORD_SPACE and space_between(before, after).mixed:
            self._add_mixed_space(i, size, self.styles[i].western_space)
            return
        third = size // 3
        self.gaps[i] += third
        self.reductions[1][i] = third - size // 4
        self.expansions[1][i] = size // 2 - third

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """First visible cluster of a line that starts at each place, end of one that ends there.

        Spaces at both edges are invisible, and so is a full-width space behind ？！ at the end.
        """
        n = self.count
        heads = list(range(n + 1))
        for i in range(n - 1, -1, -1):
            if self.classes[i] == CharClass.WORD_SPACE:
                heads[i] = heads[i + 1]
        tails = list(range(n + 1))
        for end in range(1, n + 1):
            kind = self.classes[end - 1]
            behind = self.classes[end - 2] if end > 1 else 0
            if kind == CharClass.WORD_SPACE or (
                kind == CharClass.IDEOGRAPHIC_SPACE and behind == CharClass.DIVIDING_PUNCTUATION
            ):
                tails[end] = tails[end - 1]
        return heads, tails

    def is_reference(self, i: int) -> bool:
        """Whether cluster *i* begins ※1 behind a word, which it refers to a note."""
        if not 0 < i < self.count - 1 or self.texts[i] not in "※＊":
            return False
        behind_word = self.classes[i - 1] not in (CharClass.WORD_SPACE, CharClass.IDEOGRAPHIC_SPACE)
        return behind_word and self.texts[i + 1].isdigit()

    def width(self, first: int, last: int) -> int:
        """Natural width of the clusters from *first* to before *last*, without a tail."""
        return sum(self.bodies[first:last]) + sum(self.gaps[first : last - 1])


def _body(char: str, looked: Looked, style: TextStyle) -> tuple[int, int]:
    """Width of a character's body, and from its left edge to the glyph's origin."""
    kind, face, _, advance, is_full = looked
    size = int(style.char_size)
    if is_full and kind in _HALF_BODIES:
        return size // 2, -int(size * _BODY_AT.get(kind, 0.0))
    body = advance * size // face.units_per_em
    if style.tabular_digits and char.isdigit():
        widest = face.advance(face.glyph("0")) * size // face.units_per_em
        return widest, (widest - body) // 2
    return body, 0


def _tables_of(style: TextStyle, faces: Catalog, lookups: Lookups) -> Tables:
    """A style's faces, with what was looked up in them."""
    western = None if style.western_face is None else faces[style.western_face]
    key = (style.face, style.western_face, style.western_digits)
    return style, faces[style.face], western, lookups.setdefault(key, {})


def _looked_up(char: str, tables: Tables) -> Looked:
    style, face, western, known = tables
    found = known.get(char)
    if found is None:
        kind = _CONTINUES if _continues(char) else int(class_of(char))
        chosen = face
        if (
            western is not None
            and char != " "
            and _is_western(char, with_digits=style.western_digits)
        ):
            chosen = western
        glyph = chosen.glyph(char)
        advance = chosen.advance(glyph)
        is_full = advance == chosen.units_per_em
        if kind == CharClass.WESTERN and is_full and not char.isascii():
            # JLREQ lists ×, ÷, § and others as Japanese and as Western: the face decides.
            kind = CharClass.IDEOGRAPHIC
        found = known[char] = (kind, chosen, glyph, advance, is_full)
    return found


def _is_western(char: str, *, with_digits: bool) -> bool:
    if char.isdigit() or char in ",.":
        return with_digits and char.isascii()
    return char.isascii() or "À" <= char <= "ɏ"


def _continues(char: str) -> bool:
    """Variation selectors, combining marks, joiners, and what follows a joiner of emoji."""
    if char < "\u0300":
        return False
    return char in _WITHOUT_GLYPH or category(char) in ("Mn", "Me") or "🏻" <= char <= "🏿"


def _composed(text: str) -> str:
    """A letter with its combining mark as one character; anything else as it is.

    Variation selectors and ideographs are never touched: NFC rewrites the kanji of names.
    """
    if category(text[-1]) != "Mn" or _is_selector(text[-1]) or text[0] >= "㐀":
        return text
    composed = normalize("NFC", text)
    return composed if len(composed) == 1 else text


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
