"""The structure tree of a file, with the text of its contents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from strategy_report.core.value import Value
from strategy_report.inspection.page_content import Piece
from strategy_report.inspection.pdf_file import PdfFile


class Content(Value):
    """A marked content: on which page (from 0), its number there, and what it reads as."""

    page: int
    mcid: int
    text: str


class LinkTag(Value):
    """A link's annotation, on which page, with the words that it is told by."""

    page: int
    words: str


class Tag(Value):
    """A structure element.

    Attributes:
        role: its type, e.g. ``H1``.
        alt: alternative text; None where it has none.
        actual: text that stands for all of it.
        expansion: what it is short for.
        language: where it is another than that of what it is in.
        identifier: its ID.
        scope: of a table's head: ``Row`` or ``Column``.
        heads: IDs of the heads that a table's cell names.
        page: on which its content begins; None where it has none of its own.
    """

    role: str
    kids: tuple[Tag | Content | LinkTag, ...]
    alt: str | None = None
    actual: str | None = None
    expansion: str = ""
    language: str = ""
    identifier: str = ""
    scope: str = ""
    heads: tuple[str, ...] = ()
    page: int | None = None

    @property
    def children(self) -> tuple[Tag, ...]:
        return tuple(kid for kid in self.kids if isinstance(kid, Tag))

    def walk(self) -> Iterator[Tag]:
        """It and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def contents(self) -> Iterator[Content]:
        """All contents in it and below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Content):
                yield kid
            elif isinstance(kid, Tag):
                yield from kid.contents()

    @property
    def text(self) -> str:
        """What it reads as: its own words for it, or its contents one after the other."""
        if self.actual is not None:
            return self.actual
        return "".join(kid.text for kid in self.kids if isinstance(kid, Tag | Content))

    @property
    def first_page(self) -> int | None:
        """The page that it begins on."""
        if self.page is not None:
            return self.page
        return next((content.page for content in self.contents()), None)


def tag_tree(file: PdfFile, contents: tuple[tuple[Piece, ...], ...]) -> Tag | None:
    """The root element; None for a file without one. *contents* are those of its pages."""
    root = file.root.get("/StructTreeRoot")
    kids = [] if root is None else file.listed(root.get("/K"))
    if not kids or not file.is_dictionary(kids[0]):
        return None
    return _Reader(file, contents).tag(kids[0], 0)


# Deeper trees than this are broken, or made to do harm.
_DEEPEST = 100


class _Reader:
    def __init__(self, file: PdfFile, contents: tuple[tuple[Piece, ...], ...]) -> None:
        self._file = file
        self._numbers = {page.objgen: number for number, page in enumerate(file.pages)}
        self._texts: tuple[Mapping[int, str], ...] = tuple(map(_by_number, contents))

    def tag(self, element: Any, depth: int) -> Tag:
        page = self._page(element.get("/Pg"))
        found = [self._kid(kid, page, depth) for kid in self._file.listed(element.get("/K"))]
        kids = tuple(kid for kid in found if kid is not None)
        own = next((kid.page for kid in kids if not isinstance(kid, Tag)), None)
        attributes = self._attributes(element)
        return Tag(
            role=str(element.get("/S", "/"))[1:],
            kids=kids,
            alt=_text(element.get("/Alt")),
            actual=_text(element.get("/ActualText")),
            expansion=_text(element.get("/E")) or "",
            language=_text(element.get("/Lang")) or "",
            identifier=_text(element.get("/ID")) or "",
            scope=str(attributes.get("/Scope", "/"))[1:],
            heads=tuple(str(head) for head in self._file.listed(attributes.get("/Headers"))),
            page=own,
        )

    def _kid(self, kid: Any, page: int | None, depth: int) -> Tag | Content | LinkTag | None:
        if not self._file.is_dictionary(kid):
            return self._content(page, int(kid))
        on = self._page(kid.get("/Pg"))
        if "/MCID" in kid:
            return self._content(page if on is None else on, int(kid.MCID))
        if "/Obj" in kid:
            return LinkTag(page=on or 0, words=_text(kid.Obj.get("/Contents")) or "")
        return self.tag(kid, depth + 1) if depth < _DEEPEST else None

    def _content(self, page: int | None, mcid: int) -> Content | None:
        if page is None or page >= len(self._texts):
            return None
        return Content(page=page, mcid=mcid, text=self._texts[page].get(mcid, ""))

    def _page(self, page: Any) -> int | None:
        return None if page is None else self._numbers.get(page.objgen)

    def _attributes(self, element: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for one in self._file.listed(element.get("/A")):
            if self._file.is_dictionary(one):
                found.update(one.items())
        return found


def _by_number(contents: tuple[Piece, ...]) -> Mapping[int, str]:
    texts: dict[int, str] = {}
    for piece in contents:
        if piece.mcid is not None and not piece.artifact:
            texts[piece.mcid] = texts.get(piece.mcid, "") + piece.text
    return texts


def _text(found: Any) -> str | None:
    return None if found is None else str(found)
