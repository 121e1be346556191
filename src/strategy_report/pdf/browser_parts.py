"""Which objects of a file a browser wants together, and how they are numbered for it (annex F)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count

from strategy_report.core.value import Value
from strategy_report.pdf.file_parts import Objects, is_stream, packs

# No author's words look like one: strings are written in hexadecimal digits, addresses encoded.
_REFERENCE = re.compile(rb"(?<![\w.])(\d+) 0 R\b")
# Of a page's dictionary, what it does not show itself.
_PARENT = re.compile(rb"/Parent \d+ 0 R")
_ANNOTATIONS = re.compile(rb"/Annots \[[^\]]*\]")
_OUTLINES = re.compile(rb"/(?:Outlines|First|Next) (\d+) 0 R")
_STREAM = b"stream\n"


class Part(Value, kw_only=False):
    """Objects that lie together: pages and streams as they are, behind them those to be packed."""

    plain: tuple[int, ...] = ()
    packed: tuple[int, ...] = ()

    @property
    def all(self) -> tuple[int, ...]:
        return (*self.plain, *self.packed)


class Parts(Value):
    """A file's objects but for the catalog.

    Attributes:
        first: the first page, with all that it shows, and all pages' annotations: they belong to
            the structure, too, and so to no page alone.
        outlines: the bookmarks, which readers show beside the first page.
        pages: each other page, with what it alone shows.
        shared: streams that several other pages show.
        rest: all others.
        needs: of each page, all that it shows.
    """

    first: Part
    outlines: Part
    pages: tuple[Part, ...]
    shared: Part
    rest: Part
    needs: tuple[frozenset[int], ...]

    @property
    def in_order(self) -> tuple[Part, ...]:
        return (*self.in_front, *self.behind)

    @property
    def in_front(self) -> tuple[Part, ...]:
        return (self.first, self.outlines)

    @property
    def behind(self) -> tuple[Part, ...]:
        return (*self.pages, self.shared, self.rest)


def parts_of(objects: Objects) -> Parts:
    bodies = objects.bodies
    needs = tuple(_needs(page, bodies) for page in objects.pages)
    first = needs[0].union(*(_annotations(page, bodies) for page in objects.pages))
    others = needs[1:]
    users = Counter(one for need in others for one in need - first)
    shared = sorted(one for one in users if users[one] > 1 and is_stream(bodies[one]))
    pages = tuple(
        _part((one for one in sorted(need - first) if users[one] == 1), bodies, page)
        for page, need in zip(objects.pages[1:], others, strict=True)
    )
    outlines = tuple(_outlines(objects))
    placed = {objects.root, *objects.pages, *first, *shared, *outlines}
    placed.update(chain(*(page.all for page in pages)))
    return Parts(
        first=_part(sorted(first), bodies, objects.pages[0]),
        outlines=Part((), outlines),
        pages=pages,
        shared=Part(tuple(shared)),
        rest=_part((one for one in bodies if one not in placed), bodies),
        needs=needs,
    )


def _part(ones: Iterable[int], bodies: Mapping[int, bytes], *page: int) -> Part:
    by_kind: dict[bool, list[int]] = {True: [*page], False: []}
    for one in ones:
        by_kind[is_stream(bodies[one])].append(one)
    return Part(tuple(by_kind[True]), tuple(by_kind[False]))


def _needs(page: int, bodies: Mapping[int, bytes]) -> frozenset[int]:
    """What *page* shows, with all that it needs in turn, and its annotations."""
    found = set(_annotations(page, bodies))
    waiting = _references(_PARENT.sub(b"", _ANNOTATIONS.sub(b"", bodies[page])))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(_references(bodies[one]))
    return frozenset(found)


def _annotations(page: int, bodies: Mapping[int, bytes]) -> list[int]:
    return [one for listed in _ANNOTATIONS.findall(bodies[page]) for one in _references(listed)]


def _outlines(objects: Objects) -> Iterator[int]:
    waiting = [objects.root]
    while waiting:
        below = [int(one) for one in _OUTLINES.findall(objects.bodies[waiting.pop()])]
        yield from below
        waiting += below


def _references(body: bytes) -> list[int]:
    return [int(number) for number in _REFERENCE.findall(body.partition(_STREAM)[0])]


class Numbers(Value):
    """New numbers: the first page's section comes last (F.3.4), packed objects last in each.

    Attributes:
        of: the new number of each object, by its old one.
        packs: of the object streams of each part, in the order of the file.
        linear: of the dictionary that tells where the parts are; hints: of the tables.
        last_reference, first_reference: of the cross-references.
        size: one more than the last.
    """

    of: Mapping[int, int]
    packs: tuple[tuple[int, ...], ...]
    linear: int
    hints: int
    last_reference: int
    first_reference: int
    size: int

    def renumbered(self, body: bytes) -> bytes:
        """*body* with its references to the new numbers."""
        head, mark, data = body.partition(_STREAM)
        return _REFERENCE.sub(lambda one: b"%d 0 R" % self.of[int(one[1])], head) + mark + data


def numbers_of(parts: Parts, root: int) -> Numbers:
    number = count(1)
    of: dict[int, int] = {}
    behind = [_numbered(part, of, number) for part in parts.behind]
    last_reference = next(number)
    of.update(zip(_packed(parts.behind), number, strict=False))
    linear, first_reference, hints, of[root] = (next(number) for _ in range(4))
    in_front = [_numbered(part, of, number) for part in parts.in_front]
    of.update(zip(_packed(parts.in_front), number, strict=False))
    return Numbers(
        of=of,
        packs=(*in_front, *behind),
        linear=linear,
        hints=hints,
        last_reference=last_reference,
        first_reference=first_reference,
        size=next(number),
    )


def _numbered(part: Part, of: dict[int, int], number: Iterator[int]) -> tuple[int, ...]:
    """Number what is not packed; the numbers of the part's object streams."""
    of.update(zip(part.plain, number, strict=False))
    return tuple(next(number) for _ in packs(part.packed))


def _packed(parts: Sequence[Part]) -> tuple[int, ...]:
    return tuple(chain(*(part.packed for part in parts)))
