"""SOURCE_DATE_EPOCH: the moment that files say they were made at, where somebody sets one."""

from __future__ import annotations

import os

# Of the year 9999, the last that a PDF can write.
_LAST_SECOND = 253_402_300_799


class WrongEpochError(Exception):
    """The variable is no number of seconds; the message is in Japanese."""


def source_date() -> int | None:
    """SOURCE_DATE_EPOCH, if it is set.

    Raises:
        WrongEpochError: it is no number of seconds.
    """
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    digits = text.isascii() and text.isdigit() and len(text) <= 12
    if text and not (digits and int(text) <= _LAST_SECOND):
        raise WrongEpochError(
            "環境変数 SOURCE_DATE_EPOCH は、1970年からの秒数（半角の数字）で書いてください。"
        )
    return int(text) if text else None
