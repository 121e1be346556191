"""A comparison as rows of a 正誤表: page, place, wrong, right, reason."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.value import Value
from strategy_report.errata.change import Consequence, ConsequenceKind, Located
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

    A change without a record counts as 訂正. Alternative texts are heard, not seen, and are left
    to the comparison itself.
    """
    records = comparison.new.plan.edition.changes
    rows = [_row(located, records) for located in comparison.changes if _is_told(located)]
    kinds = {located.change.item: record_of(located, records) for located in comparison.changes}
    fallback = min((row.kind for row in rows), key=_ORDER.index, default=RecordKind.CORRECTION)
    for consequence in comparison.consequences:
        if consequence.kind is not ConsequenceKind.ALTERNATIVE:
            record = kinds.get(consequence.item)
            rows.append(_consequence_row(consequence, fallback if record is None else record.kind))
    return tuple(sorted(rows, key=lambda row: _ORDER.index(row.kind)))


def effect(comparison: Comparison) -> tuple[str, ...]:
    """What the changes mean for 目標達成: said only where it was reckoned."""
    judgements = comparison.judgements
    if not judgements:
        return ("目標達成の判定に影響はありません。",)
    return tuple(
        f"{one.where}の目標達成の判定が、「{one.before}」から「{one.after}」に変わります。"
        for one in judgements
    )


def record_of(located: Located, records: tuple[ChangeRecord, ...]) -> ChangeRecord | None:
    """The record that speaks of a change; the last, where several do."""
    found = [record for record in records if record.item == located.change.item]
    return found[-1] if found else None


_ORDER = (RecordKind.CORRECTION, RecordKind.WORDING, RecordKind.REVISION)


# A correction has a date and a status of its own; they are no mistakes of the edition before.
_OWN = frozenset(("date", "status"))


def _is_told(located: Located) -> bool:
    """Whether a change stands on paper, and is more than that this is another edition."""
    change = located.change
    shows = bool(located.old_spots or located.new_spots)
    return shows and not (change.item == "edition" and change.field in _OWN)


def _row(located: Located, records: tuple[ChangeRecord, ...]) -> Correction:
    record = record_of(located, records)
    change = located.change
    return Correction(
        kind=RecordKind.CORRECTION if record is None else record.kind,
        pages=pages_of(located.old_spots or located.new_spots),
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
    RecordKind.WORDING: ("文言の修正", "修正前", "修正後"),
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
    return f"「{subject}」を、次のとおり改めます。{name}"


def _has_mistakes(rows: tuple[Correction, ...]) -> bool:
    return any(row.kind is RecordKind.CORRECTION for row in rows)
