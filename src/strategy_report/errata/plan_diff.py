"""Two plans to the list of what they say differently, in the order of the new plan."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.ink import Ink
from strategy_report.core.length import mm
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import replace
from strategy_report.errata.change import Change, ChangeKind
from strategy_report.errata.goal_diff import goal_changes
from strategy_report.errata.text_diff import (
    Both,
    TextPlace,
    pairs_of,
    plain_change,
    sources_of,
    text_change,
    text_list_changes,
)
from strategy_report.model.edition import Edition
from strategy_report.model.look import Look
from strategy_report.model.plan import Plan
from strategy_report.model.reading import Number
from strategy_report.story.number_text import number_text


def plan_changes(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Every difference that can be seen on paper; what is never printed (doubts) is left out."""
    both = Both(old, new)
    return (
        *_edition(both),
        *_front(both),
        *goal_changes(both),
        *_wording(both),
    )


def _edition(both: Both) -> Iterator[Change]:
    old, new = both.old.edition, both.new.edition
    for field, called in (
        ("ordinal", "次数"),
        ("plan_name", "計画の名称"),
        ("report_name", "冊子の名称"),
        ("issuer", "発行者"),
    ):
        place = TextPlace("edition", field, f"版の情報　{called}")
        yield from text_change(both, place, getattr(old, field), getattr(new, field))
    for field, called, told in (
        ("date", "発行の年月", lambda edition: edition.date.long()),
        ("status", "扱い", lambda edition: edition.status.value),
        ("reporting_year", "報告する年度", lambda edition: edition.reporting_year.long()),
        ("theme", "見た目", lambda edition: edition.theme),
        ("hide", "出さない言葉", lambda edition: "、".join(sorted(edition.hidden))),
    ):
        if told(old) != told(new):
            change = plain_change("edition", field, f"版の情報　{called}", (told(old), told(new)))
            yield replace(change, old_sources=_place(old), new_sources=_place(new))
    pages = [[kind.value for kind in edition.pages] for edition in (old, new)]
    if pages[0] != pages[1]:
        yield Change(
            kind=ChangeKind.ORDER,
            item="edition",
            field="pages",
            where="ページの並び",
            before="、".join(pages[0]),
            after="、".join(pages[1]),
        )


def _place(edition: Edition) -> frozenset[SourceSpan]:
    return frozenset() if edition.source is None else frozenset((edition.source,))


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
    source = getattr(vision, f"{field}_source", None)
    return frozenset() if source is None else frozenset((source,))


def _strategy(both: Both) -> Iterator[Change]:
    old, new = both.old.strategy, both.new.strategy
    for field, called in (("title", "見出し"), ("period_label", "期間の名称")):
        place = TextPlace("strategy", field, f"総合戦略　{called}")
        yield from text_change(both, place, getattr(old, field, None), getattr(new, field, None))
    if old is not None and new is not None:
        for field, called in (
            ("period", "推進期間"),
            ("baseline_year", "基準の年"),
            ("target_year", "目標の年"),
        ):
            texts = (getattr(old, field).long(), getattr(new, field).long())
            if texts[0] != texts[1]:
                yield plain_change("strategy", field, f"総合戦略　{called}", texts)
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
    ties = [
        "、".join(f"{goal}-{direction}" for goal, direction in s.relations) if s else ""
        for s in (old, new)
    ]
    if ties[0] != ties[1]:
        yield plain_change("sdgs", "relations", "SDGs　基本目標との対応", (ties[0], ties[1]))


def _wording(both: Both) -> Iterator[Change]:
    old, new = both.old.wording.phrases, both.new.wording.phrases
    for name in dict.fromkeys((*old, *new)):
        place = TextPlace("wording", name, "加えた言葉")
        yield from text_change(both, place, old.get(name), new.get(name))


def _told_look(look: Look | None) -> str:
    """What a town changes of the look, in one line."""
    if look is None:
        return ""
    colours = [colour for colour in (look.main, *look.goals) if colour is not None]
    inks = [ink for colour in colours for ink in (colour.ink, colour.tint) if ink is not None]
    told = [
        *(_told_ink(ink) for ink in inks),
        *(f"{purpose} {_told_ink(ink)}" for purpose, ink in look.inks.items()),
        *(f"{name} {size:g}pt" for name, size in look.sizes.items()),
        *(word for word in (look.motif, look.picture) if word is not None),
    ]
    if look.gutter is not None:
        told.append(f"のど {look.gutter.pt / mm(1).pt:g}mm")
    return "、".join(told)


def _told_ink(ink: Ink) -> str:
    return f"{ink.hex}（CMYK {' '.join(f'{part:g}' for part in ink.cmyk)}）"
