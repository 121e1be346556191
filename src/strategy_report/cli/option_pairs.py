"""Options that mean nothing without, or beside, another: told, and never ignored."""

from __future__ import annotations

import argparse
import sys

# By the name that argparse keeps an option under; what an option has where it was not written.
_UNWRITTEN = {"ink": "color", "purpose": "screen"}
_WRITTEN_AS = {"purpose": "--for print", "printers_of": "--content"}
_NEEDS = {
    "pdfx": "purpose",
    "printer": "purpose",
    "printers_of": "purpose",
    "ink": "purpose",
    "spot": "purpose",
    "against": "proof",
    "line_numbers": "proof",
    "duplex": "pages",
}
_EXCLUDES = {
    "purpose": ("watch", "proof", "no_data", "pdf20", "resolution"),
    "proof": ("watch",),
    "spot": ("ink",),
}


def told_misfit(options: argparse.Namespace) -> bool:
    """Whether the options do not go together; then it is said what to write instead."""
    return told_wrong(options.verb, misfit(options))


def told_wrong(verb: str, wrong: str) -> bool:
    """Whether anything is *wrong* with a command that was typed; then it is said."""
    if wrong:
        print(f"命令の書き方が違います: {wrong}", file=sys.stderr)
        print(f"「strategy-report {verb} --help」で書き方が出ます。", file=sys.stderr)
    return bool(wrong)


def misfit(options: argparse.Namespace) -> str:
    """What is wrong with the options together, in Japanese; empty: nothing.

    An option that was left aside in silence would give a file that is not what was ordered:
    `--pdfx 1a` alone, a file in RGB.
    """
    for one, needed in _NEEDS.items():
        if (
            hasattr(options, needed)
            and _is_written(options, one)
            and not _is_written(options, needed)
        ):
            return f"{_named(one)} は {_named(needed)} といっしょに書いてください。"
    for one, others in _EXCLUDES.items():
        for other in others:
            if _is_written(options, one) and _is_written(options, other):
                return f"{_named(other)} と {_named(one)} は、いっしょには使えません。"
    return ""


def _is_written(options: argparse.Namespace, name: str) -> bool:
    # Verbs share some options, and none has all of them.
    value = getattr(options, name, None)
    return value is not None and value is not False and value != _UNWRITTEN.get(name)


def _named(name: str) -> str:
    return _WRITTEN_AS.get(name, "--" + name.replace("_", "-"))
