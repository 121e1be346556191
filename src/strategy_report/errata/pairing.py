"""What of the new edition is which of the old: goals, measures and texts may move and change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Protocol, TypeVar

from strategy_report.core.value import Value
from strategy_report.model.indicator import Indicator
from strategy_report.model.plan import Goal, Measure, Photo, Plan


class _Named(Protocol):
    """What the content gives an id, which no page shows."""

    @property
    def id(self) -> str: ...


T = TypeVar("T")
N = TypeVar("N", bound=_Named)
Pair = tuple[T | None, T | None]
# Two texts with less in common are two texts, not one that was changed.
_LEAST_ALIKE = 0.4


def pairs_of(old: Sequence[T], new: Sequence[T], words: Callable[[T], str]) -> list[Pair[T]]:
    """Every one of *new* in its order with its like among *old*, then the old ones left over.

    The same words belong together wherever they stand; of the rest, the likest, the nearest first.
    """
    left = dict(enumerate(old))
    places: list[int | None] = []
    for one in new:
        same = next((place for place, other in left.items() if words(other) == words(one)), None)
        places.append(same)
        left.pop(-1 if same is None else same, None)
    for number, one in enumerate(new):
        if places[number] is None and left:
            like = {place: _alike(words(other), words(one)) for place, other in left.items()}
            best = max(like, key=lambda place: (like[place], -abs(place - number)))
            if like[best] >= _LEAST_ALIKE:
                places[number] = best
                del left[best]
    return [
        *(
            (None if place is None else old[place], one)
            for place, one in zip(places, new, strict=True)
        ),
        *((one, None) for one in left.values()),
    ]


def goal_pairs(old: Plan, new: Plan) -> list[Pair[Goal]]:
    """By title; goals that were given quite another title, by number."""
    pairs = pairs_of(old.goals, new.goals, lambda goal: goal.title.plain())
    return _rejoined(pairs, lambda goal: goal.number)


def measure_pairs(old: Goal | None, new: Goal | None) -> list[Pair[Measure]]:
    """By title; measures that were given quite another title, by number."""
    held = [() if goal is None else goal.measures for goal in (old, new)]
    pairs = pairs_of(held[0], held[1], lambda measure: measure.title.plain())
    return _rejoined(pairs, lambda measure: measure.number)


def indicator_pairs(old: Goal | None, new: Goal | None) -> list[Pair[Indicator]]:
    """By id; an indicator that was given another id, by its name."""
    held = [() if goal is None else goal.indicators for goal in (old, new)]
    return _by_id(held[0], held[1], lambda indicator: indicator.name.plain())


def photo_pairs(old: Goal | None, new: Goal | None) -> list[Pair[Photo]]:
    """By id; a photograph that was given another id, by its caption."""
    held = [() if goal is None else goal.photos for goal in (old, new)]
    return _by_id(held[0], held[1], lambda photo: photo.caption.plain())


def _by_id(old: Sequence[N], new: Sequence[N], words: Callable[[N], str]) -> list[Pair[N]]:
    """By id, which nobody sees on paper: what is left is the same where its words are."""
    known = {one.id: one for one in old}
    ids = {one.id for one in new}
    renamed = {words(one): one for one in old if one.id not in ids}
    pairs: list[Pair[N]] = [
        (known.get(one.id) or renamed.pop(words(one), None), one) for one in new
    ]
    joined = {before.id for before, _ in pairs if before is not None}
    return [*pairs, *((one, None) for one in old if one.id not in joined)]


def _rejoined(pairs: list[Pair[T]], number: Callable[[T], int]) -> list[Pair[T]]:
    """*pairs*, in which two that lost each other and bear one number are one again."""
    gone = {number(old): old for old, new in pairs if old is not None and new is None}
    joined: list[Pair[T]] = []
    for old, new in pairs:
        if new is not None:
            joined.append((gone.pop(number(new), None) if old is None else old, new))
    return [*joined, *((old, None) for old in gone.values())]


def moved(pairs: Sequence[Pair[T]], old: Sequence[T]) -> tuple[list[T], list[T]] | None:
    """What both have, in the old order and in the new; None where the order is one."""
    both = [(before, after) for before, after in pairs if before is not None and after is not None]
    before = [one for one in old if any(one is partner for partner, _ in both)]
    if all(one is partner for one, (partner, _) in zip(before, both, strict=True)):
        return None
    return before, [after for _, after in both]


class NewKeys(Value):
    """Keys of the old book's boxes, as the new edition numbers what is in them.

    Attributes:
        goals: goal-3 → goal-4.
        measures: goal-3/measure-2 → goal-4/measure-1.
        ids: of indicators and photographs that were given others.
    """

    goals: Mapping[str, str]
    measures: Mapping[str, str]
    ids: Mapping[str, str]

    @staticmethod
    def of(old: Plan, new: Plan) -> NewKeys:
        goals: dict[str, str] = {}
        measures: dict[str, str] = {}
        ids: dict[str, str] = {}
        for before, after in goal_pairs(old, new):
            if before is None:
                continue
            key = goals[f"goal-{before.number}"] = _numbered("goal", before, after)
            for one, other in measure_pairs(before, after):
                if one is not None:
                    name = f"goal-{before.number}/measure-{one.number}"
                    measures[name] = f"{key}/{_numbered('measure', one, other)}"
            for known, now in (*indicator_pairs(before, after), *photo_pairs(before, after)):
                if known is not None and now is not None and known.id != now.id:
                    ids[known.id] = now.id
        return NewKeys(goals=goals, measures=measures, ids=ids)

    def now(self, key: str) -> str:
        """*key* as the new edition calls it; the number of what is gone is gone, too."""
        return "/".join(self._parts(key.split("/")))

    def _parts(self, parts: list[str]) -> Iterator[str]:
        rest = iter(zip(parts, [*parts[1:], ""], strict=True))
        for part, following in rest:
            measure = self.measures.get(f"{part}/{following}")
            yield measure or self.goals.get(part) or self.ids.get(part, part)
            if measure is not None:
                next(rest)


def _numbered(word: str, before: Goal | Measure, after: Goal | Measure | None) -> str:
    return f"{word}-{before.number}-gone" if after is None else f"{word}-{after.number}"


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
