"""A CFF program whose glyphs a PDF shows by their ids (Adobe Technical Note 5176).

A PDF picks a glyph of a name-keyed program by its id, and one of a CID-keyed program by the CID
that the charset gives it (ISO 32000-1, 9.7.4.2). With CIDs that are the ids both are the same.
"""

from __future__ import annotations

from collections.abc import Iterator

_CHARSET = 15
_ROS = 12 << 8 | 30
# An integer in five bytes: what hb-subset writes offsets as.
_LONG = 29
_RANGES_OF_TWO_BYTES = 2


def with_ids_for_cids(program: bytes, glyph_count: int) -> bytes:
    """*program*, as hb-subset wrote it; if it is CID-keyed, every CID is the id of its glyph.

    Raises:
        ValueError: its charset is not where hb-subset writes one.
    """
    operands = dict(_top_dict(program))
    if _ROS not in operands:
        return program
    place = operands.get(_CHARSET, -1)
    if place < 0 or program[place] != _LONG:
        raise ValueError("the charset of the CFF program cannot be replaced")
    charset = bytes([_RANGES_OF_TWO_BYTES, *(1).to_bytes(2, "big")])
    charset += (glyph_count - 2).to_bytes(2, "big")
    offset = len(program).to_bytes(4, "big")
    return program[: place + 1] + offset + program[place + 5 :] + charset


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


def _operand_length(program: bytes, at: int) -> int:
    byte = program[at]
    if byte == 30:  # a real number, in nibbles up to an f
        end = at + 1
        while program[end] & 0x0F != 0x0F and program[end] >> 4 != 0x0F:
            end += 1
        return end + 1 - at
    return {28: 3, _LONG: 5}.get(byte, 1 if byte <= 246 else 2)


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
