"""What two plans say and show differently of the photographs of a goal."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.errata.change import Change, ChangeKind
from strategy_report.errata.pairing import moved, photo_pairs
from strategy_report.errata.text_diff import (
    Both,
    TextPlace,
    order_change,
    plain_change,
    span_set,
    text_change,
    whole_change,
)
from strategy_report.model.plan import Goal, Photo

_STAND_IN = "写真なし（準備中の絵）"


def photo_changes(both: Both, old: Goal, new: Goal) -> Iterator[Change]:
    called = f"基本目標{new.number}"
    pairs = photo_pairs(old, new)
    for one, other in pairs:
        if one is not None and other is not None:
            yield from _photo(both, called, one, other)
        elif known := one or other:
            caption = f"写真「{known.caption.plain()}」"
            place = TextPlace(known.id, "photo", f"{called}　{caption}")
            yield whole_change(place, caption, known.source, came=one is None)
    orders = moved(pairs, old.photos)
    if orders is not None:
        place = TextPlace(f"goal-{new.number}", "order", f"{called}　写真の並び")
        captions = [[(one.caption.plain(), one.caption) for one in order] for order in orders]
        yield order_change(place, captions)


def _photo(both: Both, called: str, old: Photo, new: Photo) -> Iterator[Change]:
    called = f"{called}　写真「{new.caption.plain()}」"
    for field in ("caption", "credit"):
        place = TextPlace(new.id, field, called)
        yield from text_change(both, place, getattr(old, field), getattr(new, field))
    if old.alt != new.alt:
        yield plain_change(new.id, "alt", f"{called}　読み上げの説明", (old.alt, new.alt))
    shown = both.old_pictures.get(old.id, ""), both.new_pictures.get(new.id, "")
    if shown[0] != shown[1]:
        told = _told(old, new)
        yield Change(
            kind=ChangeKind.PHOTO,
            item=new.id,
            field="file",
            where=called,
            before=told[0],
            after=told[1],
            old_sources=span_set(old.source),
            new_sources=span_set(new.source),
        )


def _told(old: Photo, new: Photo) -> tuple[str, str]:
    """By the files' names; where they are one, by what differs."""
    names = old.file or _STAND_IN, new.file or _STAND_IN
    if names[0] != names[1]:
        return names
    if old.focus != new.focus:
        left, right = (f"切り抜きの中心 {one.focus[0]:g}, {one.focus[1]:g}" for one in (old, new))
        return f"{names[0]}（{left}）", f"{names[1]}（{right}）"
    return f"{names[0]}（前の写真）", f"{names[1]}（新しい写真）"
