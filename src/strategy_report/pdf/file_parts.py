"""What files are made up of: objects, object streams, cross-references (ISO 32000-1, 7.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar
from zlib import compress

from strategy_report.core.value import Value

# Of zlib: 9 takes twice to three times as long as this, and saves 400 bytes of a booklet.
EFFORT = 7
# More objects share more words (a third is saved from 200 to 500 of them), but all of a stream is
# unpacked to read one.
PACKED_TOGETHER = 1000
# Bytes that tell an object's place in its stream.
_PLACE = 2

# Of a cross-reference stream: 1 and an offset, or 2, an object stream's number and a place in it.
Row = tuple[int, int, int]
Members = tuple[tuple[int, bytes], ...]
T = TypeVar("T")


class Objects(Value):
    """All objects of a file, by their numbers, which run from 1 without a gap.

    Attributes:
        root: number of the catalog.
        info: number of the information dictionary; None for a file without one.
        pages: numbers of the pages, in order.
    """

    bodies: Mapping[int, bytes]
    root: int
    info: int | None
    pages: tuple[int, ...]


def header(version: tuple[int, int]) -> bytes:
    """Four bytes above 127 behind the version say that the file is binary (ISO 19005-2, 6.1.2)."""
    return b"%%PDF-%d.%d\n" % version + b"%\xe2\xe3\xcf\xd3\n"


def is_stream(body: bytes) -> bool:
    return body.endswith(b"endstream")


def object_bytes(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def packs(members: tuple[T, ...]) -> Iterator[tuple[T, ...]]:
    """*members* as they lie together in object streams."""
    for start in range(0, len(members), PACKED_TOGETHER):
        yield members[start : start + PACKED_TOGETHER]


def object_stream(members: Members) -> bytes:
    """Members one after the other, behind a table of their numbers and places (7.5.7)."""
    places: list[str] = []
    at = 0
    for number, body in members:
        places.append(f"{number} {at}")
        at += len(body) + 1
    head = (" ".join(places) + "\n").encode("ascii")
    data = compress(head + b"\n".join(body for _, body in members), EFFORT)
    entries = f"/Type /ObjStm /N {len(members)} /First {len(head)} /Filter /FlateDecode"
    return stream_bytes(entries, data)


def trailer(root: int, info: int | None, size: int, identifier: str) -> str:
    """Entries that every trailer has."""
    told = "" if info is None else f" /Info {info} 0 R"
    return f"/Size {size} /Root {root} 0 R{told} /ID [ <{identifier}> <{identifier}> ]"


def cross_reference(rows: Sequence[Row], entries: str) -> bytes:
    """A cross-reference stream (7.5.8), each row told by what differs from the one above it.

    Args:
        rows: of objects whose numbers follow each other.
        entries: further ones of its dictionary.
    """
    width = (max(first for _, first, _ in rows).bit_length() + 7) // 8
    packed = [_packed(row, width) for row in rows]
    data = compress(_differences(packed), EFFORT)
    filters = f"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns {len(packed[0])} >>"
    return stream_bytes(f"/Type /XRef /W [ 1 {width} {_PLACE} ] {entries} {filters}", data)


def stream_bytes(entries: str, data: bytes) -> bytes:
    head = f"<<{entries} /Length {len(data)}>>\nstream\n".encode("ascii")
    return head + data + b"\nendstream"


def _packed(row: Row, width: int) -> bytes:
    kind, first, second = row
    return bytes((kind,)) + first.to_bytes(width, "big") + second.to_bytes(_PLACE, "big")


def _differences(rows: list[bytes]) -> bytes:
    # 2 is PNG's "up" filter, and stands before each row.
    table = b"".join(b"\2" + row for row in rows)
    width = len(rows[0]) + 1
    above = bytes(width) + table
    told = bytearray(one - up & 255 for one, up in zip(table, above, strict=False))
    told[::width] = b"\2" * len(rows)
    return bytes(told)
