"""Two builds of one output do not meet."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from strategy_report.store.lock import lock_of, take_lock
from strategy_report.store.process import this_writer


def test_the_lock_lies_beside_the_output(tmp_path: Path) -> None:
    assert lock_of(tmp_path / "book.pdf").name == ".book.pdf.lock"


def test_a_lock_is_free_again_when_its_holder_is_done(tmp_path: Path) -> None:
    path = lock_of(tmp_path / "book.pdf")
    for _ in range(2):
        lock = take_lock(path).value
        assert lock is not None
        with lock:
            assert path.exists()
    assert not path.exists()


def test_who_comes_second_is_told_who_holds_it(tmp_path: Path) -> None:
    path = lock_of(tmp_path / "book.pdf")
    assert take_lock(path).value is not None
    second = take_lock(path, patience_seconds=0.1)
    assert second.value is None
    (diagnostic,) = second.diagnostics
    assert diagnostic.what.startswith("book.pdf は、いま別の処理（プロセス番号 ")
    assert str(this_writer().pid) in diagnostic.what
    assert str(path) in diagnostic.fix


def test_who_comes_second_waits(tmp_path: Path) -> None:
    path = lock_of(tmp_path / "book.pdf")
    first = take_lock(path).value
    assert first is not None
    threading.Timer(0.2, first.release).start()
    before = time.monotonic()
    assert take_lock(path, patience_seconds=5).value is not None
    assert time.monotonic() - before >= 0.1


def dead_lock(path: Path) -> None:
    here = this_writer()
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    path.write_text(f"{done.pid}-{here.machine:08x}-{here.boot:08x}", encoding="ascii")


def test_the_lock_of_a_dead_build_is_not_waited_for(tmp_path: Path) -> None:
    path = lock_of(tmp_path / "book.pdf")
    dead_lock(path)
    assert take_lock(path, patience_seconds=0.2).value is not None


def test_eight_processes_count_together_without_losing_one(tmp_path: Path) -> None:
    # All begin before the lock of a dead build: who removes it must not remove a new one.
    counter = tmp_path / "count"
    counter.write_text("0", encoding="ascii")
    dead_lock(lock_of(counter))
    script = f"""
from pathlib import Path
from strategy_report.store.lock import lock_of, take_lock
counter = Path({str(counter)!r})
for _ in range(10):
    with take_lock(lock_of(counter), patience_seconds=60).value:
        counter.write_text(str(int(counter.read_text()) + 1))
"""
    workers = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(8)]
    assert [worker.wait() for worker in workers] == [0] * 8
    assert counter.read_text(encoding="ascii") == "80"
    assert [path.name for path in tmp_path.iterdir()] == ["count"]


def test_a_folder_that_takes_no_lock_is_left_to_the_writer_to_explain(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = take_lock(tmp_path / "file" / ".book.pdf.lock")
    assert result.value is not None
    assert result.diagnostics == ()
    result.value.release()


def test_a_lock_without_a_name_is_removed_once_its_maker_had_time_to_write_it(
    tmp_path: Path,
) -> None:
    # What a process leaves that was killed between the making of the file and the writing.
    path = lock_of(tmp_path / "book.pdf")
    path.touch()
    assert take_lock(path, patience_seconds=0.2).value is None
    assert take_lock(path, patience_seconds=2).value is not None


def test_a_full_disk_leaves_no_lock_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        assert take_lock(lock_of(tmp_path / "book.pdf")).value is not None
    assert list(tmp_path.iterdir()) == []
