"""Which text a glyph leads back to, and how wide it is said to be."""

from __future__ import annotations

from kit.books import FACES, LATIN, REGULAR, a_run

from strategy_report.core.value import replace
from strategy_report.display.item import GlyphRun
from strategy_report.pdf.embed_font import PageFont, Shown, texts_of


def shown(*runs: GlyphRun) -> Shown:
    return Shown(pair for run in runs for pair in zip(run.glyph_ids, run.texts, strict=True))


def texts(*told: str) -> dict[int, str]:
    return texts_of(shown(*map(a_run, told)))


# U+29FCE and U+29FD7: one glyph serves both in BIZ UDGothic.
LOW, HIGH = "𩿎", "𩿗"


def test_a_shared_glyph_leads_back_to_what_it_stood_for_most_often() -> None:
    shared = FACES[REGULAR].glyph(LOW)
    assert texts(LOW, HIGH + HIGH)[shared] == HIGH
    assert texts(LOW + LOW, HIGH)[shared] == LOW


def test_in_a_draw_the_lower_code_point_wins_whichever_came_first() -> None:
    shared = FACES[REGULAR].glyph(LOW)
    assert texts(LOW, HIGH)[shared] == LOW
    assert texts(HIGH, LOW)[shared] == LOW


def test_a_glyph_that_continues_another_has_no_text_unless_it_had_one_elsewhere() -> None:
    run = a_run("が行")
    continued = replace(run, texts=("が行", ""))
    assert texts_of(shown(continued))[run.glyph_ids[1]] == ""
    assert texts_of(shown(continued, run))[run.glyph_ids[1]] == "行"


def test_glyph_ids_come_in_order_once() -> None:
    assert list(texts("行が行")) == sorted({FACES[REGULAR].glyph(c) for c in "行が"})


def test_widths_are_millionths_of_an_em() -> None:
    latin = PageFont(FACES[LATIN], "F1")
    one = FACES[LATIN].glyph("1")
    assert latin.width(one) == round(FACES[LATIN].advance(one) / 2048 * 1_000_000)
    regular = PageFont(FACES[REGULAR], "F2")
    assert regular.width(FACES[REGULAR].glyph("字")) == 1_000_000
