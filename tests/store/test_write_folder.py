"""A frozen folder is there whole or not at all, and is never written to again."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from strategy_report.store.write_folder import freeze_folder

FILES = {"edition.yaml": b"id: a\n", "goals/1.yaml": b"number: 1\n" * 2000}


def files_in(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_all_files_are_there_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    folder = tmp_path / "released" / "訂正版 第1号"
    assert freeze_folder(folder, FILES).value == folder
    assert files_in(folder) == FILES
    assert [path.name for path in folder.parent.iterdir()] == ["訂正版 第1号"]


def test_an_existing_folder_is_never_touched(tmp_path: Path) -> None:
    folder = tmp_path / "初版"
    freeze_folder(folder, FILES)
    again = freeze_folder(folder, {"edition.yaml": b"id: b\n"})
    assert again.value is None
    assert [d.code for d in again.diagnostics] == ["FIL010"]
    assert files_in(folder) == FILES


@pytest.mark.parametrize("fails_at", range(1, 6))
def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    calls = 0
    real = os.fsync

    def fsync(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise OSError(errno.ENOSPC, "no space")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    frozen = freeze_folder(tmp_path / "初版", FILES)
    if frozen.value is None:
        assert [d.code for d in frozen.diagnostics] == ["FIL002"]
        assert list(tmp_path.iterdir()) == []
    else:
        # Folders that cannot be synchronised (network drives) do no harm.
        assert files_in(tmp_path / "初版") == FILES


def test_killed_at_any_moment_the_folder_is_whole_or_absent(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path\n"
        "from strategy_report.store.write_folder import freeze_folder\n"
        "n = 0\n"
        "while True:\n"
        "    n += 1\n"
        "    files = {'a': b'a' * 90000, 'b/c': b'c' * 90000}\n"
        "    freeze_folder(Path(sys.argv[1]) / f'版{os.getpid()}-{n}', files)\n"
        "    print('one is done', flush=True)\n"
    )
    for delay in (0.02, 0.03, 0.05):
        child = subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(delay)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
    whole = {"a": b"a" * 90000, "b/c": b"c" * 90000}
    kept = [path for path in tmp_path.iterdir() if not path.name.startswith(".")]
    assert kept
    assert all(files_in(path) == whole for path in kept)
    freeze_folder(tmp_path / "最後", whole)
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]
