"""What a box is to a reader who cannot see it: the structure types of ISO 32000-1, 14.8.4."""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """A standard structure type; ARTIFACT is what is drawn but not read."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    TABLE = "Table"
    TABLE_ROW = "TR"
    TABLE_HEADER = "TH"
    TABLE_DATA = "TD"
    FIGURE = "Figure"
    CAPTION = "Caption"
    NOTE = "Note"
    REFERENCE = "Reference"
    LINK = "Link"
    SPAN = "Span"
    ARTIFACT = "Artifact"

    # Each is one object; Enum's own hash, of the name, is asked for some thousand times a build.
    __hash__ = object.__hash__


class Furniture(Enum):
    """What an artifact is there for (ISO 32000-1, table 330): its type, and its subtype if any."""

    LAYOUT = ("Layout", "")
    PAGINATION = ("Pagination", "")
    FOOTER = ("Pagination", "Footer")
    WATERMARK = ("Pagination", "Watermark")
