"""What two plans say differently of one indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import replace
from strategy_report.errata.change import Change, ChangeKind
from strategy_report.errata.text_diff import (
    Both,
    TextPlace,
    plain_change,
    span_set,
    text_change,
    text_list_changes,
)
from strategy_report.model.indicator import Figure, Indicator
from strategy_report.model.plan import Plan
from strategy_report.model.reading import Status
from strategy_report.story.number_text import reading_text

# Fields of figures, what a row calls them, and where an indicator keeps them.
_FIGURES = (("baseline", "基準"), ("actual", "実績"), ("target", "目標"), ("guide", "目安"))


def indicator_changes(both: Both, goal: str, old: Indicator, new: Indicator) -> Iterator[Change]:
    """Name, figures, notes, and what decides how they are told."""
    called = f"{goal}「{new.name.plain()}」"
    yield from text_change(both, TextPlace(new.id, "name", called), old.name, new.name)
    yield from _nature(both, (old, new), called)
    for field, word in _FIGURES:
        for pair in _matched(_figures(old, field), _figures(new, field)):
            yield from _figure(both, TextPlace(new.id, field, f"{called}{word}"), pair)
    place = TextPlace(new.id, "data_source", f"{called}出典")
    yield from text_change(both, place, old.data_source, new.data_source)
    place = TextPlace(new.id, "note", f"{called}注")
    yield from text_list_changes(both, place, old.notes, new.notes)


def told_indicator(indicator: Indicator) -> str:
    """年間宿泊客数（基準 H30 331万人、実績 R5 335万人、目標 R6 361万人）."""
    figures = (
        f"{word} {_text(figure, with_period=True)}"
        for field, word in _FIGURES
        for figure in _figures(indicator, field)
    )
    told = "、".join(figures)
    return indicator.name.plain() + (f"（{told}）" if told else "")


def _nature(both: Both, pair: tuple[Indicator, Indicator], called: str) -> Iterator[Change]:
    """What decides how the indicator is told and judged."""
    told = _told_nature(pair[0], both.old), _told_nature(pair[1], both.new)
    for (field, word), before in told[0].items():
        after = told[1][field, word]
        if before != after:
            yield plain_change(pair[1].id, field, f"{called}{word}", (before, after))


def _told_nature(indicator: Indicator, plan: Plan) -> dict[tuple[str, str], str]:
    """In words, by field and by what people call it."""
    other = plan.indicator(indicator.stands_for or "")
    total, drawn = indicator.period_total, indicator.show_path
    return {
        ("level", "種類"): indicator.level.value,
        ("direction", "方向"): indicator.better.value,
        ("unit", "単位"): indicator.unit.text,
        ("aggregate", "数え方"): indicator.aggregation.value,
        ("period_total", "合計する期間"): "" if total is None else total.long(),
        ("year", "年の数え方"): indicator.year_kind.value,
        ("states", "段階"): " ▸ ".join(indicator.states),
        ("stands_for", "代わりに示す指標"): "" if other is None else other.name.plain(),
        ("relative", "割合で言う目標"): indicator.relative or "",
        ("rate", "割合の式"): "" if indicator.rate is None else indicator.rate.value,
        ("show_path", "推移の線"): "" if drawn is None else ("はい" if drawn else "いいえ"),
    }


def _figures(indicator: Indicator, field: str) -> Sequence[Figure]:
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
    """By period, of several for one year by value; one left over on either side is the same one."""
    left = list(old), list(new)
    for alike in (_same, _same_period):
        for after in tuple(left[1]):
            before = next((one for one in left[0] if alike(one, after)), None)
            if before is not None:
                left[0].remove(before)
                left[1].remove(after)
                yield before, after
    if len(left[0]) == len(left[1]) == 1:
        yield left[0][0], left[1][0]
        return
    for figure in left[0]:
        yield figure, None
    for figure in left[1]:
        yield None, figure


def _same(before: Figure, after: Figure) -> bool:
    return (before.period, before.reading) == (after.period, after.reading)


def _same_period(before: Figure, after: Figure) -> bool:
    return before.period == after.period


def _figure(
    both: Both, place: TextPlace, pair: tuple[Figure | None, Figure | None]
) -> Iterator[Change]:
    before, after = pair
    known = after or before
    if known is None:
        return
    label = known.period.short()
    place = replace(place, where=f"{place.where}（{label}）")
    noted = TextPlace(place.item, "note", f"{place.where}の注")
    yield from text_change(both, noted, *(getattr(figure, "note", None) for figure in pair))
    moved = before is not None and after is not None and before.period != after.period
    texts = [_text(figure, with_period=moved) for figure in pair]
    if texts[0] == texts[1]:
        return
    yield Change(
        kind=ChangeKind.FIGURE,
        item=place.item,
        field=place.field,
        where=place.where,
        before=texts[0],
        after=texts[1],
        period=label,
        old_sources=_written(before),
        new_sources=_written(after),
        is_awaited=moved or _is_preliminary(before),
    )


def _is_preliminary(figure: Figure | None) -> bool:
    status = getattr(getattr(figure, "reading", None), "status", Status.STATED)
    return status in (Status.PRELIMINARY, Status.ESTIMATE, Status.FORECAST)


def _text(figure: Figure | None, *, with_period: bool) -> str:
    """335万人（速報値）; a target that was decided later says when."""
    if figure is None:
        return ""
    status = getattr(getattr(figure.reading, "status", None), "value", "")
    decided = getattr(figure, "decided", None)
    said = [word for word in (status, decided and f"{decided.short()}決定") if word]
    return (
        (f"{figure.period.short()} " if with_period else "")
        + reading_text(figure.reading, "実績値なし")
        + (f"（{'、'.join(said)}）" if said else "")
    )


def _written(figure: Figure | None) -> frozenset[SourceSpan]:
    return span_set(None if figure is None else figure.source)
