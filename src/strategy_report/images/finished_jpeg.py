"""Whether a JPEG file is as this program writes them: it then goes into a file as it is.

So a photograph taken out of a PDF and put into one again is the same to the byte, and one that
was already cut to its frame loses nothing to a second compression.
"""

from __future__ import annotations

from collections.abc import Iterator

_START, _SCAN = 0xD8, 0xDA
_JFIF = 0xE0
# Baseline and progressive frames; quantisation and Huffman tables; restart interval.
_PLAIN = frozenset((_JFIF, 0xC0, 0xC2, 0xC4, 0xDB, 0xDD))
_FRAMES = (0xC0, 0xC2)
_SAMPLES = {1: "L", 3: "RGB"}


def finished_mode(data: bytes) -> str | None:
    """``L`` or ``RGB``, where *data* says nothing of camera, place, author or colour profile.

    None for anything else: metadata, comments, CMYK, a profile, a damaged head.
    """
    mode = None
    for marker, segment in _segments(data):
        if marker == _SCAN:
            return mode
        if marker not in _PLAIN or (marker == _JFIF and not segment.startswith(b"JFIF\0")):
            return None
        if marker in _FRAMES:
            mode = _SAMPLES.get(segment[5]) if len(segment) > 5 and segment[0] == 8 else None
    return None


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Markers and what they hold, up to the first scan."""
    if data[:2] != bytes((0xFF, _START)):
        return
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        yield data[at + 1], data[at + 4 : at + 2 + length]
        if data[at + 1] == _SCAN:
            return
        at += 2 + max(length, 2)
