"""Golden texts: what was once read and found good."""

from __future__ import annotations

from pathlib import Path

# Set by `pytest --update-golden`.
UPDATE = False


def assert_golden(text: str, path: Path) -> None:
    """*text* equals the file at *path*; with --update-golden the file is written instead."""
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    assert path.is_file(), f"{path.name} is missing: run pytest --update-golden and read it"
    assert text == path.read_text(encoding="utf-8")
