"""`check --fix`: mends what is safe in content files: encoding, BOM, line ends, widths."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from strategy_report.content.decode import ENCODING_NAMES, LARGEST_BYTES, UTF8_BOM, encoding_of
from strategy_report.content.folder_files import text_files
from strategy_report.content.line_slips import IsKey
from strategy_report.content.load import record_of
from strategy_report.content.typing_slips import mend_widths
from strategy_report.core.value import Value


class Mended(Value):
    """A content file as it should be saved.

    Attributes:
        changes: what was changed, in Japanese.
    """

    path: Path
    data: bytes
    changes: tuple[str, ...]


def mended_files(folder: Path) -> Iterator[Mended]:
    """Every content file of *folder* that needs mending and can be mended safely."""
    for path in text_files(folder):
        if path.is_symlink() or not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        try:
            before = path.read_bytes()
        except OSError:
            # The check that follows says so.
            continue
        data, changes = mend_bytes(before, record_of(name).knows)
        if changes:
            yield Mended(path=path, data=data, changes=changes)


def mend_bytes(data: bytes, is_key: IsKey) -> tuple[bytes, tuple[str, ...]]:
    """*data* as it should be saved, and what was changed; nothing for clean data.

    Data in an encoding that is not recognised for certain is given back as it is.
    """
    encoding = None if len(data) > LARGEST_BYTES else encoding_of(data)
    if encoding is None:
        return data, ()
    changes: list[str] = []
    if encoding != "utf-8":
        changes.append(f"文字コードを {ENCODING_NAMES[encoding]} から UTF-8 に直しました")
    elif data.startswith(UTF8_BOM):
        changes.append("先頭の見えない印（BOM）を取りました")
    text = data.decode(encoding).removeprefix("\ufeff")
    if "\r" in text:
        changes.append("改行をそろえました")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    mended = mend_widths(text, is_key)
    if mended != text:
        changes.append("「:」と空白の全角を半角に直しました")
    return (mended.encode("utf-8") if changes else data), tuple(changes)
