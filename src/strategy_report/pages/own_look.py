"""The theme that an edition names, with what the town changes of it."""

from __future__ import annotations

from strategy_report.core.value import replace
from strategy_report.model.look import Look
from strategy_report.model.plan import Plan
from strategy_report.style.inks import Inks, accent_of
from strategy_report.style.theme import Motif, Theme
from strategy_report.style.themes import THEMES


def own_theme(plan: Plan) -> Theme:
    """The look of *plan*'s booklet."""
    theme = THEMES[plan.edition.theme]
    return theme if plan.look is None else changed(theme, plan.look)


def changed(theme: Theme, look: Look) -> Theme:
    """*theme* with what *look* gives in the place of its own."""
    master = theme.master
    scale = dict(theme.type_scale)
    for name, size in look.sizes.items():
        scale[name] = replace(scale[name], size=size)
    for name, feed in look.feeds.items():
        scale[name] = replace(scale[name], feed=feed)
    return replace(
        theme,
        inks=_inks(theme.inks, look),
        motif=theme.motif if look.motif is None else Motif(look.motif),
        master=master if look.gutter is None else replace(master, gutter=look.gutter),
        type_scale=scale,
        typesetting=replace(theme.typesetting, **look.typesetting),
    )


def _inks(inks: Inks, look: Look) -> Inks:
    main = look.main
    goals = tuple(accent_of(colour.ink, colour.tint) for colour in look.goals)
    return replace(
        inks,
        **look.inks,
        main=inks.main if main is None else accent_of(main.ink, main.tint),
        goals=goals or inks.goals,
    )
