"""A theme: everything about the look that is not content, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from strategy_report.core.ink import Ink
from strategy_report.core.length import pt
from strategy_report.core.value import Value
from strategy_report.style.inks import Accent, Inks
from strategy_report.style.page_master import PageMaster
from strategy_report.style.text_style import Kind, TextStyle
from strategy_report.style.typesetting import Typesetting


class Tone(Enum):
    """Which ink a text takes, by purpose."""

    TEXT = "text"
    SUB = "sub"
    ACCENT = "accent"
    WHITE = "white"


class TypeSpec(Value):
    """One line of the type scale, in points; the ink is chosen when the accent is known.

    Attributes:
        proportional: set in the P face throughout (numerals of display size).
        digits: digits, comma and point come from the P face.
    """

    size: float
    feed: float
    bold: bool = False
    tone: Tone = Tone.TEXT
    tracking: float = 0
    kind: Kind = Kind.CELL
    proportional: bool = False
    digits: bool = False
    tabular: bool = False
    western_space: float = 0
    western_most: float = 1 / 6


class Motif(Enum):
    """The ornament that a theme draws; a picture stands on the cover alone."""

    NONE = "none"
    PICTURE = "picture"
    YUKITSURI = "yukitsuri"


class Faces(Value):
    """Ids of the faces a theme sets in."""

    regular: str = "BIZUDGothic-Regular"
    bold: str = "BIZUDGothic-Bold"
    proportional: str = "BIZUDPGothic-Regular"
    proportional_bold: str = "BIZUDPGothic-Bold"


class Theme(Value):
    """A look by name.

    Attributes:
        type_scale: by style name; see `style/type_scale.py` for the names pages ask for.
    """

    name: str
    master: PageMaster
    inks: Inks
    type_scale: Mapping[str, TypeSpec]
    motif: Motif = Motif.NONE
    faces: Faces = Faces()
    typesetting: Typesetting = Typesetting()

    def style(
        self, name: str, accent: Accent | None = None, size: float | None = None
    ) -> TextStyle:
        """The text style *name*, in the ink of *accent* where the scale says so.

        *size* in points replaces the scale's size (a long title, a wide number).

        Raises:
            KeyError: the type scale has no such name.
        """
        spec = self.type_scale[name]
        faces = self.faces
        western = faces.proportional_bold if spec.bold else faces.proportional
        style = TextStyle(
            face=western if spec.proportional else (faces.bold if spec.bold else faces.regular),
            western_face=None if spec.proportional else western,
            strong_face=None if spec.proportional or spec.bold else faces.bold,
            strong_western_face=faces.proportional_bold,
            western_digits=spec.digits,
            tabular_digits=spec.tabular,
            char_size=pt(spec.size if size is None else size),
            line_feed=pt(spec.feed),
            ink=self._ink(spec.tone, accent or self.inks.main),
            kind=spec.kind,
            tracking=pt(spec.tracking),
            western_space=spec.western_space,
            western_most=spec.western_most,
        )
        return self.typesetting.applied(style) if spec.kind is Kind.BODY else style

    def accent(self, goal: int | None) -> Accent:
        """The accent of a goal, or of pages that belong to none."""
        return self.inks.main if goal is None else self.inks.goal(goal)

    def _ink(self, tone: Tone, accent: Accent) -> Ink:
        match tone:
            case Tone.TEXT:
                return self.inks.text
            case Tone.SUB:
                return self.inks.sub
            case Tone.ACCENT:
                return accent.ink
            case Tone.WHITE:
                return self.inks.paper
