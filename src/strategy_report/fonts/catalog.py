"""The faces that travel with the program; nothing is taken from the system."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from strategy_report.fonts.face import FontFace

# In a wheel the files lie beside the code, in a checkout at its top level (pyproject.toml,
# force-include).
_IN_WHEEL = Path(__file__).parent.parent / "_fonts"
_IN_CHECKOUT = Path(__file__).parents[3] / "fonts"

FACES = (
    "BIZUDGothic-Regular",
    "BIZUDGothic-Bold",
    "BIZUDPGothic-Regular",
    "BIZUDPGothic-Bold",
)

Catalog = Mapping[str, FontFace]


def font_folder() -> Path:
    """Where the font files are, in the checkout as in the wheel."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT


def open_catalog() -> Catalog:
    """All faces by id. Files are opened at the first glyph asked for.

    Raises:
        FileNotFoundError: the installation lacks a font file.
    """
    folder = font_folder()
    faces = {face_id: FontFace(face_id, folder / f"{face_id}.ttf") for face_id in FACES}
    for face in faces.values():
        if not face.path.is_file():
            raise FileNotFoundError(f"the font file {face.path} is missing from the installation")
    return faces
