"""The colour space of screens as an ICC profile, made here: no file of others is passed on."""

from __future__ import annotations

from struct import pack

# ICC.1:2004-10, 7.2; the date is that of IEC 61966-2-1, which defines sRGB.
_VERSION, _DATE = 0x04200000, (1999, 10, 18, 0, 0, 0)
_D50 = (0.9642, 1.0, 0.8249)
_NAME = "sRGB IEC61966-2.1"
_COPYRIGHT = "No copyright, use freely"
# The primaries of IEC 61966-2-1 and the matrix that leads from its white, D65, to D50 (Bradford).
_PRIMARIES = {
    b"rXYZ": (0.436066, 0.222488, 0.013916),
    b"gXYZ": (0.385147, 0.716873, 0.097076),
    b"bXYZ": (0.143066, 0.060608, 0.714096),
}
_TO_D50 = (
    1.047882,
    0.022919,
    -0.050217,
    0.029587,
    0.990479,
    -0.017059,
    -0.009232,
    0.015076,
    0.751678,
)
# g, a, b, c, d of the curve (a x + b)^g, and c x below d (ICC.1:2004-10, 10.15).
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def srgb_profile() -> bytes:
    """The profile's bytes, always the same."""
    curve = b"para" + pack(">IHH", 0, 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text(_NAME),
        b"cprt": _text(_COPYRIGHT),
        b"wtpt": b"XYZ " + bytes(4) + _fixed(*_D50),
        b"chad": b"sf32" + bytes(4) + _fixed(*_TO_D50),
        **{name: b"XYZ " + bytes(4) + _fixed(*xyz) for name, xyz in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = _tags(tags)
    return _header(128 + len(table) + len(data)) + table + data


def _header(size: int) -> bytes:
    return (
        pack(">I4xI", size, _VERSION)
        + b"mntrRGB XYZ "
        + pack(">6H", *_DATE)
        + b"acsp"
        + bytes(28)
        + _fixed(*_D50)
        + bytes(48)
    )


def _tags(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """The tag table and what it leads to; like contents are held once."""
    at = 128 + 4 + 12 * len(tags)
    table = [pack(">I", len(tags))]
    places: dict[bytes, int] = {}
    data = b""
    for name, content in tags.items():
        if content not in places:
            places[content] = at + len(data)
            data += content + bytes(-len(content) % 4)
        table.append(name + pack(">II", places[content], len(content)))
    return b"".join(table), data


def _text(text: str) -> bytes:
    """A multi-localised text with one entry (10.13)."""
    words = text.encode("utf-16-be")
    return b"mluc" + pack(">4xII4sII", 1, 12, b"enUS", len(words), 28) + words


def _fixed(*numbers: float) -> bytes:
    """s15Fixed16Number, each (4.6)."""
    return b"".join(pack(">i", round(number * 65536)) for number in numbers)
