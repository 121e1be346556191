"""Two editions laid beside each other: every change, where it shows, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, takewhile

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.errata.change import (
    Change,
    Consequence,
    ConsequenceKind,
    Located,
    Spot,
)
from strategy_report.errata.looks import page_pairs
from strategy_report.errata.passages import Passage, only_in, passages_of
from strategy_report.errata.plan_diff import plan_changes
from strategy_report.model.indicator import is_met
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
        old_pages, new_pages: indices of the pages that look different.
    """

    old: Issue
    new: Issue
    changes: tuple[Located, ...]
    consequences: tuple[Consequence, ...]
    old_pages: tuple[int, ...]
    new_pages: tuple[int, ...]

    @property
    def is_same(self) -> bool:
        """Nothing was written differently, and nothing looks different."""
        return not (self.changes or self.old_pages or self.new_pages)

    @property
    def judgements(self) -> tuple[Consequence, ...]:
        """目標達成 won or lost."""
        return tuple(c for c in self.consequences if c.kind is ConsequenceKind.MET)


def compare(old: Issue, new: Issue) -> Comparison:
    """Changes are told from the plans, places and consequences from the books.

    A place is named only where the words in it differ; a passage that differs and that no change
    accounts for is a consequence, so that nothing seen on paper is left out.
    """
    sides = passages_of(old.book), passages_of(new.book)
    differing = only_in(sides[0], sides[1]), only_in(sides[1], sides[0])
    changes = tuple(_located(change, differing) for change in plan_changes(old.plan, new.plan))
    left = [
        _unclaimed(differing[0], (located.change.old_sources for located in changes)),
        _unclaimed(differing[1], (located.change.new_sources for located in changes)),
    ]
    pairs = [pair for pair in page_pairs(old.book, new.book) if not pair.is_same]
    return Comparison(
        old=old,
        new=new,
        changes=changes,
        consequences=tuple(_consequences(old, new, left)),
        old_pages=tuple(pair.old for pair in pairs if pair.old is not None),
        new_pages=tuple(pair.new for pair in pairs if pair.new is not None),
    )


def _located(change: Change, differing: tuple[tuple[Passage, ...], tuple[Passage, ...]]) -> Located:
    old = [p for p in differing[0] if not change.old_sources.isdisjoint(p.sources)]
    new = [p for p in differing[1] if not change.new_sources.isdisjoint(p.sources)]
    return Located(
        change=change,
        old_spots=tuple(_where_it_differs(p, new) for p in old),
        new_spots=tuple(_where_it_differs(p, old) for p in new),
    )


def _where_it_differs(passage: Passage, others: Iterable[Passage]) -> Spot:
    """The line on which the passage ceases to be what it is in the other book."""
    spot = passage.spot
    other = next((p.spot.text for p in others if p.spot.key == spot.key), "")
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(spot.text, other, strict=False))
    at = sum(1 for _ in alike)
    ends = accumulate(map(len, passage.lines))
    line = next((n for n, end in enumerate(ends) if end > at), len(passage.lines) - 1)
    return replace(spot, line=spot.line + line) if spot.line else spot


def _unclaimed(
    passages: Iterable[Passage], claims: Iterable[frozenset[SourceSpan]]
) -> list[Passage]:
    """The passages that no change accounts for."""
    claimed: frozenset[SourceSpan] = frozenset().union(*claims)
    return [passage for passage in passages if claimed.isdisjoint(passage.sources)]


def _consequences(old: Issue, new: Issue, left: list[list[Passage]]) -> Iterator[Consequence]:
    yield from _judgements(old, new, left)
    ids = [indicator.id for goal in new.plan.goals for indicator in goal.indicators]
    yield from _tallies(old, new, left)
    for before, after in _side_by_side(left):
        yield _consequence(before, after, ids)


def _judgements(old: Issue, new: Issue, left: list[list[Passage]]) -> Iterator[Consequence]:
    """目標達成 won or lost, with the places of its mark, which are taken from *left*."""
    mark = {_badge(old.plan), _badge(new.plan)} - {""}
    for goal in new.plan.goals:
        for indicator in goal.indicators:
            was = old.plan.indicator(indicator.id)
            met = [None if one is None else is_met(one) for one in (was, indicator)]
            if met[0] is met[1]:
                continue
            spots = [_taken(passages, indicator.id, mark) for passages in left]
            yield Consequence(
                kind=ConsequenceKind.MET,
                item=indicator.id,
                where=f"基本目標{goal.number}「{indicator.name.plain()}」",
                before=_MET[met[0]],
                after=_MET[met[1]],
                old_spots=spots[0],
                new_spots=spots[1],
            )


_MET = {True: "目標達成", False: "未達成", None: "判定しない"}


def _badge(plan: Plan) -> str:
    words = plan.wording.phrases.get("badge")
    return "" if words is None else words.plain()


def _taken(passages: list[Passage], item: str, texts: set[str]) -> tuple[Spot, ...]:
    found = [p for p in passages if p.spot.text in texts and item in p.spot.key.split("/")]
    for passage in found:
        passages.remove(passage)
    return tuple(passage.spot for passage in found)


def _tallies(old: Issue, new: Issue, left: list[list[Passage]]) -> Iterator[Consequence]:
    """Counts that differ, told whole: 「16件のうち9件が目標達成」."""
    keys = dict.fromkeys(p.spot.key for p in (*left[0], *left[1]) if _is_tally(p.spot.key))
    for key in keys:
        sides = [
            [p.spot for p in passages_of(issue.book) if p.spot.key == key] for issue in (old, new)
        ]
        for passages in left:
            passages[:] = [p for p in passages if p.spot.key != key]
        yield Consequence(
            kind=ConsequenceKind.TALLY,
            item="",
            where=(*sides[1], *sides[0])[0].block,
            before="".join(spot.text for spot in sides[0]),
            after="".join(spot.text for spot in sides[1]),
            old_spots=tuple(sides[0][:1]),
            new_spots=tuple(sides[1][:1]),
        )


def _is_tally(key: str) -> bool:
    return key.rpartition("/")[2] in ("tally", "total")


def _side_by_side(left: list[list[Passage]]) -> Iterator[tuple[Passage | None, Passage | None]]:
    """What is left of both books, paired by box and order."""
    rest = list(left[1])
    for before in left[0]:
        after = next(
            (
                p
                for p in rest
                if p.spot.key == before.spot.key and p.is_alternative is before.is_alternative
            ),
            None,
        )
        if after is not None:
            rest.remove(after)
        yield before, after
    for after in rest:
        yield None, after


def _consequence(before: Passage | None, after: Passage | None, ids: list[str]) -> Consequence:
    spots = [() if side is None else (side.spot,) for side in (before, after)]
    known = (*spots[1], *spots[0])[0]
    parts = known.key.split("/")
    is_alternative = any(side is not None and side.is_alternative for side in (before, after))
    return Consequence(
        kind=ConsequenceKind.ALTERNATIVE if is_alternative else _kind(parts[-1]),
        item=next((part for part in parts if part in ids), ""),
        where=known.block,
        before="".join(spot.text for spot in spots[0]),
        after="".join(spot.text for spot in spots[1]),
        old_spots=spots[0],
        new_spots=spots[1],
    )


def _kind(box: str) -> ConsequenceKind:
    return ConsequenceKind.REMARK if box == "figure" else ConsequenceKind.OTHER
