"""Tests with tools from outside Python; a tool that is missing is a failure, never a skip.

A plain `pytest` leaves this folder out, so that `make test` needs wheels alone. `.ci/run` installs
the tools and names the folder: `pytest tests/conformance`.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

_HERE = Path(__file__).parent


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """True, which leaves a path out, unless the command line names this folder."""
    named = (Path(argument.split("::")[0]).resolve() for argument in config.args)
    if any(path == _HERE or _HERE in path.parents for path in named):
        return None
    return _HERE in collection_path.parents or None


@pytest.fixture
def tool() -> Callable[..., str]:
    """Runs a tool and gives what it prints."""

    def run(name: str, *arguments: str | Path) -> str:
        assert shutil.which(name), f"{name} is not installed: see .ci/run"
        done = subprocess.run(
            [name, *map(str, arguments)],
            capture_output=True,
            check=False,
            encoding="utf-8",
            # pdfinfo prints the words of some attributes as they lie in the file, in UTF-16.
            errors="backslashreplace",
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run
