"""Where the marks of notes lead: from the text to the note, and from the note back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from strategy_report.display.role import Role
from strategy_report.pdf.structure import Element, Structure


def note_links(structure: Structure) -> Mapping[Element, Element]:
    """By the link of each mark, what it leads to: the note, or the first mark that leads there.

    Marks and notes belong together within a part of the book. A mark whose note is on a page that
    the book does not have (replacement pages are some of all) leads to itself.
    """
    parts = frozenset(structure.sections)
    marks = [
        (link, link.voice, _part_of(link, parts))
        for link in structure.pressed
        if link.voice is not None
    ]
    notes = {
        (part, element.key): element
        for part in dict.fromkeys(part for _, _, part in marks)
        for element in _walked(part)
        if element.role is Role.NOTE
    }
    first: dict[tuple[Element, str], Element] = {}
    for link, voice, part in marks:
        if voice.role is Role.REFERENCE:
            first.setdefault((part, voice.note), link)
    return {
        link: (notes if voice.role is Role.REFERENCE else first).get((part, voice.note), link)
        for link, voice, part in marks
    }


def _part_of(element: Element, parts: Set[Element]) -> Element:
    while element.parent is not None and element not in parts:
        element = element.parent
    return element


def _walked(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _walked(child)
