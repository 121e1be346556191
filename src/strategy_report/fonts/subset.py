"""The part of a font file that a document needs, as a font file of its own."""

from __future__ import annotations

from collections.abc import Iterable

import uharfbuzz

from strategy_report.fonts.cff import with_ids_for_cids
from strategy_report.fonts.face import FontFace

# What draws a glyph named by its id, and nothing else: a Type 0 font with Identity-H never asks
# for characters, names or features (ISO 32000-1, 9.9, table 126).
_KEPT = frozenset(("CFF ", "glyf", "loca", "head", "hhea", "hmtx", "maxp"))


def subset_face(face: FontFace, glyph_ids: Iterable[int]) -> bytes:
    """A font program with the outlines of *glyph_ids* and .notdef, each under its own id.

    A TrueType file, or the bare CFF program of a face that has one (ISO 32000-1, table 126).
    Ids between them are there, empty: ids never move, so that a page's bytes do not depend on
    what other pages show. Parts of composite glyphs come along. Same ids, same bytes.

    Raises:
        ValueError: an id is not in the face.
    """
    wanted = {0, *glyph_ids}
    source = face.opened()
    if max(wanted) >= source.glyph_count or min(wanted) < 0:
        raise ValueError(f"{face.face_id} has glyphs 0 to {source.glyph_count - 1} only")
    choice = uharfbuzz.SubsetInput()
    choice.glyph_set.update(wanted)
    choice.drop_table_tag_set.update(
        int.from_bytes(tag.encode(), "big") for tag in source.table_tags if tag not in _KEPT
    )
    flags = uharfbuzz.SubsetFlags
    choice.flags = (
        flags.RETAIN_GIDS | flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    )
    made = choice.subset(source)
    if not face.has_cff:
        return bytes(made.blob.data)
    return with_ids_for_cids(bytes(made.reference_table("CFF ").data), made.glyph_count)
