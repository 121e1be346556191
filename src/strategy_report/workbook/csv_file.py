"""Rows of text as a CSV file that spreadsheets open without asking, and without harm."""

from __future__ import annotations

from collections.abc import Iterable

# A cell that begins so is taken for a formula by spreadsheets, which may run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """UTF-8 with a mark that spreadsheets know it by; lines end as RFC 4180 says."""
    return "".join(",".join(map(_cell, row)) + "\r\n" for row in rows).encode("utf-8-sig")


def _cell(text: str) -> str:
    """In quotation marks where it needs them; never a formula."""
    if text.startswith(_FORMULA) and not _is_number(text):
        text = "'" + text
    if any(mark in text for mark in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-").replace(".", "", 1)
    return digits.isascii() and digits.isdigit()
