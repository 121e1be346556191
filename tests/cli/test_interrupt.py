"""Ctrl-C waits while libraries are read in, and is not forgotten."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from threading import Thread
from time import sleep

import pytest

from strategy_report.__main__ import _pressed_again
from strategy_report.cli.interrupt import held_back


@pytest.fixture(autouse=True)
def _as_a_terminal_has_it() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_is_obeyed_when_all_is_read() -> None:
    reached: list[bool] = []

    def read() -> None:
        with held_back():
            signal.raise_signal(signal.SIGINT)
            reached.append(True)

    with pytest.raises(KeyboardInterrupt):
        read()
    assert reached == [True]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_without_ctrl_c_nothing_happens() -> None:
    with held_back():
        pass
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_fault_while_reading_is_told_as_it_is() -> None:
    with pytest.raises(ImportError), held_back():
        raise ImportError("no such library")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_that_a_shell_ignores_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with held_back():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_another_thread_may_read_libraries_too() -> None:
    done: list[bool] = []

    def read() -> None:
        with held_back():
            done.append(True)

    thread = Thread(target=read)
    thread.start()
    thread.join()
    assert done == [True]


class Gone:
    """Ctrl-C while Python takes it away, where nothing can be raised."""

    def __del__(self) -> None:
        raise KeyboardInterrupt


def test_ctrl_c_where_nothing_can_be_raised_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "unraisablehook", _pressed_again)

    def go_on() -> None:
        Gone()
        for _ in range(1000):
            sleep(0.001)

    with pytest.raises(KeyboardInterrupt):
        go_on()
