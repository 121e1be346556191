"""From what an author wrote to a file inside the content's photo folder, or a refusal.

A path is only ever a few names below the folder: no way up, no link out of it, no other drive,
host or device, no address on the web, and no file that is not a plain one.
"""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path
from unicodedata import category, normalize

from strategy_report.core.near import nearest
from strategy_report.images.problem import PhotoProblem

# Where photographs lie in a content folder.
PHOTOS = "photos"
ENDINGS = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
# Names that are devices on Windows, whatever ending they have.
_DEVICES = frozenset(("CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"))
_PORTS = frozenset(f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³")
_MOST_NAMED = 5


def resolve_photo(root: Path, written: str) -> Path | PhotoProblem:
    """The file that *written* names below the folder *root*; it is there and is a plain file.

    Names are compared in NFC, since macOS hands out decomposed ones.
    """
    problem = refused_photo(written)
    if problem is not None:
        return problem
    folder = path = root.resolve()
    for name in written.split("/"):
        found = _entry(path, name)
        if found is None:
            return _missing(root, written)
        path = found
    # A link or a junction on the way leads elsewhere: then the real path differs.
    if path.resolve() != path or not path.is_relative_to(folder):
        return PhotoProblem(
            code="IMG001",
            what=f"写真「{written}」は、フォルダー {root.name} の外を指すリンクです。",
            fix=f"リンクではなく、写真のファイルそのものを {root.name} に入れてください。",
        )
    if not stat.S_ISREG(path.lstat().st_mode):
        return PhotoProblem(
            code="IMG003",
            what=f"「{written}」は写真のファイルではありません（フォルダーなど）。",
            fix="写真のファイル名まで書いてください（例：festival.jpg）。",
        )
    return path


def refused_photo(written: str) -> PhotoProblem | None:
    """Why *written* cannot be the name of a photograph's file, whichever files there are."""

    def refusal(what: str, fix: str) -> PhotoProblem:
        return PhotoProblem(code="IMG001", what=f"写真「{_shown(written)}」は{what}", fix=fix)

    if any(category(character) in ("Cc", "Cf", "Cs", "Cn") for character in written):
        return refusal("、目に見えない文字を含んでいます。", "ファイル名を打ち直してください。")
    if ":" in written or written.startswith(("\\\\", "//")):
        return refusal(
            "、ほかのドライブ、サーバー、ウェブを指しています。",
            "写真を photos/ に入れて、そのファイル名だけを書いてください。",
        )
    if "\\" in written:
        fixed = written.replace("\\", "/")
        return refusal(
            "、区切りに \\ を使っています。", f"「{fixed}」のように / で区切ってください。"
        )
    if written.startswith(("/", "~")) or ".." in written.split("/"):
        return refusal(
            "、photos/ の外を指しています。",
            "写真を photos/ に入れて、そのファイル名だけを書いてください。",
        )
    return _refused_name(written)


def _refused_name(written: str) -> PhotoProblem | None:
    for name in written.split("/"):
        stem = name.split(".", 1)[0].rstrip(" ").upper()
        if not name or name == "." or name != name.strip(" ") or name.endswith("."):
            return PhotoProblem(
                code="IMG001",
                what=f"写真「{written}」は、名前の前後に余分な空白、点、/ があります。",
                fix="ファイル名だけを書いてください（例：festival.jpg）。",
            )
        if stem in _DEVICES | _PORTS:
            return PhotoProblem(
                code="IMG001",
                what=f"写真の名前「{name}」は Windows では使えません。",
                fix="ファイル名を変えてください（例：festival.jpg）。",
            )
    if "." not in normalize("NFKC", written):
        return PhotoProblem(
            code="IMG005",
            what=f"写真「{written}」に、種類（.jpg など）がありません。",
            fix=f"「{written}.jpg」のように、終わりまで書いてください。使えるのは"
            " JPEG（.jpg）・PNG（.png）・TIFF（.tif）です（エクスプローラーの「表示」で"
            "「ファイル名拡張子」を選ぶと見えます）。",
        )
    if not written.lower().endswith(ENDINGS):
        return PhotoProblem(
            code="IMG005",
            what=f"写真「{written}」の種類は使えません。",
            fix="JPEG（.jpg）・PNG（.png）・TIFF（.tif）で保存し直してください。",
        )
    return None


def _entry(folder: Path, name: str) -> Path | None:
    """The entry of *folder* called *name*."""
    names = _names_in(folder)
    if name in names:
        return folder / name
    wanted = normalize("NFC", name)
    return next((folder / found for found in names if normalize("NFC", found) == wanted), None)


def _missing(root: Path, written: str) -> PhotoProblem:
    meant = _meant(written, _photos_below(root))
    if meant:
        fix = f"「{meant}」ではありませんか。大文字と小文字も同じに書いてください。"
    else:
        fix = f"{root.name}/ に入れるか、file: の行を消してください（写真準備中の絵になります）。"
        there = [name for name in _names_in(root) if name.lower().endswith(ENDINGS)]
        if there:
            more = "…" if len(there) > _MOST_NAMED else ""
            fix += f"いまある写真は {', '.join(there[:_MOST_NAMED])}{more} です。"
    return PhotoProblem(
        code="IMG002", what=f"写真「{written}」が {root.name}/ にありません。", fix=fix
    )


def _meant(written: str, there: Sequence[str]) -> str | None:
    """Which photograph was meant: in other capitals, in full width, of another kind, misspelt."""
    by_path = {_folded(path): path for path in there}
    by_name = {folded.rpartition("/")[2]: path for folded, path in by_path.items()}
    by_stem = {name.rpartition(".")[0]: path for name, path in by_name.items()}
    wanted = _folded(written)
    name = wanted.rpartition("/")[2]
    stem = name.rpartition(".")[0]
    # Of two letters, any two are like any others.
    near = nearest(stem, by_stem) if len(stem) > 2 else None
    return by_path.get(wanted) or by_name.get(name) or by_stem.get(stem) or by_stem.get(near or "")


def _folded(name: str) -> str:
    return normalize("NFKC", name).casefold()


def _photos_below(root: Path) -> list[str]:
    paths = (path for path in root.rglob("*") if path.name.lower().endswith(ENDINGS))
    return sorted(path.relative_to(root).as_posix() for path in paths)


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def _shown(written: str) -> str:
    """*written* with what cannot be seen, or could lie, told by its number."""
    return "".join(
        f"<U+{ord(character):04X}>" if category(character)[0] == "C" else character
        for character in written
    )
