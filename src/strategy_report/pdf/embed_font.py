"""A face as a Type 0 font of a document: glyphs by their own ids, widths, way back to text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from unicodedata import normalize

from strategy_report.display.item import GlyphRun
from strategy_report.fonts.descriptor import FaceFacts, face_facts
from strategy_report.fonts.face import FontFace
from strategy_report.fonts.subset import subset_face
from strategy_report.pdf.number import decimal
from strategy_report.pdf.objects import Document, Raw, Reference, pdf_name, stream

# ISO 32000-1, table 123: glyphs outside the standard Latin set make a font symbolic.
_SYMBOLIC = 4


class FontInUse:
    """One face, and which of its glyphs the document has shown so far.

    Attributes:
        name: of the font in page resources. It depends on the catalogue alone, so that a page's
            stream does not depend on other pages.
    """

    def __init__(self, face: FontFace, name: str) -> None:
        self.face = face
        self.name = name
        self._texts: dict[int, Counter[str]] = {}
        self._widths: dict[int, int] = {}

    def width(self, glyph_id: int) -> int:
        """Advance of a glyph in millionths of an em, rounded as the W array states it."""
        known = self._widths.get(glyph_id)
        if known is None:
            em = self.face.units_per_em
            known = self._widths[glyph_id] = round(self.face.advance(glyph_id) * 1_000_000 / em)
        return known

    def use(self, run: GlyphRun) -> None:
        """Remember the glyphs of a run and what they stood for."""
        texts = self._texts
        for glyph_id, text in zip(run.glyph_ids, run.texts, strict=True):
            if glyph_id not in texts:
                texts[glyph_id] = Counter()
            texts[glyph_id][text] += 1

    @property
    def glyph_ids(self) -> list[int]:
        return sorted(self._texts)

    def text_of(self, glyph_id: int) -> str:
        """The text a glyph stands for: of several, one that is not another's compatible form.

        Some glyphs serve several characters (日 and ⽇): lines with the other one say so by an
        ActualText. Then what it most often stood for counts, then the lower code point.
        """
        seen = self._texts[glyph_id]
        return min(seen, key=lambda text: (not text, _is_compatible(text), -seen[text], text))

    def write(self, document: Document) -> Reference:
        """Add the font's objects to *document*; the reference is to the Type 0 dictionary."""
        program = subset_face(self.face, self.glyph_ids)
        facts = face_facts(self.face)
        base_font = pdf_name(f"{_tag(program)}+{facts.postscript_name}")
        descriptor = document.add(_descriptor(facts, base_font, document.add(_file(program))))
        to_unicode = document.add(stream(_to_unicode(self._pairs())))
        descendant = document.add(
            Raw(
                f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {base_font}"
                " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                f" /FontDescriptor {descriptor} /CIDToGIDMap /Identity /DW 1000"
                f" /W [ {self._width_array()} ] >>"
            )
        )
        return document.add(
            Raw(
                f"<< /Type /Font /Subtype /Type0 /BaseFont {base_font} /Encoding /Identity-H"
                f" /DescendantFonts [ {descendant} ] /ToUnicode {to_unicode} >>"
            )
        )

    def _pairs(self) -> list[tuple[int, str]]:
        pairs = ((glyph_id, self.text_of(glyph_id)) for glyph_id in self.glyph_ids)
        return [(glyph_id, text) for glyph_id, text in pairs if text]

    def _width_array(self) -> str:
        """``first [ w w w ]`` for each row of neighbouring ids that are not one em wide."""
        rows: list[tuple[int, list[str]]] = []
        for glyph_id in self.glyph_ids:
            width = self.width(glyph_id)
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


def _file(program: bytes) -> Raw:
    return stream(program, f"/Length1 {len(program)}")


def _descriptor(facts: FaceFacts, base_font: str, program: Reference) -> Raw:
    bounds = " ".join(map(str, facts.bounds))
    return Raw(
        f"<< /Type /FontDescriptor /FontName {base_font} /Flags {_SYMBOLIC}"
        f" /FontBBox [ {bounds} ] /ItalicAngle {round(facts.italic_angle)}"
        f" /Ascent {facts.ascent} /Descent {facts.descent} /CapHeight {facts.cap_height}"
        f" /StemV {_stem(facts.weight)} /FontFile2 {program} >>"
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
    lines = [f"<{glyph_id:04X}> <{text.encode('utf-16-be').hex()}>" for glyph_id, text in pairs]
    blocks = (lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK))
    body = "".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return (_CMAP_HEAD + body + _CMAP_FOOT).encode()
