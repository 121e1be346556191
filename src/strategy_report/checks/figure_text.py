"""A number as messages show it."""

from __future__ import annotations

from strategy_report.model.reading import Number


def figure_text(number: Number) -> str:
    """約2,000人, 1.70, 1,045万人; a mixed number in ones, as 347,000人."""
    about = "約" if number.about else ""
    unit = number.unit.counter if number.unit.mixed else number.unit.text
    return f"{about}{number.value:,f}{unit}{number.bound.value}"
