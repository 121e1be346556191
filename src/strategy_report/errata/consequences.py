"""What no one wrote differently, and yet is printed differently: marks, counts, remarks.

Told from the passages of both books that no change accounts for. That an indicator is set as a row
where it was a card, or a bullet one place further down, is no consequence: the words are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from strategy_report.core.value import Value
from strategy_report.errata.change import Consequence, ConsequenceKind, Spot
from strategy_report.errata.indicator_words import indicator_words
from strategy_report.errata.passages import Passage, is_label
from strategy_report.model.plan import Plan
from strategy_report.model.verdict import is_met


class Side(Value, kw_only=False):
    """An edition: its plan, all its passages (keys as in the new edition), those left unclaimed."""

    plan: Plan
    passages: tuple[Passage, ...]
    left: tuple[Passage, ...]


class Leftover(Value, kw_only=False):
    """Both editions with what no change accounts for."""

    old: Side
    new: Side

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.old, self.new

    def without(self, goes: Callable[[Passage], bool]) -> Leftover:
        return Leftover(*(_less(side, goes) for side in self.sides))


def consequences(left: Leftover) -> tuple[Consequence, ...]:
    """目標達成 won or lost, counts, and what else is printed differently."""
    judgements = tuple(_judgements(left))
    marks = {id(spot) for one in judgements for spot in (*one.old_spots, *one.new_spots)}
    left = left.without(lambda passage: id(passage.spot) in marks)
    tallies = tuple(_tallies(left))
    left = left.without(lambda passage: _is_tally(passage.spot.key))
    return (*judgements, *tallies, *_others(_told(left)))


def _less(side: Side, goes: Callable[[Passage], bool]) -> Side:
    return Side(side.plan, side.passages, tuple(p for p in side.left if not goes(p)))


def _judgements(left: Leftover) -> Iterator[Consequence]:
    """目標達成 won or lost, with the places of its mark."""
    marks = {_badge(side.plan) for side in left.sides} - {""}
    for goal in left.new.plan.goals:
        for indicator in goal.indicators:
            was = left.old.plan.indicator(indicator.id)
            if was is None or is_met(was) is is_met(indicator):
                continue
            spots = [tuple(_marks(side.left, indicator.id, marks)) for side in left.sides]
            yield Consequence(
                kind=ConsequenceKind.MET,
                item=indicator.id,
                where=f"基本目標{goal.number}「{indicator.name.plain()}」",
                before=_MET[is_met(was)],
                after=_MET[is_met(indicator)],
                old_spots=spots[0],
                new_spots=spots[1],
            )


_MET = {True: "目標達成", False: "未達成", None: "判定しない"}


def _badge(plan: Plan) -> str:
    words = plan.wording.phrases.get("badge")
    return "" if words is None else words.plain()


def _marks(passages: Iterable[Passage], item: str, texts: set[str]) -> Iterator[Spot]:
    return (p.spot for p in passages if p.spot.text in texts and item in p.spot.key.split("/"))


def _tallies(left: Leftover) -> Iterator[Consequence]:
    """Counts that differ, told whole: 「16件のうち9件が目標達成」."""
    differing = (p.spot.key for side in left.sides for p in side.left)
    for key in dict.fromkeys(filter(_is_tally, differing)):
        old, new = ([p.spot for p in side.passages if p.spot.key == key] for side in left.sides)
        yield Consequence(
            kind=ConsequenceKind.TALLY,
            item="",
            where=(*new, *old)[0].block,
            before="".join(spot.text for spot in old),
            after="".join(spot.text for spot in new),
            old_spots=tuple(old[:1]),
            new_spots=tuple(new[:1]),
        )


def _is_tally(key: str) -> bool:
    return key.rpartition("/")[2] in ("tally", "total")


def _told(left: Leftover) -> Leftover:
    """*left* without what says nothing that the other edition does not say at the same place."""
    old, new = left.sides
    return Leftover(_own(old, new), _own(new, old))


def _own(side: Side, other: Side) -> Side:
    """What *side* alone says."""
    words = indicator_words(other.plan)
    keys = {passage.spot.key for passage in other.passages}
    here = {_at(passage) for passage in other.passages}
    heard = {passage.spot.key for passage in other.passages if passage.is_alternative}
    moved = [_at(passage) for passage in other.left]

    def is_elsewhere(passage: Passage) -> bool:
        item = next((part for part in passage.spot.key.split("/") if part in words), None)
        if item is not None and passage.is_alternative:
            # A row of a list is read as it stands; a card is told.
            return passage.spot.key not in heard
        if item is not None:
            return passage.spot.text in words[item]
        if is_label(passage):
            return passage.spot.key not in keys and _at(passage) in here
        if _at(passage) in moved:
            moved.remove(_at(passage))
            return True
        return False

    return _less(side, is_elsewhere)


def _at(passage: Passage) -> tuple[str, bool, str]:
    """What a passage says, in which part of the book."""
    return passage.spot.key.partition("/")[0], passage.is_alternative, passage.spot.text


def _others(left: Leftover) -> Iterator[Consequence]:
    ids = [indicator.id for goal in left.new.plan.goals for indicator in goal.indicators]
    for before, after in _side_by_side(left.old.left, left.new.left):
        yield _consequence(before, after, ids)


def _side_by_side(
    old: Sequence[Passage], new: Sequence[Passage]
) -> Iterator[tuple[Passage | None, Passage | None]]:
    """What is left of both books, paired by box and order."""
    rest = list(new)
    for before in old:
        box = before.spot.key, before.is_alternative
        after = next((p for p in rest if (p.spot.key, p.is_alternative) == box), None)
        if after is not None:
            rest.remove(after)
        yield before, after
    for after in rest:
        yield None, after


def _consequence(before: Passage | None, after: Passage | None, ids: list[str]) -> Consequence:
    spots = [() if side is None else (side.spot,) for side in (before, after)]
    known = (*spots[1], *spots[0])[0]
    item = next((part for part in known.key.split("/") if part in ids), "")
    kind = (
        ConsequenceKind.REMARK if item or known.key.endswith("/figure") else ConsequenceKind.OTHER
    )
    is_alternative = any(side is not None and side.is_alternative for side in (before, after))
    return Consequence(
        kind=ConsequenceKind.ALTERNATIVE if is_alternative else kind,
        item=item,
        where=known.block,
        before="".join(spot.text for spot in spots[0]),
        after="".join(spot.text for spot in spots[1]),
        old_spots=spots[0],
        new_spots=spots[1],
    )
