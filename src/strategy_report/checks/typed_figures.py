"""A figure that was typed into a text, where the indicator that it belongs to could fill it in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategy_report.checks.rule import Finding, Rule
from strategy_report.checks.walk import indicators_of, place_in, words_of_plan
from strategy_report.core.diagnostic import Severity
from strategy_report.core.value import Value
from strategy_report.model.indicator import Figure, Indicator
from strategy_report.model.plan import Plan
from strategy_report.model.reading import Number

_TYPED = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?", re.ASCII)
# 「12人」, 「100％」 and 「1,000人」 are in many texts, seldom taken from an indicator.
_LEAST_DIGITS = 3
_LEAST_BEFORE_NOUGHTS = 2


class _Known(Value):
    """A figure of an indicator, and how a text refers to it."""

    indicator: Indicator
    figure: Figure
    unit: str
    reference: str


def typed_figures(plan: Plan) -> Iterator[Finding]:
    """A text does not repeat a figure in digits of its own: they would stay when it changes."""
    known = _by_digits(plan)
    for words in words_of_plan(plan) if known else ():
        for found in _TYPED.finditer(words.text):
            digits = found[0].replace(",", "")
            for one in known.get(digits, ()):
                if not words.text.startswith(one.unit, found.end()):
                    continue
                end = found.end() + len(one.unit)
                yield Finding(
                    place_in(words, found.start(), end),
                    f"「{words.text[found.start() : end]}」は、指標「{one.indicator.name.plain()}」"
                    f"の {one.figure.period.short()} の値を打ったものではありませんか。"
                    "指標の値を直しても、ここは変わりません。",
                    f"「{one.reference}」と書くと、いつも同じ値になります。"
                    "別の数なら、そのままで構いません。",
                )
                break


def _by_digits(plan: Plan) -> dict[str, list[_Known]]:
    known: dict[str, list[_Known]] = {}
    for indicator in indicators_of(plan):
        unit = indicator.unit
        for figure in indicator.figures:
            number = figure.reading
            if not isinstance(number, Number) or not unit.text or unit.mixed:
                continue
            digits, part = f"{abs(number.value):f}", _part(indicator, figure)
            if part is None or not _is_telling(digits):
                continue
            reference = f"${{{indicator.id}.{part}}}"
            known.setdefault(digits, []).append(
                _Known(indicator=indicator, figure=figure, unit=unit.text, reference=reference)
            )
    return known


def _is_telling(digits: str) -> bool:
    """Whether a text that has *digits* is likely to have them from the indicator."""
    figures = digits.replace(".", "")
    return len(figures) >= _LEAST_DIGITS and len(figures.strip("0")) >= _LEAST_BEFORE_NOUGHTS


def _part(indicator: Indicator, figure: Figure) -> str | None:
    """What a text calls *figure* by; None where it finds another one."""
    names = (figure.period.key, "baseline", "target")
    return next((name for name in names if indicator.find(name) is figure), None)


TYPED_FIGURE_RULES = (
    Rule(
        "TXT017",
        Severity.WARNING,
        "文に打たれた、指標の値",
        "指標の値を直したとき、文の数だけが前のまま残る",
        typed_figures,
    ),
)
