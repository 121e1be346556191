"""argparse, speaking Japanese."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

# argparse's own words, and what an officer reads instead; each takes what stands behind the words.
_MESSAGES = (
    ("unrecognized arguments: ", "「{}」は使えません。綴りを確かめてください。"),
    ("the following arguments are required: ", "「{}」が足りません。書き足してください。"),
)


class JapaneseParser(argparse.ArgumentParser):
    """A parser whose help and errors are in Japanese; an error ends with exit code 2."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, add_help=False, **kwargs)  # type: ignore[arg-type, misc]
        self._positionals.title = "書くもの"
        self._optionals.title = "選べるもの"
        self.add_argument("-h", "--help", action="help", help="この説明を出します")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "書き方:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "書き方:", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command, and end with exit code 2."""
        print(f"命令の書き方が違います: {_in_japanese(message)}", file=sys.stderr)
        print(f"「{self.prog} --help」で書き方が出ます。", file=sys.stderr)
        sys.exit(2)


def _in_japanese(message: str) -> str:
    for english, japanese in _MESSAGES:
        if message.startswith(english):
            return japanese.format(message.removeprefix(english))
    option, _, reason = message.removeprefix("argument ").partition(": ")
    if reason.startswith("expected"):
        return f"「{option}」のあとに値を書いてください。"
    if reason.startswith("invalid choice"):
        given = reason.split("'")[1] if "'" in reason else ""
        choices = reason.partition("(choose from ")[2].rstrip(")").replace("'", "")
        return f"「{given}」は選べません。{choices} のどれかを書いてください。"
    return f"「{option}」の書き方を確かめてください。"
