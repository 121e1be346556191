"""A comparison as rows of a 正誤表: page, place, wrong, right, reason."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.value import Value
from strategy_report.errata.change import (
    Consequence,
    ConsequenceKind,
    Located,
    changes_figures,
)
from strategy_report.errata.comparison import Comparison
from strategy_report.errata.report import edition_line, pages_of
from strategy_report.model.edition import ChangeRecord, RecordKind

NOTHING = "（なし）"
FOLLOWS = "上の変更による"


class Correction(Value):
    """One row.

    Attributes:
        pages: labels of the pages in the old edition (in the new one, for what was added).
    """

    kind: RecordKind
    pages: tuple[str, ...]
    where: str
    wrong: str
    right: str
    reason: str


def corrections(comparison: Comparison) -> tuple[Correction, ...]:
    """Every row, 訂正 first, then 文言, then 改訂, each with what follows from it last.

    Alternative texts are heard, not seen, and are left to the comparison itself.
    """
    records = comparison.new.plan.edition.changes
    seen = [one for one in comparison.consequences if _is_seen(one)]
    told = [located for located in comparison.changes if _is_told(located, seen)]
    rows = [_row(located, records, seen) for located in told]
    kinds = {located.change.item: _kind_of(located, records) for located in told}
    fallback = min((row.kind for row in rows), key=_ORDER.index, default=RecordKind.CORRECTION)
    rows += [_consequence_row(one, kinds.get(one.item, fallback)) for one in seen]
    return tuple(sorted(rows, key=lambda row: _ORDER.index(row.kind)))


def effect(comparison: Comparison) -> tuple[str, ...]:
    """What the changes mean for 目標達成: said only where it was reckoned."""
    judged = tuple(
        f"{one.where}の目標達成の判定が、「{one.before}」から「{one.after}」に変わります。"
        for one in comparison.judgements
    )
    if judged:
        return judged
    counted = tuple(
        f"「{one.before}」は、「{one.after}」に変わります。"
        for one in comparison.tallies
        if one.before and one.after
    )
    return counted[:1] or ("目標達成の判定に影響はありません。",)


def record_of(located: Located, records: tuple[ChangeRecord, ...]) -> ChangeRecord | None:
    """The record that speaks of a change; the last, where several do."""
    found = [record for record in records if record.item == located.change.item]
    return found[-1] if found else None


_ORDER = (RecordKind.CORRECTION, RecordKind.WORDING, RecordKind.REVISION)


def _kind_of(located: Located, records: tuple[ChangeRecord, ...]) -> RecordKind:
    """As recorded; else a newer figure that was awaited is 改訂, another figure a mistake.

    No mistake is made of words that somebody found better.
    """
    record = record_of(located, records)
    change = located.change
    if record is not None:
        return record.kind
    if change.is_awaited:
        return RecordKind.REVISION
    return RecordKind.CORRECTION if changes_figures(change) else RecordKind.WORDING


# What says which copy this is, is no mistake of the edition before.
_OWN = frozenset(("edition", "date", "status", "contact", "cover", "foot", "watermark"))
_OWN_PART = "colophon"


def _is_seen(consequence: Consequence) -> bool:
    """Whether a consequence stands on paper, and is more than that this is another edition."""
    spots = (*consequence.old_spots, *consequence.new_spots)
    of_edition = all(spot.key.startswith(f"{_OWN_PART}/") for spot in spots)
    return consequence.kind is not ConsequenceKind.ALTERNATIVE and not of_edition


def _is_told(located: Located, consequences: list[Consequence]) -> bool:
    """Whether a change, or what follows from it, stands on paper; never which edition it is."""
    change = located.change
    shows = located.old_spots or located.new_spots
    follows = any(one.item == change.item for one in consequences)
    return bool(shows or follows) and not (change.item == "edition" and change.field in _OWN)


def _row(
    located: Located, records: tuple[ChangeRecord, ...], consequences: list[Consequence]
) -> Correction:
    record = record_of(located, records)
    change = located.change
    spots = located.old_spots or located.new_spots
    follow = (one for one in consequences if one.item == change.item)
    return Correction(
        kind=_kind_of(located, records),
        pages=pages_of(
            spots or (spot for one in follow for spot in one.old_spots or one.new_spots)
        ),
        where=change.where,
        wrong=change.before or NOTHING,
        right=change.after or NOTHING,
        reason="" if record is None else record.reason.plain(),
    )


def _consequence_row(consequence: Consequence, kind: RecordKind) -> Correction:
    wrong, right = consequence.before, consequence.after
    if consequence.kind is ConsequenceKind.MET:
        wrong, right = (
            next((spot.text for spot in spots), "印なし")
            for spots in (consequence.old_spots, consequence.new_spots)
        )
    return Correction(
        kind=kind,
        pages=pages_of(consequence.old_spots or consequence.new_spots),
        where=consequence.where,
        wrong=wrong or NOTHING,
        right=right or NOTHING,
        reason=FOLLOWS,
    )


def by_kind(rows: tuple[Correction, ...]) -> Iterator[tuple[RecordKind, tuple[Correction, ...]]]:
    """The rows of each kind that has some."""
    for kind in _ORDER:
        own = tuple(row for row in rows if row.kind is kind)
        if own:
            yield kind, own


# Heading of each kind's table, and what its columns for before and after are called.
SECTIONS = {
    RecordKind.CORRECTION: ("訂正（誤りを正したもの）", "誤", "正"),
    RecordKind.WORDING: ("文言などの修正", "修正前", "修正後"),
    RecordKind.REVISION: ("改訂（新しい数値に改めたもの）", "改訂前", "改訂後"),
}


def title_of(rows: tuple[Correction, ...]) -> str:
    """正誤表, where a mistake was corrected; else 変更一覧."""
    return "正誤表" if _has_mistakes(rows) else "変更一覧"


def lead(comparison: Comparison, rows: tuple[Correction, ...]) -> str:
    """What the sheet is about, in one formal sentence."""
    new = comparison.new.plan.edition
    name = f"（改めた版は「{new.edition_name}」です。）" if new.edition_name else ""
    subject = edition_line(comparison.old)
    if _has_mistakes(rows):
        return f"「{subject}」に誤りがありましたので、次のとおり訂正します。{name}"
    if not rows:
        return f"「{subject}」から、言葉と数に変わったところはありません。{name}"
    return f"「{subject}」を、次のとおり改めます。{name}"


def _has_mistakes(rows: tuple[Correction, ...]) -> bool:
    return any(row.kind is RecordKind.CORRECTION for row in rows)
