"""Areas to press as link annotations."""

from __future__ import annotations

from strategy_report.core.length import Length
from strategy_report.display.item import LinkArea
from strategy_report.pdf.number import points
from strategy_report.pdf.objects import pdf_text
from strategy_report.pdf.target import Destinations

# Whatever else a viewer could be told to open is a way to do harm.
_SCHEMES = ("http://", "https://", "mailto:")
# ISO 32000-1, table 165: printed with the page; an invisible border does not show there either.
_PRINTS = 4


def link_annotation(area: LinkArea, height: Length, leads: str, key: int) -> bytes:
    """The annotation's dictionary.

    Args:
        area: what to press.
        height: of the page it is on.
        leads: the entry that says where to.
        key: leads to its structure element through the parent tree.
    """
    rect = area.rect
    left, right = points(rect.x), points(rect.right)
    bottom, top = points(height - rect.bottom), points(height - rect.y)
    return (
        "<< /Type /Annot /Subtype /Link"
        f" /Rect [ {left} {bottom} {right} {top} ] /Border [ 0 0 0 ] /F {_PRINTS}"
        f" /StructParent {key} /Contents {pdf_text(_description(area))} {leads} >>"
    ).encode()


def _description(area: LinkArea) -> str:
    """What a reader is told of the link (ISO 14289-1, 7.18.5); it may not be empty."""
    return area.description or area.url or f"{(area.page or 0) + 1}ページへ"


def leads_to(area: LinkArea, destinations: Destinations) -> str:
    """The entry that says where *area* leads.

    Raises:
        ValueError: neither to a page of the book nor to http, https or mailto.
    """
    if area.url is not None:
        if not area.url.lower().startswith(_SCHEMES) or not area.url.isascii():
            raise ValueError(f"a link may not lead to {area.url!r}")
        uri = area.url.encode("ascii").hex().upper()
        return f"/A << /Type /Action /S /URI /URI <{uri}> >>"
    if area.page is None or not 0 <= area.page < len(destinations):
        raise ValueError(f"a link leads to page {area.page} of {len(destinations)}")
    return destinations.entry(area.page)
