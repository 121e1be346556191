"""argparse, speaking Japanese."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from strategy_report.core.near import nearest

# What Word and input methods make of a hyphen.
_DASHES = re.compile("[-‐‑‒–—―−－ー─]+")
_IDEOGRAPHIC_SPACE = "\u3000"


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Leaves an epilog as it is, and every verb beside its words."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        # argparse forgets that verbs are set in by two steps.
        self._action_max_length = 4 + len("distribute") + 2


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

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """What *arguments* ask for; what no keyboard of its own would have typed is refused."""
        for argument in arguments:
            meant = self._meant_by(argument)
            if meant != argument:
                self._refuse(f"「{argument}」は、半角で「{meant}」と打ってください。")
        return self.parse_args(arguments)

    def _meant_by(self, argument: str) -> str:
        """*argument*, or the option, or the words, that were meant by it."""
        parts = argument.split(_IDEOGRAPHIC_SPACE)
        if len(parts) > 1 and (parts[0] in self._verbs() or parts[0].startswith("-")):
            return " ".join(parts)
        name = _DASHES.sub("", argument, count=1)
        option = ("--" if len(name) > 1 else "-") + name
        is_dashed = not argument.startswith("-") and _DASHES.match(argument)
        return option if is_dashed and option in self._known() else argument

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command, and end with exit code 2."""
        self._refuse(_in_japanese(message, self._known()))

    def _refuse(self, what: str) -> NoReturn:
        print(f"命令の書き方が違います: {what}", file=sys.stderr)
        print(f"「{self.prog} --help」で書き方が出ます。", file=sys.stderr)
        sys.exit(2)

    def _verbs(self) -> dict[str, argparse.ArgumentParser]:
        return {
            name: parser
            for action in self._actions
            if isinstance(action, argparse._SubParsersAction)
            for name, parser in action.choices.items()
        }

    def _known(self) -> tuple[str, ...]:
        """Every option of this parser and of its verbs."""
        return tuple(
            option
            for parser in (self, *self._verbs().values())
            for action in parser._actions
            for option in action.option_strings
        )


def _in_japanese(message: str, known: tuple[str, ...]) -> str:
    """Argparse's own *message*, as an officer reads it."""
    words, _, given = message.partition(": ")
    if words == "unrecognized arguments":
        return _too_much(given, known)
    if words == "the following arguments are required":
        return f"「{given}」が足りません。書き足してください。"
    option, _, reason = message.removeprefix("argument ").partition(": ")
    if not reason.isascii() and reason.endswith("。"):
        return reason
    if reason.startswith("expected"):
        return f"「{option}」のあとに値を書いてください。"
    if reason.startswith("invalid choice"):
        return _not_chosen(reason)
    return f"「{option}」の書き方を確かめてください。"


def _not_chosen(reason: str) -> str:
    given = reason.split("'")[1] if "'" in reason else ""
    choices = reason.partition("(choose from ")[2].rstrip(")").replace("'", "")
    meant = _meant(given, (*choices.split(", "), *_HELP))
    return f"「{given}」は選べません。{choices} のどれかを書いてください。{meant}"


def _too_much(given: str, known: tuple[str, ...]) -> str:
    first = given.split()[0].partition("=")[0]
    if first in known:
        return f"「{first}」は、この命令では使えません（ほかの命令に書く言葉です）。"
    if given.startswith("-"):
        return f"「{given}」は使えません。綴りを確かめてください。{_meant(first, known)}"
    return f"「{given}」は余分です。空白のある名前は、全体を半角の引用符で囲んでください。"


# What some type where a verb is asked for.
_HELP = ("--help",)


def _meant(given: str, known: tuple[str, ...]) -> str:
    near = nearest(given, known) if len(given) > 2 else None
    return f"「{near}」ではありませんか。" if near else ""


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
