from __future__ import annotations

import pytest

from strategy_report.core.ink import Ink, contrast
from strategy_report.core.length import mm, pt
from strategy_report.display.page import Side
from strategy_report.style.theme import Theme
from strategy_report.style.themes import THEMES

EVERY_THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@EVERY_THEME
def test_white_text_is_readable_on_every_band(theme: Theme) -> None:
    for accent in (theme.inks.main, *theme.inks.goals):
        assert contrast(theme.inks.paper, accent.ink) >= 4.5, accent.ink.name


@EVERY_THEME
def test_text_in_a_goals_ink_is_readable_on_its_tint_and_on_cards(theme: Theme) -> None:
    for accent in (theme.inks.main, *theme.inks.goals):
        for ground in (accent.tint, theme.inks.warm, theme.inks.paper):
            assert contrast(accent.ink, ground) >= 4.5, (accent.ink.name, ground.name)


@EVERY_THEME
def test_labels_are_readable_on_every_ground(theme: Theme) -> None:
    grounds = [theme.inks.warm, theme.inks.paper, *(goal.tint for goal in theme.inks.goals)]
    for ground in grounds:
        assert contrast(theme.inks.sub, ground) >= 4.5, ground.name


@EVERY_THEME
def test_bars_of_baseline_and_actual_stay_apart_without_colour(theme: Theme) -> None:
    for accent in theme.inks.goals:
        apart = lightness(theme.inks.baseline_fill) - lightness(accent.ink)
        assert apart >= 30, accent.ink.name
    assert contrast(theme.inks.baseline_line, theme.inks.warm) >= 3


@EVERY_THEME
def test_no_ink_takes_more_than_four_plates_or_220_percent(theme: Theme) -> None:
    for accent in (theme.inks.main, *theme.inks.goals):
        for ink in (accent.ink, accent.tint, accent.motif):
            assert sum(ink.cmyk) <= 220, ink.name


@EVERY_THEME
def test_no_text_is_smaller_than_its_floor(theme: Theme) -> None:
    floors = {"body": 9.5, "legend": 8, "row-label": 8, "kpi-unit": 8, "note": 7.5, "stand-in": 7.5}
    for name, floor in floors.items():
        assert theme.style(name).char_size >= pt(floor), name


@EVERY_THEME
def test_mirroring_shifts_the_type_area_and_keeps_its_width(theme: Theme) -> None:
    right, left = (theme.master.type_area(side) for side in (Side.RIGHT, Side.LEFT))
    assert right.width == left.width
    assert right.x == mm(18)
    assert left.x == theme.master.trim.width - right.right


def test_columns_fill_the_type_area() -> None:
    master = THEMES["kanazawa"].master
    assert abs(master.column_width(6) - master.type_area_size.width) <= 6
    assert round(master.column_width(3).pt) == 240
    assert round(master.column_width().pt, 3) == 66.667


def lightness(ink: Ink) -> float:
    """L* of CIE Lab."""
    parts = [part / 255 for part in ink.rgb]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * float(y ** (1 / 3)) - 16
