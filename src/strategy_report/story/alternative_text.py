"""What is read in place of an indicator's chart: its values in order, then how it stands."""

from __future__ import annotations

from collections.abc import Iterable

from strategy_report.story.block import ValueRow

# Marks that are seen at a glance, and how they are said.
_SAID = str.maketrans(
    {"▲": "マイナス", "△": "マイナス"} | dict.fromkeys("↓↑▼→")  # None takes a mark out
)

# What stands in tables for no figure, and how that is said.
DASHES, NO_VALUE = frozenset("－−―–—ー…-"), "値なし"


def alternative_text(
    name: str,
    values: Iterable[tuple[ValueRow, str]],
    remarks: Iterable[str],
    path: tuple[str, Iterable[str]] = ("", ()),
) -> str:
    """「…利用者数。基準 H30 63,284人、実績 R5 298,521人、目標 R6 100,000人。目標達成。」.

    Args:
        name: of the indicator.
        values: rows in order, each with its value as text.
        remarks: badge, direction and chips, in words.
        path: what the yearly actuals are called, and each as 「R4 157件」.
    """
    told = "、".join(_value(row, text) for row, text in values)
    heading, years = path
    way = "、".join(map(_said, years))
    parts = (
        name,
        told,
        f"{heading} {way}".strip() if way else "",
        *(remark.translate(_SAID).strip() for remark in remarks),
    )
    return "".join(f"{part}。" for part in parts if part)


def _said(text: str) -> str:
    """What is printed, as it is said: a dash alone says that there is no figure."""
    words = text.translate(_SAID).split(" ")
    return " ".join(NO_VALUE if word in DASHES else word for word in words)


def _value(row: ValueRow, text: str) -> str:
    parts = (row.label.text, row.period.text, row.span_note, _said(text))
    return " ".join(part for part in parts if part)
