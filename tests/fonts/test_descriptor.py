"""Facts of the faces, against what the files say."""

from __future__ import annotations

from strategy_report.fonts.catalog import open_catalog
from strategy_report.fonts.descriptor import face_facts


def test_facts_are_in_thousandths_of_the_em() -> None:
    facts = face_facts(open_catalog()["BIZUDGothic-Bold"])
    assert (facts.ascent, facts.descent, facts.cap_height) == (880, -120, 765)
    assert (facts.weight, facts.italic_angle) == (700, 0)
    assert facts.postscript_name == "BIZUDGothic-Bold"


def test_the_bounds_hold_an_ideograph() -> None:
    face = open_catalog()["BIZUDGothic-Regular"]
    left, bottom, right, top = face_facts(face).bounds
    inked = [part * 1000 / face.units_per_em for part in face.ink_bounds(face.glyph("鬱"))]
    assert left <= inked[0]
    assert bottom <= inked[1]
    assert inked[2] <= right
    assert inked[3] <= top
