"""What two plans say differently of one indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategy_report.core.source import SourceSpan
from strategy_report.errata.change import Change, ChangeKind
from strategy_report.errata.text_diff import (
    Both,
    TextPlace,
    plain_change,
    text_change,
    text_list_changes,
)
from strategy_report.model.indicator import Figure, Indicator
from strategy_report.story.number_text import reading_text

# Fields of figures, what a row calls them, and where an indicator keeps them.
_FIGURES = (("baseline", "基準"), ("actual", "実績"), ("target", "目標"), ("guide", "目安"))


def indicator_changes(
    both: Both, goal: str, old: Indicator | None, new: Indicator | None
) -> Iterator[Change]:
    """Name, figures, notes; an indicator that came or went is a change of all of them."""
    known = new or old
    if known is None:
        return
    called = f"{goal}「{known.name.plain()}」"
    place = TextPlace(known.id, "name", called)
    yield from text_change(both, place, getattr(old, "name", None), getattr(new, "name", None))
    if old is not None and new is not None:
        yield from _nature(old, new, called)
    for field, word in _FIGURES:
        pairs = _matched(_figures(old, field), _figures(new, field))
        for before, after in pairs:
            yield from _figure(known.id, field, f"{called}{word}", (before, after))
    place = TextPlace(known.id, "note", f"{called}注")
    notes = [() if indicator is None else indicator.notes for indicator in (old, new)]
    yield from text_list_changes(both, place, notes[0], notes[1])


def _nature(old: Indicator, new: Indicator, called: str) -> Iterator[Change]:
    """What decides how the indicator is told and judged."""
    for field, word, before, after in (
        ("level", "種類", old.level.value, new.level.value),
        ("direction", "方向", old.better.value, new.better.value),
        ("unit", "単位", old.unit.text, new.unit.text),
        ("aggregate", "まとめ方", old.aggregation.value, new.aggregation.value),
        ("states", "段階", " ▸ ".join(old.states), " ▸ ".join(new.states)),
    ):
        if before != after:
            yield plain_change(new.id, field, f"{called}{word}", (before, after))


def _figures(indicator: Indicator | None, field: str) -> Sequence[Figure]:
    if indicator is None:
        return ()
    match field:
        case "baseline":
            return () if indicator.baseline is None else (indicator.baseline,)
        case "actual":
            return indicator.actuals
        case "target":
            return indicator.targets
        case _:
            return indicator.guides


def _matched(
    old: Sequence[Figure], new: Sequence[Figure]
) -> Iterator[tuple[Figure | None, Figure | None]]:
    """By period; the one figure left over on either side is the same, of another year."""
    by_key = [{figure.period.key: figure for figure in figures} for figures in (old, new)]
    common = [key for key in by_key[1] if key in by_key[0]]
    for key in common:
        yield by_key[0][key], by_key[1][key]
    left = [[f for key, f in held.items() if key not in common] for held in by_key]
    if len(left[0]) == len(left[1]) == 1:
        yield left[0][0], left[1][0]
        return
    for figure in left[0]:
        yield figure, None
    for figure in left[1]:
        yield None, figure


def _figure(
    item: str, field: str, called: str, pair: tuple[Figure | None, Figure | None]
) -> Iterator[Change]:
    before, after = pair
    known = after or before
    if known is None or _same(before, after):
        return
    label = known.period.short()
    moved = before is not None and after is not None and before.period != after.period
    texts = [_text(figure, with_period=moved) for figure in pair]
    yield Change(
        kind=ChangeKind.FIGURE,
        item=item,
        field=field,
        where=f"{called}（{label}）",
        before=texts[0],
        after=texts[1],
        period=label,
        old_sources=_source(before),
        new_sources=_source(after),
    )


def _same(before: Figure | None, after: Figure | None) -> bool:
    if before is None or after is None:
        return before is after
    return (before.period, before.reading) == (after.period, after.reading)


def _text(figure: Figure | None, *, with_period: bool) -> str:
    if figure is None:
        return ""
    text = reading_text(figure.reading, "実績値なし")
    status = getattr(getattr(figure.reading, "status", None), "value", "")
    return (f"{figure.period.short()} " if with_period else "") + text + status


def _source(figure: Figure | None) -> frozenset[SourceSpan]:
    source = None if figure is None else figure.source
    return frozenset() if source is None else frozenset((source,))
