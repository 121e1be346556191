"""Which text a glyph leads back to, and how wide it is said to be."""

from __future__ import annotations

from kit.books import FACES, LATIN, REGULAR, a_run

from strategy_report.core.value import replace
from strategy_report.pdf.embed_font import FontInUse


def used(*texts: str) -> FontInUse:
    font = FontInUse(FACES[REGULAR], "F1")
    for text in texts:
        font.use(a_run(text))
    return font


# U+29FCE and U+29FD7: one glyph serves both in BIZ UDGothic.
LOW, HIGH = "𩿎", "𩿗"


def test_a_shared_glyph_leads_back_to_what_it_stood_for_most_often() -> None:
    shared = FACES[REGULAR].glyph(LOW)
    assert used(LOW, HIGH + HIGH).text_of(shared) == HIGH
    assert used(LOW + LOW, HIGH).text_of(shared) == LOW


def test_in_a_draw_the_lower_code_point_wins_whichever_came_first() -> None:
    shared = FACES[REGULAR].glyph(LOW)
    assert used(LOW, HIGH).text_of(shared) == LOW
    assert used(HIGH, LOW).text_of(shared) == LOW


def test_a_glyph_that_continues_another_has_no_text_unless_it_had_one_elsewhere() -> None:
    run = a_run("が行")
    continued = replace(run, texts=("が行", ""))
    font = FontInUse(FACES[REGULAR], "F1")
    font.use(continued)
    assert font.text_of(run.glyph_ids[1]) == ""
    font.use(run)
    assert font.text_of(run.glyph_ids[1]) == "行"


def test_glyph_ids_come_in_order_once() -> None:
    assert used("行が行").glyph_ids == sorted({FACES[REGULAR].glyph(c) for c in "行が"})


def test_widths_are_millionths_of_an_em() -> None:
    latin = FontInUse(FACES[LATIN], "F1")
    one = FACES[LATIN].glyph("1")
    assert latin.width(one) == round(FACES[LATIN].advance(one) / 2048 * 1_000_000)
    assert used("字").width(FACES[REGULAR].glyph("字")) == 1_000_000
