"""A face as a Type 0 font of a document: glyphs by their own ids, widths, way back to text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from unicodedata import normalize

from strategy_report.core.value import Value
from strategy_report.fonts.catalog import Catalog
from strategy_report.fonts.descriptor import FaceFacts, face_facts
from strategy_report.fonts.face import FontFace
from strategy_report.fonts.subset import subset_face
from strategy_report.pdf.number import decimal
from strategy_report.pdf.objects import Adds, Reference, pdf_name, stream

# ISO 32000-1, table 123: glyphs outside the standard Latin set make a font symbolic.
_SYMBOLIC = 4
# What a CID is to a program; one in CFF says so by itself (`fonts.cff`).
_TRUE_TYPE = "/Subtype /CIDFontType2 /CIDToGIDMap /Identity"
_CFF = "/Subtype /CIDFontType0"


# What glyphs of a face were shown, and what they stood for: how often each pair was.
Shown = Counter[tuple[int, str]]


class PageFont:
    """A face as pages name it, with the widths that it will state.

    Attributes:
        name: of the font in page resources. It depends on the catalogue alone, so that a page's
            stream does not depend on other pages.
    """

    def __init__(self, face: FontFace, name: str) -> None:
        self.face = face
        self.name = name
        self._widths: dict[int, int] = {}

    def width(self, glyph_id: int) -> int:
        """Advance of a glyph in millionths of an em, rounded as the W array states it."""
        known = self._widths.get(glyph_id)
        if known is None:
            em = self.face.units_per_em
            known = self._widths[glyph_id] = round(self.face.advance(glyph_id) * 1_000_000 / em)
        return known


def page_fonts(faces: Catalog) -> dict[str, PageFont]:
    """The fonts that pages may show, by the ids of their faces."""
    return {
        face_id: PageFont(faces[face_id], f"F{number}")
        for number, face_id in enumerate(sorted(faces), start=1)
    }


class _Parts(Value):
    """What the objects of a font are made of.

    Attributes:
        name: that the file knows the font by: the same for the same subset only.
        program, to_unicode: streams.
        widths: content of the W array.
    """

    name: str
    program: bytes
    to_unicode: bytes
    widths: str


def add_font(document: Adds, font: PageFont, shown: Shown) -> Reference:
    """The font's objects, added with the glyphs in *shown*.

    Returns:
        Of the Type 0 dictionary.
    """
    texts = texts_of(shown)
    parts = document.kept.of(f"font {font.name}", (font, texts), lambda: _parts(font, texts))
    has_cff = font.face.has_cff
    embedded = f"{'/FontFile3' if has_cff else '/FontFile2'} {document.add(parts.program)}"
    descriptor = document.add(_descriptor(face_facts(font.face), parts.name, embedded))
    to_unicode = document.add(parts.to_unicode)
    descendant = document.add(
        f"<< /Type /Font {_CFF if has_cff else _TRUE_TYPE} /BaseFont {parts.name}"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /FontDescriptor {descriptor} /DW 1000"
        f" /W [ {parts.widths} ] >>"
    )
    return document.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont {parts.name} /Encoding /Identity-H"
        f" /DescendantFonts [ {descendant} ] /ToUnicode {to_unicode} >>"
    )


def _parts(font: PageFont, texts: Mapping[int, str]) -> _Parts:
    program = subset_face(font.face, texts)
    entries = "/Subtype /CIDFontType0C" if font.face.has_cff else f"/Length1 {len(program)}"
    told = ((glyph_id, text) for glyph_id, text in texts.items() if text)
    return _Parts(
        name=pdf_name(f"{_tag(program)}+{face_facts(font.face).postscript_name}"),
        program=stream(program, entries),
        to_unicode=stream(_to_unicode(told)),
        widths=_width_array(texts, font),
    )


def texts_of(shown: Shown) -> dict[int, str]:
    """The text that each glyph stands for, by their ids in order.

    Of several, one that is not another's compatible form: some glyphs serve several characters
    (日 and ⽇), and lines with the other one say so by an ActualText. Then what it most often stood
    for counts, then the lower code point.
    """
    texts: dict[int, str] = {}
    for glyph_id, text in sorted(shown):
        known = texts.get(glyph_id)
        if known is None or _rank(glyph_id, text, shown) < _rank(glyph_id, known, shown):
            texts[glyph_id] = text
    return texts


def _rank(glyph_id: int, text: str, shown: Shown) -> tuple[bool, bool, int, str]:
    return not text, _is_compatible(text), -shown[glyph_id, text], text


def _width_array(glyph_ids: Iterable[int], font: PageFont) -> str:
    """``first [ w w w ]`` for each row of neighbouring ids that are not one em wide."""
    rows: list[tuple[int, list[str]]] = []
    for glyph_id in glyph_ids:
        width = font.width(glyph_id)
        if width == 1_000_000:
            continue
        if not rows or rows[-1][0] + len(rows[-1][1]) != glyph_id:
            rows.append((glyph_id, []))
        rows[-1][1].append(decimal(width))
    return " ".join(f"{first} [{' '.join(widths)}]" for first, widths in rows)


def _is_compatible(text: str) -> bool:
    return normalize("NFKC", text) != text


def _tag(program: bytes) -> str:
    """Six capitals for a subset (ISO 32000-1, 9.6.4): the same for the same subset only."""
    number = int.from_bytes(sha256(program).digest()[:8], "big")
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))


def _descriptor(facts: FaceFacts, base_font: str, embedded: str) -> str:
    bounds = " ".join(map(str, facts.bounds))
    return (
        f"<< /Type /FontDescriptor /FontName {base_font} /Flags {_SYMBOLIC}"
        f" /FontBBox [ {bounds} ] /ItalicAngle {round(facts.italic_angle)}"
        f" /Ascent {facts.ascent} /Descent {facts.descent} /CapHeight {facts.cap_height}"
        f" /StemV {_stem(facts.weight)} {embedded} >>"
    )


def _stem(weight: int) -> int:
    """Thickness of stems for a weight; the files do not state it. The rule is Adobe's."""
    return round(50 + (weight / 65) ** 2)


_CMAP_HEAD = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_FOOT = """\
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
# A CMap may hold at most 100 entries in one block (Adobe Technical Note 5014).
_BLOCK = 100


def _to_unicode(pairs: Iterable[tuple[int, str]]) -> bytes:
    lines = [
        f"<{glyph_id:04X}> <{text.encode('utf-16-be').hex()}>".upper() for glyph_id, text in pairs
    ]
    blocks = (lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK))
    body = "".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return (_CMAP_HEAD + body + _CMAP_FOOT).encode()
