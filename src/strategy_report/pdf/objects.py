"""Objects of a document, written out as they shall stand in the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol
from zlib import compress

from strategy_report.core.kept import Kept
from strategy_report.pdf.file_parts import EFFORT, Objects, stream_bytes
from strategy_report.pdf.reportlab_door import pdfdoc

_PLAIN = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-_."


class Reference(str):
    """``12 0 R``, to be put into other objects."""

    __slots__ = ()

    @property
    def number(self) -> int:
        """Of the object."""
        return int(self.partition(" ")[0])


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object given as the bytes it is written with."""

    __RefOnly__ = 1

    def __init__(self, content: str | bytes = b"") -> None:
        self.content = content.encode("ascii") if isinstance(content, str) else content

    def format(self, _document: Any) -> bytes:
        return self.content


class Adds(Protocol):
    """Takes indirect objects, and numbers them."""

    kept: Kept

    def add(self, content: Raw | str | bytes) -> Reference: ...


class Added:
    """Objects numbered from *first* on, apart from a document.

    Attributes:
        bodies: by number.
        kept: nothing: there was no file before.
    """

    def __init__(self, first: int) -> None:
        self.bodies: dict[int, bytes] = {}
        self.kept = Kept()
        self._first = first

    def add(self, content: Raw | str | bytes) -> Reference:
        """A new indirect object."""
        number = self._first + len(self.bodies)
        self.bodies[number] = (content if isinstance(content, Raw) else Raw(content)).content
        return Reference(f"{number} 0 R")


class Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    """reportlab's document, to which finished objects can be added.

    Attributes:
        kept: what streams came to in the file before.
    """

    kept: Kept

    def add(self, content: Raw | str | bytes) -> Reference:
        """A new indirect object."""
        name = self.Reference(content if isinstance(content, Raw) else Raw(content)).name
        return Reference("{} {} R".format(*self.idToObjectNumberAndVersion[name]))

    def add_stream(
        self, name: str, data: bytes, entries: str = "", *, effort: int = EFFORT
    ) -> Reference:
        """A new stream object; *name* tells which of the file it is, to know it again."""
        return self.add(
            self.kept.of(
                f"stream {name}",
                (data, entries, effort),
                lambda: stream(data, entries, effort=effort),
            )
        )

    def add_once(self, name: str, make: Callable[[], str | bytes]) -> Reference:
        """An object that several pages need; one of the same name is made and added once."""
        name = f"shared {name}"
        if name not in self.idToObject:
            self.Reference(Raw(make()), name)
        return Reference("{} {} R".format(*self.idToObjectNumberAndVersion[name]))

    def set_fonts(self, fonts: Mapping[str, Reference]) -> None:
        """The fonts of every page, by their names in page resources."""
        self.idToObject[pdfdoc.BasicFonts].dict = dict(fonts)

    @property
    def fonts_number(self) -> int:
        """Of the object that names the fonts of every page."""
        return self._number(self.idToObject[pdfdoc.BasicFonts])

    def set_page(
        self,
        content: bytes,
        entries: Mapping[str, str],
        resources: Mapping[str, Mapping[str, Reference]],
        around: tuple[Reference, Reference] | None = None,
    ) -> None:
        """The content stream of the page that was shown last, and entries of its dictionary.

        *resources* are what its operators name besides fonts, by kind and name; *around* are
        streams to be painted before its own and after it.
        """
        page = self.Pages.pages[-1]
        page.Resources = self._resources(resources)
        page.Contents = Raw(content)
        if around is not None:
            before, after = around
            page.Contents = Raw(f"[ {before} {self.add(content)} {after} ]")
        # Reportlab would write what every page has by default.
        page.Rotate = page.Trans = None
        # reportlab writes the entries that it knows; a page of ours knows some more.
        vars(page).update(entries, __NoDefault__=[*page.__NoDefault__, *entries])

    def set_catalog(self, entries: Mapping[str, str]) -> None:
        """Further entries of the catalog, written as they are."""
        names = (*self.Catalog.__NoDefault__, *entries)
        self.Catalog.__dict__.update(entries, __NoDefault__=names)

    def objects(self) -> Objects:
        """All objects as they shall stand in the file; none may be added from here on."""
        root = self._number(self.Catalog)
        info = None if self.info is None else self._number(self.info)
        bodies: dict[int, bytes] = {}
        # Writing one object may call for others, which then follow.
        while (number := len(bodies) + 1) in self.numberToId:
            content = self.idToObject[self.numberToId[number]]
            bodies[number] = pdfdoc.format(content, self, toplevel=1)
        pages = tuple(
            self.idToObjectNumberAndVersion[f"Page{index + 1}"][0]
            for index in range(len(self.Pages.pages))
        )
        return Objects(bodies=bodies, root=root, info=info, pages=pages)

    def _resources(self, resources: Mapping[str, Mapping[str, Reference]]) -> str:
        parts = [f"/Font {self.fonts_number} 0 R"]
        for kind, named in resources.items():
            if named:
                entries = "".join(f"/{name} {reference}" for name, reference in named.items())
                parts.append(f"/{kind}<<{entries}>>")
        return f"<<{''.join(parts)}>>"

    def _number(self, content: Any) -> int:
        name = self.Reference(content).name
        return int(self.idToObjectNumberAndVersion[name][0])

    def page_reference(self, index: int) -> Reference:
        """The page with *index*, which must have been shown."""
        number = self.idToObjectNumberAndVersion[f"Page{index + 1}"]
        return Reference("{} {} R".format(*number))


def stream(data: bytes, entries: str = "", *, packed: str = "", effort: int = EFFORT) -> bytes:
    """A stream object. *data* is compressed, unless *packed* names the filter it went through."""
    if not packed:
        data, packed = compress(data, effort), "/FlateDecode"
    return stream_bytes(f"{entries}/Filter{packed}", data)


def plain_stream(data: bytes, entries: str) -> bytes:
    """A stream that anyone can read in the file as it is."""
    return stream_bytes(entries, data)


def pdf_name(text: str) -> str:
    """A name object (ISO 32000-1, 7.3.5)."""
    plain = "".join(chr(byte) if byte in _PLAIN else f"#{byte:02X}" for byte in text.encode())
    return "/" + plain


def pdf_text(text: str) -> str:
    """A text string object in UTF-16 (ISO 32000-1, 7.9.2.2), which no character can break."""
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"
