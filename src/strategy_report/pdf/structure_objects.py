"""The structure tree as objects of a file (ISO 32000-1, 14.7; attributes: 14.8.5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from strategy_report.core.geometry import Rect, Size
from strategy_report.core.length import ZERO
from strategy_report.core.value import Value
from strategy_report.display.item import Voice
from strategy_report.display.role import Role
from strategy_report.pdf.number import points
from strategy_report.pdf.objects import Document, Raw, Reference, pdf_text
from strategy_report.pdf.structure import Element, Marked, Pressed, Structure

# Notes are known by an ID (ISO 14289-1, 7.9); the heads of a table by the cells under them.
_IDENTIFIED = {Role.NOTE, Role.TABLE_HEADER}
# PDF 2.0 tells notes at a foot or an end apart from others, and has no word for what leads to them.
_NAMED_ANEW = {Role.NOTE: "FENote", Role.REFERENCE: "Span"}


class _Known(Value):
    """What the elements' objects are made from.

    Attributes:
        cited: of a note, the marks that lead to it; of such a mark, its note.
    """

    references: Mapping[Element, Reference]
    identifiers: Mapping[Element, str]
    pages: Sequence[Reference]
    namespace: Reference | None
    cited: Mapping[Element, Sequence[Element]]


def add_structure(
    document: Document,
    structure: Structure,
    pages: Sequence[Reference],
    ends: Mapping[Element, Element],
    namespace: str = "",
) -> tuple[Reference, Mapping[Element, Reference]]:
    """The structure tree's root, added with all below it, and every element's object.

    Args:
        document: that they are added to.
        structure: the elements.
        pages: the book's.
        ends: what the links of notes' marks lead to.
        namespace: whose names the elements have, where it is one that PDF 2.0 defines.
    """
    root = Raw()
    reference = document.add(root)
    elements = list(_kept(structure.root))
    objects = {element: Raw() for element in elements}
    known = _Known(
        references={element: document.add(objects[element]) for element in elements},
        identifiers={
            element: f"{number:05}"
            for number, element in enumerate(e for e in elements if e.role in _IDENTIFIED)
        },
        pages=pages,
        namespace=_namespace(document, namespace),
        cited=_cited(ends),
    )
    heads = dict(_heads(elements))
    for element, raw in objects.items():
        above = reference if element.parent is None else known.references[element.parent]
        raw.content = _element(element, above, heads.get(element, ()), known)
    keys = len(structure.pages) + len(structure.pressed)
    root.content = (
        f"<< /Type /StructTreeRoot /K {known.references[structure.root]}"
        f" /ParentTree {document.add(_parent_tree(structure, known))}"
        f" /ParentTreeNextKey {keys}{_id_tree(known)}{_namespaces(known)} >>"
    ).encode("ascii")
    return reference, known.references


def _kept(element: Element) -> Iterator[Element]:
    """*element* and those below it, but for those that hold nothing."""
    yield element
    for child in element.children:
        if child.says_something:
            yield from _kept(child)


def _element(element: Element, above: Reference, heads: Sequence[Element], known: _Known) -> bytes:
    page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
    parts = [f"<</S/{_type(element, known)}/P {above}"]
    if known.namespace is not None:
        parts.append(f"/NS {known.namespace}")
        if element in known.cited:
            # ISO 14289-2, 8.2.5.14.
            refs = " ".join(known.references[one] for one in known.cited[element])
            parts.append(f"/Ref [ {refs} ]")
    if element in known.identifiers:
        parts.append(f"/ID ({known.identifiers[element]})")
    if page is not None:
        parts.append(f"/Pg {known.pages[page]}")
    parts.extend(_attributes(element, heads, known))
    kids = [_kid(kid, page, known) for kid in element.kids if _stays(kid, known)]
    if kids:
        parts.append(f"/K {kids[0] if len(kids) == 1 else '[ ' + ' '.join(kids) + ' ]'}")
    return (" ".join(parts) + ">>").encode("ascii")


def _cited(ends: Mapping[Element, Element]) -> Mapping[Element, Sequence[Element]]:
    """Notes and the marks in the text that lead to them, each by the other."""
    cited: defaultdict[Element, list[Element]] = defaultdict(list)
    for mark, end in ends.items():
        if end.role is Role.NOTE:
            cited[mark].append(end)
            cited[end].append(mark)
    return cited


def _type(element: Element, known: _Known) -> str:
    if known.namespace is None:
        return element.role.value
    return _NAMED_ANEW.get(element.role, element.role.value)


def _stays(kid: Element | Marked | Pressed, known: _Known) -> bool:
    return not isinstance(kid, Element) or kid in known.references


def _kid(kid: Element | Marked | Pressed, page: int | None, known: _Known) -> str:
    match kid:
        case Element():
            return known.references[kid]
        case Marked(page=on, mcid=mcid):
            if on == page:
                return str(mcid)
            return f"<< /Type /MCR /Pg {known.pages[on]} /MCID {mcid} >>"
        case Pressed(page=on, annotation=annotation):
            return f"<< /Type /OBJR /Pg {known.pages[on]} /Obj {annotation} >>"


def _attributes(element: Element, heads: Sequence[Element], known: _Known) -> Iterator[str]:
    match element.role:
        case Role.FIGURE if element.area is not None:
            yield f"/Alt {pdf_text(element.alt)}"
            yield f"/A << /O /Layout /Placement /Block /BBox [ {_box(*element.area)} ] >>"
        case Role.TABLE if element.alt:
            yield f"/A << /O /Table /Summary {pdf_text(element.alt)} >>"
        case Role.TABLE_HEADER:
            scope = "Column" if _is_head_row(element.parent) else "Row"
            yield f"/A << /O /Table /Scope /{scope} >>"
            yield from _spelled(element)
        case Role.TABLE_DATA if heads:
            names = " ".join(f"({known.identifiers[head]})" for head in heads)
            yield f"/A << /O /Table /Headers [ {names} ] >>"
            yield from _spelled(element)
        case Role.REFERENCE | Role.LABEL if _is_pressed(element):
            # Its link says what it is.
            pass
        case Role.LIST if _has_labels(element):
            yield f"/A << /O /List /ListNumbering /{_numbering(element)} >>"
        case _ if element.voice is not None:
            yield from _spoken(element.voice)
        case _:
            yield from _spelled(element)


def _is_pressed(element: Element) -> bool:
    return any(child.role is Role.LINK for child in element.children)


def _spelled(element: Element) -> Iterator[str]:
    if element.alt:
        yield f"/ActualText {pdf_text(element.alt)}"


def _spoken(voice: Voice) -> Iterator[str]:
    if voice.alt:
        yield f"/Alt {pdf_text(voice.alt)}"
    if voice.expansion:
        yield f"/E {pdf_text(voice.expansion)}"
    if voice.language:
        yield f"/Lang ({voice.language})"


def _box(rect: Rect, trim: Size) -> str:
    """*rect* in the page's coordinates, as far as it lies on the trimmed page."""
    left, right = max(rect.x, ZERO), min(rect.right, trim.width)
    top, bottom = max(rect.y, ZERO), min(rect.bottom, trim.height)
    return " ".join(map(points, (left, trim.height - bottom, right, trim.height - top)))


def _has_labels(element: Element) -> bool:
    return any(part.role is Role.LABEL for item in element.children for part in item.children)


def _numbering(element: Element) -> str:
    """Labels that are drawn stand for a disc; labels in words are told as they are."""
    labels = (part for item in element.children for part in item.children)
    drawn = any(part.role is Role.LABEL and part.alt for part in labels)
    return "Disc" if drawn else "Decimal"


def _is_head_row(row: Element | None) -> bool:
    return row is not None and all(cell.role is Role.TABLE_HEADER for cell in row.children)


def _heads(elements: Sequence[Element]) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Each data cell of a table, with the heads of its column and of its row."""
    for table in elements:
        if table.role is not Role.TABLE:
            continue
        rows = [tuple(row.children) for row in table.children]
        columns = rows[0] if rows and _is_head_row(next(table.children)) else ()
        for row in rows:
            own = [cell for cell in row if cell.role is Role.TABLE_HEADER]
            for place, cell in enumerate(row):
                if cell.role is Role.TABLE_DATA:
                    yield cell, (*columns[place : place + 1], *own)


def _parent_tree(structure: Structure, known: _Known) -> str:
    """A number tree from pages and annotations to the elements of their contents (14.7.4.4)."""
    entries = [
        f"{index} [ {' '.join(known.references[element] for element in marked)} ]"
        for index, marked in enumerate(structure.pages)
    ]
    entries += [
        f"{key} {known.references[element]}"
        for key, element in enumerate(structure.pressed, start=len(structure.pages))
    ]
    return f"<< /Nums [ {' '.join(entries)} ] >>"


def _namespace(document: Document, name: str) -> Reference | None:
    if not name:
        return None
    return document.add(f"<< /Type /Namespace /NS {pdf_text(name)} >>")


def _namespaces(known: _Known) -> str:
    return "" if known.namespace is None else f" /Namespaces [ {known.namespace} ]"


def _id_tree(known: _Known) -> str:
    if not known.identifiers:
        return ""
    names = " ".join(
        f"({name}) {known.references[element]}" for element, name in known.identifiers.items()
    )
    return f" /IDTree << /Names [ {names} ] >>"
