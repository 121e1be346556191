"""Many processes, many kills, many surroundings: what the fast tests try a few times, at length."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest
from kit.booklets import KANAZAWA, built
from kit.interrupted import calls_of, interrupted_at

from strategy_report.cli.main import main

# Forks of one process that has the program loaded: a kill costs milliseconds.
KILLED = """
import os, signal, sys, time
from pathlib import Path
from strategy_report.store.write_file import replace_file

path, kills = Path(sys.argv[1]), int(sys.argv[2])
wholes = {bytes([letter]) * 1_000_000 for letter in b"ab"}
torn = 0
for number in range(kills):
    pid = os.fork()
    if not pid:
        while True:
            for whole in wholes:
                replace_file(path, whole)
    time.sleep(0.001 + number % 50 * 0.0004)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    torn += path.exists() and path.read_bytes() not in wholes
replace_file(path, b"last")
print(torn, *sorted(other.name for other in path.parent.iterdir()))
"""

TOGETHER = """
import sys
from pathlib import Path
from strategy_report.cli.output_file import write_locked

path, letter = Path(sys.argv[1]), sys.argv[2].encode()
for _ in range(50):
    written = write_locked(path, letter * 200_000)
    assert not written.has_errors, written.diagnostics
    assert len(set(path.read_bytes())) == 1
"""


def test_five_hundred_kills_tear_no_file_and_leave_no_part(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), "500"], capture_output=True, check=True
    )
    assert done.stdout == b"0 book.pdf\n"


def test_eight_processes_write_one_file_fifty_times_each(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    command = [sys.executable, "-c", TOGETHER, str(path)]
    writers = [subprocess.Popen([*command, letter]) for letter in "abcdefgh"]
    assert [writer.wait() for writer in writers] == [0] * 8
    assert [left.name for left in tmp_path.iterdir()] == ["book.pdf"]


def test_builds_side_by_side_make_one_and_the_same_file(tmp_path: Path) -> None:
    output = tmp_path / "book.pdf"
    command = [sys.executable, "-m", "strategy_report", "build", str(KANAZAWA), "-o", str(output)]
    builds = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(8)]
    assert [one.wait() for one in builds] == [0] * 8
    assert output.read_bytes() == built("content").pdf


def test_surroundings_do_not_reach_the_booklet(tmp_path: Path) -> None:
    digests = set()
    matrix = itertools.product(
        ("0", "1", "random"),
        (("Asia/Tokyo", "ja_JP.UTF-8"), ("America/New_York", "C")),
        ("一", "two words"),
    )
    for seed, (zone, locale), place in matrix:
        folder = tmp_path / f"{seed} {locale} {place}"
        folder.mkdir()
        subprocess.run(
            [sys.executable, "-m", "strategy_report", "build", str(KANAZAWA), "-o", "book.pdf"],
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        digests.add(sha256((folder / "book.pdf").read_bytes()).hexdigest())
    assert digests == {sha256(built("content").pdf).hexdigest()}


def test_ctrl_c_at_twenty_points_of_a_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "book.pdf"
    arguments = ["build", str(KANAZAWA), "-o", str(output)]
    main(arguments)
    calls = calls_of(lambda: main(arguments))
    for point in range(1, 21):
        output.write_bytes(b"old")
        assert interrupted_at(calls * point // 21, lambda: main(arguments)) == 130
        assert output.read_bytes() == b"old"
        assert "Traceback" not in capsys.readouterr().err
        assert [left.name for left in tmp_path.glob(".*.part")] == []
    assert main(arguments) == 0


def test_ctrl_c_from_the_keyboard_ends_a_process_quietly(tmp_path: Path) -> None:
    script = (
        "import signal, sys; from strategy_report.__main__ import run\n"
        # Also where this test itself runs in the background, which has Ctrl-C ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.argv = ['strategy-report', *sys.argv[1:]]\n"
        "print('ready', flush=True); sys.exit(run())\n"
    )
    command = [sys.executable, "-c", script, "build", str(KANAZAWA), "-o", "book.pdf"]
    codes = set()
    for point in range(20):
        with subprocess.Popen(
            command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.01 + 0.02 * point)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate()
        assert b"Traceback" not in said, said.decode()
        codes.add(process.returncode)
        whole = tmp_path / "book.pdf"
        assert not whole.exists() or whole.read_bytes() == built("content").pdf
    assert 130 in codes
    # When all is done, Python gives Ctrl-C back to the system, which ends the process; a shell
    # says 130 of that too.
    assert codes <= {0, 130, -signal.SIGINT}
