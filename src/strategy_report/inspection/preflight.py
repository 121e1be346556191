"""A file looked through before it is handed on: each purpose has its own list of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from strategy_report.core.diagnostic import Checked, Diagnostic
from strategy_report.core.value import Value
from strategy_report.inspection.page_content import Piece, page_pieces
from strategy_report.inspection.pdf_file import DAMAGE, NotPdfError, PdfFile, opened
from strategy_report.inspection.said import Fault, fault, told
from strategy_report.inspection.tag_tree import Tag, tag_tree

T = TypeVar("T")


class Inspected(Value):
    """An open file, and what readers make of it.

    Attributes:
        labels: of the pages.
        contents: the pieces of each page.
        root: of the structure tree.
    """

    file: PdfFile
    labels: tuple[str, ...]
    contents: tuple[tuple[Piece, ...], ...]
    root: Tag | None

    def tags(self) -> Iterator[Tag]:
        """All elements, in reading order."""
        return iter(()) if self.root is None else self.root.walk()

    def label(self, page: int | None) -> str | None:
        return None if page is None else self.labels[page]


# Yields what is wrong, in Japanese.
Check = Callable[[Inspected], Iterator[Fault]]


def preflight(data: bytes, checks: Sequence[Check]) -> tuple[Diagnostic, ...]:
    """What *checks* find in the file *data*, in their order; a file that cannot be read is told."""
    looked = look_into(data, lambda of: told(found for check in checks for found in check(of)))
    return looked.diagnostics if looked.value is None else looked.value


def look_into(data: bytes, look: Callable[[Inspected], T]) -> Checked[T]:
    """What *look* sees in the file *data*, or why the file cannot be read."""
    try:
        with opened(data) as file:
            return Checked(value=look(inspect(file)))
    except NotPdfError:
        unread = fault(
            "PFL001",
            "PDF として開けません。",
            "PDF のファイルか、パスワードがかかっていないか、確かめてください。",
        )
    except DAMAGE:
        unread = fault(
            "PFL002",
            "構造が壊れていて、調べられません。",
            "strategy-report build で作り直してください。",
        )
    return Checked(value=None, diagnostics=told((unread,)))


def inspect(file: PdfFile) -> Inspected:
    """All that the checks look at."""
    contents = page_pieces(file)
    return Inspected(
        file=file,
        labels=tuple(page.label for page in file.document.pages),
        contents=contents,
        root=tag_tree(file, contents),
    )
