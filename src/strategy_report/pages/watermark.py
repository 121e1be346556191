"""案 or 取扱注意 across a page: large, pale, behind the text, and silent to those who listen."""

from __future__ import annotations

from strategy_report.compose.text import ComposedLine, StyledRun
from strategy_report.core.geometry import Point, Rect, Size
from strategy_report.core.ink import Ink
from strategy_report.core.length import Length
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.extent import EM_BOX_ASCENT
from strategy_report.display.role import Furniture, Role
from strategy_report.style.text_style import TextStyle
from strategy_report.style.theme import Theme

# Pale enough to read through, and still seen on a copier.
_PALE = Ink(name="pale", rgb=(238, 236, 230), cmyk=(0, 1, 3, 8))
_WIDTH = 0.8
# From the middle of the em-box to its baseline.
_BELOW_MIDDLE = EM_BOX_ASCENT - 0.5


def watermark_run(word: str, trim: Size, theme: Theme) -> StyledRun:
    """The word, as large as the page holds on one line."""
    size = min(Length(int(trim.width * _WIDTH) // len(word)), trim.height / 3)
    style: TextStyle = replace(
        theme.style("cell"), face=theme.faces.bold, char_size=size, ink=_PALE
    )
    return StyledRun(text=word, style=style)


def watermark_box(line: ComposedLine, size: Length, trim: Size, down: float = 0.5) -> Box:
    """The word, set, in the middle of the page or another share *down* it; to be painted first."""
    left = (trim.width - line.width) / 2
    baseline = trim.height * down + size * _BELOW_MIDDLE
    return Box(
        rect=Rect(left, baseline - size * EM_BOX_ASCENT, line.width, size),
        role=Role.ARTIFACT,
        key="watermark",
        items=(line.at(Point(left, baseline)),),
        furniture=Furniture.WATERMARK,
    )
