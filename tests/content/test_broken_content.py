"""Every mistake of the corpus, and the message that an officer reads.

The golden files beside this one hold both: read them aloud before renewing them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.broken_content import GROUPS, Slip
from kit.content_folder import ContentFolder
from kit.golden import assert_golden

GOLDEN = Path(__file__).parent / "golden"
SLIPS = [
    pytest.param(group, slip, id=f"{group}-{slip.name}")
    for group, slips in GROUPS.items()
    for slip in slips
]


def edit_as_text(slip: Slip) -> str:
    """The edit as a diff; what cannot be seen is written as an escape."""
    shown = [slip.file]
    for sign, text in (("-", slip.old), ("+", slip.new)):
        lines = text.removesuffix("\n").split("\n") if text else []
        shown += [f"{sign} {_visible(line)[:240]}" for line in lines]
    return "\n".join(shown)


def _visible(line: str) -> str:
    return "".join(
        char if char.isprintable() or char == "\u3000" else f"<U+{ord(char):04X}>" for char in line
    )


@pytest.mark.parametrize(("group", "slip"), SLIPS)
def test_a_mistake_is_explained(group: str, slip: Slip, tmp_path: Path) -> None:
    folder = ContentFolder(tmp_path)
    folder.edit(slip.file, slip.old, slip.new)
    said = folder.messages() or "（何も言いません）"
    assert_golden(f"{edit_as_text(slip)}\n\n{said}\n", GOLDEN / group / f"{slip.name}.txt")
