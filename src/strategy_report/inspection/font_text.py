"""Codes of a font back to text (ISO 32000-1, 9.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from strategy_report.core.value import Value

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
# The texts of a range: that of its first code, or a list of all.
_RANGE = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[(.*?)\])", re.DOTALL
)
_LISTED = re.compile(rb"<([0-9A-Fa-f]*)>")
_LATIN = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}


class FontText(Value):
    """What a font's codes say.

    Attributes:
        width: bytes a code.
        texts: by code.
    """

    width: int
    texts: Mapping[int, str]

    def read(self, shown: bytes) -> str:
        """The text of a string; U+FFFD for a code that says nothing."""
        return "".join(
            self.texts.get(int.from_bytes(shown[at : at + self.width], "big"), "\ufffd")
            for at in range(0, len(shown), self.width)
        )


def font_text(font: Any) -> FontText | None:
    """By the font's ToUnicode map, or its Latin encoding; None where it has neither."""
    composite = str(font.get("/Subtype")) == "/Type0"
    width = 2 if composite else 1
    program = font.get("/ToUnicode")
    if isinstance(program, pikepdf.Stream):
        return FontText(width=width, texts=dict(_mapped(program.read_bytes())))
    latin = _LATIN.get(str(font.get("/Encoding")))
    if composite or latin is None:
        return None
    return FontText(
        width=width, texts={code: bytes([code]).decode(latin, "replace") for code in range(256)}
    )


def _mapped(program: bytes) -> Iterator[tuple[int, str]]:
    """Codes and texts of a CMap, in its order."""
    for kind, body in _BLOCK.findall(program):
        if kind == b"bfchar":
            yield from ((int(code, 16), _text(text)) for code, text in _PAIR.findall(body))
        else:
            for first, last, text, listed in _RANGE.findall(body):
                span = range(int(first, 16), int(last, 16) + 1)
                if listed:
                    yield from zip(span, map(_text, _LISTED.findall(listed)), strict=False)
                else:
                    yield from zip(span, _following(_text(text)), strict=False)


def _following(text: str) -> Iterator[str]:
    """*text*, and the same with its last character one further, and so on."""
    for last in range(ord(text[-1]), 0x110000):
        yield text[:-1] + chr(last)


def _text(digits: bytes) -> str:
    """UTF-16; some programs leave out the first of its two bytes."""
    if len(digits) == 2:
        digits = b"00" + digits
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", errors="replace")
