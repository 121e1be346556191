"""Names that every file system takes, and comes back with unchanged."""

from __future__ import annotations

from unicodedata import category, normalize

# Naming Files, Paths, and Namespaces (Microsoft): what a name may not hold, and may not be.
_FORBIDDEN = frozenset('\\/:*?"<>|')
_DEVICES = frozenset(("CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"))
_PORTS = frozenset(f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³")
# ext4 takes 255 bytes; a part's or a lock's name is longer than the file's.
_MOST_BYTES = 200


def safe_file_name(text: str) -> str:
    """*text* as the name of one file: NFC, at most 200 bytes, nothing Windows refuses.

    The ending (behind the last full stop) survives where the name must be cut.
    """
    plain = "".join(_safe(character) for character in normalize("NFC", text))
    plain = _shortened(plain.strip(" ").rstrip(". "))
    if not plain or set(plain) == {"."}:
        return "_"
    stem = plain.split(".", 1)[0].rstrip(" ").upper()
    return "_" + plain if stem in _DEVICES | _PORTS else plain


def name_key(name: str) -> str:
    """Equal for two names that some file system takes for the same."""
    return normalize("NFC", normalize("NFC", name).casefold())


def _safe(character: str) -> str:
    # Controls, and what a text cannot be written with or could lie with (bidi marks).
    if character in _FORBIDDEN or category(character) in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp"):
        return "_"
    return character


def _shortened(name: str) -> str:
    if len(name.encode()) <= _MOST_BYTES:
        return name
    stem, dot, ending = name.rpartition(".")
    tail = dot + ending if stem and len(ending.encode()) <= 16 else ""
    room = _MOST_BYTES - len(tail.encode())
    kept = name.encode()[:room].decode(errors="ignore").rstrip(". ")
    return kept + tail
