"""`strategy-report build --watch`: at every save, through errors, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from kit.content_folder import ContentFolder

PDF = Path("output/town-r6.pdf")
# A build takes a tenth of a second here; a busy machine may take its time.
_PATIENCE_SECONDS = 30


# Started in the background, a shell lets its children ignore Ctrl-C; a person's terminal does not.
_COMMAND = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from strategy_report.__main__ import run
run()
"""


class Watching:
    """A `build --watch` in a process of its own."""

    def __init__(self) -> None:
        self.running = subprocess.Popen(
            [sys.executable, "-u", "-c", _COMMAND, "build", "--watch"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        self.said: list[str] = []
        # Ends the waiting for a line that never comes.
        self.watchdog = Timer(_PATIENCE_SECONDS, self.running.kill)
        self.watchdog.start()

    def until(self, words: str) -> str:
        """The next line that holds *words*; all lines before it are kept."""
        assert self.running.stdout is not None
        for line in self.running.stdout:
            self.said.append(line)
            if words in line:
                return line
        raise AssertionError(f"{words} was not said:\n{''.join(self.said)}")


@pytest.fixture
def watching(town: ContentFolder) -> Iterator[Watching]:
    assert town.path.is_dir()
    watch = Watching()
    yield watch
    watch.watchdog.cancel()
    watch.running.kill()
    watch.running.communicate()


def test_a_save_makes_it_anew_an_error_keeps_the_last_good_one_and_ctrl_c_ends_it(
    town: ContentFolder, watching: Watching
) -> None:
    watching.until("終わるときは Ctrl-C")
    watching.until("を作りました")
    first = PDF.read_bytes()

    town.edit("goals/1.yaml", "R5: 1243", "R5: 1244")
    watching.until("を作りました")
    second = PDF.read_bytes()
    assert second != first

    town.edit("goals/1.yaml", "R5: 1244", "R5: 1,244")
    watching.until("エラー IND003")
    watching.until("前に作った PDF はそのままです。")
    assert PDF.read_bytes() == second

    town.edit("goals/1.yaml", "R5: 1,244", "R5: 1243")
    watching.until("を作りました")
    assert PDF.read_bytes() == first

    watching.running.send_signal(signal.SIGINT)
    watching.until("中止しました。")
    assert watching.running.wait(_PATIENCE_SECONDS) == 130
