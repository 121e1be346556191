"""What a PDF of ours carries along: the public plan, where things stand, the photographs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from strategy_report.core.value import Value
from strategy_report.inspection.pdf_file import NotPdfError, PdfFile, opened

PLAN, PLACES = "plan.yaml", "places.txt"

_PICTURE = re.compile(r"p\S+ (\S+) picture (\S+)")
_JPEG = "/DCTDecode"


class Carried(Value):
    """The content that a file holds.

    Attributes:
        plan: the public plan's text.
        places: where in the book everything stands, as the book was printed.
        pictures: JPEG files by the key of the box that shows them.
    """

    plan: str
    places: str
    pictures: Mapping[str, bytes]


def carried(data: bytes) -> Carried | None:
    """What the PDF in *data* carries; None where it is not ours, or was made without its data."""
    try:
        with opened(data) as file:
            attached = dict(_attached(file))
            plan, places = attached.get(PLAN), attached.get(PLACES)
            if plan is None or places is None:
                return None
            return Carried(plan=plan, places=places, pictures=dict(_pictures(file, places)))
    except (NotPdfError, UnicodeDecodeError):
        return None


def _attached(file: PdfFile) -> Iterator[tuple[str, str]]:
    attachments = file.document.attachments
    for name in (PLAN, PLACES):
        if name in attachments:
            yield name, attachments[name].get_file().read_bytes().decode("utf-8")


def _pictures(file: PdfFile, places: str) -> Iterator[tuple[str, bytes]]:
    shown = {f"/FormXob.{name}": key for key, name in _PICTURE.findall(places)}
    for page in file.pages:
        images: Any = page.get("/Resources", {}).get("/XObject", {})
        for name, image in images.items():
            # Samples without compression are those of a print file, which carries no data.
            if name in shown and str(image.get("/Filter")) == _JPEG:
                yield shown[name], image.read_raw_bytes()
