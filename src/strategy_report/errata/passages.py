"""A book as passages: what stands in which box, so that two books can be laid beside each other.

A passage is a paragraph, a heading or a label: lines of one box that were written in one place.
Where its lines end does not matter; what it says does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import TextLine
from strategy_report.display.role import Role
from strategy_report.display.walk import items_in
from strategy_report.errata.change import Spot

_HEADINGS = (Role.H1, Role.H2, Role.H3)
# Boxes whose words are read in place of a picture, and change as figures do.
_TOLD = (Role.FIGURE, Role.TABLE)
# Boxes of running text, which may go on in the next column or on the next page.
_RUNNING = (Role.PARAGRAPH, Role.LIST_BODY, Role.NOTE)
_WORDING = "wording.yaml"
_GOAL = re.compile(r"goal-\d+/(word|number)$")


class Line(Value):
    """One line of a passage, the page that it stands on, and its number there."""

    text: str
    page: str
    index: int
    number: int


class Passage(Value):
    """One passage.

    Attributes:
        spot: of its first line; `text` is the whole passage.
        lines: one by one.
        sources: of its runs.
        is_alternative: the alternative text of a figure, which has no lines.
    """

    spot: Spot
    lines: tuple[Line, ...]
    sources: frozenset[SourceSpan]
    is_alternative: bool = False

    @property
    def identity(self) -> tuple[str, bool, str]:
        return self.spot.key, self.is_alternative, self.spot.text

    @property
    def pages(self) -> tuple[str, ...]:
        """Labels of the pages that it stands on, each once."""
        return tuple(dict.fromkeys(line.page for line in self.lines)) or (self.spot.page,)


def passages_of(book: Book) -> tuple[Passage, ...]:
    """Every passage, in reading order; one that goes on elsewhere is one."""
    found: list[Passage] = []
    running: dict[str, int] = {}
    for index in range(len(book.pages)):
        for role, passage in _Page(book, index).passages():
            at = running.get(passage.spot.key)
            if at is not None and _goes_on(found[at], passage):
                found[at] = _joined(found[at], passage)
                continue
            if role in _RUNNING and not passage.is_alternative:
                running[passage.spot.key] = len(found)
            found.append(passage)
    return tuple(found)


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


def is_label(passage: Passage) -> bool:
    """Whether the words come from the design, or were made: 基準値, 5ページ, （2）."""
    return all(source.file.endswith(_WORDING) for source in passage.sources)


def _goes_on(before: Passage, passage: Passage) -> bool:
    return not passage.is_alternative and bool(before.sources & passage.sources)


def _joined(before: Passage, rest: Passage) -> Passage:
    """Both as one; lines are counted on from column to column, and anew on another page."""
    last = before.lines[-1]
    on = last.number if last.page == rest.spot.page else 0
    lines = tuple(replace(line, number=on + n) for n, line in enumerate(rest.lines, start=1))
    return replace(
        before,
        spot=replace(before.spot, text=before.spot.text + rest.spot.text),
        lines=(*before.lines, *lines),
        sources=before.sources | rest.sources,
    )


class _Page:
    """Walks one page, remembering the headings passed."""

    def __init__(self, book: Book, index: int) -> None:
        self._page = book.pages[index]
        self._index = index
        self._headings: dict[Role, str] = {}

    def passages(self) -> Iterator[tuple[Role, Passage]]:
        """Each with the role of its box."""
        for box in self._page.boxes:
            yield from self._walk(box)

    def _walk(self, box: Box) -> Iterator[tuple[Role, Passage]]:
        if box.role is Role.ARTIFACT:
            return
        lines = _lines(box)
        self._remember(box)
        numbers = _numbers(lines)
        for group in _paragraphs(lines, box.role):
            number = 0 if box.role is Role.FIGURE else numbers[id(group[0])]
            yield box.role, self._passage(box, group, number)
        if box.alt and box.role in _TOLD:
            spot = self._spot(box, box.alt, 0)
            told = Passage(spot=spot, lines=(), sources=frozenset(), is_alternative=True)
            yield box.role, told
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
        texts = [line.text for line in lines]
        return Passage(
            spot=self._spot(box, "".join(texts), number),
            lines=tuple(
                Line(text=text, page=self._page.label, index=self._index, number=at)
                for at, text in enumerate(texts, start=number)
            ),
            sources=frozenset().union(*map(_sources, lines)),
        )

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


def _numbers(lines: Iterable[TextLine]) -> dict[int, int]:
    """The number of each line in its box, by its identity: lines of one baseline are one line."""
    held = list(lines)
    baselines = sorted({line.runs[0].origin.y for line in held})
    return {id(line): baselines.index(line.runs[0].origin.y) + 1 for line in held}


def _paragraphs(lines: Iterable[TextLine], role: Role) -> list[list[TextLine]]:
    """Lines that were written in one place and stand below each other, together."""
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line, role):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(before: TextLine, line: TextLine, role: Role) -> bool:
    first, second = before.runs[0], line.runs[0]
    below = second.origin.y > first.origin.y
    flush = abs(second.origin.x - first.origin.x) <= second.size
    if not (below and flush):
        return False
    if _sources(before) == _sources(line):
        return True
    # A figure or a bold word in a paragraph was written at another place than what is around it.
    files = [{source.file for source in _sources(one)} for one in (before, line)]
    return role is not Role.FIGURE and first.size == second.size and bool(files[0] & files[1])


def _lines(box: Box) -> list[TextLine]:
    return [item for item in items_in(box.items) if isinstance(item, TextLine) and item.runs]


def _text(box: Box) -> str:
    return "".join(line.text for line in _lines(box))


def _sources(line: TextLine) -> frozenset[SourceSpan]:
    return frozenset(run.source for run in line.runs if run.source is not None)
