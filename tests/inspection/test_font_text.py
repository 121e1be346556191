"""What the fonts of other programs say: maps as they write them, one byte a code or two."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from strategy_report.inspection.font_text import FontText, font_text

# Streams belong to a file, and live as long as it does.
FILE = pikepdf.new()


def a_font(kind: str, to_unicode: bytes | None = None, **entries: Any) -> Any:
    font = pikepdf.Dictionary(Subtype=pikepdf.Name("/" + kind), **entries)
    if to_unicode is not None:
        font.ToUnicode = FILE.make_stream(to_unicode)
    return font


def text_of(font: Any, shown: bytes) -> str:
    found = font_text(font)
    assert isinstance(found, FontText)
    return found.read(shown)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (b"2 beginbfchar <0001> <91D1> <0002> <6CA2> endbfchar", "金沢"),
        (b"1 beginbfrange <0001> <0002> <3042> endbfrange", "あぃ"),
        (b"1 beginbfrange <0001> <0002> [<91D1> <6CA2>] endbfrange", "金沢"),
        (b"1 beginbfrange <0001> <0002> <D842DFB7> endbfrange", "𠮷𠮸"),
        (b"1 beginbfchar <0001> <91D16CA2> endbfchar", "金沢\ufffd"),
        (b"1 beginbfrange <0001> <0002> <41> endbfrange", "AB"),
    ],
)
def test_a_map_is_read_as_other_programs_write_it(written: bytes, text: str) -> None:
    assert text_of(a_font("Type0", written), b"\0\1\0\2") == text


def test_a_simple_font_has_one_byte_a_code() -> None:
    mapped = a_font("TrueType", b"1 beginbfrange <41> <43> <0061> endbfrange")
    assert text_of(mapped, b"ABC") == "abc"


def test_a_latin_encoding_needs_no_map() -> None:
    font = a_font("Type1", Encoding=pikepdf.Name.WinAnsiEncoding)
    assert text_of(font, b"R6 \x96 R7") == "R6 – R7"


def test_a_font_without_map_and_encoding_says_nothing() -> None:
    assert font_text(a_font("Type0", Encoding=pikepdf.Name("/Identity-H"))) is None
