"""Pages that bookmarks and links lead to."""

from __future__ import annotations

from strategy_report.core.length import Length
from strategy_report.core.value import Value
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

    def destination(self, top: str = "null") -> str:
        """The entry of a bookmark or a link that leads there, *top* from the page's foot."""
        view = f"/XYZ null {top} null"
        on_page = f"[ {self.page} {view} ]"
        if self.element is None:
            return f"/Dest {on_page}"
        return f"/A << /Type /Action /S /GoTo /D {on_page} /SD [ {self.element} {view} ] >>"
