"""The written name of a photograph's file: below ``content/photos``, and nowhere else."""

from __future__ import annotations

from pathlib import Path

ENDINGS = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
# Names that Windows keeps for devices, whatever their ending.
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10)))
)
_SHOWN = "「machiya.jpg」のように、photos/ の中のファイルの名前だけを書いてください。"


def photo_name(text: str) -> str:
    """*text*, if it is written as a file below the photo folder.

    Raises:
        ValueError: what is wrong, and how to put it right.
    """
    if "\\" in text or ":" in text or text.startswith("/") or "//" in text:
        raise ValueError(f"写真のファイル「{text}」は、photos/ の外を指す書き方です。", _SHOWN)
    parts = text.split("/")
    if any(part in ("", ".", "..") for part in parts):
        raise ValueError(f"写真のファイル「{text}」は、photos/ の外を指す書き方です。", _SHOWN)
    for part in parts:
        if part.split(".")[0].lower() in _RESERVED or part[-1] in ". ":
            raise ValueError(
                f"「{part}」はファイルの名前に使えません。", "別の名前に変えてください。"
            )
    if not text.lower().endswith(ENDINGS):
        raise ValueError(
            f"写真のファイル「{text}」の種類は使えません。",
            "JPEG（.jpg）・PNG（.png）・TIFF（.tif）で保存し直してください。",
        )
    return text


def photo_fault(photos: Path, name: str) -> tuple[str, str] | None:
    """Why *name* below *photos* is no regular file reached without links; None if it is one."""
    path = photos
    for part in name.split("/"):
        path = path / part
        if path.is_symlink():
            return (
                f"写真のファイル「{name}」は、ほかの場所へのリンクです。",
                "リンクではなく、写真そのものを photos/ に置いてください。",
            )
    if not path.exists():
        return (
            f"写真のファイル「{name}」が photos/ にありません。",
            f"{name} を photos/ に置くか、file: の行を消してください（写真準備中の絵になります）。",
        )
    if not path.is_file():
        return (f"「{name}」は写真のファイルではありません。", _SHOWN)
    return None
