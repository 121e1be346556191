"""Pale text is found in files of any origin, and white text on a dark area is not pale."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from strategy_report.inspection.preflight import preflight
from strategy_report.inspection.screen_contrast import text_stands_out

WORD = b"BT /F1 12 Tf 20 20 Td (word) Tj ET "


def pale(content: bytes) -> bool:
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(200, 200))
    page.Contents = document.make_stream(content)
    written = BytesIO()
    document.save(written)
    said = preflight(written.getvalue(), (text_stands_out,))
    assert [one.code for one in said] in ([], ["PFL043"])
    return bool(said)


@pytest.mark.parametrize(
    ("content", "is_pale"),
    [
        (b"0 g " + WORD, False),
        (b"0.8 g " + WORD, True),
        # White on a dark rectangle, as most programs draw one.
        (b"0 0 0.5 rg 0 0 100 100 re f 1 g " + WORD, False),
        (b"0 0 0.5 rg 0 0 100 100 re f* 0 g " + WORD, True),
        # The rectangle is moved away from the text, and what moved it is taken back by Q.
        (b"q 1 0 0 1 50 50 cm 0 0 0.5 rg 0 0 100 100 re f Q 1 g " + WORD, True),
        (b"q 0.1 0 0 0.1 0 0 cm Q 0 0 0.5 rg 0 0 100 100 re f 1 g " + WORD, False),
        # Two scales upon each other: 12 points come out as 48, for which 3 is enough.
        (b"2 0 0 2 0 0 cm 2 0 0 2 0 0 cm 0.55 g " + WORD, False),
        (b"0.55 g " + WORD, True),
        # How ink on paper looks on a screen is not known here.
        (b"0 0 0 0.1 k " + WORD, False),
        # The second line, set by its leading, leaves the dark area.
        (b"0 g 0 15 100 20 re f 1 g BT /F1 12 Tf 20 TL 20 20 Td (a) Tj T* (b) Tj ET", True),
    ],
)
def test_text_is_held_against_what_it_stands_on(content: bytes, is_pale: bool) -> None:
    assert pale(content) is is_pale
