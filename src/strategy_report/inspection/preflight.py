"""A file looked through before it is handed on: each purpose has its own list of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.value import Value
from strategy_report.inspection.page_content import Piece, page_pieces
from strategy_report.inspection.pdf_file import DAMAGE, NotPdfError, PdfFile, opened
from strategy_report.inspection.said import fault
from strategy_report.inspection.tag_tree import Tag, tag_tree


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
Check = Callable[[Inspected], Iterator[Diagnostic]]


def preflight(data: bytes, checks: Sequence[Check]) -> tuple[Diagnostic, ...]:
    """What *checks* find in the file *data*, in their order; a file that cannot be read is told."""
    try:
        with opened(data) as file:
            return _checked(file, checks)
    except NotPdfError:
        return (
            fault(
                "PFL001",
                "PDF として開けません。",
                "PDF のファイルか、パスワードがかかっていないか、確かめてください。",
            ),
        )


def _checked(file: PdfFile, checks: Sequence[Check]) -> tuple[Diagnostic, ...]:
    try:
        inspected = inspect(file)
        return tuple(found for check in checks for found in check(inspected))
    except DAMAGE:
        return (
            fault(
                "PFL002",
                "構造が壊れていて、調べられません。",
                "strategy-report build で作り直してください。",
            ),
        )


def inspect(file: PdfFile) -> Inspected:
    """All that the checks look at."""
    contents = page_pieces(file)
    return Inspected(
        file=file,
        labels=tuple(page.label for page in file.document.pages),
        contents=contents,
        root=tag_tree(file, contents),
    )
