"""Operators are few, and nest as ISO 32000-1 (14.6.1 and 9.4.1) wants them to."""

from __future__ import annotations

from typing import Any

import pytest
from kit.booklets import BOOKLETS, built
from kit.books import FACES, LATIN, RED, a_book, a_box, a_line, a_page, a_paragraph
from kit.pdf_text import opened, operators

from strategy_report.core.geometry import Rect
from strategy_report.core.length import pt
from strategy_report.display.item import Group, Path, Shape
from strategy_report.display.role import Role
from strategy_report.pdf.document import write_pdf

SQUARE = Path.rect(Rect(pt(40), pt(40), pt(9), pt(9)))


def names(*boxes: Any) -> list[str]:
    """The operators of a page, by name."""
    return [name for name, _ in operators(write_pdf(a_book(a_page(*boxes)), FACES))]


def test_lines_below_each_other_stay_in_one_text_object_and_step_down() -> None:
    page = a_page(a_paragraph(("子育て", "支援の", "充実を"), (50, 60), feed=16))
    found = operators(write_pdf(a_book(page), FACES))
    steps = [tuple(map(str, operands)) for name, operands in found if name == "Td"]
    assert steps == [("50", "781.89"), ("0", "-16"), ("0", "-16")]
    assert [name for name, _ in found if name in ("BT", "ET", "Tf")] == ["BT", "Tf", "ET"]


def test_a_shape_ends_the_text_before_it() -> None:
    square = Shape(path=SQUARE, fill=RED)
    found = names(a_box(a_line("前"), square, a_line("後")))
    assert found == [
        *("BT", "BDC", "rg", "Tf", "Td", "Tj", "EMC", "ET"),
        *("BDC", "rg", "re", "f", "EMC"),
        *("BT", "BDC", "rg", "Td", "Tj", "EMC", "ET"),
    ]


def test_what_a_clip_set_is_set_again_behind_it() -> None:
    clipped = Group(items=(a_line("中", face=LATIN),), clip=SQUARE)
    found = names(a_box(a_line("前"), clipped, a_line("後"), role=Role.ARTIFACT))
    # The font of the clipped line is gone with it: the one before is in force again.
    assert found == [
        *("BDC", "BT", "rg", "Tf", "Td", "Tj", "ET"),
        *("q", "re", "W", "n", "BT", "Tf", "Td", "Tj", "ET", "Q"),
        *("BT", "Td", "Tj", "ET", "EMC"),
    ]


@pytest.mark.parametrize("name", BOOKLETS)
def test_texts_marks_and_states_nest_in_every_page(name: str) -> None:
    ends = {"ET": "BT", "EMC": "BDC", "Q": "q"}
    data = built(name).pdf
    with opened(data) as document:
        count = len(document.pages)
    for page in range(count):
        open_ones: list[str] = []
        for operator, _ in operators(data, page):
            if operator in ends.values():
                open_ones.append(operator)
            elif operator in ends:
                assert open_ones.pop() == ends[operator]
            # Table 51 and figure 9: no path, object or saved state within a text object.
            assert not ("BT" in open_ones and operator in ("re", "m", "q", "Do", "cm", "f", "S"))
        assert open_ones == []
