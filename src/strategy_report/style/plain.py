"""The plain theme, for any town: no ornament, six quiet colours of stepped lightness."""

from __future__ import annotations

from strategy_report.core.value import replace
from strategy_report.style.kanazawa import A4, INKS, accent, ink
from strategy_report.style.theme import Theme
from strategy_report.style.type_scale import TYPE_SCALE

_SLATE = accent("slate", ("#2c4a5e", (80, 50, 30, 30)), ("#e6edf1", (8, 3, 2, 0)), "#44627a")
_GOALS = (
    accent("teal", ("#0f5c5c", (90, 30, 40, 35)), ("#e2f0ee", (10, 0, 5, 0)), "#2c7575"),
    accent("brick", ("#8a3b22", (25, 80, 85, 30)), ("#f8ebe5", (0, 8, 8, 0)), "#a25439"),
    accent("navy", ("#2b3f7e", (95, 80, 10, 15)), ("#e8ebf6", (8, 6, 0, 0)), "#445a9a"),
    accent("olive", ("#616a12", (50, 30, 100, 30)), ("#f0f2dc", (4, 0, 15, 0)), "#7a8330"),
    accent("plum", ("#6d2f63", (50, 90, 20, 20)), ("#f5e8f2", (2, 9, 0, 0)), "#87487c"),
    accent("umber", ("#5f4630", (40, 55, 75, 40)), ("#f3ece5", (0, 4, 8, 2)), "#785e47"),
)

PLAIN = Theme(
    name="plain",
    master=A4,
    inks=replace(
        INKS,
        main=_SLATE,
        goals=_GOALS,
        far=ink("far", "#7f9bab", (50, 25, 18, 8)),
        pine=ink("pine", "#3b5a6f", (75, 45, 28, 22)),
    ),
    type_scale=TYPE_SCALE,
)
