"""Two plans to the list of what they say differently, in the order of the new plan."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.source import SourceSpan
from strategy_report.errata.change import Change, ChangeKind
from strategy_report.errata.edition_diff import edition_changes
from strategy_report.errata.goal_diff import goal_changes
from strategy_report.errata.pairing import pairs_of
from strategy_report.errata.text_diff import (
    Both,
    TextPlace,
    placed,
    plain_change,
    sources_of,
    span_set,
    text_change,
    text_list_changes,
)
from strategy_report.model.reading import Number
from strategy_report.story.number_text import number_text


def plan_changes(both: Both) -> tuple[Change, ...]:
    """Every difference that can be seen on paper; what is never printed (doubts) is left out."""
    return (
        *edition_changes(both),
        *_front(both),
        *goal_changes(both),
        *_wording(both),
    )


def _front(both: Both) -> Iterator[Change]:
    titles = (both.old.page_titles, both.new.page_titles)
    for name in dict.fromkeys((*titles[0], *titles[1])):
        place = TextPlace("page_titles", name, "見出し")
        yield from text_change(both, place, titles[0].get(name), titles[1].get(name))
    yield from _vision(both)
    yield from _strategy(both)
    yield from _sdgs(both)


def _vision(both: Both) -> Iterator[Change]:
    old, new = both.old.vision, both.new.vision
    for field, called in (
        ("title", "見出し"),
        ("subject", "対象"),
        ("estimate_label", "推計の名称"),
        ("aim_label", "目標の名称"),
        ("aim_suffix", "目標に添える語"),
    ):
        place = TextPlace("vision", field, f"人口ビジョン　{called}")
        yield from text_change(both, place, getattr(old, field, None), getattr(new, field, None))
    for field, called in (("estimate", "推計"), ("aim", "目標"), ("difference", "増加分")):
        numbers: list[Number | None] = [getattr(v, field, None) for v in (old, new)]
        texts = ["" if number is None else number_text(number) for number in numbers]
        if texts[0] != texts[1]:
            yield Change(
                kind=ChangeKind.FIGURE,
                item="vision",
                field=field,
                where=f"人口ビジョン　{called}",
                before=texts[0],
                after=texts[1],
                old_sources=_figure_source(old, field),
                new_sources=_figure_source(new, field),
            )
    influences = [() if v is None else v.influences for v in (old, new)]
    for one, other in pairs_of(influences[0], influences[1], lambda i: i.name.plain()):
        for field in ("name", "text"):
            place = TextPlace("vision", f"influence-{field}", "人口ビジョン　自然減・社会減")
            yield from text_change(
                both, place, getattr(one, field, None), getattr(other, field, None)
            )


def _figure_source(vision: object, field: str) -> frozenset[SourceSpan]:
    if field == "difference":
        return sources_of(getattr(vision, "difference_text", None))
    return span_set(getattr(vision, f"{field}_source", None))


def _strategy(both: Both) -> Iterator[Change]:
    old, new = both.old.strategy, both.new.strategy
    for field, called in (("title", "見出し"), ("period_label", "期間の名称")):
        place = TextPlace("strategy", field, f"総合戦略　{called}")
        yield from text_change(both, place, getattr(old, field, None), getattr(new, field, None))
    if old is not None and new is not None:
        for field, called, source in (
            ("period", "推進期間", "period_source"),
            ("baseline_year", "基準の年", "baseline_source"),
            ("target_year", "目標の年", "target_source"),
        ):
            texts = (getattr(old, field).long(), getattr(new, field).long())
            if texts[0] != texts[1]:
                change = plain_change("strategy", field, f"総合戦略　{called}", texts)
                yield placed(change, getattr(old, source), getattr(new, source))
    notes = [() if s is None else s.notes for s in (old, new)]
    yield from text_list_changes(
        both, TextPlace("strategy", "note", "総合戦略　注"), notes[0], notes[1]
    )
    steps = [() if s is None else s.steps for s in (old, new)]
    for one, other in pairs_of(steps[0], steps[1], lambda s: s.title.plain()):
        for field in ("title", "text"):
            place = TextPlace("strategy", f"step-{field}", "総合戦略　進め方")
            yield from text_change(
                both, place, getattr(one, field, None), getattr(other, field, None)
            )


def _sdgs(both: Both) -> Iterator[Change]:
    old, new = both.old.sdgs, both.new.sdgs
    for field in ("title", "lead", "plan_heading", "directions_heading"):
        place = TextPlace("sdgs", field, "SDGsのページ")
        yield from text_change(both, place, getattr(old, field, None), getattr(new, field, None))
    directions = [
        {} if s is None else {direction.number: direction for direction in s.directions}
        for s in (old, new)
    ]
    for number in dict.fromkeys((*directions[0], *directions[1])):
        one, other = directions[0].get(number), directions[1].get(number)
        for field in ("text", "vision"):
            place = TextPlace("sdgs", f"direction-{number}", f"SDGs　方向性{number}")
            yield from text_change(
                both, place, getattr(one, field, None), getattr(other, field, None)
            )
    alts = [getattr(s, "alt", "") for s in (old, new)]
    if alts[0] != alts[1]:
        yield plain_change("sdgs", "alt", "SDGs　読み上げの説明", (alts[0], alts[1]))
    ties = [
        "、".join(f"{goal}-{direction}" for goal, direction in s.relations) if s else ""
        for s in (old, new)
    ]
    if ties[0] != ties[1]:
        change = plain_change("sdgs", "relations", "SDGs　基本目標との対応", (ties[0], ties[1]))
        sources = [getattr(s, "relations_source", None) for s in (old, new)]
        yield placed(change, sources[0], sources[1])


def _wording(both: Both) -> Iterator[Change]:
    old, new = both.old.wording.phrases, both.new.wording.phrases
    for name in dict.fromkeys((*old, *new)):
        place = TextPlace("wording", name, "図や見出しに添える言葉")
        yield from text_change(both, place, old.get(name), new.get(name))
