"""An A4 sheet for colleagues: title, lines of text, tables and small drawings, from top to foot."""

from __future__ import annotations

from strategy_report.compose.composer import Composer
from strategy_report.compose.text import StyledRun
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, mm, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import Item, TextLine
from strategy_report.display.page import Page, Side
from strategy_report.display.role import Role
from strategy_report.pages.setting import Align, Setter, place
from strategy_report.pages.table import SetTable, Table, TableLook
from strategy_report.style.text_style import Kind, TextStyle
from strategy_report.style.theme import Theme

LEFT, WIDTH = mm(20), mm(170)
_TOP = mm(20)
_TABLE_GAP, _FIRST_COLUMN = pt(10), mm(48)


class Styles(Value):
    """How such sheets are set: black on white, one face, two weights."""

    title: TextStyle
    heading: TextStyle
    body: TextStyle

    @staticmethod
    def of(theme: Theme) -> Styles:
        body = replace(
            theme.style("body"),
            ink=theme.inks.text,
            kind=Kind.CELL,
            char_size=pt(10),
            line_feed=pt(15),
        )
        bold = theme.faces.bold
        return Styles(
            title=replace(body, face=bold, char_size=pt(17), line_feed=pt(26)),
            heading=replace(body, face=bold, char_size=pt(11), line_feed=pt(18)),
            body=body,
        )


class OfficeSheet:
    """One page being filled.

    Attributes:
        y: where the next part begins.
    """

    def __init__(self, name: str, theme: Theme, composer: Composer) -> None:
        self.theme = theme
        self.styles = Styles.of(theme)
        self.y = _TOP
        self._name = name
        self._composer = composer
        self._setter = Setter(composer)
        self._boxes: list[Box] = []

    def title(self, words: str) -> None:
        self._text(words, self.styles.title, Role.H1)
        self.gap(pt(6))

    def heading(self, words: str) -> None:
        self.gap(pt(8))
        self._text(words, self.styles.heading, Role.H2)

    def paragraph(self, words: str) -> None:
        self._text(words, self.styles.body, Role.PARAGRAPH)

    def gap(self, height: Length) -> None:
        self.y = self.y + height

    def table(
        self,
        heads: tuple[str, str],
        rows: tuple[tuple[str, str], ...],
        first: Length = _FIRST_COLUMN,
    ) -> None:
        """Two columns: what, *first* wide, and how."""
        look = TableLook(
            rule=self.theme.inks.rule, head=self.theme.inks.warm, style=self.styles.body
        )
        table = Table(
            widths=(first, WIDTH - first),
            heads=tuple(self._words(head) for head in heads),
            rows=tuple(tuple(self._words(cell) for cell in row) for row in rows),
            key=f"{self._name}/table-{len(self._boxes)}",
            look=look,
        )
        made = SetTable(table, self._composer)
        box = made.box((0, len(rows)), Point(LEFT, self.y))
        self._boxes.append(box)
        self.y = box.rect.bottom + _TABLE_GAP

    def label(self, words: str, at: Point, size: Length, align: Align = Align.CENTER) -> TextLine:
        """Words for a drawing, their baseline at *at*."""
        return self._setter.label(words, replace(self.styles.body, char_size=size), at, align)

    def drawing(self, height: Length, alt: str, *items: Item) -> None:
        """A drawing that stands from here on, *height* high."""
        rect = Rect(LEFT, self.y, WIDTH, height)
        key = f"{self._name}/drawing-{len(self._boxes)}"
        self._boxes.append(Box(rect=rect, role=Role.FIGURE, key=key, items=items, alt=alt))
        self.gap(height)

    def book(self, title: str, of: Book) -> Book:
        """The sheet as a file of its own, dated and signed as the book *of*."""
        page = Page(
            trim=self.theme.master.trim,
            bleed=ZERO,
            label="1",
            side=Side.RIGHT,
            boxes=tuple(self._boxes),
            part=self._name,
        )
        return replace(of, title=title, subject=title, pages=(page,), outline=())

    def _text(self, words: str, style: TextStyle, role: Role) -> None:
        composed = self._composer.compose(self._words(words, style), WIDTH)
        block = place(composed, style, Point(LEFT, self.y), WIDTH)
        rect = Rect(LEFT, self.y, WIDTH, block.height)
        key = f"{self._name}/{len(self._boxes)}"
        self._boxes.append(Box(rect=rect, role=role, key=key, items=block.lines))
        self.y = self.y + block.height

    def _words(self, words: str, style: TextStyle | None = None) -> tuple[StyledRun, ...]:
        return (StyledRun(text=words, style=style or self.styles.body),) if words else ()
