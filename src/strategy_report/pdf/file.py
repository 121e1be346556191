"""Objects as the bytes of a file: header, bodies, cross-reference, trailer (ISO 32000-1, 7.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from copy import copy
from functools import partial
from hashlib import sha256
from zlib import compress

from strategy_report.core.kept import Kept
from strategy_report.core.value import Value

# Four bytes above 127 behind the version say that the file is binary (ISO 19005-2, 6.1.2).
_BINARY = b"%\xe2\xe3\xcf\xd3\n"
# More objects share more words (a third is saved from 200 to 500 of them), but all of a stream is
# unpacked to read one.
_PACKED_TOGETHER = 1000
# Bytes that tell an object's place in its stream.
_PLACE = 2


class Objects(Value):
    """All objects of a file, by their numbers, which run from 1 without a gap.

    Attributes:
        root: number of the catalog.
        info: number of the information dictionary; None for a file without one.
    """

    bodies: Mapping[int, bytes]
    root: int
    info: int | None


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
        file.offsets[number] = start
        entries = _trailer(self._objects, number + 1, file.identifier)
        file.write(_cross_reference_stream(number, file.offsets, file.packed, entries))
        return file.finished(start)


def plain_file(objects: Objects, version: tuple[int, int]) -> bytes:
    """A file that readers of any version can take: every object as it is, and a table."""
    file = _File(version)
    for number, body in objects.bodies.items():
        file.add(number, body)
    start = file.length
    count = len(objects.bodies) + 1
    rows = "".join(f"{file.offsets[number]:010} 00000 n \n" for number in range(1, count))
    entries = _trailer(objects, count, file.identifier)
    table = f"xref\n0 {count}\n0000000000 65535 f \n{rows}trailer\n<< {entries} >>\n"
    file.write(table.encode("ascii"))
    return file.finished(start)


class _File:
    """Bytes written so far, and where each object is to be found.

    Attributes:
        offsets: of objects that stand by themselves.
        packed: number and place in an object stream, of those that lie in one.
    """

    def __init__(self, version: tuple[int, int]) -> None:
        self.offsets: dict[int, int] = {}
        self.packed: dict[int, tuple[int, int]] = {}
        self.length = 0
        self._parts: list[bytes] = []
        self._digest = sha256()
        self.write(b"%%PDF-%d.%d\n" % version + _BINARY)

    def copy(self) -> _File:
        """Another file with the same beginning."""
        other = copy(self)
        other.offsets, other.packed = self.offsets.copy(), self.packed.copy()
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
        self.offsets[number] = self.length
        self.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def add_packed(self, bodies: Mapping[int, bytes], free: int, kept: Kept) -> int:
        """Add streams as they are and all else packed into object streams, numbered from *free*.

        Returns:
            The first number that is free then.
        """
        plain = []
        for number, body in bodies.items():
            if body.endswith(b"endstream"):
                self.add(number, body)
            else:
                plain.append(number)
        for start in range(0, len(plain), _PACKED_TOGETHER):
            together = plain[start : start + _PACKED_TOGETHER]
            members = tuple((one, bodies[one]) for one in together)
            self.add(free, kept.of(f"objects {start}", members, partial(_object_stream, members)))
            self.packed.update((one, (free, place)) for place, one in enumerate(together))
            free += 1
        return free

    def finished(self, start: int) -> bytes:
        """The whole file, its cross-reference beginning at *start*."""
        return b"".join((*self._parts, b"startxref\n%d\n%%%%EOF\n" % start))


def _trailer(objects: Objects, size: int, identifier: str) -> str:
    info = "" if objects.info is None else f" /Info {objects.info} 0 R"
    return f"/Size {size} /Root {objects.root} 0 R{info} /ID [ <{identifier}> <{identifier}> ]"


def _object_stream(members: Sequence[tuple[int, bytes]]) -> bytes:
    """Members one after the other, behind a table of their numbers and places (7.5.7)."""
    places: list[str] = []
    at = 0
    for number, body in members:
        places.append(f"{number} {at}")
        at += len(body) + 1
    head = (" ".join(places) + "\n").encode("ascii")
    data = compress(head + b"\n".join(body for _, body in members), 9)
    entries = f"/Type /ObjStm /N {len(members)} /First {len(head)} /Filter /FlateDecode"
    return _stream(entries, data)


def _cross_reference_stream(
    number: int, offsets: Mapping[int, int], packed: Mapping[int, tuple[int, int]], trailer: str
) -> bytes:
    """The cross-reference as object *number* (7.5.8), each row told by what differs above it."""
    width = (max(offsets.values()).bit_length() + 7) // 8
    rows = [bytes(1 + width + _PLACE)]
    for one in range(1, number + 1):
        kind, first, second = (2, *packed[one]) if one in packed else (1, offsets[one], 0)
        rows.append(bytes((kind,)) + first.to_bytes(width, "big") + second.to_bytes(_PLACE, "big"))
    data = compress(b"".join(_differences(rows)), 9)
    entries = (
        f"/Type /XRef /W [ 1 {width} {_PLACE} ] {trailer} /Filter /FlateDecode"
        f" /DecodeParms << /Predictor 12 /Columns {len(rows[0])} >>"
    )
    return b"%d 0 obj\n%b\nendobj\n" % (number, _stream(entries, data))


def _differences(rows: list[bytes]) -> Iterator[bytes]:
    above = bytes(len(rows[0]))
    for row in rows:
        # 2 is PNG's "up" filter.
        yield bytes((2, *((one - up) % 256 for one, up in zip(row, above, strict=True))))
        above = row


def _stream(entries: str, data: bytes) -> bytes:
    head = f"<< {entries} /Length {len(data)} >>\nstream\n".encode("ascii")
    return head + data + b"\nendstream"
