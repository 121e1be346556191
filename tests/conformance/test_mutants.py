"""Many more spoiled files than the fast tests try, and other seeds."""

from __future__ import annotations

from pathlib import Path

from kit.mutants import mutants_of_the_town

SEEDS = range(1_000_000, 1_003_000)


def test_three_thousand_spoiled_files_give_a_plan_or_messages_with_place_and_remedy(
    tmp_path: Path,
) -> None:
    assert mutants_of_the_town(tmp_path, SEEDS) == []
