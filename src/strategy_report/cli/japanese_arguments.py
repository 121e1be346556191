"""argparse, speaking Japanese."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from strategy_report.core.length import Length, mm
from strategy_report.core.near import nearest

# argparse's own words, and what an officer reads instead; each takes what stands behind the words.
_MESSAGES = (
    ("unrecognized arguments: ", "「{}」は使えません。綴りを確かめてください。"),
    ("the following arguments are required: ", "「{}」が足りません。書き足してください。"),
)


class JapaneseParser(argparse.ArgumentParser):
    """A parser whose help and errors are in Japanese; an error ends with exit code 2."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        # A cut-off option would do what a later version means by it.
        super().__init__(*args, add_help=False, allow_abbrev=False, **kwargs)  # type: ignore[arg-type, misc]
        self._positionals.title = "書くもの"
        self._optionals.title = "選べるもの"
        self.add_argument("-h", "--help", action="help", help="この説明を出します")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "書き方:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "書き方:", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command, and end with exit code 2."""
        print(f"命令の書き方が違います: {_in_japanese(message, self._known())}", file=sys.stderr)
        print(f"「{self.prog} --help」で書き方が出ます。", file=sys.stderr)
        sys.exit(2)

    def _known(self) -> tuple[str, ...]:
        """Every option of this parser and of its verbs."""
        parsers: list[argparse.ArgumentParser] = [self]
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                parsers.extend(action.choices.values())
        return tuple(
            option
            for parser in parsers
            for action in parser._actions
            for option in action.option_strings
        )


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


def _in_japanese(message: str, known: tuple[str, ...]) -> str:
    for english, japanese in _MESSAGES:
        if message.startswith(english):
            given = message.removeprefix(english)
            return japanese.format(given) + _meant(given, known)
    option, _, reason = message.removeprefix("argument ").partition(": ")
    if not reason.isascii() and reason.endswith("。"):
        return reason
    if reason.startswith("expected"):
        return f"「{option}」のあとに値を書いてください。"
    if reason.startswith("invalid choice"):
        given = reason.split("'")[1] if "'" in reason else ""
        choices = reason.partition("(choose from ")[2].rstrip(")").replace("'", "")
        meant = _meant(given, tuple(choices.split(", ")))
        return f"「{given}」は選べません。{choices} のどれかを書いてください。{meant}"
    return f"「{option}」の書き方を確かめてください。"


def _meant(given: str, known: tuple[str, ...]) -> str:
    near = nearest(given, known) if len(given) > 2 else None
    return f"「{near}」ではありませんか。" if near else ""


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


CONTENT = Path("content")


def add_content(parser: argparse.ArgumentParser) -> None:
    """The folder that a verb reads."""
    parser.add_argument(
        "content",
        nargs="?",
        type=Path,
        default=CONTENT,
        metavar="原稿フォルダー",
        help="edition.yaml のあるフォルダー（書かなければ content）",
    )
