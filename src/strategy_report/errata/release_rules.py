"""What must hold before an edition is released, reckoned against the release before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from strategy_report.core.diagnostic import Diagnostic, Severity, error
from strategy_report.core.near import nearest
from strategy_report.core.source import SourceSpan
from strategy_report.errata.change import Change, ChangeKind, changes_figures
from strategy_report.errata.comparison import Comparison
from strategy_report.model.edition import ChangeRecord, Edition, EditionStatus
from strategy_report.model.plan import Plan

NEEDLESS_RECORD = "EDN006"
# Fields of edition.yaml that differ from release to release by their nature.
_OWN = frozenset(("edition", "page_titles"))


def unrecorded(changes: Iterable[Change], plan: Plan, severity: Severity) -> tuple[Diagnostic, ...]:
    """What differs from the last release without a record, or without a decision.

    *changes* lead from the last release to *plan*; *severity* is that of a figure's missing
    record or decision. A text's missing record is one step milder.
    """
    records: dict[str, ChangeRecord] = {r.item: r for r in plan.edition.changes}
    said: list[Diagnostic] = []
    changed = [change for change in changes if change.item not in _OWN]
    for change in changed:
        record = records.get(change.item)
        if record is not None:
            said.extend(_undecided(change, record, severity))
        elif changes_figures(change):
            said.append(_unrecorded(change, "EDN004", severity))
        else:
            milder = Severity.WARNING if severity is Severity.ERROR else Severity.NOTE
            said.append(_unrecorded(change, "EDN008", milder))
    items = {change.item for change in changed}
    said.extend(
        _needless(record, items - records.keys())
        for record in plan.edition.changes
        if record.item not in items
    )
    return tuple(said)


def _unrecorded(change: Change, code: str, severity: Severity) -> Diagnostic:
    kinds = "訂正・改訂・文言" if changes_figures(change) else "文言・訂正・改訂"
    return Diagnostic(
        code=code,
        severity=severity,
        where=_place(change),
        what=f"{change.where}が、前の発行の「{change.before or 'なし'}」から"
        f"「{change.after or 'なし'}」に変わっていますが、変更の記録がありません。",
        fix=f"edition.yaml の changes: に「item: {change.item}」と kind（{kinds}）、"
        "reason（理由）、approved_by（承認者）を書いてください。",
    )


def _undecided(change: Change, record: ChangeRecord, severity: Severity) -> Iterator[Diagnostic]:
    figure = change.kind is ChangeKind.FIGURE and change.field in ("baseline", "target")
    if figure and not record.decision:
        yield Diagnostic(
            code="EDN005",
            severity=severity,
            where=record.source,
            what=f"{change.where}が変わっていますが、それを決めた会議や日付が書かれていません。",
            fix="この記録に「decision: 」を足し、決定した会議の名前と日付を書いてください。",
        )


def _needless(record: ChangeRecord, unrecorded: Set[str]) -> Diagnostic:
    meant = nearest(record.item, sorted(unrecorded))
    return Diagnostic(
        code=NEEDLESS_RECORD,
        severity=Severity.WARNING,
        where=record.source,
        what=f"変更の記録の「{record.item}」は、前の発行から変わっていません。",
        fix=f"「{meant}」ではありませんか。ちがうなら、この記録を消してください。"
        if meant
        else "item: の綴りを確かめるか、この記録を消してください。",
    )


def wrong_way_round(comparison: Comparison) -> tuple[Diagnostic, ...]:
    """That what was given as the old edition looks like the newer one."""
    old, new = (issue.plan.edition for issue in (comparison.old, comparison.new))
    if _order(old) <= _order(new):
        return ()
    names = [edition.edition_name or edition.status.value for edition in (old, new)]
    return (
        Diagnostic(
            code="ERR002",
            severity=Severity.WARNING,
            where=None,
            what=f"前の版とした「{names[0]}」（{old.date.long()}）の方が、"
            f"後の版とした「{names[1]}」（{new.date.long()}）より新しいようです。",
            fix="前の版を先に、後の版をあとに書いてください。",
        ),
    )


def _order(edition: Edition) -> tuple[int, int, int]:
    """By date; of one date, 初版 before 訂正版 第1号 before 訂正版 第2号."""
    number = _NUMBER.search(edition.edition_name)
    corrected = edition.status is EditionStatus.CORRECTED
    return edition.date.year, edition.date.month or 0, int(number[1]) if number else int(corrected)


_NUMBER = re.compile(r"第(\d+)[号版]")


def unreadable_release(folder: Path, severity: Severity) -> Diagnostic:
    """That the released edition in *folder* cannot be read, nor a change reckoned against it."""
    return Diagnostic(
        code="EDN007",
        severity=severity,
        where=None,
        what=f"発行した版「{folder.name}」が読めないので、"
        "前の発行から変わったところを確かめられません。",
        fix=f"{folder} を、発行したときのもの（控え）に戻してください。"
        f"どこが読めないかは strategy-report check {folder} で出ます。",
    )


def altered_release(folder: Path, names: Iterable[str], severity: Severity) -> Diagnostic:
    """That files of the released edition in *folder* are not as they were released."""
    return Diagnostic(
        code="EDN007",
        severity=severity,
        where=None,
        what=f"発行した版「{folder.name}」の {'、'.join(names)} が、発行したときと違います。"
        "これと比べると、刷った数と違うものが「誤」になります。",
        fix=f"{folder} を、発行したときのもの（控え）に戻すか、その中の release フォルダーの"
        " PDF と比べてください。",
    )


def unreleasable(plan: Plan, released: Iterable[str]) -> tuple[Diagnostic, ...]:
    """What forbids releasing *plan*, whatever was released before.

    *released* are the names of the editions that were.
    """
    edition = plan.edition
    said: list[Diagnostic] = []
    if not edition.edition_name:
        said.append(
            error(
                "EDN002",
                None,
                "版の名前がありません。",
                "edition.yaml に「edition: 初版」のように書いてください。",
            )
        )
    elif edition.edition_name in released:
        said.append(
            error(
                "EDN003",
                edition.name_source,
                f"「{edition.edition_name}」は、すでに発行しています。",
                "edition.yaml の edition: を「訂正版 第1号」のような次の名前にしてください"
                "（発行した PDF は released/ の中にあります）。",
            )
        )
    if not edition.allows_stand_ins:
        said.extend(_stand_ins(plan))
    return tuple(said)


def _stand_ins(plan: Plan) -> Iterator[Diagnostic]:
    for goal in plan.goals:
        for photo in goal.photos:
            if photo.file is None:
                yield error(
                    "EDN001",
                    photo.source,
                    f"写真「{photo.caption.plain()}」がまだありません。",
                    "写真を入れるか、edition.yaml に「stand_ins: 許す」と書いてください。",
                )


def _place(change: Change) -> SourceSpan | None:
    return min(change.new_sources, key=lambda span: (span.file, span.line), default=None)
