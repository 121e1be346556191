"""A cache never shows an old number: many edits in a row, each built with a past and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_figures import random_edits
from test_rebuild import spoil


@pytest.mark.parametrize("seed", range(10))
def test_a_press_that_remembers_gives_the_bytes_of_one_that_does_not(
    seed: int, tmp_path: Path
) -> None:
    random_edits(100 + seed, 20, tmp_path)


@pytest.mark.parametrize("start", range(1000, 1400, 100))
def test_a_press_that_remembers_overlooks_no_slip(start: int, tmp_path: Path) -> None:
    spoil(range(start, start + 100), tmp_path)
