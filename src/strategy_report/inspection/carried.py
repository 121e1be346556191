"""What a PDF of ours carries along: the public plan, where things stand, the photographs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from hashlib import md5
from typing import Any

from strategy_report.core.value import Value
from strategy_report.inspection.pdf_file import (
    DAMAGE,
    LockedPdfError,
    NotPdfError,
    PdfFile,
    opened,
)

PLAN, PLACES = "plan.yaml", "places.txt"

_PICTURE = re.compile(r"(\S+) picture (Im\w+)$", re.MULTILINE)
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


class Lack(Enum):
    """Why no content can be had of a file."""

    LOCKED = "locked"
    DAMAGED = "damaged"
    NO_CONTENT = "no content"


def carried(data: bytes) -> Carried | Lack:
    """What the PDF in *data* carries; why nothing, where it is not ours or came to harm."""
    try:
        with opened(data) as file:
            attached = dict(_attached(file))
            plan, places = attached.get(PLAN), attached.get(PLACES)
            if plan is not None and places is not None:
                return Carried(plan=plan, places=places, pictures=dict(_pictures(file, places)))
    except LockedPdfError:
        return Lack.LOCKED
    except (NotPdfError, *DAMAGE):
        return Lack.DAMAGED
    return Lack.NO_CONTENT if _ENDS in data[-_TAIL:] else Lack.DAMAGED


# A file that was cut off lacks its end, which readers look for in its last kilobyte.
_ENDS, _TAIL = b"%%EOF", 1024


def _attached(file: PdfFile) -> Iterator[tuple[str, str]]:
    """Our files by name.

    Raises:
        ValueError: one is not what it was when it was attached.
    """
    attachments = file.document.attachments
    for name in (PLAN, PLACES):
        if name in attachments:
            attached = attachments[name].get_file()
            data = attached.read_bytes()
            # What ISO 32000-1, table 46 names; it tells harm, not forgery.
            if attached.md5 and attached.md5 != md5(data, usedforsecurity=False).digest():
                raise ValueError(f"{name} is damaged")
            yield name, data.decode("utf-8")


def _pictures(file: PdfFile, places: str) -> Iterator[tuple[str, bytes]]:
    """JPEG files by the keys of all boxes that show them."""
    shown: dict[str, list[str]] = {}
    for key, name in _PICTURE.findall(places):
        shown.setdefault(name, []).append(key)
    for page in file.pages:
        images: Any = page.get("/Resources", {}).get("/XObject", {})
        for full_name, image in images.items():
            # Older files put a word in front: /FormXob.Im….
            name = full_name.removeprefix("/").removeprefix("FormXob.")
            # Samples without compression are those of a print file, which carries no data.
            if name in shown and str(image.get("/Filter")) == _JPEG:
                data = image.read_raw_bytes()
                yield from ((key, data) for key in shown[name])
