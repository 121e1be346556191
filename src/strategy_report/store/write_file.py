"""Bytes to a file that is either the old one or the new one, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from strategy_report.core.diagnostic import Checked, Diagnostic, error
from strategy_report.store.process import Writer, is_gone, this_writer

_PART = ".part"
# Acrobat lets go of a file within a second of being closed; a virus scanner, of one just written.
_TRIES = 5
_PAUSE_SECONDS = 0.2
# What Windows says of a file that another program holds: access denied, sharing or lock violation.
_HELD = (5, 32, 33)


def replace_file(path: Path, data: bytes) -> Checked[Path]:
    """The file at *path*, now with *data*; or, where that cannot be, why, and the old file stays.

    The folder is made if it is missing. The bytes are on the disk before the name changes hands,
    so that a power cut leaves the old file or the new one. Parts that writers left behind when
    they died are removed.
    """
    return replace_by(path, lambda part: write_through(part, data), len(data))


def replace_by(path: Path, write: Callable[[Path], None], size: int) -> Checked[Path]:
    """`replace_file` with what *write* puts into the part that it is given, about *size* bytes."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        part = part_of(path)
        try:
            write(part)
            _rename(part, path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as fault:
        return Checked(value=None, diagnostics=(explained(fault, path, size),))
    return Checked(value=path)


def part_of(path: Path) -> Path:
    """Where this process writes what shall become *path*."""
    return path.with_name(f".{path.name}.{this_writer()}{_PART}")


def sweep(folder: Path) -> None:
    """Remove the parts in *folder* whose writers are no longer there."""
    for part in folder.glob(f".*{_PART}"):
        writer = Writer.parse(part.name.removesuffix(_PART).rpartition(".")[2])
        if writer is not None and is_gone(writer):
            with suppress(OSError):
                part.unlink()


def write_through(part: Path, data: bytes) -> None:
    """A file whose bytes are on the disk when this returns."""
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _rename(part: Path, path: Path) -> None:
    for remaining in reversed(range(_TRIES)):
        try:
            part.replace(path)
        except PermissionError as fault:
            if not remaining or not _is_held(fault):
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _is_held(fault: OSError) -> bool:
    return getattr(fault, "winerror", None) in _HELD


def sync_folder(folder: Path) -> None:
    """The names in *folder*, on the disk."""
    # Windows has no way to do this, and some network drives refuse; the file is in place anyway.
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


_IN_THE_WAY = {
    errno.EISDIR: "その名前のフォルダーがあります。",
    errno.EEXIST: "保存先のフォルダーと同じ名前のファイルがあります。",
    errno.ENOTDIR: "保存先のフォルダーと同じ名前のファイルがあります。",
}
_FULL = (errno.ENOSPC, errno.EDQUOT)


def explained(fault: OSError, path: Path, size: int) -> Diagnostic:
    """Why *size* bytes could not be written to *path*, and what to do about it."""
    if _is_held(fault):
        return error(
            "FIL001",
            None,
            f"{path.name} はほかのプログラムで開かれているため、書き換えられません。",
            f"{path.name} を閉じてください。"
            "そのあともう一度実行してください（-o のある命令なら、別の名前でも作れます）。",
        )
    if fault.errno in _FULL:
        kilobytes = -(-size // 1000)
        return error(
            "FIL002",
            None,
            f"空き容量が足りないため、{path.name} を保存できません。"
            "元のファイルはそのまま残っています。",
            f"{path.parent} のあるディスクに {kilobytes} KB 以上の空きを作ってください。",
        )
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return error(
            "FIL003",
            None,
            f"{path.parent} に書き込む権限がないため、{path.name} を保存できません。",
            "書き込めるフォルダーで実行するか、書き込めるようにしてから、もう一度実行してください。",
        )
    if fault.errno in _IN_THE_WAY:
        return error(
            "FIL004",
            None,
            f"{path} を保存できません。{_IN_THE_WAY[fault.errno]}",
            "それを別のところに移すか、別の名前かフォルダーを選んで、もう一度実行してください。",
        )
    name = errno.errorcode.get(fault.errno or 0, "不明")
    return error(
        "FIL004",
        None,
        f"{path} を保存できません（{name}）。",
        "保存先のフォルダーと名前を確かめて、もう一度実行してください。",
    )
