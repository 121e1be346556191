"""Words that are not read as the rest: abbreviations, foreign words, signs, marks of notes.

An abbreviation is expanded where a part of the book first has it, as a person reading aloud would,
and not where its own expansion stands beside it: 重要業績評価指標（KPI）. Foreign are words that
the town names, and rows of two or more Western words: a title, a quotation. A single word stays
Japanese, since most are names or borrowed (Web, PR), and a change of voice tears a sentence apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import is_

from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import Item, TextLine, Voice
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.display.walk import boxes_in
from strategy_report.model.spoken import SpokenWords
from strategy_report.story.alternative_text import DASHES, NO_VALUE

ENGLISH = "en"

# What is drawn, and what is told by words of its own, is not read letter by letter.
_NOT_READ = frozenset((Role.ARTIFACT, Role.FIGURE))

# Readers name signs: 右矢印, 黒下三角. In prose an arrow leads from one to another, and a triangle
# takes the number behind it away; what only decorates is a pause between words, and else silent.
_MINUS, _ARROW, _PAUSE, _SILENCE = "マイナス", "から", "、", " "
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"[^\W_]%?[」』）］％]*$"), re.compile(r"[「『（［]*[^\W_]")
_SIGN = re.compile(r"([▲△](?=[\d０-９]))|([→⇒➡])|[↑↓【】▲△▼▽■□◆◇●▶▷►]")
# In a cell of figures; the value may have its year beside it.
_NO_FIGURE = re.compile(rf"(?<!\S)[{re.escape(''.join(sorted(DASHES)))}](?!\S)")
# ※9月末の数 is a note of the mark ※.
_COUNTED = "(?![,.年月日時人名件社円％%割歳回区市町点か])"
_NOTE_MARK = re.compile(rf"※(?:\d++{_COUNTED})?|注\d++{_COUNTED}|[*＊]\d*")
_WESTERN_ROW = re.compile(r"[A-Za-z][A-Za-z'’-]+(?:[ :,&]+[A-Za-z][A-Za-z'’-]+)+")
# Rows of abbreviations (SDGs KPI) are no language.
_SMALL_LETTERS = re.compile(r"[a-z]{3}")


def with_voices(pages: tuple[Page, ...], spoken: SpokenWords) -> tuple[Page, ...]:
    """*pages* of one part, with the voices of all their lines."""
    own = tuple(map(_notes_on, pages))
    anywhere = {mark: key for notes in reversed(own) for mark, key in notes.items()}
    # A note on the same page is nearer than one of the same mark on another.
    notes = tuple(anywhere | on_page for on_page in own)
    referred = frozenset(
        key
        for page, known in zip(pages, notes, strict=True)
        for box in (_read_boxes(page.boxes) if known else ())
        for _, role, key in _marks_in(_text(box.items), box.role, known)
        if role is Role.REFERENCE
    )
    reader = _Reader(spoken, referred)
    return tuple(
        replace(page, boxes=reader.page(page.boxes, known))
        for page, known in zip(pages, notes, strict=True)
    )


def _notes_on(page: Page) -> dict[str, str]:
    """The keys of the notes on *page*, by the marks that they begin with."""
    notes: dict[str, str] = {}
    for box in boxes_in(page.boxes):
        mark = _NOTE_MARK.match(_text(box.items)) if box.role is Role.NOTE else None
        if mark is not None:
            notes.setdefault(mark[0], box.key)
    return notes


def _read_boxes(boxes: tuple[Box, ...]) -> Iterator[Box]:
    for box in boxes:
        if box.role not in _NOT_READ:
            yield box
            yield from _read_boxes(box.children)


def _marks_in(
    text: str, role: Role, notes: Mapping[str, str]
) -> Iterator[tuple[re.Match[str], Role, str]]:
    """Marks of *notes* in the text of a box with *role*: what each is, and its note's key."""
    for found in _any_mark(frozenset(notes)).finditer(text) if notes else ():
        is_label = role is Role.NOTE and found.start() == 0
        yield found, Role.LABEL if is_label else Role.REFERENCE, notes[found[0]]


@cache
def _any_mark(marks: frozenset[str]) -> re.Pattern[str]:
    """Finds any of *marks*; in front of 人口, ※1 is a mark where a note begins with it."""
    numbered = "|".join(re.escape(mark) for mark in sorted(marks) if mark[-1].isdecimal())
    bare = "|".join(re.escape(mark) for mark in sorted(marks) if not mark[-1].isdecimal())
    # Neither (?!) matches: there is none of that kind.
    return re.compile(rf"(?:{numbered or '(?!)'})(?!\d)|(?:{bare or '(?!)'})(?!\d++{_COUNTED})")


class _Reader:
    """Reads a part from its beginning to its end; remembers what it has expanded.

    *referred*: keys of the notes that some mark leads to.
    """

    def __init__(self, spoken: SpokenWords, referred: frozenset[str]) -> None:
        self._spoken = spoken
        self._referred = referred
        self._notes: Mapping[str, str] = {}
        self._short = _any_of(spoken.abbreviations)
        self._foreign = _any_of(spoken.languages)
        self._told: set[str] = set()

    def page(self, boxes: tuple[Box, ...], notes: Mapping[str, str]) -> tuple[Box, ...]:
        """The *boxes* of the next page, the very same where none has a voice.

        *notes*: keys of those that its marks lead to, by mark.
        """
        self._notes = notes
        return self._boxes(boxes)

    def _boxes(self, boxes: tuple[Box, ...]) -> tuple[Box, ...]:
        read = tuple(map(self._box, boxes))
        return boxes if all(map(is_, read, boxes)) else read

    def _box(self, box: Box) -> Box:
        if box.role in _NOT_READ:
            return box
        text = _text(box.items)
        voices = list(_apart(self._voices(text, box))) if text else []
        items = _shared_out(box.items, voices) if voices else box.items
        children = self._boxes(box.children)
        if items is box.items and children is box.children:
            return box
        return replace(box, items=items, children=children)

    def _voices(self, text: str, box: Box) -> Iterator[Voice]:
        """Voices of a paragraph; where two overlap, the first counts."""
        if box.role is Role.TABLE_DATA:
            for dash in _NO_FIGURE.finditer(text):
                yield Voice(*dash.span(), alt=NO_VALUE)
        yield from self._marks(text, box)
        for found in self._foreign.finditer(text):
            yield Voice(*found.span(), language=self._spoken.languages[found[0]])
        for row in _WESTERN_ROW.finditer(text):
            if _SMALL_LETTERS.search(row[0]):
                yield Voice(*row.span(), language=ENGLISH)
        yield from self._expanded(text)
        for sign in _SIGN.finditer(text):
            said = _MINUS if sign[1] else _ARROW if sign[2] else _decoration(sign)
            yield Voice(*sign.span(), alt=said)

    def _marks(self, text: str, box: Box) -> Iterator[Voice]:
        for found, role, key in _marks_in(text, box.role, self._notes):
            # Of several notes with one mark, marks lead to the first.
            note = box.key if role is Role.LABEL else key
            note = note if note in self._referred else ""
            yield Voice(*found.span(), role=role, alt=_name_of_note(found[0]), note=note)

    def _expanded(self, text: str) -> Iterator[Voice]:
        for found in self._short.finditer(text):
            expansion = self._spoken.abbreviations[found[0]]
            if found[0] not in self._told:
                self._told.add(found[0])
                if expansion not in text:
                    yield Voice(*found.span(), expansion=expansion)


def _decoration(sign: re.Match[str]) -> str:
    """How a sign without a meaning is heard: nobody pauses where a text begins, ends or pauses."""
    between = _WORD_BEFORE.search(sign.string[: sign.start()].rstrip())
    return (
        _PAUSE if between and _WORD_BEHIND.match(sign.string[sign.end() :].lstrip()) else _SILENCE
    )


def _name_of_note(mark: str) -> str:
    """※1 as it is said: 注1."""
    return "注" + mark.lstrip("※注*＊")


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of *words*, the longest first, but not within a longer Western word."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    either = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<![A-Za-z0-9])(?:{either})(?![A-Za-z0-9])")


def _text(items: tuple[Item, ...]) -> str:
    """What the lines among *items* read as together."""
    lines = [item for item in items if isinstance(item, TextLine)]
    return "".join(line.text if line.joins else f"{line.text} " for line in lines)


def _apart(voices: Iterable[Voice]) -> Iterator[Voice]:
    """*voices* in the order of the text, without those that overlap one before them."""
    taken: list[Voice] = []
    for voice in voices:
        if all(voice.end <= other.start or other.end <= voice.start for other in taken):
            taken.append(voice)
    return iter(sorted(taken, key=lambda voice: voice.start))


def _shared_out(items: tuple[Item, ...], voices: list[Voice]) -> tuple[Item, ...]:
    """Each line among *items* with its share of the paragraph's *voices*."""
    shared: list[Item] = []
    at = 0
    for item in items:
        if isinstance(item, TextLine):
            end = at + len(item.text)
            own = tuple(
                replace(voice, start=max(voice.start, at) - at, end=min(voice.end, end) - at)
                for voice in voices
                if voice.start < end and voice.end > at
            )
            shared.append(replace(item, voices=own) if own else item)
            at = end + (not item.joins)
        else:
            shared.append(item)
    return tuple(shared)
