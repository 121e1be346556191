"""What two plans say differently of their goals: measures, photographs, indicators."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.errata.change import Change
from strategy_report.errata.indicator_diff import indicator_changes, told_indicator
from strategy_report.errata.pairing import goal_pairs, indicator_pairs, measure_pairs, moved
from strategy_report.errata.photo_diff import photo_changes
from strategy_report.errata.text_diff import (
    Both,
    TextPlace,
    order_change,
    placed,
    plain_change,
    text_change,
    text_list_changes,
    whole_change,
)
from strategy_report.model.indicator import Indicator
from strategy_report.model.plan import Goal, Measure


def goal_changes(both: Both) -> Iterator[Change]:
    for old, new in goal_pairs(both.old, both.new):
        if old is not None and new is not None:
            yield from _goal(both, old, new)
        elif known := old or new:
            yield _goal_item(known, came=old is None)


def _goal(both: Both, old: Goal, new: Goal) -> Iterator[Change]:
    key, called = f"goal-{new.number}", f"基本目標{new.number}"
    if old.number != new.number:
        told = (f"基本目標{old.number}", called)
        yield plain_change(key, "number", f"{called}　番号", told)
    yield from text_change(both, TextPlace(key, "title", called), old.title, new.title)
    yield from _indicators(both, old, new)
    for before, after in measure_pairs(old, new):
        if before is not None and after is not None:
            yield from _measure(both, new.number, before, after)
        elif known := before or after:
            yield _measure_item(new.number, known, came=before is None)
    yield from photo_changes(both, old, new)
    place = TextPlace(key, "note", f"{called}　注")
    yield from text_list_changes(both, place, old.notes, new.notes)


def _indicators(both: Both, old: Goal, new: Goal) -> Iterator[Change]:
    called = f"基本目標{new.number}"
    pairs = indicator_pairs(old, new)
    for one, other in pairs:
        if one is not None and other is not None:
            yield from indicator_changes(both, called, one, other)
        elif known := one or other:
            yield _indicator_item(called, known, came=one is None)
    orders = moved(pairs, old.indicators)
    if orders is not None:
        place = TextPlace(f"goal-{new.number}", "order", f"{called}　指標の並び")
        names = [[(one.name.plain(), one.name) for one in order] for order in orders]
        yield order_change(place, names)


def _measure(both: Both, goal: int, old: Measure, new: Measure) -> Iterator[Change]:
    item = f"goal-{goal}/measure-{new.number}"
    called = f"基本目標{goal}　施策（{new.number}）"
    if old.number != new.number:
        told = (f"（{old.number}）", f"（{new.number}）")
        change = plain_change(item, "number", f"{called}　番号", told)
        yield placed(change, old.source, new.source)
    for field in ("title", "text"):
        place = TextPlace(item, field, called)
        yield from text_change(both, place, getattr(old, field), getattr(new, field))
    place = TextPlace(item, "bullet", called)
    yield from text_list_changes(both, place, old.bullets, new.bullets)


def _goal_item(goal: Goal, *, came: bool) -> Change:
    place = TextPlace(f"goal-{goal.number}", "goal", f"基本目標{goal.number}")
    return whole_change(place, goal.title.plain(), goal.source, came=came)


def _indicator_item(called: str, indicator: Indicator, *, came: bool) -> Change:
    place = TextPlace(indicator.id, "indicator", f"{called}「{indicator.name.plain()}」")
    return whole_change(place, told_indicator(indicator), indicator.source, came=came)


def _measure_item(goal: int, measure: Measure, *, came: bool) -> Change:
    item = f"goal-{goal}/measure-{measure.number}"
    place = TextPlace(item, "measure", f"基本目標{goal}　施策（{measure.number}）")
    texts = (measure.title, *measure.bullets, *((measure.text,) if measure.text else ()))
    words = "　・".join(text.plain() for text in texts)
    return whole_change(place, words, measure.source, came=came)
