"""Printing conditions: what ink on paper looks like, as an ICC profile states it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from strategy_report.core.value import Value

FOGRA39_FILE = Path(__file__).parent / "profiles" / "FOGRA39L_coated.icc"
# ICC.1:2010, 7.2: signature, device class and colour space of the header.
_SIGNATURE_AT, _CLASS_AT, _SPACE_AT = slice(36, 40), slice(12, 16), slice(16, 20)
_HEADER_BYTES = 128


class PrintCondition(Value):
    """A printing condition by its name, and the profile that describes it.

    Attributes:
        name: as output intents name it, e.g. ``FOGRA39``.
        icc: bytes of a CMYK output profile.
    """

    name: str
    icc: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the profile, in hex."""
        return sha256(self.icc).hexdigest()

    def __repr__(self) -> str:
        return f"PrintCondition({self.name}, {self.digest[:12]})"


def fogra39() -> PrintCondition:
    """Offset on coated paper (ISO 12647-2:2004), which ships with the package."""
    return PrintCondition(name="FOGRA39", icc=FOGRA39_FILE.read_bytes())


def profile_fault(icc: bytes) -> str:
    """Why *icc* cannot be the profile of a press, in Japanese; empty where it can."""
    if len(icc) < _HEADER_BYTES or icc[_SIGNATURE_AT] != b"acsp":
        return "ICC プロファイルではありません"
    if int.from_bytes(icc[:4], "big") != len(icc):
        return "途中で切れています"
    if icc[_SPACE_AT] != b"CMYK":
        space = icc[_SPACE_AT].decode("latin-1").strip()
        return f"CMYK ではなく {space} のプロファイルです"
    if icc[_CLASS_AT] != b"prtr":
        return "印刷機（出力装置）のプロファイルではありません"
    return ""
