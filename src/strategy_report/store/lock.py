"""One build at a time for one output."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from strategy_report.core.diagnostic import Checked, Diagnostic, error
from strategy_report.store.process import Writer, is_gone, this_writer

_PAUSE_SECONDS = 0.05
# Who creates a lock writes its name into it at once; one that stays without is left behind.
_TRIES_WITHOUT_NAME = 10
# What a guard is made for takes less than a thousandth of this.
_GUARD_SECONDS = 10


class Lock:
    """A lock that is held until `release`, or until the ``with`` around it ends."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def release(self) -> None:
        if self._path is not None:
            # Where the folder takes no changes any more, the lock is left behind by a process that
            # will soon be gone; what was written under it is written.
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
            self._path = None

    def __enter__(self) -> Lock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def lock_of(path: Path) -> Path:
    """The lock file for building *path*, beside it."""
    return path.with_name(f".{path.name}.lock")


def take_lock(path: Path, patience_seconds: float = 10.0) -> Checked[Lock]:
    """The lock at *path*, waiting for its holder as long as patience lasts.

    A holder that has died is not waited for. Where the folder takes no lock file at all, the
    lock is given without one: writing the output will say what is wrong with the folder.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Checked(value=Lock(None))
    tries = max(1, round(patience_seconds / _PAUSE_SECONDS))
    nameless = 0
    for remaining in reversed(range(tries)):
        try:
            _create(path)
        except FileExistsError:
            nameless = nameless + 1 if _holder(path) is None else 0
            _remove_if_left_behind(path, even_nameless=nameless >= _TRIES_WITHOUT_NAME)
            if remaining:
                time.sleep(_PAUSE_SECONDS)
        except OSError:
            return Checked(value=Lock(None))
        else:
            return Checked(value=Lock(path))
    return Checked(value=None, diagnostics=(_taken(path),))


def _create(path: Path) -> None:
    writer = str(this_writer()).encode()
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    try:
        os.write(handle, writer)
    except BaseException:
        # On a full disk the lock would stay, and say of nobody that he holds it.
        os.close(handle)
        path.unlink(missing_ok=True)
        raise
    os.close(handle)


def _holder(path: Path) -> Writer | None:
    try:
        return Writer.parse(path.read_text(encoding="ascii", errors="replace"))
    except OSError:
        return None


def _remove_if_left_behind(path: Path, *, even_nameless: bool) -> None:
    holder = _holder(path)
    if not (even_nameless if holder is None else is_gone(holder)):
        return
    # Two who see the same dead lock must not both remove it: the slower one would remove the
    # quicker one's new lock. Only who makes this folder may, after looking again.
    guard = path.with_name(path.name + ".removing")
    try:
        guard.mkdir()
    except OSError:
        _remove_if_forgotten(guard)
        return
    try:
        with suppress(OSError):
            if _holder(path) == holder:
                path.unlink()
    finally:
        with suppress(OSError):
            guard.rmdir()


def _remove_if_forgotten(guard: Path) -> None:
    """Who made a guard and was killed before it took it away again stands in nobody's way."""
    with suppress(OSError):
        if time.time() - guard.stat().st_mtime > _GUARD_SECONDS:
            guard.rmdir()


def _taken(path: Path) -> Diagnostic:
    holder = _holder(path)
    who = f"（プロセス番号 {holder.pid}）" if holder is not None else ""
    output = path.name.removeprefix(".").removesuffix(".lock")
    return error(
        "FIL011",
        None,
        f"{output} は、いま別の処理{who}が作っています。",
        "その処理が終わってから、もう一度実行してください。"
        f"終わっているのにこの表示が続くときは {path} を消してください。",
    )
