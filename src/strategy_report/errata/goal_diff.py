"""What two plans say differently of their goals: measures, photographs, indicators."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.source import SourceSpan
from strategy_report.errata.change import Change, ChangeKind
from strategy_report.errata.indicator_diff import indicator_changes
from strategy_report.errata.text_diff import (
    Both,
    TextPlace,
    pairs_of,
    plain_change,
    text_change,
    text_list_changes,
)
from strategy_report.model.plan import Goal, Measure, Photo, Plan


def goal_changes(both: Both) -> Iterator[Change]:
    old = {goal.number: goal for goal in both.old.goals}
    new = {goal.number: goal for goal in both.new.goals}
    for number in sorted(old.keys() | new.keys()):
        yield from _goal(both, number, old.get(number), new.get(number))


def _goal(both: Both, number: int, old: Goal | None, new: Goal | None) -> Iterator[Change]:
    key, called = f"goal-{number}", f"基本目標{number}"
    place = TextPlace(key, "title", called)
    yield from text_change(both, place, getattr(old, "title", None), getattr(new, "title", None))
    indicators = [() if goal is None else goal.indicators for goal in (old, new)]
    by_id = [{indicator.id: indicator for indicator in held} for held in indicators]
    for name in dict.fromkeys((*by_id[1], *by_id[0])):
        pair = (by_id[0].get(name), by_id[1].get(name))
        yield from indicator_changes(both, called, *pair)
    yield from _moved(key, f"{called}　指標の並び", *(tuple(names) for names in by_id))
    yield from _measures(both, number, old, new)
    yield from _photos(both, number, old, new)
    notes = [() if goal is None else goal.notes for goal in (old, new)]
    yield from text_list_changes(both, TextPlace(key, "note", f"{called}　注"), notes[0], notes[1])


def _moved(item: str, where: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Change]:
    """Things that both have, in another order."""
    before = [name for name in old if name in new]
    after = [name for name in new if name in old]
    if before != after:
        yield Change(
            kind=ChangeKind.ORDER,
            item=item,
            field="order",
            where=where,
            before="、".join(before),
            after="、".join(after),
        )


def _measures(both: Both, number: int, old: Goal | None, new: Goal | None) -> Iterator[Change]:
    held = [() if goal is None else goal.measures for goal in (old, new)]
    for one, other in _measure_pairs(held[0], held[1]):
        yield from _measure(both, number, one, other)


def _measure_pairs(
    old: tuple[Measure, ...], new: tuple[Measure, ...]
) -> Iterator[tuple[Measure | None, Measure | None]]:
    """By title where it is the same, else by likeness: a measure may have been renumbered."""
    return pairs_of(old, new, lambda measure: measure.title.plain())


def _measure(both: Both, goal: int, old: Measure | None, new: Measure | None) -> Iterator[Change]:
    known = new or old
    if known is None:
        return
    item = f"goal-{goal}/measure-{known.number}"
    called = f"基本目標{goal}　施策（{known.number}）"
    if old is not None and new is not None and old.number != new.number:
        yield plain_change(item, "number", called, (f"（{old.number}）", f"（{new.number}）"))
    for field in ("title", "text"):
        place = TextPlace(item, field, called)
        yield from text_change(both, place, getattr(old, field, None), getattr(new, field, None))
    bullets = [() if measure is None else measure.bullets for measure in (old, new)]
    place = TextPlace(item, "bullet", called)
    yield from text_list_changes(both, place, bullets[0], bullets[1])


def _photos(both: Both, goal: int, old: Goal | None, new: Goal | None) -> Iterator[Change]:
    held = [{} if g is None else {p.id: p for p in g.photos} for g in (old, new)]
    for name in dict.fromkeys((*held[1], *held[0])):
        yield from _photo(both, goal, held[0].get(name), held[1].get(name))
    yield from _moved(f"goal-{goal}", f"基本目標{goal}　写真の並び", *(tuple(h) for h in held))


def _photo(both: Both, goal: int, old: Photo | None, new: Photo | None) -> Iterator[Change]:
    known = new or old
    if known is None:
        return
    called = f"基本目標{goal}　写真「{known.caption.plain()}」"
    for field in ("caption", "credit"):
        place = TextPlace(known.id, field, called)
        yield from text_change(both, place, getattr(old, field, None), getattr(new, field, None))
    shown = [_picture(both_plan, photo) for both_plan, photo in ((both.old, old), (both.new, new))]
    if shown[0] != shown[1]:
        yield Change(
            kind=ChangeKind.PHOTO,
            item=known.id,
            field="file",
            where=called,
            before=shown[0][0],
            after=shown[1][0],
            old_sources=_photo_source(old),
            new_sources=_photo_source(new),
        )


def _picture(plan: Plan, photo: Photo | None) -> tuple[str, ...]:
    """What is seen: the file, what is in it, and how it is cropped."""
    if photo is None:
        return ("",)
    if photo.file is None:
        return ("写真なし（準備中の絵）",)
    content = next(
        (digest for name, digest in plan.sources.items() if name.endswith(f"/photos/{photo.file}")),
        "",
    )
    return photo.file, content, str(photo.focus), photo.alt


def _photo_source(photo: Photo | None) -> frozenset[SourceSpan]:
    source = None if photo is None else photo.source
    return frozenset() if source is None else frozenset((source,))
