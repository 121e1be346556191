"""The em-box of a Japanese face: where a character stands around its baseline."""

from __future__ import annotations

from strategy_report.core.geometry import Rect
from strategy_report.core.length import Length
from strategy_report.display.extent import EM_BOX_ASCENT, EM_BOX_DESCENT
from strategy_report.display.item import GlyphRun
from strategy_report.fonts.catalog import Catalog


def em_boxes(run: GlyphRun, faces: Catalog) -> Rect:
    """Around the em-boxes of a run's glyphs, of which there is one at least."""
    face = faces[run.face]
    last = run.size * (face.advance(run.glyph_ids[-1]) / face.units_per_em)
    top = run.origin.y - run.size * EM_BOX_ASCENT
    height = run.size * (EM_BOX_ASCENT + EM_BOX_DESCENT)
    return Rect(run.origin.x, top, Length(run.offsets[-1]) + last, height)
