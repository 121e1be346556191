"""Codes of a font back to text, by its ToUnicode map (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


def text_map(font: Any) -> Mapping[int, str] | None:
    """Text by code; None where the font has no map."""
    if "/ToUnicode" not in font:
        return None
    found: dict[int, str] = {}
    for kind, body in _BLOCK.findall(font.ToUnicode.read_bytes()):
        if kind == b"bfchar":
            found.update((int(code, 16), _text(text)) for code, text in _PAIR.findall(body))
        else:
            for first, last, text in _RANGE.findall(body):
                start = int(text, 16)
                found.update(
                    (code, chr(start + code - int(first, 16)))
                    for code in range(int(first, 16), int(last, 16) + 1)
                )
    return found


def codes(shown: bytes) -> list[int]:
    """The two-byte codes of a string that a Type 0 font shows."""
    return [int.from_bytes(shown[at : at + 2], "big") for at in range(0, len(shown), 2)]


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", errors="replace")
