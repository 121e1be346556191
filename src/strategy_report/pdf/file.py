"""Objects as the bytes of a file: header, bodies, cross-reference, trailer (ISO 32000-1, 7.5)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from hashlib import sha256

from strategy_report.core.kept import Kept
from strategy_report.pdf.file_parts import (
    Objects,
    Row,
    cross_reference,
    header,
    is_stream,
    object_bytes,
    object_stream,
    packs,
    trailer,
)


def packed_file(objects: Objects, version: tuple[int, int], kept: Kept) -> bytes:
    """A file whose plain objects lie in compressed object streams (from version 1.5 on).

    *kept*: what they came to in the file before.
    """
    file = _File(version)
    number = file.add_packed(objects.bodies, len(objects.bodies) + 1, kept)
    start = file.length
    file.rows[number] = (1, start, 0)
    entries = trailer(objects.root, objects.info, number + 1, file.identifier)
    rows: list[Row] = [(0, 0, 0), *(file.rows[one] for one in range(1, number + 1))]
    file.write(object_bytes(number, cross_reference(rows, entries)))
    return file.finished(start)


def plain_file(objects: Objects, version: tuple[int, int]) -> bytes:
    """A file that readers of any version can take: every object as it is, and a table."""
    file = _File(version)
    for number, body in objects.bodies.items():
        file.add(number, body)
    start = file.length
    count = len(objects.bodies) + 1
    rows = "".join(f"{file.rows[number][1]:010} 00000 n \n" for number in range(1, count))
    entries = trailer(objects.root, objects.info, count, file.identifier)
    table = f"xref\n0 {count}\n0000000000 65535 f \n{rows}trailer\n<< {entries} >>\n"
    file.write(table.encode("ascii"))
    return file.finished(start)


class _File:
    """Bytes written so far.

    Attributes:
        rows: of a cross-reference: where each object is to be found.
    """

    def __init__(self, version: tuple[int, int]) -> None:
        self.rows: dict[int, Row] = {}
        self.length = 0
        self._parts: list[bytes] = []
        self._digest = sha256()
        self.write(header(version))

    @property
    def identifier(self) -> str:
        """What the content so far gives the file for its identifier (ISO 32000-1, 14.4)."""
        return self._digest.hexdigest()[:32].upper()

    def write(self, part: bytes) -> None:
        self._parts.append(part)
        self._digest.update(part)
        self.length += len(part)

    def add(self, number: int, body: bytes) -> None:
        self.rows[number] = (1, self.length, 0)
        self.write(object_bytes(number, body))

    def add_packed(self, bodies: Mapping[int, bytes], free: int, kept: Kept) -> int:
        """Add streams as they are and all else packed into object streams, numbered from *free*.

        Returns:
            The first number that is free then.
        """
        plain = []
        for number, body in bodies.items():
            if is_stream(body):
                self.add(number, body)
            else:
                plain.append((number, body))
        for place, members in enumerate(packs(tuple(plain))):
            make = partial(object_stream, members)
            self.add(free, kept.of(f"objects {place}", members, make))
            self.rows.update((one, (2, free, at)) for at, (one, _) in enumerate(members))
            free += 1
        return free

    def finished(self, start: int) -> bytes:
        """The whole file, its cross-reference beginning at *start*."""
        return b"".join((*self._parts, b"startxref\n%d\n%%%%EOF\n" % start))
