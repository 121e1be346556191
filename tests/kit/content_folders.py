"""Copies of the city's content that a test may change."""

from __future__ import annotations

import shutil
from pathlib import Path

from kit.booklets import KANAZAWA


def copied(folder: Path) -> Path:
    """The city's content in *folder*/content."""
    return Path(shutil.copytree(KANAZAWA, folder / "content"))


def change(content: Path, file: str, old: str, new: str) -> None:
    """Replace the one place where *old* stands in *file*."""
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")
