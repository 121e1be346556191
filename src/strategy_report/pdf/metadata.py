"""What a file says of itself."""

from __future__ import annotations

from time import gmtime, strftime
from typing import Any

from strategy_report.display.book import Book
from strategy_report.pdf.objects import pdf_text
from strategy_report.pdf.reportlab_door import pdfdoc


class Information(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The document information dictionary (ISO 32000-1, 14.3.3)."""

    def __init__(self, book: Book, made_at: int | None, producer: str) -> None:
        super().__init__()
        self._content = _information(book, made_at, producer)

    def digest(self, _signature: Any) -> None:
        """Nothing: the identifier is made of the whole file."""

    def format(self, _document: Any) -> bytes:
        return self._content


def _information(book: Book, made_at: int | None, producer: str) -> bytes:
    date = _date(book, made_at)
    entries = {
        "Title": pdf_text(book.title),
        "Author": pdf_text(book.author),
        "Subject": pdf_text(book.subject),
        "Creator": pdf_text(producer),
        "Producer": pdf_text(producer),
        "CreationDate": f"({date})",
        "ModDate": f"({date})",
    }
    body = " ".join(f"/{name} {value}" for name, value in entries.items())
    return f"<< {body} >>".encode()


def _date(book: Book, made_at: int | None) -> str:
    if made_at is not None:
        return strftime("D:%Y%m%d%H%M%SZ", gmtime(made_at))
    # The edition's date begins at midnight in Japan.
    return "D:{:04}{:02}{:02}000000+09'00'".format(*book.issued)
