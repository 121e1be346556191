"""One font file: which glyph a character has, and how far it advances."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any


class FontFace:
    """A face read from its file, glyphs looked up as they are asked for.

    Not a value: it remembers what it has looked up. Two faces of one file answer alike.

    Attributes:
        face_id: the file's name without its ending, e.g. ``BIZUDGothic-Regular``.
        path: the file.

    Args:
        mistaken: characters whose glyph the file has under another one, by mistake.
        index: of the face in a collection (.ttc, .otc).
    """

    def __init__(
        self,
        face_id: str,
        path: Path,
        mistaken: Mapping[str, str] | None = None,
        index: int = 0,
    ) -> None:
        self.face_id = face_id
        self.path = path
        self._index = index
        self._mistaken = mistaken or {}
        self._glyphs: dict[str, int] = {}
        self._jis90: dict[str, int] = {}
        self._advances: dict[int, int] = {}

    def opened(self) -> Any:
        """The file as HarfBuzz has it, opened anew."""
        import uharfbuzz

        # The blob is mapped, not read: a build touches a few per cent of a face.
        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path)), self._index)

    @cached_property
    def _hb(self) -> Any:
        import uharfbuzz

        return uharfbuzz.Font(self.opened())

    @cached_property
    def has_cff(self) -> bool:
        """Whether its outlines are CFF's cubic ones; else they are TrueType's."""
        return "CFF " in self._hb.face.table_tags

    @cached_property
    def units_per_em(self) -> int:
        return int(self._hb.face.upem)

    @cached_property
    def ascent(self) -> float:
        """Height of the em-box above the baseline, in em."""
        return float(self._hb.get_font_extents("ltr").ascender / self.units_per_em)

    @cached_property
    def descent(self) -> float:
        """Depth of the em-box below the baseline, in em, negative."""
        return float(self._hb.get_font_extents("ltr").descender / self.units_per_em)

    def glyph(self, character: str) -> int:
        """Id of the glyph of *character*: one code point, or a base with what joins it.

        A selector joins its base (葛 and U+E0100, in the face's cmap of format 14), a combining
        mark too (か and U+309A, in its GSUB).

        Returns:
            0 (.notdef) where the face has none, also for a sequence it does not know.
        """
        known = self._glyphs.get(character)
        if known is None:
            known = self._glyphs[character] = self._found(character)
        return known

    def jis90_glyph(self, character: str) -> int:
        """The form of *character* that JIS had before 2004; where none differs, its usual one."""
        known = self._jis90.get(character)
        if known is None:
            usual = self.glyph(character)
            found = self._shaped(character, {"jp90": True}) if usual and len(character) == 1 else 0
            known = self._jis90[character] = found or usual
        return known

    def _found(self, character: str) -> int:
        if len(character) == 1:
            shown = self._mistaken.get(character, character)
            return int(self._hb.get_nominal_glyph(ord(shown)) or 0)
        if len(character) == 2:
            base, selector = map(ord, character)
            found = self._hb.get_variation_glyph(base, selector)
            if found:
                return int(found)
        return self._shaped(character, {})

    def _shaped(self, text: str, features: dict[str, bool]) -> int:
        """The one glyph that *text* is drawn with; 0 where it takes several, or has none."""
        import uharfbuzz

        if not all(self._hb.get_nominal_glyph(ord(char)) for char in text):
            return 0
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._hb, buffer, features)
        infos = buffer.glyph_infos
        return int(infos[0].codepoint) if len(infos) == 1 else 0

    def advance(self, glyph_id: int) -> int:
        """Advance of a glyph in font units."""
        known = self._advances.get(glyph_id)
        if known is None:
            known = self._advances[glyph_id] = int(self._hb.get_glyph_h_advance(glyph_id))
        return known

    def ink_bounds(self, glyph_id: int) -> tuple[int, int, int, int]:
        """Left, bottom, right and top of a glyph's outline in font units, y upwards."""
        found = self._hb.get_glyph_extents(glyph_id)
        return (
            found.x_bearing,
            found.y_bearing + found.height,
            found.x_bearing + found.width,
            found.y_bearing,
        )
