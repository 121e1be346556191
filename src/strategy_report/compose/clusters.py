"""A paragraph's characters as clusters with bodies, gaps and break chances, ready to be broken.

All distances are whole EMU in plain lists, one entry a cluster: this is what the line breaker's
inner loop reads.
"""

from __future__ import annotations

from functools import cached_property

from strategy_report.compose.char_class import CharClass
from strategy_report.compose.lookup import (
    CONTINUES,
    JOINER,
    NO_FORMS,
    WITHOUT_GLYPH,
    Forms,
    Lookups,
    StyleTable,
    composed,
    table_of,
)
from strategy_report.compose.ruby import RUBY_SIZE, Ruby
from strategy_report.compose.spacing import space_between
from strategy_report.compose.text import BREAK_HERE, NO_BREAK, StyledRun
from strategy_report.core.value import replace
from strategy_report.fonts.catalog import Catalog
from strategy_report.fonts.face import FontFace
from strategy_report.style.text_style import Kind, Reduction, TextStyle

WESTERN_CLASSES = frozenset({CharClass.GROUPED_NUMERAL, CharClass.UNIT_SYMBOL, CharClass.WESTERN})
# One em behind ？ and ！ in running text, but not before closing and dividing marks and spaces.
_CLOSE_TO_SENTENCE_MARKS = frozenset({2, 4, 5, 6, 7, 14, 26})
# Space that a mark keeps at the line end, in quarters of an em.
_TAIL_QUARTERS: dict[int, int] = {2: 2, 5: 1, 6: 2, 7: 2}
# Halves of the natural space that may be taken away, by step (JLREQ tables 3 and 5).
_REDUCED = {Reduction.DEFAULT: {4: 2, 5: 2}, Reduction.BOOKS: {4: 0, 5: 1}}
_KANA = frozenset({10, 11, 15, 16})
# Kana and kanji: nothing between any two of them in Table 1, and step 3 in Table 6.
_SOLID = frozenset({9, 10, 11, 15, 16, 19})
_SPACES = frozenset((int(CharClass.WORD_SPACE), int(CharClass.IDEOGRAPHIC_SPACE)))
_AUTHORS_MARKS = frozenset((BREAK_HERE, NO_BREAK))
_NO_BREAK_SPACE = "\u00a0"
# Between Western letters and digits these are letters like any other: index.html?a=1#b, a%20b.
_MARKS_WITHIN = frozenset(",.#$%")


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
        marked: behind which the author set a break mark.
        joined: behind which the author (or a no-break space) forbids one.
        has_dots: whether some have 圏点.
        rubies: readings, and the clusters they stand above.
        tails: half-em (or quarter) space that a mark keeps at the line end, if there is room.
    """

    def __init__(
        self,
        runs: tuple[StyledRun, ...],
        faces: Catalog,
        lookups: Lookups,
        forms: Forms = NO_FORMS,
    ) -> None:
        self.runs_in = runs
        self._forms = forms
        self.texts: list[str] = []
        self.classes: list[int] = []
        self.bodies: list[int] = []
        self.ink_shifts: list[int] = []
        self.glyphs: list[int] = []
        self.faces: list[FontFace] = []
        self.styles: list[TextStyle] = []
        self.runs: list[int] = []
        self.marked: set[int] = set()
        self.starts: list[int] = []
        self.joined: set[int] = set()
        self.rubies: list[Ruby] = []
        self.has_dots = any(run.dotted for run in runs)
        at = 0
        for index, run in enumerate(runs):
            first = len(self.texts)
            self._add(run, (index, at), table_of(run.style, faces, lookups, forms))
            at += len(run.text)
            if run.note:
                self.classes[first:] = [int(CharClass.REFERENCE_MARK)] * (len(self.texts) - first)
            if run.ruby:
                self.rubies.append(Ruby(first, len(self.texts), run.ruby))
        self.count = len(self.texts)
        self.text = "".join(self.texts)
        self._set_jis90(forms.jis90)
        self._set_contextual_classes()
        self._set_points_of_words(faces, lookups)
        self._measure_gaps()
        self._make_room_for_rubies()

    def _add(self, run: StyledRun, place: tuple[int, int], table: StyleTable) -> None:
        index, at = place
        known = table.known
        texts, first = self.texts, len(self.texts)
        for start, char in enumerate(run.text, at):
            kind, face, glyph, body, shift = known.get(char) or table.look_up(char)
            if char in _AUTHORS_MARKS:
                self._mark(char)
                continue
            if kind == CONTINUES or (texts and texts[-1][-1] == JOINER):
                if texts:
                    self._extend(char)
                    continue
                kind = int(CharClass.WESTERN)
            texts.append(char)
            self.classes.append(kind)
            self.bodies.append(body)
            self.ink_shifts.append(shift)
            self.glyphs.append(glyph)
            self.faces.append(face)
            self.starts.append(start)
        added = len(texts) - first
        self.styles.extend([run.style] * added)
        self.runs.extend([index] * added)

    def _mark(self, char: str) -> None:
        """What the author forbids or allows behind the cluster before."""
        if not self.texts:
            return
        if char == BREAK_HERE:
            self.marked.add(len(self.texts) - 1)
        else:
            self.joined.add(len(self.texts) - 1)

    def _extend(self, char: str) -> None:
        """A variation selector or voicing mark joins its base, if the face knows the two."""
        together = self.texts[-1] + char
        self.texts[-1] = together
        if char in WITHOUT_GLYPH:
            return
        shape = composed(together)
        self.glyphs[-1] = self.faces[-1].glyph(shape)
        for face in self._forms.fallback if not self.glyphs[-1] else ():
            if glyph := face.glyph(shape):
                self.faces[-1], self.glyphs[-1] = face, glyph
                return

    def _set_jis90(self, names: tuple[str, ...]) -> None:
        """The characters of *names* in the forms of JIS X 0208:1990."""
        for name in names if self.count == len(self.text) else ():
            at = self.text.find(name)
            while at >= 0:
                for i in range(at, at + len(name)):
                    self.glyphs[i] = self.faces[i].jis90_glyph(self.texts[i])
                at = self.text.find(name, at + len(name))

    def _set_contextual_classes(self) -> None:
        """Marks inside numbers and Western words are of them; a no-break space joins."""
        if _NO_BREAK_SPACE in self.text:
            for i, text in enumerate(self.texts):
                if text == _NO_BREAK_SPACE:
                    self.joined.update((i - 1, i))
        if _MARKS_WITHIN.isdisjoint(self.text):
            return
        classes, texts = self.classes, self.texts
        for i in range(1, self.count - 1):
            if texts[i] in ",.":
                if texts[i - 1].isdigit() and texts[i + 1].isdigit():
                    classes[i] = CharClass.GROUPED_NUMERAL
            elif texts[i] in _MARKS_WITHIN and (
                classes[i - 1] in WESTERN_CLASSES and classes[i + 1] in WESTERN_CLASSES
            ):
                classes[i] = CharClass.WESTERN

    def _set_points_of_words(self, faces: Catalog, lookups: Lookups) -> None:
        """In example.lg.jp the points are the letters', not those of figures."""
        texts = self.texts
        for i in range(1, self.count - 1) if "." in self.text else ():
            if texts[i] == "." and _is_letter(texts[i - 1]) and _is_letter(texts[i + 1]):
                looked = table_of(self.styles[i], faces, lookups, self._forms).in_word(".")
                if looked is not None:
                    _, self.faces[i], self.glyphs[i], self.bodies[i], self.ink_shifts[i] = looked

    def _measure_gaps(self) -> None:
        n = self.count
        classes, styles = self.classes, self.styles
        self.gaps = [0] * n
        self.tails = [0] * n
        self.reductions: dict[int, list[int]] = {step: [0] * n for step in (1, 4, 5, 6)}
        self.expansions: dict[int, list[int]] = {step: [0] * n for step in (1, 2, 3)}
        gaps, between_kana = self.gaps, self.expansions[3]
        style, size, tracking = None, 0, 0
        for i in range(n):
            if styles[i] is not style:
                style = styles[i]
                size, tracking = int(style.char_size), int(style.tracking)
            kind = classes[i]
            if kind in _TAIL_QUARTERS and self.bodies[i] * 2 == size:
                self.tails[i] = _TAIL_QUARTERS[kind] * size // 4
            if i + 1 == n:
                break
            if kind in _SOLID and classes[i + 1] in _SOLID:
                # Nearly every pair: set solid, and opened last of all.
                gaps[i] = tracking
                between_kana[i] = size // 4
            else:
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
            self._add_mixed_space(i, size, style)
            return
        next_size = int(self.styles[i + 1].char_size)
        natural_before, natural_after = space.before * size // 4, space.after * next_size // 4
        self.gaps[i] += natural_before + natural_after
        shares = _REDUCED[style.reduction]
        if space.step_before:
            self.reductions[space.step_before][i] += natural_before * shares[space.step_before] // 2
        if space.step_after:
            self.reductions[space.step_after][i] += natural_after * shares[space.step_after] // 2
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

    def _add_mixed_space(self, i: int, size: int, style: TextStyle) -> None:
        """和欧間: shrinks to an eighth of an em (step 6), grows to what the style allows (step 2).

        Where there is none by nature, it is no wider than spaces between kana.
        """
        natural = int(size * style.western_space)
        if not natural:
            self.expansions[3][i] = size // 4
            return
        self.gaps[i] += natural
        if style.reduction is Reduction.DEFAULT:
            self.reductions[6][i] = max(0, natural - size // 8)
        self.expansions[2][i] = max(0, int(size * style.western_most) - natural)

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
            self._add_mixed_space(i, size, self.styles[i])
            return
        third = size // 3
        self.gaps[i] += third
        self.reductions[1][i] = third - size // 4
        self.expansions[1][i] = size // 2 - third

    def _make_room_for_rubies(self) -> None:
        # The kana over which the reading before it already hangs is no room for the next.
        self._overhung = -1
        self.rubies = [self._with_room(ruby) for ruby in self.rubies]

    def _with_room(self, ruby: Ruby) -> Ruby:
        """Widens the characters below a reading that is wider than they are.

        It may overhang kana by its own em, and never kanji (JLREQ 3.3.8). What it explains is one
        complex: no space is added within it, and group ruby is never broken.
        """
        first, last = ruby.first, ruby.last
        size = int(self.styles[first].char_size * RUBY_SIZE)
        if ruby.is_group:
            self.joined.update(range(first, last - 1))
        for i in range(first, last - 1):
            self.expansions[3][i] = 0
        base = sum(self.bodies[first:last])
        reading = sum(map(len, ruby.readings)) * size
        free = first - 1 != self._overhung
        before = size if free and self._takes_overhang(first - 1) else 0
        after = size if self._takes_overhang(last) else 0
        joint = ruby.is_group or any(
            len(text) * size > body
            for text, body in zip(ruby.readings, self.bodies[first:last], strict=True)
        )
        more = max(0, reading - base - before - after) if joint else 0
        for i in range(first, last):
            share = more * (i - first + 1) // (last - first) - more * (i - first) // (last - first)
            self.bodies[i] += share
            self.ink_shifts[i] += share // 2
        if joint and after and reading > base + more:
            self._overhung = last
        return replace(ruby, joint=joint, overhang=(before, after))

    def _takes_overhang(self, i: int) -> bool:
        inside = 0 <= i < self.count
        return inside and self.classes[i] in _KANA and not self.runs_in[self.runs[i]].ruby

    @property
    def fallbacks(self) -> list[int]:
        """Clusters that a face of the fallback draws."""
        packs = self._forms.fallback
        return [i for i, face in enumerate(self.faces) if face in packs] if packs else []

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """First visible cluster of a line that starts at each place, end of one that ends there.

        Spaces at both edges are invisible, and so is a full-width space behind ？！ at the end.
        """
        n = self.count
        heads = list(range(n + 1))
        if _SPACES.isdisjoint(self.classes):
            return heads, heads
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


def _is_letter(text: str) -> bool:
    return text.isascii() and text.isalpha()
