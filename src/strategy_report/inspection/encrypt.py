"""A finished file that only a password opens (AES-256, ISO 32000-2, 7.6)."""

from __future__ import annotations

from io import BytesIO
from secrets import token_urlsafe


def encrypted(data: bytes, password: str) -> bytes:
    """The file in *data*, whole and unchanged, behind *password*.

    Whoever opens it may print, copy, comment, and have it read aloud; pages stay as they are.
    qpdf takes salts, key and initial vectors from the system's source of chance: two runs give
    different bytes, and neither is weaker for being the same.
    """
    # A twentieth of a second to import, which copies without a password do without.
    import pikepdf

    allowed = pikepdf.Permissions(
        accessibility=True, modify_assembly=False, modify_form=False, modify_other=False
    )
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        document.save(
            out,
            # Nobody has the other password, that would lift these limits: a copy without them is
            # made from the content.
            encryption=pikepdf.Encryption(
                owner=token_urlsafe(32), user=password, R=6, aes=True, metadata=True, allow=allowed
            ),
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
            recompress_flate=False,
        )
    return out.getvalue()
