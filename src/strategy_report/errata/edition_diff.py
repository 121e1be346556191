"""What two plans say differently of the edition itself: names, date, settings, look."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.ink import Ink
from strategy_report.core.length import mm
from strategy_report.core.value import replace
from strategy_report.errata.change import Change, ChangeKind
from strategy_report.errata.text_diff import (
    COVER,
    Both,
    Pictures,
    TextPlace,
    placed,
    plain_change,
    sources_of,
    text_change,
)
from strategy_report.model.look import Look
from strategy_report.model.plan import Plan


def edition_changes(both: Both) -> Iterator[Change]:
    old, new = both.old.edition, both.new.edition
    for field, called in (
        ("ordinal", "次数"),
        ("plan_name", "計画の名称"),
        ("report_name", "冊子の名称"),
        ("issuer", "発行者"),
        ("contact", "問合せ先"),
    ):
        place = TextPlace("edition", field, f"版の情報　{called}")
        yield from text_change(both, place, getattr(old, field), getattr(new, field))
    told = (
        _told_settings(both.old, both.old_pictures),
        _told_settings(both.new, both.new_pictures),
    )
    for (item, field, called), before in told[0].items():
        after = told[1][item, field, called]
        if before != after:
            change = plain_change(item, field, called, (before, after))
            yield placed(change, old.source, new.source)
    yield from _hidden(both)
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


def _told_settings(plan: Plan, pictures: Pictures) -> dict[tuple[str, str, str], str]:
    """What is set for a whole edition, in words: by item, field and what people call it."""
    edition = plan.edition
    marks = ["・".join(m.value for m in held) for held in (edition.cover_marks, edition.foot_marks)]
    of_edition = (
        ("edition", "版の名前", edition.edition_name),
        ("date", "発行の年月", edition.date.long()),
        ("status", "扱い", edition.status.value),
        ("reporting_year", "報告する年度", edition.reporting_year.long()),
        ("rate", "割合の式", edition.rate.value),
        ("rounding", "端数の扱い", edition.rounding.value),
        (
            "worse_than_baseline_for",
            "基準値との比較を添える指標",
            "、".join(edition.worse_than_baseline_for),
        ),
        ("cover", "表紙に出すこと", marks[0]),
        ("foot", "各ページの下に出すこと", marks[1]),
        ("watermark", "薄く敷く字", "敷く" if edition.watermark else ""),
        ("binding", "綴じ", edition.binding.value),
        ("fonts", "足したフォント", "、".join(edition.fonts)),
        ("theme", "見た目", edition.theme),
    )
    return {
        **{("edition", field, f"版の情報　{called}"): text for field, called, text in of_edition},
        ("look", "look", "見た目の直し（theme.yaml）"): _told_look(
            plan.look, pictures.get(COVER, "")
        ),
        ("wording", "jis90", "古い字形の名前"): "、".join(plan.wording.jis90),
    }


def _hidden(both: Both) -> Iterator[Change]:
    """Added words that one edition shows and the other does not, wherever they stood."""
    hidden = both.old.edition.hidden, both.new.edition.hidden
    if hidden[0] == hidden[1]:
        return
    shown = [
        [
            plan.wording.phrases[name]
            for name in sorted(hidden[not side] - hidden[side])
            if name in plan.wording.phrases
        ]
        for side, plan in enumerate((both.old, both.new))
    ]
    told = ["、".join(f"「{words.plain()}」" for words in held) for held in shown]
    sources = [frozenset().union(*map(sources_of, held)) for held in shown]
    change = plain_change("edition", "hide", "加えた言葉を出すか", (told[0], told[1]))
    yield replace(change, old_sources=sources[0], new_sources=sources[1])


def _told_look(look: Look | None, picture: str) -> str:
    """What a town changes of the look, in one line; *picture* is the digest of the cover's."""
    return "" if look is None else "、".join((*_told_parts(look), *_told_picture(look, picture)))


def _told_parts(look: Look) -> list[str]:
    colours = [colour for colour in (look.main, *look.goals) if colour is not None]
    inks = [ink for colour in colours for ink in (colour.ink, colour.tint) if ink is not None]
    told = [
        *(_told_ink(ink) for ink in inks),
        *(f"{purpose} {_told_ink(ink)}" for purpose, ink in look.inks.items()),
        *(f"{name} {size:g}pt" for name, size in look.sizes.items()),
        *(f"{name}の行送り {feed:g}pt" for name, feed in look.feeds.items()),
        *(f"{name} {getattr(way, 'value', way)}" for name, way in look.typesetting.items()),
        *((look.motif,) if look.motif is not None else ()),
    ]
    if look.gutter is not None:
        told.append(f"のど {look.gutter.pt / mm(1).pt:g}mm")
    return told


def _told_picture(look: Look, digest: str) -> Iterator[str]:
    """The file, and by its first digits which of the pictures of that name it is."""
    if look.picture is not None:
        yield f"{look.picture}（{digest[:8]}）"


def _told_ink(ink: Ink) -> str:
    return f"{ink.hex}（CMYK {' '.join(f'{part:g}' for part in ink.cmyk)}）"
