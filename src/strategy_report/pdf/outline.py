"""Bookmarks, and the numbers pages go by in a viewer."""

from __future__ import annotations

from collections.abc import Sequence

from strategy_report.display.book import OutlineEntry
from strategy_report.pdf.objects import Document, Raw, Reference, pdf_text
from strategy_report.pdf.target import Destinations


def add_outline(
    document: Document, entries: Sequence[OutlineEntry], destinations: Destinations
) -> Reference:
    """The bookmarks, all opened (ISO 32000-1, 12.3.3).

    Raises:
        IndexError: an entry leads to a page that is not there.
    """
    root = Raw()
    reference = document.add(root)
    first, last = _add_level(document, entries, reference, destinations)
    root.content = (
        f"<< /Type /Outlines /First {first} /Last {last} /Count {_count(entries)} >>".encode()
    )
    return reference


def _add_level(
    document: Document,
    entries: Sequence[OutlineEntry],
    parent: Reference,
    destinations: Destinations,
) -> tuple[Reference, Reference]:
    raws = [Raw() for _ in entries]
    references = [document.add(raw) for raw in raws]
    for index, (entry, raw) in enumerate(zip(entries, raws, strict=True)):
        parts = [
            f"<< /Title {pdf_text(entry.title)} /Parent {parent}",
            destinations.entry(entry.page, entry.y),
        ]
        if index > 0:
            parts.append(f"/Prev {references[index - 1]}")
        if index + 1 < len(references):
            parts.append(f"/Next {references[index + 1]}")
        if entry.children:
            first, last = _add_level(document, entry.children, references[index], destinations)
            parts.append(f"/First {first} /Last {last} /Count {_count(entry.children)}")
        raw.content = (" ".join(parts) + " >>").encode()
    return references[0], references[-1]


def _count(entries: Sequence[OutlineEntry]) -> int:
    return sum(1 + _count(entry.children) for entry in entries)


def page_labels(labels: Sequence[str]) -> str:
    """A number tree (ISO 32000-1, 12.4.2); labels that count on share an entry."""
    parts = []
    before: str | None = None
    for index, label in enumerate(labels):
        if not (_is_number(label) and _is_number(before) and int(label) == int(before or 0) + 1):
            parts.append(f"{index} {_label(label)}")
        before = label
    return f"<< /Nums [ {' '.join(parts)} ] >>"


def _is_number(label: str | None) -> bool:
    # Only what a viewer would count to itself: "07" and "０" are labels of their own.
    return bool(label) and label.isascii() and label.isdigit() and label[0] != "0"  # type: ignore[union-attr, index]


def _label(label: str) -> str:
    if _is_number(label):
        return f"<< /S /D /St {label} >>"
    return f"<< /P {pdf_text(label)} >>" if label else "<< >>"
