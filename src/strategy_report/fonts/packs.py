"""Faces that a town adds for characters that ours lack: names in rare kanji, symbols.

A pack is a font file below `fonts/` of a content folder, or a folder there with several. None is
needed to build a booklet whose characters our own faces have.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from strategy_report.core.diagnostic import Checked, Diagnostic, error
from strategy_report.core.value import Value
from strategy_report.fonts.catalog import Catalog
from strategy_report.fonts.face import FontFace

# Below a content folder.
FONTS = "fonts"
# Beside font files, in the form of sha256sum: which version of each was read and found good.
SUMS = "SHA256SUMS"
_ENDINGS = frozenset((".ttf", ".otf", ".ttc", ".otc"))
_OUTLINES = frozenset(("glyf", "CFF "))
_NEEDED = frozenset(("OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "post"))
# OS/2 fsType: the licence forbids a document to carry the face (OpenType specification).
_FS_TYPE, _RESTRICTED, _USAGE = 8, 0x0002, 0x000F


class _Fault(Value, kw_only=False):
    """What is wrong, as the end of a sentence, and what to do about it."""

    what: str
    fix: str


def open_packs(folder: Path, names: tuple[str, ...]) -> Checked[Catalog]:
    """The packs *names* of *folder* as faces, in the order in which they are asked.

    A name is a font file's, one of a collection's with its number (``a.ttc#1``), or a folder's.
    Fonts are only ever read from there, never from the system: a booklet made elsewhere looks the
    same.
    """
    said: list[Diagnostic] = []
    faces: dict[str, FontFace] = {}
    for name in names:
        for found in _opened(folder, name):
            if isinstance(found, FontFace):
                faces[found.face_id] = found
            else:
                said.append(_told(name, found))
    return Checked(value=None if said else faces, diagnostics=tuple(said))


def packs_with(folder: Path, text: str) -> tuple[str, ...]:
    """Names of the packs in *folder*, asked for or not, that have a glyph for *text*."""
    if not folder.is_dir():
        return ()
    names = sorted(path.name for path in folder.iterdir() if path.is_dir() or _is_font(path))
    return tuple(
        name
        for name in names
        if any(isinstance(face, FontFace) and face.glyph(text) for face in _opened(folder, name))
    )


def _opened(folder: Path, name: str) -> Iterator[FontFace | _Fault]:
    """The faces of one pack, or what is wrong with it."""
    file, _, number = name.partition("#")
    path = folder / file
    if file != Path(file).name or file.startswith(".") or "\\" in file:
        yield _Fault(
            "は、フォルダーの外を指しています", "ファイルかフォルダーの名前だけを書いてください。"
        )
    elif path.is_symlink() or not path.exists():
        yield _Fault(
            f"が {folder.name}/ にありません",
            f"原稿フォルダーの {folder.name}/ にファイルを置くか、fonts: から消してください。",
        )
    elif path.is_dir():
        files = sorted(inner for inner in path.iterdir() if _is_font(inner))
        if not files:
            yield _Fault("のフォルダーに書体がありません", "書体のファイルを入れてください。")
        for inner in files:
            yield _face(inner, f"{name}/{inner.name}", 0)
    elif number and not (number.isascii() and number.isdigit()):
        yield _Fault("の「#」のあとが数字ではありません", "a.ttc#1 のように番号を書いてください。")
    else:
        yield _face(path, name, int(number or 0))


def _is_font(path: Path) -> bool:
    return path.suffix.lower() in _ENDINGS and path.is_file() and not path.is_symlink()


def _face(path: Path, name: str, index: int) -> FontFace | _Fault:
    if not _is_as_listed(path):
        return _Fault(
            f"のファイル {path.name} は壊れているか、{SUMS} に書いてある版と違います",
            f"配布元のファイルを入れ直すか、{path.parent.name}/{SUMS} を直してください。",
        )
    face = FontFace(f"{FONTS}/{name}", path, index=index)
    source = face.opened()
    tags = frozenset(source.table_tags)
    if _OUTLINES.isdisjoint(tags) or not tags >= _NEEDED:
        return _Fault(
            "は、TrueType か OpenType の書体ではありません",
            "拡張子が .ttf、.otf、.ttc、.otc の書体を使ってください（IPAmj明朝、Noto Sans CJK JP"
            " など）。",
        )
    usage = source.reference_table("OS/2").data[_FS_TYPE + 1] & _USAGE
    if usage == _RESTRICTED:
        return _Fault(
            "は、文書に埋め込むことが使用許諾で禁じられています",
            "埋め込みを許している書体（IPAmj明朝、Noto Sans CJK JP など）を使ってください。",
        )
    return face


def _is_as_listed(path: Path) -> bool:
    """Whether the file is the one whose hash stands beside it; where none does, any is."""
    try:
        lines = (path.parent / SUMS).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return True
    listed = {
        name.lstrip(" *"): sha256 for sha256, _, name in (line.partition(" ") for line in lines)
    }
    if path.name not in listed:
        return True
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == listed[path.name].lower()


def _told(name: str, fault: _Fault) -> Diagnostic:
    return error(
        "FNT003",
        None,
        f"edition.yaml の fonts: にある書体「{name}」{fault.what}。",
        fault.fix,
    )
