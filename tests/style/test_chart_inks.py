"""Charts on a black-and-white copier, and for eyes that see little contrast, in every theme."""

from __future__ import annotations

import pytest

from strategy_report.charts.theme import ChartTheme
from strategy_report.core.ink import Ink
from strategy_report.style.theme import Theme
from strategy_report.style.themes import THEMES

FILLS_APART, OUTLINE_CONTRAST, TEXT_CONTRAST = 30, 3.0, 4.5


def luminance(ink: Ink) -> float:
    """Relative luminance (WCAG 2.2), 0 black to 1 white."""
    parts = [part / 255 for part in ink.rgb]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def lightness(ink: Ink) -> float:
    """L* of CIELAB, 0 black to 100 white."""
    share = luminance(ink)
    return 116 * share ** (1 / 3) - 16 if share > 0.008856 else share * 903.3


def contrast(one: Ink, other: Ink) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


CHARTS = [
    pytest.param(theme, ChartTheme.of(theme.inks, accent), id=f"{name}-{accent.ink.name}")
    for name, theme in THEMES.items()
    for accent in dict.fromkeys((theme.inks.main, *theme.inks.goals))
]


@pytest.mark.parametrize(("theme", "chart"), CHARTS)
def test_the_fills_of_baseline_and_actual_stay_apart_in_grey(
    theme: Theme, chart: ChartTheme
) -> None:
    assert lightness(chart.baseline_fill) - lightness(chart.actual) >= FILLS_APART


@pytest.mark.parametrize(("theme", "chart"), CHARTS)
def test_every_outline_stands_out_from_its_card(theme: Theme, chart: ChartTheme) -> None:
    for card in (theme.inks.warm, theme.inks.paper):
        assert contrast(chart.baseline_line, card) >= OUTLINE_CONTRAST
        assert contrast(chart.actual, card) >= OUTLINE_CONTRAST


@pytest.mark.parametrize(("theme", "chart"), CHARTS)
def test_words_stand_out_from_whatever_lies_behind_them(theme: Theme, chart: ChartTheme) -> None:
    inks = theme.inks
    for word in (inks.text, inks.sub, chart.actual):
        for ground in (inks.paper, inks.warm):
            assert contrast(word, ground) >= TEXT_CONTRAST
    for accent in (inks.main, *inks.goals):
        for word in (inks.text, inks.sub, accent.ink):
            assert contrast(word, accent.tint) >= TEXT_CONTRAST
        assert contrast(inks.paper, accent.ink) >= TEXT_CONTRAST
