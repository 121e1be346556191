"""What a document says of a face as a whole."""

from __future__ import annotations

from struct import unpack_from

import uharfbuzz

from strategy_report.core.value import Value
from strategy_report.fonts.face import FontFace


class FaceFacts(Value):
    """Measures of a face, in thousandths of its em.

    Attributes:
        bounds: left, bottom, right and top of the box around all its glyphs.
        weight: 400 is regular, 700 bold.
        italic_angle: in degrees, negative where it leans right.
        postscript_name: as the file gives it.
    """

    bounds: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    weight: int
    italic_angle: float
    postscript_name: str


def face_facts(face: FontFace) -> FaceFacts:
    """The facts of the face's own file (head, hhea, OS/2 and post tables)."""
    source = face.opened()
    em: int = source.upem
    head, hhea, os2, post = (
        bytes(source.reference_table(tag).data) for tag in ("head", "hhea", "OS/2", "post")
    )

    def thousandths(units: int) -> int:
        return round(units * 1000 / em)

    left, bottom, right, top = map(thousandths, unpack_from(">4h", head, 36))
    ascent, descent = map(thousandths, unpack_from(">2h", hhea, 4))
    return FaceFacts(
        bounds=(left, bottom, right, top),
        ascent=ascent,
        descent=descent,
        # Tables before version 2 end without it.
        cap_height=thousandths(unpack_from(">h", os2, 88)[0]) if len(os2) >= 90 else ascent,
        weight=unpack_from(">H", os2, 4)[0],
        italic_angle=unpack_from(">l", post, 4)[0] / 65536,
        postscript_name=source.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME)
        or face.face_id,
    )
