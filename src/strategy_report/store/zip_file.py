"""Files as one ZIP, the same bytes for the same files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from strategy_report.core.diagnostic import Checked
from strategy_report.store.write_file import replace_by

Moment = tuple[int, int, int, int, int, int]

# A ZIP's oldest date: the same files make the same ZIP, whenever.
_NO_DATE: Moment = (1980, 1, 1, 0, 0, 0)
# And the last that it can hold.
_LAST_DATE: Moment = (2107, 12, 31, 23, 59, 58)
_READABLE = 0o644 << 16


def zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    """*files*, by their names, in a *folder* of a ZIP, in their order."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, data in files.items():
            archive.writestr(_entry(f"{folder}/{name}", _NO_DATE, ZIP_DEFLATED), data)
    return written.getvalue()


def replace_zip(
    path: Path, files: Iterable[tuple[str, bytes]], size: int, made: Moment
) -> Checked[Path]:
    """The ZIP at *path*, with *files* made one after the other; or why not, and the old one stays.

    They stand in a folder of the ZIP's own name, dated *made*, about *size* bytes in all.
    """
    date = min(max(made, _NO_DATE), _LAST_DATE)

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
