"""The Kanazawa theme: 雪吊り under tension, the five colours of Kaga, one strict column.

CMYK was chosen by eye for uncoated paper: at most four plates, 220 % in all. Lightness of the goal
inks is stepped, since 臙脂, 黄土 and 草 come close in hue to a colour-blind reader.
"""

from __future__ import annotations

from strategy_report.core.geometry import Size
from strategy_report.core.ink import WHITE, Ink
from strategy_report.core.length import mm, pt
from strategy_report.style.inks import Accent, Inks
from strategy_report.style.page_master import PageMaster
from strategy_report.style.theme import Motif, Theme
from strategy_report.style.type_scale import TYPE_SCALE

Cmyk = tuple[float, float, float, float]


def ink(name: str, rgb: str, cmyk: Cmyk) -> Ink:
    """An ink from the hexadecimal form of its screen colour."""
    red, green, blue = (int(rgb[i : i + 2], 16) for i in (1, 3, 5))
    return Ink(name=name, rgb=(red, green, blue), cmyk=cmyk)


def accent(name: str, solid: tuple[str, Cmyk], tint: tuple[str, Cmyk], motif: str) -> Accent:
    """A goal's inks; the motif prints the band's plates at 80 %."""
    cyan, magenta, yellow, black = (round(part * 0.8) for part in solid[1])
    return Accent(
        ink=ink(name, *solid),
        tint=ink(f"{name}-tint", *tint),
        motif=ink(f"{name}-motif", motif, (cyan, magenta, yellow, black)),
    )


AI = accent("ai", ("#1b4470", (95, 70, 25, 20)), ("#e4ecf4", (10, 4, 0, 0)), "#31598a")
ENJI = accent("enji", ("#8e2433", (25, 95, 70, 30)), ("#f8e9e9", (0, 10, 5, 0)), "#a5404e")
ODO = accent("odo", ("#85590c", (30, 60, 100, 30)), ("#f6edd9", (2, 5, 17, 0)), "#9a6f22")
KUSA = accent("kusa", ("#47763a", (70, 30, 90, 25)), ("#e9f1e3", (9, 2, 13, 0)), "#5e8c50")
KODAI = accent("kodai", ("#674579", (65, 80, 15, 15)), ("#f0e9f4", (6, 10, 0, 0)), "#7d5c8f")

INKS = Inks(
    text=ink("text", "#22211f", (0, 0, 0, 100)),
    sub=ink("sub", "#57534c", (0, 0, 0, 78)),
    baseline_fill=ink("baseline-fill", "#cbc6bb", (0, 2, 8, 23)),
    baseline_line=ink("baseline-line", "#6f6a60", (0, 0, 0, 68)),
    rule=ink("rule", "#a9a396", (0, 0, 0, 42)),
    warm=ink("warm", "#f5f2eb", (0, 1, 5, 4)),
    paper=WHITE,
    main=AI,
    far=ink("far-rope", "#6c8fb8", (60, 35, 10, 5)),
    pine=ink("pine", "#285686", (88, 62, 22, 12)),
    goals=(ENJI, ODO, KUSA, KODAI, AI),
)

A4 = PageMaster(
    trim=Size(mm(210), mm(297)),
    bleed=mm(3),
    type_area_size=Size(pt(500), pt(735)),
    gutter=mm(18),
    head=pt(60),
    column_count=6,
    column_gap=pt(20),
    foot_line=pt(816),
    safety=mm(5),
)

KANAZAWA = Theme(
    name="kanazawa", master=A4, inks=INKS, type_scale=TYPE_SCALE, motif=Motif.YUKITSURI
)
