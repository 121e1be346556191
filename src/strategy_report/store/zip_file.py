"""Files as one ZIP, the same bytes for the same files."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# A ZIP's oldest date: the same files make the same ZIP, whenever.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    """*files*, by their names, in a *folder* of a ZIP, in their order."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, data in files.items():
            entry = ZipInfo(f"{folder}/{name}", _NO_DATE)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, _READABLE
            archive.writestr(entry, data)
    return written.getvalue()
