"""The faces that travel with the program; nothing is taken from the system."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import file_digest
from pathlib import Path
from threading import Thread

from strategy_report.core.diagnostic import Diagnostic, error
from strategy_report.fonts.face import FontFace

# In a wheel the files lie beside the code, in a checkout at its top level (pyproject.toml,
# force-include).
_IN_WHEEL = Path(__file__).parent.parent / "_fonts"
_IN_CHECKOUT = Path(__file__).parents[3] / "fonts"

# SHA-256 of each face's file: what was read and found good was set in these versions.
FACES: Mapping[str, str] = {
    "BIZUDGothic-Regular": "1e190f86ee44b54e999a02c3cd34c4fd4805aa1e9b08849332c3b573c8c869fc",
    "BIZUDGothic-Bold": "d4ac5302ab946ef8b81c6a11afc6ed553b4b4d4964ead16460fb53168e4724ae",
    "BIZUDPGothic-Regular": "8d4fd9568ad662d9eb1bc8ca8663dcd76a6336373e3e3f32d634978db4c7388e",
    "BIZUDPGothic-Bold": "4148bfdc5da1f32b9e20b2ca25c26da409f4594b8c31da8d3f0d04628793adc4",
}

# BIZ UDPGothic Regular 1.05 draws these two with each other's glyph.
_MISTAKEN: Mapping[str, Mapping[str, str]] = {"BIZUDPGothic-Regular": {"≤": "≥", "≥": "≤"}}

Catalog = Mapping[str, FontFace]


def font_folder() -> Path:
    """Where the font files are, in the checkout as in the wheel."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT


def open_catalog(folder: Path | None = None) -> Catalog:
    """All faces by id, from *folder* or where the program has them.

    Files are opened at the first glyph asked for; `font_faults` tells whether they can be.
    """
    place = font_folder() if folder is None else folder
    return {
        face_id: FontFace(face_id, place / f"{face_id}.ttf", _MISTAKEN.get(face_id, {}))
        for face_id in FACES
    }


def font_faults(catalog: Catalog) -> tuple[Diagnostic, ...]:
    """Errors for files that are missing, damaged or of another version.

    With another version lines would end elsewhere than in the edition that was read and found
    good, or characters would be drawn wrong.
    """
    found = ((face, _fault(face.path, FACES[face_id])) for face_id, face in catalog.items())
    return tuple(
        error(
            "FNT002",
            None,
            f"書体のファイル {face.path.name} {fault}。",
            "このソフトを入れ直してください（オフライン版は install.cmd をもう一度実行）。"
            f"書体は {face.path.parent} にあります。",
        )
        for face, fault in found
        if fault
    )


class FontCheck:
    """`font_faults`, looked for beside other work: twenty million bytes are hashed meanwhile."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._found: tuple[Diagnostic, ...] | None = None
        self._looking = Thread(target=self._look, daemon=True)
        self._looking.start()

    def faults(self) -> tuple[Diagnostic, ...]:
        """What was found; waits until all is looked at."""
        self._looking.join()
        if self._found is None:
            self._look()
        return self._found or ()

    def _look(self) -> None:
        self._found = font_faults(self._catalog)


def _fault(path: Path, sha256: str) -> str:
    try:
        with path.open("rb") as file:
            found = file_digest(file, "sha256").hexdigest()
    except OSError:
        return "が見つからないか、読めません"
    return "" if found == sha256 else "が壊れているか、版が違います"
