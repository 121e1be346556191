"""Bytes to text: only UTF-8 is read; every other encoding is named and never guessed at."""

from __future__ import annotations

from strategy_report.content.report import Report
from strategy_report.core.source import SourceSpan

LARGEST_BYTES = 4 * 1024 * 1024

UTF8_BOM = b"\xef\xbb\xbf"
ENCODING_NAMES = {
    "cp932": "CP932（シフトJIS）",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
UTF16_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def decode(data: bytes, file: str, report: Report) -> str | None:
    """The text with line feeds alone and without BOM; None where *report* says why not."""
    whole = SourceSpan(file=file, line=1)
    if len(data) > LARGEST_BYTES:
        report.error(
            "FILE003",
            whole,
            f"ファイルが大きすぎます（{len(data):,} バイト）。1つのファイルは 4 MB までです。",
            "写真や表が文字として入り込んでいないか見て、内容を分けてください。",
        )
        return None
    found = encoding_of(data)
    if found == "utf-8":
        text = data.decode("utf-8").removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if found is None:
        _explain_bytes(data, file, report)
        return None
    report.error(
        "FILE001",
        whole,
        f"文字コードが {ENCODING_NAMES[found]} になっています。",
        "「名前を付けて保存」で文字コード「UTF-8」を選んで保存し直すか、"
        "strategy-report check --fix を実行してください。",
    )
    return None


def encoding_of(data: bytes) -> str | None:
    """``utf-8``, ``utf-16-le``, ``utf-16-be`` or ``cp932``; None where none fits for certain."""
    for bom, name in UTF16_BOMS.items():
        if data.startswith(bom):
            # UTF-32 begins with the same mark, and shows by its zeros.
            return name if _decodes(data[2:], name) and "\0" not in data.decode(name) else None
    if _decodes(data, "utf-8") and b"\x00" not in data:
        return "utf-8"
    if b"\x00" in data:
        return _utf16_without_bom(data)
    # Kana and the usual kanji of CP932 are no EUC-JP; EUC-JP may pass for CP932's half-width kana.
    return "cp932" if _decodes(data, "cp932") and not _decodes(data, "euc_jp") else None


def _utf16_without_bom(data: bytes) -> str | None:
    """Keys and line ends are ASCII, so that one byte in two of theirs is zero."""
    if len(data) % 2 == 0:
        for name, line_end in (("utf-16-le", b"\n\x00"), ("utf-16-be", b"\x00\n")):
            if line_end in data and data.count(b"\x00") > len(data) // 20 and _decodes(data, name):
                return name
    # A stray NUL in UTF-8 is a control character, which the next step explains.
    return "utf-8" if _decodes(data, "utf-8") else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _explain_bytes(data: bytes, file: str, report: Report) -> None:
    """Shows the first byte that is no UTF-8, or names the encoding where one fits."""
    where, before = _first_bad_byte(data, file)
    if _decodes(data, "euc_jp"):
        report.error(
            "FILE002",
            where,
            "文字コードが UTF-8 ではありません（EUC-JP のようです）。",
            "編集ソフトの「名前を付けて保存」で文字コード「UTF-8」を選び、保存し直してください。",
        )
        return
    report.error(
        "FILE002",
        where,
        f"「{before}」のあとに、UTF-8 の文字として読めないところがあります。"
        if before
        else "UTF-8 の文字として読めません。",
        "その場所の文字を打ち直し、文字コード「UTF-8」で保存してください。",
    )


def _first_bad_byte(data: bytes, file: str) -> tuple[SourceSpan, str]:
    """Its place, and up to ten characters before it on that line."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = data[: problem.start]
        line = before.count(b"\n") + 1
        text = before[before.rfind(b"\n") + 1 :].decode("utf-8")
        column = len(text) + 1
        where = SourceSpan(file=file, line=line, column=column, end_column=column + 1)
        return where, text.strip()[-10:]
    return SourceSpan(file=file, line=1), ""
