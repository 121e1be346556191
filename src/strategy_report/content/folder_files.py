"""Which files a content folder is made of, by their names."""

from __future__ import annotations

from pathlib import Path

NEEDED_FILES = ("edition.yaml", "plan.yaml", "wording.yaml")
THEME_FILE, LETTER_FILE = "theme.yaml", "letter.yaml"
SINGLE_FILES = (*NEEDED_FILES, THEME_FILE, LETTER_FILE)
GOALS = "goals"
# The editions that were released from it, each a content folder itself.
RELEASED = "released"
# What Windows puts into folders that somebody looks at.
_OF_WINDOWS = frozenset(("thumbs.db", "desktop.ini"))


def content_files(folder: Path, pattern: str) -> list[Path]:
    """Files of *folder* by name; without those that systems, Office and editors put beside them."""
    return sorted(
        path
        for path in folder.glob(pattern)
        if path.name[0] not in ".~" and path.name.lower() not in _OF_WINDOWS
    )


def goal_files(content: Path) -> list[Path]:
    """The files of the goals, 2.yaml before 10.yaml."""
    found = content_files(content / GOALS, "*.yaml")
    return sorted(found, key=lambda path: (len(path.name), path.name))


def text_files(content: Path) -> tuple[Path, ...]:
    """The YAML files that a plan is read from."""
    single = (path for path in content_files(content, "*.yaml") if path.name in SINGLE_FILES)
    return (*single, *content_files(content / GOALS, "*.yaml"))
