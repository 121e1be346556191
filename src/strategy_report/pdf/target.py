"""Places in a file that bookmarks and links lead to."""

from __future__ import annotations

from collections.abc import Sequence

from strategy_report.core.length import Length
from strategy_report.core.value import Value, replace
from strategy_report.pdf.number import points
from strategy_report.pdf.objects import Reference


class Target(Value):
    """A page.

    Attributes:
        element: the structure element that it begins, where readers shall be led to that
            (ISO 14289-2, 8.8); None leads them to the page alone.
    """

    page: Reference
    height: Length
    element: Reference | None = None


class Destinations:
    """What leads to the *pages* of a book.

    To a structure element it leads by a name (ISO 32000-2, 12.3.2.4). Else the bookmarks, which
    readers show beside the first page, would hold on to the whole structure, and all of it would
    have to come before the other pages (ISO 32000-2, annex F).
    """

    def __init__(self, pages: Sequence[Target]) -> None:
        self._pages = pages
        self._names: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._pages)

    def entry(self, page: int, y: Length | None = None, element: Reference | None = None) -> str:
        """The entry of a bookmark or a link that leads to the page with index *page*.

        *y*: how far below its top; None leaves that to the reader. *element*: a structure element
        there; None: the one that the page begins.
        """
        target = self._pages[page]
        if element is not None and target.element is not None:
            target = replace(target, element=element)
        top = "null" if y is None else points(target.height - y)
        return self._leads(target, f"/XYZ null {top} null")

    def _leads(self, target: Target, view: str) -> str:
        on_page = f"[ {target.page} {view} ]"
        if target.element is None:
            return f"/Dest {on_page}"
        place = f"<< /D {on_page} /SD [ {target.element} {view} ] >>"
        return f"/Dest ({self._names.setdefault(place, f'{len(self._names):05}')})"

    @property
    def names(self) -> str:
        """The tree of the names given so far; empty where there is none."""
        if not self._names:
            return ""
        pairs = " ".join(f"({name}) {place}" for place, name in self._names.items())
        return f"<< /Names [ {pairs} ] >>"
