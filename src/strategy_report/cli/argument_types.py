"""What may stand behind an option: each reads the words that were typed, or says what to type.

argparse calls them as the type of an argument; what they raise is told by `JapaneseParser`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from strategy_report.core.length import Length, mm


def pdf_path(text: str) -> Path:
    """*text* as the name of a PDF to be written: a slip must not cost another file.

    Raises:
        argparse.ArgumentTypeError: it is none; the message is in Japanese.
    """
    path = Path(text)
    if path.is_dir():
        raise argparse.ArgumentTypeError(
            f"{path} はフォルダーです。{path / '冊子.pdf'} のように、PDF の名前まで書いてください。"
        )
    if path.suffix.lower() != ".pdf":
        raise argparse.ArgumentTypeError(
            f"{path} は PDF の名前ではありません。{path.with_suffix('.pdf')} のように、"
            ".pdf で終わる名前にしてください。"
        )
    return path


def bundle_path(text: str) -> Path:
    """*text* as the name of a ZIP or of a folder that several files are to come into.

    Raises:
        argparse.ArgumentTypeError: it is another file's; the message is in Japanese.
    """
    path = Path(text)
    if not path.name:
        raise argparse.ArgumentTypeError(
            f"{path} はすでにあるフォルダーです。"
            f"{path / 'まとめ.zip'} のように、名前まで書いてください。"
        )
    if path.suffix.lower() in _NO_BUNDLES:
        raise argparse.ArgumentTypeError(
            f"{path} は1つのファイルの名前ですが、出来るのはいくつかのファイルです。"
            f"ZIP にするなら {path.with_suffix('.zip')}、"
            f"フォルダーにするなら {path.with_suffix('')} と書いてください。"
        )
    return path


_NO_BUNDLES = (".pdf", ".csv", ".xlsx", ".docx", ".7z", ".lzh", ".rar", ".tar", ".gz", ".tgz")


def errata_path(text: str) -> Path:
    """*text* as the name of a 正誤表 to be written, on paper or for the web.

    Raises:
        argparse.ArgumentTypeError: it is neither's; the message is in Japanese.
    """
    path = Path(text)
    if path.suffix.lower() not in _ERRATA_ENDINGS or path.is_dir():
        raise argparse.ArgumentTypeError(
            f"{path} は正誤表の名前ではありません。"
            f"{path.with_suffix('.pdf')} か {path.with_suffix('.html')} のように書いてください。"
        )
    return path


_ERRATA_ENDINGS = (".pdf", ".html", ".htm")


def resolution(text: str) -> int:
    """*text* as pixels an inch.

    Raises:
        argparse.ArgumentTypeError: it is none that shows anything; the message is in Japanese.
    """
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 72 <= number <= 600:
        raise argparse.ArgumentTypeError(
            f"写真の細かさ「{text}」は 72 から 600 までの整数ではありません。"
        )
    return number


def paper_thickness(text: str) -> Length:
    """*text* as the thickness of a paper in millimetres.

    Raises:
        argparse.ArgumentTypeError: it is none; the message is in Japanese.
    """
    try:
        thickness = mm(float(text))
    except (ValueError, OverflowError):
        thickness = mm(-1)
    if not mm("0.03") <= thickness <= mm(1):
        raise argparse.ArgumentTypeError(
            f"紙の厚さ「{text}」は 0.03 から 1 までの数ではありません。"
            "コピー用紙は 0.09、コート紙 110kg は 0.1 くらいです。"
        )
    return thickness


# Names that mean something else to a press (ISO 32000-1, 8.6.6.4).
_NO_SPOT_INKS = frozenset(("all", "none", "cyan", "magenta", "yellow", "black"))


def spot_name(text: str) -> str:
    """*text* as the name of an ink of its own.

    Raises:
        argparse.ArgumentTypeError: it is none; the message is in Japanese.
    """
    name = text.strip()
    if not name or len(name) > 40 or not name.isprintable() or name.lower() in _NO_SPOT_INKS:
        raise argparse.ArgumentTypeError(
            f"「{text}」は特色の名前ではありません。色見本帳にある名前（例: DIC-641s）を"
            "書いてください。墨1色なら --ink gray です。"
        )
    return name


def standard_name(text: str) -> str:
    """「4」 for 「X-4」 and 「PDF/X-4」: without what all standards' names begin with."""
    return text.lower().removeprefix("pdf/").removeprefix("x").removeprefix("-")
