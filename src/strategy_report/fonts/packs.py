"""Faces that a town adds for characters that ours lack: names in rare kanji, symbols."""

from __future__ import annotations

from pathlib import Path

from strategy_report.core.diagnostic import Checked, Diagnostic, Severity
from strategy_report.fonts.catalog import Catalog
from strategy_report.fonts.face import FontFace

# Below a content folder.
FONTS = "fonts"
# TrueType outlines: what a PDF's CIDFontType2 is made of.
_TRUE_TYPE = (b"\x00\x01\x00\x00", b"true")


def open_packs(folder: Path, names: tuple[str, ...]) -> Checked[Catalog]:
    """The font files *names* of *folder* as faces, in the order in which they are asked.

    Fonts are only ever read from there, never from the system: a booklet made elsewhere looks the
    same.
    """
    said: list[Diagnostic] = []
    faces: dict[str, FontFace] = {}
    for name in names:
        fault = _fault(folder, name)
        if fault is None:
            face_id = f"{FONTS}/{name}"
            faces[face_id] = FontFace(face_id, folder / name)
        else:
            said.append(
                Diagnostic(
                    code="FNT003",
                    severity=Severity.ERROR,
                    where=None,
                    what=f"edition.yaml の fonts: にある書体「{name}」{fault[0]}。",
                    fix=fault[1],
                )
            )
    return Checked(value=None if said else faces, diagnostics=tuple(said))


def _fault(folder: Path, name: str) -> tuple[str, str] | None:
    if name != Path(name).name or name.startswith(".") or "\\" in name:
        return "は、フォルダーの外を指しています", "ファイルの名前だけを書いてください。"
    path = folder / name
    if path.is_symlink() or not path.is_file():
        return (
            f"が {folder.name}/ にありません",
            f"原稿フォルダーの {folder.name}/ にファイルを置くか、fonts: から消してください。",
        )
    with path.open("rb") as file:
        kind = file.read(4)
    if kind not in _TRUE_TYPE:
        return (
            "は、TrueType の書体ではありません",
            "拡張子が .ttf で、輪郭が TrueType のものを使ってください（IPAmj明朝など）。",
        )
    return None
