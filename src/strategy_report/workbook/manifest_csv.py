"""配布一覧: which copy went to whom, and what its file looked like when it was made."""

from __future__ import annotations

from collections.abc import Iterable

from strategy_report.core.value import Value
from strategy_report.model.recipient import Recipient
from strategy_report.workbook.csv_file import csv_bytes

HEADS = (
    "番号",
    "氏名",
    "所属",
    "ファイル",
    "バイト数",
    "SHA-256",
    "規格",
    "パスワード",
    "署名",
    "送付状",
)


class HandedCopy(Value):
    """One copy as it was made.

    Attributes:
        file: its name.
        claim: what it says it conforms to: PDF/UA-1・PDF/A-3a.
        letter: name of the covering letter's file; empty where there is none.
    """

    recipient: Recipient
    file: str
    size: int
    sha256: str
    claim: str
    signed: bool = False
    letter: str = ""


def manifest_csv(copies: Iterable[HandedCopy]) -> bytes:
    """The list; it tells which copies have a password, and never which."""
    return csv_bytes((HEADS, *map(_row, copies)))


def _row(copy: HandedCopy) -> Iterable[str]:
    recipient = copy.recipient
    return (
        recipient.number,
        recipient.name,
        recipient.office,
        copy.file,
        str(copy.size),
        copy.sha256,
        copy.claim,
        "あり" if recipient.password else "なし",
        "あり" if copy.signed else "なし",
        copy.letter,
    )
