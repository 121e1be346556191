"""Hint tables: where in a linearized file each page lies, and what it shares (annex F.4)."""

from __future__ import annotations

from collections.abc import Sequence

from strategy_report.core.value import Value


class PageHint(Value):
    """A page.

    Attributes:
        count, length: of its own objects: how many, and how many bytes in all.
        shared: places, in the table of shared objects, of those that it needs besides.
    """

    count: int
    length: int
    shared: tuple[int, ...]


class SharedHint(Value):
    """Objects that pages share: the first page's, which come first, and others.

    Attributes:
        lengths: in bytes, of each.
        of_first_page: how many of them the first page has.
        first: number and offset of the first of the others; zeroes where there are none.
    """

    lengths: tuple[int, ...]
    of_first_page: int
    first: tuple[int, int]


class OutlineHint(Value):
    """The bookmarks: number of the first of their objects, offset, how many, bytes in all."""

    first: int
    offset: int
    count: int
    length: int


def hint_tables(
    pages: Sequence[PageHint], first_page: int, shared: SharedHint, outlines: OutlineHint
) -> tuple[bytes, dict[str, int]]:
    """The tables, and where those behind the first begin, by their keys in the dictionary.

    Offsets are told as if the tables were not in the file.

    Args:
        pages: in order.
        first_page: offset of the first page's object.
        shared: in the order that pages count them by.
        outlines: left out where there are none.
    """
    table = _page_table(pages, first_page)
    places = {"S": len(table)}
    table += _shared_table(shared)
    if outlines.count:
        places["O"] = len(table)
        bits = _Bits()
        for value in (outlines.first, outlines.offset, outlines.count, outlines.length):
            bits.add(value, 32)
        table += bits.done()
    return table, places


def _page_table(pages: Sequence[PageHint], first_page: int) -> bytes:
    """Tables F.3 and F.4. Acrobat takes the whole page for its content, and expects no offset."""
    least_count = min(page.count for page in pages)
    least_length = min(page.length for page in pages)
    counts = [page.count - least_count for page in pages]
    lengths = [page.length - least_length for page in pages]
    shared = [len(page.shared) for page in pages]
    places = [place for page in pages for place in page.shared]
    bits = _Bits()
    for value, width in (
        (least_count, 32),
        (first_page, 32),
        (_width(counts), 16),
        (least_length, 32),
        (_width(lengths), 16),
        (0, 32),
        (0, 16),
        (least_length, 32),
        (_width(lengths), 16),
        (_width(shared), 16),
        (_width(places), 16),
        (0, 16),
        # Of a fraction that tells where in a page a shared object is needed: left out.
        (1, 16),
    ):
        bits.add(value, width)
    for column in (counts, lengths, shared, places, lengths):
        bits.add_all(column, _width(column))
    return bits.done()


def _shared_table(shared: SharedHint) -> bytes:
    """Tables F.5 and F.6; each object is a group of its own, and none is signed."""
    least = min(shared.lengths)
    lengths = [length - least for length in shared.lengths]
    number, offset = shared.first
    bits = _Bits()
    for value, width in (
        (number, 32),
        (offset, 32),
        (shared.of_first_page, 32),
        (len(lengths), 32),
        (0, 16),
        (least, 32),
        (_width(lengths), 16),
    ):
        bits.add(value, width)
    bits.add_all(lengths, _width(lengths))
    bits.add_all([0] * len(lengths), 1)
    return bits.done()


def _width(values: Sequence[int]) -> int:
    """Bits that hold the largest."""
    return max(values, default=0).bit_length()


class _Bits:
    """Numbers of some bits each, packed; every column begins with a byte of its own."""

    def __init__(self) -> None:
        self._value = 0
        self._count = 0

    def add(self, value: int, width: int) -> None:
        self._value = self._value << width | value
        self._count += width

    def add_all(self, column: Sequence[int], width: int) -> None:
        for value in column:
            self.add(value, width)
        self.add(0, -self._count % 8)

    def done(self) -> bytes:
        return self._value.to_bytes(self._count // 8, "big")
