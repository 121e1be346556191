"""Where the files that verbs make go, and how they are put there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from strategy_report.cli.terminal import say
from strategy_report.content.released import is_released
from strategy_report.core.diagnostic import Checked, Diagnostic, error
from strategy_report.store.cache import Cache
from strategy_report.store.lock import lock_of, take_lock
from strategy_report.store.write_file import replace_file
from strategy_report.store.write_folder import fill_folder
from strategy_report.store.zip_file import Moment, replace_zip

OUTPUT = Path("output")
CACHE = ".strategy-report-cache"


def output_name(content: Path, edition_id: str, rest: str) -> Path:
    """Where a verb writes that was given no name: in output/, by the edition's id, then *rest*.

    An edition that was released is told by its name, too: made again, it must not take the place of
    the file that is handed out today.
    """
    name = f"-{content.resolve().name}" if is_released(content) else ""
    return OUTPUT / f"{edition_id}{name}{rest}"


def cache_for(output: Path | None) -> Cache:
    """Charts and photographs of earlier runs, beside the *output*; None: that has no name yet."""
    folder = OUTPUT if output is None else output.parent
    return Cache(folder / CACHE)


def kept() -> Cache | None:
    """Charts and photographs of earlier builds in the working folder; None where none was made."""
    folder = OUTPUT / CACHE
    return Cache(folder) if folder.is_dir() else None


def wrote(path: Path, data: bytes) -> bool:
    """Whether *path* holds *data* now; if not, why is said, and that the old file stands."""
    return _stands(path, write_locked(path, data))


def wrote_all(path: Path, files: Iterable[tuple[str, bytes]], size: int, made: Moment) -> bool:
    """Whether *path* holds *files* now: a ZIP dated *made* where its name says so, else a folder.

    They are made one after the other, and come to about *size* bytes. Either is there whole or
    not at all; a folder that is there is refused, and a ZIP replaced.
    """
    if path.suffix.lower() == ".zip":
        return _stands(path, _locked(path, lambda: replace_zip(path, files, size, made)))
    filled = _locked(path, lambda: fill_folder(path, files, size))
    say(filled.diagnostics)
    return not filled.has_errors


def write_locked(path: Path, pdf: bytes) -> Checked[Path]:
    """One writer at a time; the old file stands until the new one is whole."""
    return _locked(path, lambda: replace_file(path, pdf))


def _locked(path: Path, write: Callable[[], Checked[Path]]) -> Checked[Path]:
    """What *write* gives, unless *path* lies within an edition that was released."""
    released = next((folder for folder in path.absolute().parents if is_released(folder)), None)
    if released is not None:
        return Checked(value=None, diagnostics=(_frozen(path, released),))
    lock = take_lock(lock_of(path))
    if lock.value is None:
        return Checked(value=None, diagnostics=lock.diagnostics)
    with lock.value:
        return write()


def _stands(path: Path, written: Checked[Path]) -> bool:
    if written.has_errors:
        say(written.diagnostics)
        if path.exists():
            print(f"{path} は前のままです。", file=sys.stderr)
    return not written.has_errors


def _frozen(path: Path, released: Path) -> Diagnostic:
    return error(
        "FIL012",
        None,
        f"{path} は、発行した版「{released.name}」の中です。発行した版は書き換えません。",
        "output フォルダーなど、ほかの場所の名前にしてください。",
    )
