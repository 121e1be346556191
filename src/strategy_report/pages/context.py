"""What every page needs to be laid out."""

from __future__ import annotations

from collections.abc import Mapping

from strategy_report.charts.gallery import Gallery
from strategy_report.core.geometry import Rect
from strategy_report.core.length import Length
from strategy_report.core.value import Value
from strategy_report.display.box import Box
from strategy_report.display.page import Binding, Page, Side
from strategy_report.pages.setting import Setter
from strategy_report.pages.watermark import watermark_box, watermark_run
from strategy_report.story.story import PageWords
from strategy_report.style.inks import Accent
from strategy_report.style.page_master import PageMaster
from strategy_report.style.text_style import TextStyle
from strategy_report.style.theme import Theme


class Sheet(Value):
    """One page to be filled, and the means to do it.

    A sheet and a part of the story tell all that shapes the part's pages; so it does not hold the
    story, of which other parts may change.

    Attributes:
        words: that every page carries.
        part: what the part of the book that the page belongs to is called, e.g. ``goal-1``.
        number: printed page label, counted from 1.
        goal: the goal whose accent rules the page; None: the theme's main accent.
        goal_pages: first page of each goal, for the index alone (empty elsewhere).
    """

    words: PageWords
    part: str
    theme: Theme
    setter: Setter
    gallery: Gallery
    number: int
    goal: int | None
    goal_pages: Mapping[int, int]
    binding: Binding = Binding.LEFT

    @property
    def side(self) -> Side:
        return self.binding.side(self.number)

    @property
    def master(self) -> PageMaster:
        return self.theme.master

    @property
    def accent(self) -> Accent:
        return self.theme.accent(self.goal)

    @property
    def type_area(self) -> Rect:
        return self.master.type_area(self.side)

    def style(self, name: str, size: float | None = None) -> TextStyle:
        """A style of the theme in this page's accent; *size* in points replaces its own."""
        return self.setter.style(name, self.theme, self.accent, size)

    def page(self, boxes: tuple[Box, ...]) -> Page:
        """The page with *boxes* on it, and 案 behind them where the edition wants it."""
        word = self.words.watermark
        if word is not None:
            run = watermark_run(word.text, self.master.trim, self.theme)
            line = self.setter.line(word, run.style)
            boxes = (watermark_box(line, run.style.char_size, self.master.trim), *boxes)
        return Page(
            trim=self.master.trim,
            bleed=self.master.bleed,
            label=str(self.number),
            side=self.side,
            boxes=boxes,
            part=self.part,
        )

    def full_bleed(self, top: Length, bottom: Length) -> Rect:
        """Across the whole page, into the bleed at both sides (and above, where top is 0)."""
        bleed, trim = self.master.bleed, self.master.trim
        above = bleed if top == 0 else Length(0)
        below = bleed if bottom == trim.height else Length(0)
        return Rect(-bleed, top - above, trim.width + bleed * 2, bottom - top + above + below)
