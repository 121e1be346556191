"""Lines that leave their frame are told, whatever set them."""

from __future__ import annotations

import pytest
from kit.booklets import BOOKLETS, built
from kit.books import FACES, SOURCE, a_book, a_box, a_line, a_page
from kit.hostile import Maker, laid_out, town

from strategy_report.compose.compromises import Reason, is_compromise
from strategy_report.core.geometry import Rect
from strategy_report.core.length import pt
from strategy_report.core.value import replace
from strategy_report.display.role import Role
from strategy_report.pages.overfull import overfull_lines

# At 10 points; the box of the kit is 200 points wide, from 50 on.
TWENTY = "市民の活動を支える施設を地域ごとに整える"


def told(*boxes: object) -> list[tuple[str, str | None]]:
    notes = overfull_lines(a_book(a_page(*boxes, label="3")), FACES)  # type: ignore[arg-type]
    return [(note.what.partition(": ")[2], note.page) for note in notes]


@pytest.mark.parametrize("name", BOOKLETS)
def test_no_line_of_a_booklet_leaves_its_frame(name: str) -> None:
    assert overfull_lines(built(name).book, FACES) == ()


def test_a_line_wider_than_its_box_is_told_with_page_and_place() -> None:
    box = a_box(a_line(TWENTY + "る", size=10))
    assert told(box) == [("「市民の活動を支える施設を地域ごと…」。", "3")]
    (note,) = overfull_lines(a_book(a_page(box)), FACES)
    assert (note.code, note.where) == ("CMP005", SOURCE)


def test_a_character_of_another_face_is_no_reason_to_leave_the_box() -> None:
    (note,) = overfull_lines(a_book(a_page(a_box(a_line(TWENTY + "る", size=10)))), FACES)
    for reason, count in ((Reason.FALLBACK, 1), (Reason.STICKS_OUT, 0)):
        line = replace(a_line(TWENTY + "る", size=10), notes=(replace(note, code=reason.value[0]),))
        assert len(told(a_box(line))) == count


def test_a_line_that_fills_its_box_is_not() -> None:
    assert told(a_box(a_line(TWENTY, size=10))) == []


def test_the_white_half_of_a_bracket_may_stand_outside() -> None:
    assert told(a_box(a_line("「" + TWENTY[:-1] + "」", (45, 50), size=10))) == []


def test_a_line_left_of_its_box_is_told() -> None:
    assert told(a_box(a_line("市民", (40, 50), size=10))) == [("「市民」。", "3")]


def test_a_paragraph_may_stand_in_two_boxes_of_one_key() -> None:
    second = a_box(rect=Rect(pt(300), pt(40), pt(200), pt(16)))
    assert told(a_box(a_line(TWENTY, (300, 50), size=10)), second) == []


def test_what_is_decoration_is_held_by_the_page() -> None:
    far = a_box(a_line(TWENTY, (300, 50), size=10), role=Role.ARTIFACT)
    out = a_box(a_line(TWENTY, (500, 50), size=10), role=Role.ARTIFACT, key="foot")
    assert told(far) == []
    assert told(out) == [("「市民の活動を支える施設を地域ごと…」。", "3")]


def test_a_line_that_says_so_itself_is_not_told_twice() -> None:
    line = a_line(TWENTY + "る", size=10)
    (note,) = overfull_lines(a_book(a_page(a_box(line))), FACES)
    assert told(a_box(replace(line, notes=(note,)))) == []


def test_a_unit_that_no_card_holds_is_told() -> None:
    maker = Maker()
    _, said = laid_out(town(maker.goal(1, kpis=(maker.indicator("a", unit="マイクロ単位" * 15),))))
    (note,) = filter(is_compromise, said)
    assert note.code == "CMP005"
    assert note.page == "1"
