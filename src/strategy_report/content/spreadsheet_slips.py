"""What spreadsheets make of a cell without being asked, and save as if it had been typed."""

from __future__ import annotations

import re

from strategy_report.core.value import Value

_AS_TEXT = "Excel で、その列の「セルの書式設定」を「文字列」にしてから、打ち直してください。"


class Slip(Value):
    """What a cell holds in place of what was typed, and how to put it right."""

    what: str
    fix: str


_FAILED = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|#+)")
# 123456789012 in a cell of the usual kind.
_SHORTENED = re.compile(r"\d(?:\.\d+)?E\+\d+")
# 1-2 typed, or 1/2.
_DATE = re.compile(r"\d{1,2}月\d{1,2}日|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}-[A-Z][a-z]{2}")


_FAULTY = Slip(what="Excel の計算の誤りです。", fix="Excel で式を直すか、値を打ってください。")
_CUT = Slip(what="Excel が縮めた、桁の多い数です。", fix=_AS_TEXT)
_TURNED = Slip(what="Excel が日付に変えたものです。", fix=_AS_TEXT)


def slip_in(text: str) -> Slip | None:
    """What went wrong with the cell that reads *text*."""
    if _FAILED.fullmatch(text):
        return _FAULTY
    return _CUT if _SHORTENED.fullmatch(text) else None


def slip_in_number(text: str) -> Slip | None:
    """The same of a cell that holds no date."""
    return slip_in(text) or (_TURNED if _DATE.fullmatch(text) else None)
