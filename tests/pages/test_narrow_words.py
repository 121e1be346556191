"""Headings and cells that do not hold a word: a little narrower before it is torn."""

from __future__ import annotations

import pytest
from kit.square_font import EM, square_composer, square_style

from strategy_report.compose.text import Composed
from strategy_report.core.length import Length
from strategy_report.pages.setting import Setter
from strategy_report.style.text_style import Kind

# Ten characters that nothing parts.
NAME = "加賀五彩染色体験施設"


def set_name(em: float, kind: Kind = Kind.HEADING) -> Composed:
    setter = Setter(square_composer(unbroken=(NAME,)))
    return setter.compose(NAME, square_style(kind), Length(int(EM * em)))


@pytest.mark.parametrize("kind", [Kind.HEADING, Kind.CELL])
@pytest.mark.parametrize(("em", "size"), [(10, 1.0), (9.85, 1.0), (9.65, 1.0), (9.2, 0.95)])
def test_a_name_just_too_long_for_its_line_is_set_closer_and_then_smaller(
    kind: Kind, em: float, size: float
) -> None:
    [line] = set_name(em, kind).lines
    assert line.width <= EM * em
    assert line.line.notes == ()
    assert {run.size for run in line.line.runs} == {EM * size}


def test_a_name_much_too_long_keeps_its_size_and_is_told() -> None:
    composed = set_name(8)
    assert len(composed.lines) == 2
    assert {run.size for line in composed.lines for run in line.line.runs} == {EM}
    assert [note.code for line in composed.lines for note in line.line.notes] == ["CMP006"]


def test_running_text_is_never_set_closer() -> None:
    composed = set_name(9.85, Kind.BODY)
    assert {run.size for line in composed.lines for run in line.line.runs} == {EM}
    assert len(composed.lines) == 2
