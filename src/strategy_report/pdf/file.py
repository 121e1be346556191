"""Objects as the bytes of a file: header, bodies, cross-reference, trailer (ISO 32000-1, 7.5)."""

from __future__ import annotations

from collections.abc import Mapping, Set
from copy import copy
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
    return Common(objects, frozenset(), version, kept).file({})


class Common:
    """What several files begin with: objects that they share, packed and written once.

    Attributes:
        free: the first number that no object has, neither a shared one nor one left out.
        length: of the beginning, in bytes.

    Args:
        objects: of a whole file.
        own: numbers of those that each file has in a form of its own.
        version: of PDF.
        kept: what shared objects came to in the file before.
    """

    def __init__(
        self, objects: Objects, own: Set[int], version: tuple[int, int], kept: Kept
    ) -> None:
        self._objects = objects
        self._begun = _File(version)
        shared = {n: body for n, body in objects.bodies.items() if n not in own}
        self.free = self._begun.add_packed(shared, len(objects.bodies) + 1, kept)
        self.length = self._begun.length

    def file(self, own: Mapping[int, bytes]) -> bytes:
        """The file with *own* bodies: of the numbers left out, and of others without a gap."""
        file = self._begun.copy()
        free = max(self.free, max(own, default=0) + 1)
        number = file.add_packed(own, free, Kept())
        start = file.length
        file.rows[number] = (1, start, 0)
        told = self._objects
        entries = trailer(told.root, told.info, number + 1, file.identifier)
        rows: list[Row] = [(0, 0, 0), *(file.rows[one] for one in range(1, number + 1))]
        width = (start.bit_length() + 7) // 8
        file.write(object_bytes(number, cross_reference(rows, entries, width)))
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

    def copy(self) -> _File:
        """Another file with the same beginning."""
        other = copy(self)
        other.rows = self.rows.copy()
        other._parts, other._digest = self._parts.copy(), self._digest.copy()
        return other

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
