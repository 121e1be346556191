"""A file set in the order in which a browser wants its parts (ISO 32000-1, annex F)."""

from __future__ import annotations

from io import BytesIO

import pikepdf


def linearised(data: bytes) -> bytes:
    """The file in *data* with its first page in front; the same bytes for the same file."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        document.save(
            out,
            linearize=True,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            # Metadata stays as it is: readers look for it in the plain file.
            recompress_flate=False,
        )
    return out.getvalue()
