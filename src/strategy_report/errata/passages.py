"""A book as passages: what stands in which box, so that two books can be laid beside each other.

A passage is a paragraph, a heading or a label: lines of one box that were written in one place.
Where its lines end does not matter; what it says does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import TextLine
from strategy_report.display.role import Role
from strategy_report.display.walk import items_in
from strategy_report.errata.change import Spot

_HEADINGS = (Role.H1, Role.H2, Role.H3)
# Boxes whose words are read in place of a picture, and change as figures do.
_TOLD = (Role.FIGURE, Role.TABLE)
_GOAL = re.compile(r"goal-\d+/(word|number)$")


class Passage(Value):
    """One passage.

    Attributes:
        spot: of its first line; `text` is the whole passage.
        lines: one by one.
        sources: of its runs.
        is_alternative: the alternative text of a figure, which has no lines.
    """

    spot: Spot
    lines: tuple[str, ...]
    sources: frozenset[SourceSpan]
    is_alternative: bool = False

    @property
    def identity(self) -> tuple[str, bool, str]:
        return self.spot.key, self.is_alternative, self.spot.text


def passages_of(book: Book) -> tuple[Passage, ...]:
    """Every passage, in reading order."""
    return tuple(passage for index in range(len(book.pages)) for passage in _Page(book, index))


def only_in(one: Iterable[Passage], other: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages of *one* that do not stand, word for word in the same box, in *other*."""
    left = Counter(passage.identity for passage in other)
    found = []
    for passage in one:
        if left[passage.identity]:
            left[passage.identity] -= 1
        else:
            found.append(passage)
    return tuple(found)


class _Page:
    """Walks one page, remembering the headings passed."""

    def __init__(self, book: Book, index: int) -> None:
        self._page = book.pages[index]
        self._index = index
        self._headings: dict[Role, str] = {}

    def __iter__(self) -> Iterator[Passage]:
        for box in self._page.boxes:
            yield from self._walk(box)

    def _walk(self, box: Box) -> Iterator[Passage]:
        if box.role is Role.ARTIFACT:
            return
        lines = _lines(box)
        self._remember(box)
        number = 1
        for group in _paragraphs(lines):
            yield self._passage(box, group, 0 if box.role is Role.FIGURE else number)
            number += len(group)
        if box.alt and box.role in _TOLD:
            yield Passage(
                spot=self._spot(box, box.alt, 0),
                lines=(),
                sources=frozenset(),
                is_alternative=True,
            )
        for child in box.children:
            yield from self._walk(child)

    def _remember(self, box: Box) -> None:
        """Headings as they are passed; a goal's page goes by 基本目標3, not by its long title."""
        if box.role not in _HEADINGS:
            return
        for role in _HEADINGS[_HEADINGS.index(box.role) :]:
            self._headings.pop(role, None)
        goal = "".join(_text(part) for part in box.children if _GOAL.match(part.key))
        # Of a heading in parts the last is its title; a number or 数値目標 stands before it.
        self._headings[box.role] = goal or _text(box.children[-1] if box.children else box)

    def _passage(self, box: Box, lines: list[TextLine], number: int) -> Passage:
        texts = tuple(line.text for line in lines)
        spot = self._spot(box, "".join(texts), number)
        return Passage(spot=spot, lines=texts, sources=_sources(lines[0]))

    def _spot(self, box: Box, text: str, line: int) -> Spot:
        above = [self._headings[role] for role in _HEADINGS if role in self._headings]
        return Spot(
            page=self._page.label,
            index=self._index,
            block=" › ".join(above),
            line=line,
            text=text,
            key=box.key,
        )


def _paragraphs(lines: Iterable[TextLine]) -> list[list[TextLine]]:
    """Lines that were written in one place and stand below each other, together."""
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(before: TextLine, line: TextLine) -> bool:
    first, second = before.runs[0], line.runs[0]
    below = second.origin.y > first.origin.y
    flush = abs(second.origin.x - first.origin.x) <= second.size
    return below and flush and _sources(before) == _sources(line)


def _lines(box: Box) -> list[TextLine]:
    return [item for item in items_in(box.items) if isinstance(item, TextLine) and item.runs]


def _text(box: Box) -> str:
    return "".join(line.text for line in _lines(box))


def _sources(line: TextLine) -> frozenset[SourceSpan]:
    return frozenset(run.source for run in line.runs if run.source is not None)
