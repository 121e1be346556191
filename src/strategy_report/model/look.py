"""What a town changes of a look that ships."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from strategy_report.core.ink import Ink
from strategy_report.core.length import Length
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value


class Colour(Value):
    """A colour of the town's own.

    Attributes:
        tint: for areas behind text; None: reckoned from `ink`.
    """

    ink: Ink
    tint: Ink | None = None


class Look(Value):
    """``theme.yaml``; whatever is not given is as in the theme that the edition names.

    Attributes:
        main: cover and pages that belong to no goal.
        goals: by goal, from the first.
        inks: the others by purpose, e.g. ``far``.
        motif: name of a motif, e.g. ``none``; ``picture`` draws `picture` on the cover.
        picture: path below ``content/photos``.
        focus: the point of it that cropping keeps.
        gutter: margin at the fold.
        sizes: of type, in points, by style name.
        feeds: from line to line, in points, by style name.
        typesetting: choices for running text, by field of a `style.typesetting.Typesetting`.
        source: where the picture is named, or the file begins.
    """

    main: Colour | None = None
    goals: tuple[Colour, ...] = ()
    inks: Mapping[str, Ink] = MappingProxyType({})
    motif: str | None = None
    picture: str | None = None
    focus: tuple[float, float] = (0.5, 0.5)
    gutter: Length | None = None
    sizes: Mapping[str, float] = MappingProxyType({})
    feeds: Mapping[str, float] = MappingProxyType({})
    typesetting: Mapping[str, object] = MappingProxyType({})
    source: SourceSpan | None = None
