"""Content spoiled by chance: what comes out is a plan, or messages that can be acted on.

The conformance tests run many more of these.
"""

from __future__ import annotations

from pathlib import Path

from kit.mutants import mutants_of_the_town

HOW_MANY = 150


def test_spoiled_content_gives_a_plan_or_messages_with_place_and_remedy(tmp_path: Path) -> None:
    assert mutants_of_the_town(tmp_path, range(HOW_MANY)) == []
