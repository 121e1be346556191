"""A PDF file opened, and its objects told apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pikepdf


class NotPdfError(Exception):
    """What was opened is no PDF file, or is locked or broken."""


class LockedPdfError(NotPdfError):
    """A password is asked for."""


class PdfFile:
    """An open file.

    Attributes:
        document: pikepdf's; objects of it must not outlive the file.
    """

    def __init__(self, document: Any) -> None:
        self.document = document

    @property
    def root(self) -> Any:
        return self.document.Root

    @property
    def pages(self) -> list[Any]:
        return [page.obj for page in self.document.pages]

    def is_dictionary(self, found: Any) -> bool:
        return isinstance(found, (pikepdf.Dictionary, pikepdf.Stream))

    def is_array(self, found: Any) -> bool:
        return isinstance(found, pikepdf.Array)

    def named_place(self, name: str) -> Any:
        """What *name* stands for in links (ISO 32000-1, 12.3.2.3); None: for nothing."""
        tree = self.root.get("/Names", {}).get("/Dests")
        if tree is not None and name in (names := pikepdf.NameTree(tree)):
            return names[name]
        # As a name object, in files of before PDF 1.2.
        return self.root.get("/Dests", {}).get(name)

    def listed(self, found: Any) -> list[Any]:
        """*found* as a list: nothing, one, or all of an array."""
        if found is None:
            return []
        return list(found) if self.is_array(found) else [found]


# What a file does to the reading of it whose objects are not what they should be.
DAMAGE = (
    pikepdf.PdfError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)


@contextmanager
def opened(data: bytes) -> Iterator[PdfFile]:
    """The file in *data*.

    Raises:
        LockedPdfError: it asks for a password.
        NotPdfError: it cannot be opened.
    """
    try:
        document = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError as fault:
        raise LockedPdfError(str(fault)) from fault
    except pikepdf.PdfError as fault:
        raise NotPdfError(str(fault)) from fault
    with document:
        yield PdfFile(document)
