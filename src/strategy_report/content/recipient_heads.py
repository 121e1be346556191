"""The heads of a list of recipients: which column is which, however offices call them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from unicodedata import normalize

from strategy_report.content.csv_cells import Cell
from strategy_report.content.report import Report
from strategy_report.core.near import nearest
from strategy_report.core.source import SourceSpan

NUMBER, NAME, OFFICE, POST, PASSWORD = "番号", "氏名", "所属", "役職", "パスワード"
_NEEDED = (NUMBER, NAME)
# As `folded`, without what is said in brackets. None of one character: `nearest` takes any for it.
_CALLED = {
    NUMBER: "番号 配布番号 整理番号 通し番号 管理番号 通番 連番 no no. number",
    NAME: "氏名 名前 お名前 ご氏名 御氏名 委員名 議員名 name",
    OFFICE: "所属 ご所属 御所属 所属先 所属名 所属団体 団体名 機関名 所属・役職 所属・職名 office",
    POST: "役職 役職名 職名 肩書 肩書き",
    PASSWORD: "パスワード password pw 暗証番号",
}
_HEADS = {word: head for head, words in _CALLED.items() for word in words.split()}
# 氏名（ふりがな） is another column than 氏名.
_IN_BRACKETS = re.compile(r"[(\[【](?!ふり|フリ|かな|カナ|よみ|ヨミ|読み).*?[)\]】]")
_LIKE_PASSWORD = re.compile(r"パス|pass|暗証|pw")
# Spreadsheets of offices begin with a title, a date, an empty row.
_ROWS_ABOVE = 10


def folded(text: str) -> str:
    """Equal for what differs in width, in capitals and in spaces alone."""
    plain = normalize("NFKC", text).casefold()
    return "".join(char for char in plain if not char.isspace())


def head_row(rows: Sequence[Sequence[Cell]]) -> int:
    """The index of the row with the heads: 0 where no row has all that are needed."""
    for place, row in enumerate(rows[:_ROWS_ABOVE]):
        if {_head(cell) for cell in row}.issuperset(_NEEDED):
            return place
    return 0


def columns(row: Sequence[Cell], file: str, report: Report) -> dict[str, int]:
    """Where each column stands; empty where some cannot be told, which is said."""
    found: dict[str, int] = {}
    strange = []
    for place, cell in enumerate(row):
        head = _head(cell)
        if head is None:
            strange.append(cell)
        elif found.setdefault(head, place) != place:
            report.error(
                "DST003",
                cell.place,
                f"「{head}」の列が2つあります。",
                "どちらかの列を消してください。",
            )
    for cell in strange:
        _say_strange(cell, found, report)
    missing = [head for head in _NEEDED if head not in found]
    if missing:
        report.error(
            "DST003",
            row[0].place if row else SourceSpan(file=file, line=1),
            f"列の見出し{'・'.join(f'「{head}」' for head in missing)}がありません。",
            "1行目に「番号,氏名,所属」（パスワードを付けるときは「,パスワード」も）と書いて"
            "ください。",
        )
        return {}
    return found


def _head(cell: Cell) -> str | None:
    return _HEADS.get(_bare(cell))


def _bare(cell: Cell) -> str:
    return _IN_BRACKETS.sub("", folded(cell.text))


def _say_strange(cell: Cell, found: Mapping[str, int], report: Report) -> None:
    """A column that is not read, unless it may be one that is, or that of the passwords.

    Were a column of passwords passed over, the copies would be open to everybody.
    """
    if not cell.text:
        return
    bare = _bare(cell)
    near = nearest(bare, (word for word, head in _HEADS.items() if head not in found))
    if near is None and PASSWORD not in found and _LIKE_PASSWORD.search(bare):
        near = PASSWORD.casefold()
    if near is None:
        report.note("DST004", cell.place, f"「{cell.text}」の列は使いません。")
        return
    report.error(
        "DST003",
        cell.place,
        f"列の見出し「{cell.text}」は読めません。",
        f"「{_HEADS[near]}」ではありませんか。ほかの列なら、違う見出しにしてください。",
    )
