"""Files within the file, each with what it is to the whole (ISO 19005-3, 6.8)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from hashlib import md5

from strategy_report.core.value import Value
from strategy_report.pdf.objects import Document, Reference, pdf_name, pdf_text


class Relation(Enum):
    """What an attached file is to the document (ISO 32000-2, table 43)."""

    SOURCE = "Source"
    DATA = "Data"
    SUPPLEMENT = "Supplement"


class Attachment(Value):
    """A file to go along.

    Attributes:
        media_type: e.g. ``text/csv``.
        description: in Japanese, for the reader's list of attachments.
    """

    name: str
    media_type: str
    description: str
    relation: Relation
    data: bytes


def add_attachments(
    document: Document, attachments: Sequence[Attachment], date: str
) -> tuple[list[Reference], str]:
    """References to all of them, and the tree of names that readers list them by."""
    in_order = sorted(attachments, key=lambda attachment: pdf_text(attachment.name))
    references = [_file_specification(document, one, date) for one in in_order]
    names = " ".join(
        f"{pdf_text(one.name)} {reference}"
        for one, reference in zip(in_order, references, strict=True)
    )
    return references, f"<< /Names [ {names} ] >>"


def _file_specification(document: Document, attachment: Attachment, date: str) -> Reference:
    data = attachment.data
    # What ISO 32000-1, table 46 names; nothing is kept safe by it.
    digest = md5(data, usedforsecurity=False).hexdigest().upper()
    embedded = document.add_stream(
        f"attached {attachment.name}",
        data,
        f"/Type /EmbeddedFile /Subtype {pdf_name(attachment.media_type)} /Params <<"
        f" /Size {len(data)} /ModDate ({date}) /CreationDate ({date}) /CheckSum <{digest}> >>",
    )
    name = pdf_text(attachment.name)
    return document.add(
        f"<< /Type /Filespec /F {name} /UF {name} /Desc {pdf_text(attachment.description)}"
        f" /AFRelationship /{attachment.relation.value}"
        f" /EF << /F {embedded} /UF {embedded} >> >>"
    )
