"""A file in the order in which a browser wants its parts: linearized (ISO 32000-1, annex F).

The first page stands in front with all that it shows, so that it can be seen before the rest has
come; tables of hints tell where each other page lies. Objects that are neither pages nor streams
are packed as in other files, with what they belong to.
"""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from itertools import chain
from zlib import compress

from strategy_report.core.kept import Kept
from strategy_report.core.value import Value
from strategy_report.pdf.browser_parts import Numbers, Part, Parts, numbers_of, parts_of
from strategy_report.pdf.file_parts import (
    EFFORT,
    Objects,
    Row,
    cross_reference,
    header,
    object_bytes,
    object_stream,
    packs,
    stream_bytes,
    trailer,
)
from strategy_report.pdf.hints import OutlineHint, PageHint, SharedHint, hint_tables

# The first dictionary tells of all that is behind it, and is as long whatever that is.
_LINEAR = 120


def browser_file(objects: Objects, version: tuple[int, int], kept: Kept) -> bytes:
    """The file; *kept*: what its object streams came to in the file before."""
    parts = parts_of(objects)
    numbers = numbers_of(parts, objects.root)
    maker = _Maker(objects, numbers, kept)
    catalog = maker.section(Part((objects.root,)), ())
    first, outlines, *behind = map(maker.section, parts.in_order, numbers.packs)
    sections = _Sections(catalog=catalog, first=first, outlines=outlines, behind=tuple(behind))
    return _Layout(header(version), sections, numbers, maker.rows).file(
        root=numbers.of[objects.root],
        info=None if objects.info is None else numbers.of[objects.info],
        shown=tuple(_shown(parts, page) for page in range(1, len(objects.pages))),
    )


class _Section(Value, kw_only=False):
    """Objects that lie together, in order: their numbers, and their bytes."""

    numbers: tuple[int, ...]
    objects: tuple[bytes, ...]

    @property
    def length(self) -> int:
        return sum(map(len, self.objects))


class _Maker:
    """Makes the objects of the file from those that it is to hold.

    Attributes:
        rows: in the cross-reference, of objects that lie in object streams.
    """

    def __init__(self, objects: Objects, numbers: Numbers, kept: Kept) -> None:
        self.rows: dict[int, Row] = {}
        self._bodies, self._numbers, self._kept = objects.bodies, numbers, kept

    def section(self, part: Part, containers: tuple[int, ...]) -> _Section:
        """*part*, its packed objects in object streams with the numbers *containers*."""
        plain = tuple(self._anew(one) for one in part.plain)
        packed = packs(tuple(self._anew(one) for one in part.packed))
        streams = []
        for container, members in zip(containers, packed, strict=True):
            make = partial(object_stream, members)
            streams.append((container, self._kept.of(f"packed {container}", members, make)))
            self.rows.update((one, (2, container, at)) for at, (one, _) in enumerate(members))
        made = (*plain, *streams)
        return _Section(
            tuple(number for number, _ in made),
            tuple(object_bytes(number, body) for number, body in made),
        )

    def _anew(self, one: int) -> tuple[int, bytes]:
        return self._numbers.of[one], self._numbers.renumbered(self._bodies[one])


def _shown(parts: Parts, page: int) -> tuple[int, ...]:
    """What a page shows of the objects that it shares, as `SharedHint` lists them."""
    need = parts.needs[page]
    shared: list[frozenset[int]] = [frozenset((one,)) for one in parts.first.plain]
    shared += map(frozenset, packs(parts.first.packed))
    shared += map(frozenset, packs(parts.outlines.packed))
    shared += (frozenset((one,)) for one in parts.shared.plain)
    return tuple(place for place, ones in enumerate(shared) if not need.isdisjoint(ones))


class _Sections(Value):
    """Of a whole file; *behind*: every other page, what they share, all the rest."""

    catalog: _Section
    first: _Section
    outlines: _Section
    behind: tuple[_Section, ...]

    @property
    def pages(self) -> tuple[_Section, ...]:
        return self.behind[:-2]

    @property
    def shared(self) -> _Section:
        return self.behind[-2]


class _Starts(Value):
    """Where each part of a file begins; *tables*: the hints, which say so."""

    linear: int
    reference: int
    catalog: int
    hints: int
    tables: bytes
    first: int
    behind: int
    last: int


class _Layout:
    """Where everything is."""

    def __init__(
        self, head: bytes, sections: _Sections, numbers: Numbers, rows: dict[int, Row]
    ) -> None:
        self._head, self._sections, self._numbers, self._rows = head, sections, numbers, rows
        self._catalog = b"".join(sections.catalog.objects)
        self._first = b"".join((*sections.first.objects, *sections.outlines.objects))
        self._behind = b"".join(chain(*(section.objects for section in sections.behind)))
        # What the content gives the file for its identifier (14.4).
        digest = sha256(head + self._catalog + self._first + self._behind)
        self._identifier = digest.hexdigest()[:32].upper()

    def file(self, root: int, info: int | None, shown: tuple[tuple[int, ...], ...]) -> bytes:
        """The whole file.

        Args:
            root: number of the catalog.
            info: of the information dictionary.
            shown: of each page but the first, what it shows of the shared objects.
        """
        # The first cross-reference tells where things lie that are behind it, and how long it is
        # hangs on what it tells: it is made anew until it fits into the room that it had.
        room = 0
        while True:
            starts = self._starts(room, shown)
            self._place_all(starts)
            reference = self._first_reference(root, info, starts.last)
            if len(reference) <= room:
                break
            room = len(reference)
        spare = room - len(reference)
        reference = self._first_reference(root, info, starts.last, spare)
        last = self._last_reference(root, info)
        foot = b"startxref\n%d\n%%%%EOF\n" % starts.reference
        length = starts.last + len(last) + len(foot)
        page, pages = self._sections.first.numbers[0], len(shown) + 1
        hints = starts.hints, len(starts.tables)
        told = (length, *hints, page, starts.behind, pages, starts.last - 1)
        front = (self._head, self._linear(told), reference, self._catalog, starts.tables)
        return b"".join((*front, self._first, self._behind, last, foot))

    def _starts(self, room: int, shown: tuple[tuple[int, ...], ...]) -> _Starts:
        """Where everything begins if the first cross-reference takes *room*."""
        linear = len(self._head)
        # Sizes of what is filled in later stand in for it.
        reference = linear + len(self._linear((0,) * 7))
        catalog = reference + room
        hints = catalog + len(self._catalog)
        tables = self._hints(hints, shown)
        first = hints + len(tables)
        behind = first + len(self._first)
        return _Starts(
            linear=linear,
            reference=reference,
            catalog=catalog,
            hints=hints,
            tables=tables,
            first=first,
            behind=behind,
            last=behind + len(self._behind),
        )

    def _place_all(self, starts: _Starts) -> None:
        numbers, sections = self._numbers, self._sections
        for number, place in (
            (numbers.linear, starts.linear),
            (numbers.first_reference, starts.reference),
            (numbers.hints, starts.hints),
            (numbers.last_reference, starts.last),
        ):
            self._rows[number] = (1, place, 0)
        self._place(sections.catalog, starts.catalog)
        first = starts.first
        for section in (sections.first, sections.outlines, *sections.behind):
            first = self._place(section, first)

    def _place(self, section: _Section, at: int) -> int:
        """Where *section*, which begins at *at*, ends."""
        for number, data in zip(section.numbers, section.objects, strict=True):
            self._rows[number] = (1, at, 0)
            at += len(data)
        return at

    def _linear(self, told: tuple[int, ...]) -> bytes:
        """Table F.1."""
        length, hints_at, hints, page, end, pages, last = told
        entries = (
            f"<< /Linearized 1 /L {length} /H [ {hints_at} {hints} ] /O {page} /E {end}"
            f" /N {pages} /T {last} >>"
        )
        return object_bytes(self._numbers.linear, entries.ljust(_LINEAR).encode("ascii"))

    def _first_reference(self, root: int, info: int | None, last: int, spare: int = 0) -> bytes:
        """Of all objects in front and of the first page; *last*: where the other one is.

        *spare*: how many bytes longer than it would be.
        """
        numbers = self._numbers
        rows = [self._rows[one] for one in range(numbers.linear, numbers.size)]
        entries = (
            f"/Index [ {numbers.linear} {len(rows)} ] /Prev {last}{' ' * spare}"
            f" {trailer(root, info, numbers.size, self._identifier)}"
        )
        reference = cross_reference(rows, entries)
        return object_bytes(numbers.first_reference, reference) + b"startxref\n0\n%%EOF\n"

    def _last_reference(self, root: int, info: int | None) -> bytes:
        """Of all the others."""
        count = self._numbers.linear
        rows: list[Row] = [(0, 0, 0), *(self._rows[one] for one in range(1, count))]
        entries = trailer(root, info, count, self._identifier)
        reference = cross_reference(rows, entries)
        return object_bytes(self._numbers.last_reference, reference)

    def _hints(self, at: int, shown: tuple[tuple[int, ...], ...]) -> bytes:
        """The tables, which begin at *at*, and count as if they were not there."""
        sections = self._sections
        in_front = (*sections.first.objects, *sections.outlines.objects)
        outlines_at = at + sections.first.length
        shared_at = at + len(self._first) + sum(page.length for page in sections.pages)
        shared = sections.shared
        tables, places = hint_tables(
            [
                PageHint(count=len(in_front), length=len(self._first), shared=()),
                *(
                    PageHint(count=len(page.objects), length=page.length, shared=places)
                    for page, places in zip(sections.pages, shown, strict=True)
                ),
            ],
            at,
            SharedHint(
                lengths=tuple(map(len, (*in_front, *shared.objects))),
                of_first_page=len(in_front),
                first=(shared.numbers[0], shared_at) if shared.numbers else (0, 0),
            ),
            OutlineHint(
                first=next(iter(sections.outlines.numbers), 0),
                offset=outlines_at,
                count=len(sections.outlines.objects),
                length=sections.outlines.length,
            ),
        )
        entries = " ".join(f"/{key} {place}" for key, place in places.items())
        stream = stream_bytes(f"{entries} /Filter /FlateDecode", compress(tables, EFFORT))
        return object_bytes(self._numbers.hints, stream)
