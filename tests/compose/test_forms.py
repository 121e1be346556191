"""Forms of kanji, variation sequences, and faces that help where ours have no glyph."""

from __future__ import annotations

from kit.square_font import EM, SquareFace, square_composer, square_style

from strategy_report.compose.composer import Composer, Vocabulary
from strategy_report.compose.text import StyledRun
from strategy_report.core.length import Length
from strategy_report.core.value import replace
from strategy_report.fonts.catalog import open_catalog

FACES = open_catalog()
GOTHIC = FACES["BIZUDGothic-Regular"]
STYLE = replace(square_style(), face="BIZUDGothic-Regular")


def glyphs(text: str, composer: Composer) -> tuple[int, ...]:
    line = composer.set_line((StyledRun(text=text, style=STYLE),))
    return tuple(glyph for run in line.line.runs for glyph in run.glyph_ids)


def test_a_name_in_the_vocabulary_is_set_in_its_older_form_and_only_there() -> None:
    composer = Composer(FACES, Vocabulary(jis90=("葛城市",)))
    old, new = GOTHIC.glyph("葛\U000e0100"), GOTHIC.glyph("葛")
    assert old != new
    found = glyphs("葛城市と葛飾区", composer)
    assert (found[0], found[4]) == (old, new)


def test_a_variation_selector_chooses_the_form_and_prints_nothing_itself() -> None:
    composer = Composer(FACES)
    assert glyphs("葛\U000e0100葛\U000e0101", composer) == (
        GOTHIC.glyph("葛\U000e0100"),
        GOTHIC.glyph("葛\U000e0101"),
    )


def test_a_sequence_that_the_face_does_not_know_is_no_glyph_at_all() -> None:
    # The bare 邉 is another person's name.
    assert glyphs("邉\U000e0103", Composer(FACES)) == (0,)


def test_kana_with_a_separate_voicing_mark_and_letters_with_an_accent_are_one_glyph() -> None:
    composer = Composer(FACES)
    assert glyphs("か\u3099", composer) == glyphs("が", composer)
    assert glyphs("e\u0301", composer) == glyphs("é", composer)
    assert len(glyphs("か\u309a", composer)) == 1
    assert glyphs("か\u309a", composer) != (0,)


def test_a_character_that_the_face_lacks_is_drawn_by_the_first_pack_that_has_it() -> None:
    first, second = SquareFace("first", lacks="𠮷髙"), SquareFace("second", lacks="髙")
    composer = square_composer(first, second, lacks="𠮷髙")
    style = square_style()
    composed = composer.compose((StyledRun(text="吉𠮷髙", style=style),), Length(EM * 10))
    [line] = composed.lines
    assert [(run.face, run.text) for run in line.line.runs] == [
        ("square", "吉"),
        ("second", "𠮷"),
        ("square", "髙"),
    ]
    assert line.line.runs[2].glyph_ids == (0,)
    assert [note.code for note in line.line.notes] == ["CMP008"]
