"""Files are replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from strategy_report.store.process import this_writer
from strategy_report.store.write_file import part_of, replace_file, sweep

OLD, NEW = b"old" * 1000, b"new" * 1000


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def message(path: Path) -> str:
    """What is said when writing to *path* fails; it must fail."""
    result = replace_file(path, NEW)
    assert result.value is None
    (diagnostic,) = result.diagnostics
    return f"{diagnostic.code} {diagnostic.what} {diagnostic.fix}"


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "output" / "見本町-r6.pdf"
    result = replace_file(path, NEW)
    assert (result.value, result.diagnostics) == (path, ())
    assert path.read_bytes() == NEW
    assert names(path.parent) == ["見本町-r6.pdf"]


FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR)


class FaultyCalls:
    """Lets the calls of the system that a write needs fail at the n-th one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fails_at: int, code: int) -> None:
        self.calls = 0
        self.fails_at, self.code = fails_at, code
        for owner, name in (
            (os, "fsync"),
            (Path, "open"),
            (Path, "replace"),
            (Path, "mkdir"),
            (Path, "glob"),
        ):
            monkeypatch.setattr(owner, name, self.wrapped(getattr(owner, name)))

    def wrapped(self, real: Any) -> Any:
        def call(*args: Any, **named: Any) -> Any:
            self.calls += 1
            if self.calls == self.fails_at:
                raise OSError(self.code, os.strerror(self.code))
            return real(*args, **named)

        return call


@pytest.mark.parametrize("code", FAULTS)
def test_whichever_call_fails_the_old_file_or_the_new_one_is_there(
    tmp_path: Path, code: int
) -> None:
    path = tmp_path / "book.pdf"
    for fails_at in range(1, 20):
        path.write_bytes(OLD)
        with pytest.MonkeyPatch.context() as patch:
            calls = FaultyCalls(patch, fails_at, code)
            result = replace_file(path, NEW)
        assert path.read_bytes() == (OLD if result.value is None else NEW)
        assert names(tmp_path) == ["book.pdf"]
        if calls.calls < fails_at:
            assert fails_at > 4
            return
    pytest.fail("the write needs more calls than were tried")


def test_a_full_disk_keeps_the_old_file_and_says_how_much_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(OLD)
    with pytest.MonkeyPatch.context() as patch:
        FaultyCalls(patch, 4, errno.ENOSPC)
        said = message(path)
    assert said.startswith("FIL002 空き容量が足りないため、book.pdf を保存できません。")
    assert "3 KB 以上" in said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file size limit to set")
def test_a_write_that_stops_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    # A limit on file size makes the kernel itself cut the write, as a full disk does.
    path = tmp_path / "book.pdf"
    path.write_bytes(OLD)
    script = f"""
import resource, signal
from pathlib import Path
from strategy_report.store.write_file import replace_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
print(replace_file(Path({str(path)!r}), bytes(100_000)).diagnostics[0].code)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"FIL004\n"
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["book.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_writer_killed_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    script = f"""
from pathlib import Path
from strategy_report.store.write_file import replace_file
print("ready", flush=True)
while True:
    for letter in b"ab":
        replace_file(Path({str(path)!r}), bytes([letter]) * 2_000_000)
"""
    for round_number in range(12):
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.02 + 0.007 * round_number)
            writer.send_signal(signal.SIGKILL)
        if path.exists():
            assert path.read_bytes() in (b"a" * 2_000_000, b"b" * 2_000_000)
    replace_file(path, NEW)
    assert names(tmp_path) == ["book.pdf"]


def test_parts_of_dead_writers_go_and_those_of_others_stay(tmp_path: Path) -> None:
    here = this_writer()
    path = tmp_path / "book.pdf"
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    dead = f".book.pdf.{done.pid}-{here.machine:08x}-{here.boot:08x}.part"
    before_restart = f".book.pdf.{here.pid}-{here.machine:08x}-{here.boot ^ 1:08x}.part"
    elsewhere = f".book.pdf.{done.pid}-{here.machine ^ 1:08x}-{here.boot:08x}.part"
    strange = ".book.pdf.someone.part"
    own = part_of(path).name
    for name in (dead, before_restart, elsewhere, strange, own):
        (tmp_path / name).touch()
    sweep(tmp_path)
    assert names(tmp_path) == sorted((elsewhere, strange, own))


def held_by_another_program(times: int) -> Any:
    """What Windows answers to a rename while Acrobat shows the file."""
    real = Path.replace
    left = [times]

    def call(self: Path, target: Path) -> Path:
        if left[0]:
            left[0] -= 1
            fault = PermissionError(errno.EACCES, "in use")
            fault.winerror = 32  # type: ignore[attr-defined, unused-ignore]
            raise fault
        return real(self, target)

    return call


def test_a_file_open_in_acrobat_is_named_and_shall_be_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", held_by_another_program(99))
    path = tmp_path / "kanazawa-r6.pdf"
    path.write_bytes(OLD)
    assert "kanazawa-r6.pdf を閉じてください" in message(path)
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["kanazawa-r6.pdf"]


def test_a_file_that_is_let_go_in_time_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", held_by_another_program(2))
    path = tmp_path / "book.pdf"
    assert replace_file(path, NEW).value == path
    assert path.read_bytes() == NEW


def test_a_folder_in_the_place_of_the_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "book.pdf").mkdir()
    said = message(tmp_path / "book.pdf")
    assert "を保存できません。その名前のフォルダーがあります。" in said


def test_a_file_in_the_place_of_the_folder_is_explained(tmp_path: Path) -> None:
    (tmp_path / "output").touch()
    said = message(tmp_path / "output" / "book.pdf")
    assert said.startswith("FIL004")
    assert "保存先のフォルダーと同じ名前のファイルがあります。" in said


def test_a_folder_that_may_not_be_written_is_explained(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        FaultyCalls(patch, 4, errno.EACCES)
        said = message(tmp_path / "book.pdf")
    assert said.startswith(f"FIL003 {tmp_path} に書き込む権限がない")
