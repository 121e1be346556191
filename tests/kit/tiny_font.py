"""Font files with a bar for each of a few characters, the later the wider: packs for tests."""

from __future__ import annotations

from pathlib import Path

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

_EM = 1000
# Embedding forbidden, in the terms of OS/2.fsType.
RESTRICTED = 2


def write_tiny_font(path: Path, characters: str, fs_type: int = 0) -> Path:
    """With TrueType outlines; the bar of the first is as high as an em-box's ascent."""
    names = [".notdef", *(f"u{ord(char):04X}" for char in characters)]
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupGlyf({name: _true_type(width) for name, width in _widths(names)})
    return _saved(builder, names, characters, path, fs_type)


def write_tiny_cff(path: Path, characters: str, cids: tuple[int, ...] = ()) -> Path:
    """With CFF outlines; CID-keyed where *cids*, one a character, are given."""
    names = [".notdef", *(f"u{ord(char):04X}" for char in characters)]
    if cids:
        names = [".notdef", *(f"cid{cid:05d}" for cid in cids)]
    builder = FontBuilder(_EM, isTTF=False)
    builder.setupGlyphOrder(names)
    outlines = {name: _cff(width) for name, width in _widths(names)}
    builder.setupCFF("Tiny-Regular", {"FullName": "Tiny Regular"}, outlines, {})
    _saved(builder, names, characters, path, 0)
    if cids:
        _key_by_cid(path, max(cids) + 1)
    return path


def write_collection(path: Path, *fonts: Path) -> Path:
    collection = TTCollection()
    collection.fonts = [TTFont(font) for font in fonts]
    collection.save(path)
    return path


def width_of(place: int) -> int:
    """Of the bar of the character at *place*, in thousandths of an em."""
    return 200 + 100 * (place % 8)


def _widths(names: list[str]) -> list[tuple[str, int]]:
    return [(name, width_of(place - 1)) for place, name in enumerate(names)]


def _saved(
    builder: FontBuilder, names: list[str], characters: str, path: Path, fs_type: int
) -> Path:
    builder.setupCharacterMap(dict(zip(map(ord, characters), names[1:], strict=True)))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (_EM, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Tiny", "styleName": "Regular", "psName": "Tiny-Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, sCapHeight=760, fsType=fs_type)
    builder.setupPost()
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)
    return path


def _key_by_cid(path: Path, count: int) -> None:
    """Rewrites a name-keyed file as Adobe's for East Asia are: one FDArray, CIDs in the charset."""
    font = TTFont(path)
    cff = font["CFF "].cff
    top = cff.topDictIndex[0]
    glyphs = [top.CharStrings[name] for name in top.charset]
    for glyph in glyphs:
        glyph.decompile()
    part = FontDict(strings=cff.strings)
    part.Private, part.FontName = top.Private, "Tiny-Regular-Kanji"
    parts = FDArrayIndex()
    parts.strings, parts.GlobalSubrs = cff.strings, cff.GlobalSubrs
    parts.append(part)
    choice = FDSelect()
    choice.format, choice.gidArray = 3, [0] * len(glyphs)
    del top.Private
    for key in ("Private", "Encoding"):
        top.rawDict.pop(key, None)
    top.ROS, top.CIDCount = ("Adobe", "Japan1", 0), count
    top.FDArray, top.FDSelect = parts, choice
    top.CharStrings.fdArray, top.CharStrings.fdSelect = parts, choice
    font.save(path)


def _true_type(width: int) -> object:
    pen = TTGlyphPen(None)
    _bar(pen, width)
    return pen.glyph()


def _cff(width: int) -> object:
    pen = T2CharStringPen(_EM, None)
    _bar(pen, width)
    return pen.getCharString()


def _bar(pen: TTGlyphPen | T2CharStringPen, width: int) -> None:
    pen.moveTo((0, 0))
    pen.lineTo((0, 800))
    pen.lineTo((width, 800))
    pen.lineTo((width, 0))
    pen.closePath()
