"""Two editions laid beside each other: every change, where it shows, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.errata.change import (
    Change,
    ChangeKind,
    Consequence,
    ConsequenceKind,
    Located,
    Spot,
)
from strategy_report.errata.consequences import Leftover, Side, consequences
from strategy_report.errata.looks import PagePair, page_pairs, pictures_of
from strategy_report.errata.pairing import NewKeys
from strategy_report.errata.passages import Passage, is_label, only_in, passages_of
from strategy_report.errata.plan_diff import plan_changes
from strategy_report.errata.text_diff import Both
from strategy_report.model.plan import Plan


class Issue(Value):
    """An edition as it was printed: what it says, and where that stands."""

    plan: Plan
    book: Book


class Comparison(Value):
    """What differs between two editions.

    Attributes:
        changes: what was written differently, with every place where it shows.
        consequences: what is printed differently because of that.
        pairs: all pages of both, beside each other.
        keys: what the new edition calls the boxes of the old.
    """

    old: Issue
    new: Issue
    changes: tuple[Located, ...]
    consequences: tuple[Consequence, ...]
    pairs: tuple[PagePair, ...]
    keys: NewKeys

    @property
    def old_pages(self) -> tuple[int, ...]:
        """Indices of the old book's pages that look different, or are gone."""
        return tuple(p.old for p in self.pairs if p.old is not None and not p.is_same)

    @property
    def new_pages(self) -> tuple[int, ...]:
        """Indices of the new book's pages that look different, or are new."""
        return tuple(p.new for p in self.pairs if p.new is not None and not p.is_same)

    @property
    def is_same(self) -> bool:
        """Nothing was written differently, and nothing looks different."""
        return not (self.changes or self.old_pages or self.new_pages)

    @property
    def judgements(self) -> tuple[Consequence, ...]:
        """目標達成 won or lost."""
        return tuple(c for c in self.consequences if c.kind is ConsequenceKind.MET)

    @property
    def tallies(self) -> tuple[Consequence, ...]:
        """Counts that differ."""
        return tuple(c for c in self.consequences if c.kind is ConsequenceKind.TALLY)


def compare(old: Issue, new: Issue) -> Comparison:
    """Changes are told from the plans, places and consequences from the books.

    A place is named only where the words in it differ; a passage that differs and that no change
    accounts for is a consequence, so that nothing seen on paper is left out.
    """
    keys = NewKeys.of(old.plan, new.plan)
    sides = _renumbered(passages_of(old.book), keys), passages_of(new.book)
    finder = _Finder(sides, keys)
    both = Both(old.plan, new.plan, pictures_of(old.book), pictures_of(new.book))
    changes = tuple(map(finder.located, plan_changes(both)))
    left = Leftover(
        Side(old.plan, sides[0], finder.unclaimed(0, changes)),
        Side(new.plan, sides[1], finder.unclaimed(1, changes)),
    )
    return Comparison(
        old=old,
        new=new,
        changes=changes,
        consequences=consequences(left),
        pairs=page_pairs(old.book, new.book),
        keys=keys,
    )


def _renumbered(passages: Iterable[Passage], keys: NewKeys) -> tuple[Passage, ...]:
    return tuple(replace(p, spot=replace(p.spot, key=keys.now(p.spot.key))) for p in passages)


class _Finder:
    """Knows the passages of both books, and which of them are not word for word in the other."""

    def __init__(
        self, sides: tuple[tuple[Passage, ...], tuple[Passage, ...]], keys: NewKeys
    ) -> None:
        self._sides = sides
        parts = [{_part(p) for p in passages} for passages in sides]
        self._own_parts = parts[0] - parts[1], parts[1] - parts[0]
        self._differing = only_in(sides[0], sides[1]), only_in(sides[1], sides[0])
        self._keys = keys

    def located(self, change: Change) -> Located:
        """*change* with its places in both books."""
        old, new = self._passages(change, 0), self._passages(change, 1)
        if change.kind is ChangeKind.ITEM or change.field == "pages":
            spots = [tuple(_one_a_page(found)) for found in (old, new)]
            return Located(change=change, old_spots=spots[0], new_spots=spots[1])
        return Located(
            change=change,
            old_spots=tuple(_where_it_differs(p, new) for p in old),
            new_spots=tuple(_where_it_differs(p, old) for p in new),
        )

    def unclaimed(self, side: int, changes: Iterable[Located]) -> tuple[Passage, ...]:
        """The differing passages of one book that no change accounts for."""
        told = [located.change for located in changes]
        claimed: frozenset[SourceSpan] = frozenset().union(*(_sources(c, side) for c in told))
        items = [self._item(c, side) for c in told if c.kind is ChangeKind.ITEM]
        return tuple(
            p
            for p in self._differing[side]
            if claimed.isdisjoint(p.sources)
            and _part(p) not in self._own_parts[side]
            and not any(_is_of(p.spot.key, item) for item in items)
        )

    def _passages(self, change: Change, side: int) -> list[Passage]:
        """Those of one book in which *change* shows."""
        sources = _sources(change, side)
        match change.kind:
            case ChangeKind.ITEM:
                item = self._item(change, side)
                there = change.after if side else change.before
                return [p for p in self._sides[side] if there and _is_of(p.spot.key, item)]
            case ChangeKind.PHOTO:
                picture = f"{change.item}/picture"
                return [p for p in self._sides[side] if _is_of(p.spot.key, picture)]
            case ChangeKind.ORDER if change.field == "pages":
                return [p for p in self._sides[side] if _part(p) in self._own_parts[side]]
            case ChangeKind.ORDER:
                return _written_at(sources, self._sides[side])
            case ChangeKind.FIGURE | ChangeKind.TEXT:
                return self._words(change, side)

    def _words(self, change: Change, side: int) -> list[Passage]:
        """Where a figure or a text that differs is printed."""
        found = _written_at(_sources(change, side), self._differing[side])
        if change.item == "edition" and change.before and change.after:
            # Date, status and name of an edition are written at one place: the words tell which.
            words = change.after if side else change.before
            return [p for p in found if words in p.spot.text]
        if not found and change.kind is ChangeKind.FIGURE and change.before and change.after:
            # Only a remark beside the figure differs: 速報値.
            return _written_at(_sources(change, side), self._sides[side])
        return found

    def _item(self, change: Change, side: int) -> str:
        return change.item if side else self._keys.now(change.item)


def _sources(change: Change, side: int) -> frozenset[SourceSpan]:
    return change.new_sources if side else change.old_sources


def _written_at(sources: frozenset[SourceSpan], passages: Iterable[Passage]) -> list[Passage]:
    return [passage for passage in passages if not sources.isdisjoint(passage.sources)]


def _is_of(key: str, item: str) -> bool:
    """Whether a box is part of what is called *item*: an id, ``goal-3``, ``goal-3/measure-2``."""
    return f"/{item}/" in f"/{key}/"


def _part(passage: Passage) -> str:
    """The part of the book that it stands in: goal-index, goal-3."""
    return passage.spot.key.partition("/")[0]


def _one_a_page(passages: Iterable[Passage]) -> Iterable[Spot]:
    """A place on each page, at words of the town's own: whole things are not told word by word."""
    found: dict[str, Passage] = {}
    for passage in passages:
        before = found.get(passage.spot.page)
        if before is None or (is_label(before) and not is_label(passage)):
            found[passage.spot.page] = passage
    return [passage.spot for passage in found.values()]


def _where_it_differs(passage: Passage, others: Sequence[Passage]) -> Spot:
    """The line on which the passage ceases to be what it is in the other book."""
    spot = passage.spot
    if not spot.line:
        return spot
    other = next((p.spot.text for p in others if p.spot.key == spot.key), "")
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(spot.text, other, strict=False))
    at = sum(1 for _ in alike)
    for line in passage.lines:
        if at < len(line.text) or line is passage.lines[-1]:
            return replace(spot, page=line.page, index=line.index, line=line.number)
        at -= len(line.text)
    return spot
