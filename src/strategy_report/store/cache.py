"""What was reckoned before, by the hash of all that shaped it."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from strategy_report.store.write_file import part_of, sweep

_MARK = b"strategy-report cache 1\n"
_CHECKSUM = 32
_ENDING = ".cached"
# A booklet's charts come to some 200 KB; this holds a hundred of their revisions.
_MOST_BYTES = 20_000_000


class Cache:
    """Bytes by key, in the files of one folder.

    A cache may be thrown away at any time: a folder that cannot be written, a file that was cut
    off or altered, a full disk all mean that nothing is known, never an error. The entries used
    longest ago go when the folder outgrows its size.
    """

    def __init__(self, folder: Path, most_bytes: int = _MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._size: int | None = None

    def get(self, key: str) -> bytes | None:
        """What was put under *key*, or None."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        data = _opened(content, key)
        with suppress(OSError):
            if data is None:
                path.unlink()
            else:
                os.utime(path)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Remember *data* under *key*, if that can be done."""
        content = _sealed(data, key)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._size is None:
                sweep(self._folder)
            self._write(self._path(key), content)
            self._keep_small(len(content))

    def _write(self, path: Path, content: bytes) -> None:
        # No fsync: what a power cut leaves incomplete, the checksum finds.
        part = part_of(path)
        try:
            part.write_bytes(content)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise

    def _path(self, key: str) -> Path:
        return self._folder / (sha256(key.encode()).hexdigest()[:40] + _ENDING)

    def _keep_small(self, added: int) -> None:
        if self._size is not None and self._size + added <= self._most_bytes:
            self._size += added
            return
        entries = [
            (entry.stat().st_mtime_ns, entry.name, entry.stat().st_size)
            for entry in os.scandir(self._folder)
            if entry.name.endswith(_ENDING)
        ]
        size = sum(entry_size for _, _, entry_size in entries)
        for _, name, entry_size in sorted(entries):
            if size <= self._most_bytes:
                break
            (self._folder / name).unlink(missing_ok=True)
            size -= entry_size
        self._size = size


def _sealed(data: bytes, key: str) -> bytes:
    return _MARK + sha256(key.encode() + b"\0" + data).digest() + data


def _opened(content: bytes, key: str) -> bytes | None:
    start = len(_MARK) + _CHECKSUM
    data = content[start:]
    return data if content[:start] == _sealed(data, key)[:start] else None
