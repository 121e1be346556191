"""A unit too long to follow each value is told once, wherever the indicator stands."""

from __future__ import annotations

import pytest
from kit.booklets import text_of
from kit.hostile import Maker, laid_out, town
from kit.page_rules import faults_of

LONG = "マイクロ単位"


@pytest.mark.parametrize("targets", [1, 2])
def test_numeric_targets_tell_their_long_unit(targets: int) -> None:
    maker = Maker()
    told = tuple(maker.target(f"t{at}", unit=LONG) for at in range(targets))
    book, _ = laid_out(town(maker.goal(1, kpis=0, measures=0, targets=told)))
    assert faults_of(book) == []
    assert text_of(book.pages[0]).count(f"（単位：{LONG}）") == targets
