"""A folder of files that is there whole or not at all, and is never written to again."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from strategy_report.core.diagnostic import Checked, Diagnostic, error
from strategy_report.store.process import Writer, is_gone
from strategy_report.store.write_file import explained, part_of, sync_folder, write_through

_PART = ".part"


def freeze_folder(folder: Path, files: Mapping[str, bytes]) -> Checked[Path]:
    """The folder with *files*, by their paths within it; or why it could not be made.

    An existing folder is never touched. All files are on the disk before the folder gets its
    name, so that a power cut leaves the whole folder or none. Parts whose writers died are removed.
    """
    return fill_folder(folder, sorted(files.items()), sum(map(len, files.values())))


def fill_folder(folder: Path, files: Iterable[tuple[str, bytes]], size: int) -> Checked[Path]:
    """`freeze_folder` with files that are made one after the other, about *size* bytes in all."""
    if folder.exists():
        return Checked(value=None, diagnostics=(_exists(folder),))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep_folders(folder.parent)
        part = part_of(folder)
        try:
            for name, data in files:
                path = part / name
                path.parent.mkdir(parents=True, exist_ok=True)
                write_through(path, data)
            for inner in (part, *(path for path in part.rglob("*") if path.is_dir())):
                sync_folder(inner)
            part.rename(folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        sync_folder(folder.parent)
    except OSError as fault:
        if folder.exists():
            return Checked(value=None, diagnostics=(_exists(folder),))
        return Checked(value=None, diagnostics=(explained(fault, folder, size),))
    return Checked(value=folder)


def sweep_folders(folder: Path) -> None:
    """Remove the parts of folders in *folder* whose writers are no longer there."""
    for part in folder.glob(f".*{_PART}"):
        writer = Writer.parse(part.name.removesuffix(_PART).rpartition(".")[2])
        if part.is_dir() and writer is not None and is_gone(writer):
            with suppress(OSError):
                shutil.rmtree(part)


def _exists(folder: Path) -> Diagnostic:
    return error(
        "FIL010",
        None,
        f"{folder} はすでにあります。上書きはしません。",
        "別の名前を書くか、そのフォルダーの名前を変えてから、もう一度打ってください。",
    )
