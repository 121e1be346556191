"""A CFF program whose glyphs a PDF shows by their ids (Adobe Technical Note 5176).

A PDF picks a glyph of a name-keyed program by its id, and one of a CID-keyed program by the CID
that the charset gives it (ISO 32000-1, 9.7.4.2). With CIDs that are the ids both are the same.
"""

from __future__ import annotations

from collections.abc import Iterator

_CHARSET = 15
_ROS = 12 << 8 | 30
_LARGEST_OF_A_BYTE = 255
# Integers in three bytes, and in five.
_SHORT, _LONG = 28, 29


def with_ids_for_cids(program: bytes, glyph_count: int) -> bytes:
    """*program*; if it is CID-keyed, every CID is the id of its glyph.

    Raises:
        ValueError: it is CID-keyed and has no charset of its own.
    """
    operands = dict(_top_dict(program))
    if _ROS not in operands:
        return program
    offset = _integer(program, operands[_CHARSET]) if _CHARSET in operands else 0
    # 0, 1 and 2 are charsets that need not be written down.
    if offset <= 2:
        raise ValueError("the CFF program has no charset that could be replaced")
    charset = _identity(program[offset], glyph_count)
    # In its old place: Ghostscript 10.0 finds none behind the first 64 KB.
    return program[:offset] + charset + program[offset + len(charset) :]


def _identity(old_format: int, glyph_count: int) -> bytes:
    """The charset 1, 2, 3 …, no longer than one in *old_format* can be.

    A list of all CIDs (0) is as long as any other; ranges of up to 256 (1) or of any length (2)
    are the fewest that there can be.
    """
    if old_format == 0:
        return bytes([0]) + b"".join(cid.to_bytes(2, "big") for cid in range(1, glyph_count))
    left = glyph_count - 2
    if left <= _LARGEST_OF_A_BYTE:
        return bytes([1, 0, 1, left])
    return bytes([2, 0, 1]) + left.to_bytes(2, "big")


def _top_dict(program: bytes) -> Iterator[tuple[int, int]]:
    """Operators of the Top DICT (two bytes: 12 first), each with where its last operand begins."""
    _, names_end = _first_of_index(program, program[2])
    (at, end), _ = _first_of_index(program, names_end)
    operand = at
    while at < end:
        byte = program[at]
        if byte <= 21:
            if byte == 12:
                at += 1
                byte = byte << 8 | program[at]
            yield byte, operand
            at += 1
        else:
            operand = at
            at += _operand_length(program, at)


def _integer(program: bytes, at: int) -> int:
    """The operand at *at*, an offset and so never negative."""
    byte = program[at]
    if byte in (_SHORT, _LONG):
        return int.from_bytes(program[at + 1 : at + _operand_length(program, at)], "big")
    return byte - 139 if byte <= 246 else (byte - 247) * 256 + program[at + 1] + 108


def _operand_length(program: bytes, at: int) -> int:
    byte = program[at]
    if byte == 30:  # a real number, in nibbles up to an f
        end = at + 1
        while program[end] & 0x0F != 0x0F and program[end] >> 4 != 0x0F:
            end += 1
        return end + 1 - at
    return {_SHORT: 3, _LONG: 5}.get(byte, 1 if byte <= 246 else 2)


def _first_of_index(program: bytes, at: int) -> tuple[tuple[int, int], int]:
    """Where the first entry of the INDEX at *at* lies, and where the INDEX ends."""
    count = int.from_bytes(program[at : at + 2], "big")
    if count == 0:
        return (at + 2, at + 2), at + 2
    size = program[at + 2]
    base = at + 2 + size * (count + 1)

    def offset(number: int) -> int:
        start = at + 3 + number * size
        return base + int.from_bytes(program[start : start + size], "big")

    return (offset(0), offset(1)), offset(count)
