"""A small town to run commands on, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.commands import Run, Said, exit_code
from kit.content_folder import ContentFolder


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ContentFolder:
    """The small town in ./content."""
    monkeypatch.chdir(tmp_path)
    return ContentFolder(tmp_path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command within this process."""

    def run_command(*arguments: str) -> Said:
        code = exit_code(arguments)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run_command
