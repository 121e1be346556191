"""Where a line is cut so that all of it can be read."""

from __future__ import annotations

from kit.books import BOLD, FACES, REGULAR, a_line, a_run

from strategy_report.core.value import replace
from strategy_report.display.item import GlyphRun, TextLine, Voice
from strategy_report.pdf.line_text import Faces, LinePart, line_parts


def advance(face: str, glyph_id: int) -> int:
    return round(FACES[face].advance(glyph_id) * 1_000_000 / FACES[face].units_per_em)


def parts_of(line: TextLine) -> tuple[LinePart, ...]:
    return line_parts(line, Faces(advance=advance, space=lambda face: FACES[face].glyph(" ")))


def end_of(run: GlyphRun) -> int:
    last = int(run.size) * advance(run.face, run.glyph_ids[-1]) // 1_000_000
    return int(run.origin.x) + run.offsets[-1] + last


def told(parts: tuple[LinePart, ...]) -> list[tuple[str, str | None]]:
    """What each part draws, and what it is said to read as."""
    return [("".join(run.text for run in part.runs), part.text) for part in parts]


def test_a_line_is_one_part() -> None:
    line = a_line("出生数は9,410件")
    (part,) = parts_of(line)
    assert (part.runs, part.text) == (line.runs, line.text)


def test_a_line_set_solid_reads_of_itself() -> None:
    assert told(parts_of(a_line("取組状況"))) == [("取組状況", None)]
    assert told(parts_of(a_line("R5", gap=0))) == [("R5", None)]


def test_a_compatible_form_or_a_space_of_the_setting_is_told() -> None:
    assert told(parts_of(a_line("\u2f47曜"))) == [("\u2f47曜", "\u2f47曜")]
    assert told(parts_of(a_line("令和6年"))) == [("令和6年", "令和6年")]


def test_a_line_is_cut_around_characters_beyond_the_basic_plane() -> None:
    assert told(parts_of(a_line("𠮟る、𠮟責𠀋"))) == [
        ("𠮟", None),
        ("る、", None),
        ("𠮟", None),
        ("責", None),
        ("𠀋", None),
    ]


def test_a_line_is_cut_around_its_voices() -> None:
    voice = Voice(2, 5, expansion="重要業績評価指標")
    line = replace(a_line("主なKPIの状況", gap=0), voices=(voice,))
    parts = parts_of(line)
    assert told(parts) == [("主な", None), ("KPI", None), ("の状況", None)]
    assert [part.voice for part in parts] == [None, voice, None]


def test_a_part_reaches_to_the_next_with_a_space_that_is_not_read() -> None:
    # Without it, readers take the quarter em between kana and Latin for a space.
    line = replace(a_line("主なKPIの状況", gap=0.25), voices=(Voice(2, 5, expansion="指標"),))
    before, short, after = parts_of(line)
    assert told((before, short, after)) == [
        ("主な ", "主な"),
        ("KPI ", "KPI"),
        ("の状況", None),
    ]
    for part, following in ((before, short), (short, after)):
        assert abs(end_of(part.runs[0]) - int(following.runs[0].origin.x)) <= 1


def test_the_space_of_a_text_is_no_second_time_put_in() -> None:
    line = a_line("Green Growthの推進", gap=0)
    parts = parts_of(replace(line, voices=(Voice(0, 5, language="en"),)))
    assert [text for text, _ in told(parts)] == ["Green", " Growthの推進"]


def test_glyphs_stay_where_they_were() -> None:
    line = a_line("上𠮟中𠮟下4件", (33, 44))
    (run,) = line.runs
    found = [
        (piece.origin.x + offset, piece.origin.y)
        for part in parts_of(line)
        for piece in part.runs
        for offset in map(type(run.size), piece.offsets)
    ]
    assert found == [(run.origin.x + type(run.size)(o), run.origin.y) for o in run.offsets]


def test_runs_of_a_line_that_is_cut_are_parts_of_their_own() -> None:
    runs = (a_run("上"), a_run("中𠮟", (80, 50), face=BOLD), a_run("𠀋下", (120, 50), face=REGULAR))
    assert told(parts_of(TextLine(runs=runs, text="上中𠮟𠀋下"))) == [
        ("上 ", "上"),
        ("中", None),
        ("𠮟", None),
        ("𠀋", None),
        ("下", None),
    ]


def test_a_line_that_reads_otherwise_than_its_glyphs_is_not_cut() -> None:
    line = TextLine(runs=(a_run("𠮟"),), text="𠮟責")
    assert told(parts_of(line)) == [("𠮟", "𠮟責")]


def test_an_empty_line_has_no_words() -> None:
    assert told(parts_of(TextLine(runs=(), text=""))) == [("", "")]
