"""What a printing house asks for."""

from __future__ import annotations

from enum import Enum

from strategy_report.core.length import Length, mm, pt
from strategy_report.core.value import Value


class Standard(Enum):
    """The kind of file (ISO 15930-7, ISO 15930-4)."""

    X4 = "X-4"
    X1A = "X-1a"


class Rendering(Enum):
    """How colours that ink cannot reach are brought within its reach."""

    PERCEPTUAL = "知覚的"
    RELATIVE = "相対的"


class Stitching(Enum):
    """How sheets become a booklet: folded and stitched through the fold, or stacked."""

    SADDLE = "中綴じ"
    PERFECT = "無線綴じ"
    SIDE = "平綴じ"


class Printer(Value):
    """Conditions of one printing house.

    Attributes:
        name: as the job ticket calls them.
        condition: name of the printing condition in the ICC's registry, e.g. ``JC200103``.
        profile: file of the printer's own ICC profile, below the folder of the conditions; empty
            for the one that ships.
        total_ink: most ink of all plates together, in percent.
        least_line: the thinnest line.
        least_ppi: the coarsest photograph, in pixels an inch.
        safety: how near to the trim anything vital may stand, creep included; `gutter`: to the
            fold.
        paper: its thickness.
    """

    name: str
    standard: Standard = Standard.X4
    condition: str = "FOGRA39"
    profile: str = ""
    bleed: Length = mm(3)
    marks: bool = True
    total_ink: int = 320
    least_line: Length = pt("0.25")
    least_ppi: int = 300
    rendering: Rendering = Rendering.PERCEPTUAL
    stitching: Stitching = Stitching.SADDLE
    safety: Length = mm(3)
    gutter: Length = mm(8)
    paper: Length = mm("0.1")
