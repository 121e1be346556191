"""A plan of many goals, made from the booklet's own four."""

from __future__ import annotations

import re
import shutil
from pathlib import Path


def write_many_goals(content: Path, folder: Path, count: int) -> None:
    """Copy *content* to *folder*, its goals repeated until there are *count*.

    Every copy has its own number, its own indicator names, and figures of its own, so that no
    chart is drawn twice.
    """
    shutil.copytree(content, folder)
    originals = sorted((content / "goals").glob("*.yaml"))
    for path in (folder / "goals").glob("*.yaml"):
        path.unlink()
    for number in range(1, count + 1):
        text = originals[(number - 1) % len(originals)].read_text(encoding="utf-8")
        target = folder / "goals" / f"{number:03}.yaml"
        target.write_text(_renumbered(text, number), encoding="utf-8")


def _renumbered(text: str, number: int) -> str:
    text = re.sub(r"^number: \d+", f"number: {number}", text, count=1, flags=re.MULTILINE)
    text = re.sub(
        r"^(\s+(?:- id|stands_for): )(\w+)", rf"\g<1>\g<2>_{number}", text, flags=re.MULTILINE
    )
    return re.sub(
        r"^ +actuals:\n(?: +[RH]\d+: .*\n)+",
        lambda found: _grown(found[0], number),
        text,
        flags=re.MULTILINE,
    )


def _grown(actuals: str, number: int) -> str:
    """Figures of four digits and more, larger by *number*; targets stay what prose says of them."""
    return re.sub(
        r"(: )(\d{4,})$",
        lambda found: f"{found[1]}{int(found[2]) + number}",
        actuals,
        flags=re.MULTILINE,
    )
