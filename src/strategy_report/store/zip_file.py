"""Files as one ZIP, the same bytes for the same files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from time import gmtime
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from strategy_report.core.diagnostic import Checked
from strategy_report.store.write_file import replace_by

Moment = tuple[int, int, int, int, int, int]

# The first and the last that a ZIP can hold.
_FIRST_DATE: Moment = (1980, 1, 1, 0, 0, 0)
_LAST_DATE: Moment = (2107, 12, 31, 23, 59, 58)
_READABLE = 0o644 << 16


def moment_of(issued: tuple[int, int, int], made_at: int | None) -> Moment:
    """When files say they were made: the second *made_at* since 1970, else the day *issued*."""
    if made_at is None:
        return (*issued, 0, 0, 0)
    then = gmtime(made_at)
    return (then.tm_year, then.tm_mon, then.tm_mday, then.tm_hour, then.tm_min, then.tm_sec)


def replace_zip(
    path: Path, files: Iterable[tuple[str, bytes]], size: int, made: Moment
) -> Checked[Path]:
    """The ZIP at *path*, with *files* made one after the other; or why not, and the old one stays.

    They stand in a folder of the ZIP's own name, dated *made*, about *size* bytes in all.
    """
    date = min(max(made, _FIRST_DATE), _LAST_DATE)

    def write(part: Path) -> None:
        with part.open("wb") as file:
            _fill(file, files, path.stem, date)
            file.flush()
            os.fsync(file.fileno())

    return replace_by(path, write, size)


def _fill(file: IO[bytes], files: Iterable[tuple[str, bytes]], folder: str, date: Moment) -> None:
    with ZipFile(file, "w") as archive:
        for name, data in files:
            # A packed PDF would gain two per cent, for most of the time that all else takes.
            packing = ZIP_STORED if name.endswith(".pdf") else ZIP_DEFLATED
            archive.writestr(_entry(f"{folder}/{name}", date, packing), data)


def _entry(name: str, date: Moment, packing: int) -> ZipInfo:
    entry = ZipInfo(name, date)
    entry.compress_type, entry.external_attr = packing, _READABLE
    return entry
