"""The 正誤表: A4 pages in the formal manner of a city hall, from a comparison."""

from __future__ import annotations

from strategy_report.compose.composer import Composer
from strategy_report.compose.text import StyledRun
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, mm, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.page import Page, Side
from strategy_report.display.role import Role
from strategy_report.errata.comparison import Comparison
from strategy_report.errata.corrections import (
    SECTIONS,
    Correction,
    by_kind,
    corrections,
    effect,
    lead,
    title_of,
)
from strategy_report.errata.emphasis import Stretch, marked
from strategy_report.model.edition import RecordKind
from strategy_report.pages.setting import Align, Block, place
from strategy_report.pages.table import SetTable, Table, TableLook
from strategy_report.style.text_style import Kind, TextStyle
from strategy_report.style.theme import Theme

_LEFT, _TOP, _FOOT = mm(20), mm(22), mm(275)
_WIDTH = mm(170)
_WIDTHS = (mm(16), mm(46), mm(40), mm(40), mm(28))
_FOLIO_BASELINE = mm(285)
_PARAGRAPH_GAP, _SECTION_GAP, _TABLE_GAP = pt(6), pt(16), pt(4)


class Styles(Value):
    """How the sheet is set: black on white, one face, two weights."""

    title: TextStyle
    heading: TextStyle
    body: TextStyle
    cell_large: TextStyle
    cell: TextStyle
    strong: TextStyle

    @staticmethod
    def of(theme: Theme) -> Styles:
        body = replace(
            theme.style("body"), ink=theme.inks.text, char_size=pt(10.5), line_feed=pt(17)
        )
        cell = replace(body, kind=Kind.CELL, char_size=pt(9.5), line_feed=pt(14))
        bold = theme.faces.bold
        return Styles(
            title=replace(cell, face=bold, char_size=pt(18), line_feed=pt(27)),
            heading=replace(cell, face=bold, char_size=pt(11), line_feed=pt(17)),
            body=body,
            cell_large=replace(cell, char_size=pt(10.5), line_feed=pt(17)),
            cell=cell,
            strong=replace(cell, face=bold),
        )


def errata_book(comparison: Comparison, theme: Theme, composer: Composer) -> Book:
    """The sheet as a book of as many pages as its rows need."""
    rows = corrections(comparison)
    sheet = _Sheet(Styles.of(theme), theme, composer)
    edition = comparison.new.plan.edition
    sheet.sender((edition.date.long(), edition.issuer.plain()))
    sheet.title(title_of(rows))
    sheet.paragraph(lead(comparison, rows), "lead")
    for kind, own in by_kind(rows):
        sheet.section(kind, own)
    sheet.gap(_SECTION_GAP)
    for number, sentence in enumerate(effect(comparison)):
        sheet.paragraph(sentence, f"effect-{number}")
    if edition.contact is not None:
        sheet.paragraph(f"問合せ先　{edition.contact.plain()}", "contact")
    date = edition.date
    return Book(
        title=f"{edition.plan_name.plain()}　{edition.report_name.plain()}　正誤表",
        author=edition.issuer.plain(),
        subject="正誤表",
        issued=(date.year, date.month or 1, date.day or 1),
        language="ja-JP",
        pages=sheet.pages(),
        outline=(),
    )


class _Sheet:
    """Pages being filled from the top."""

    def __init__(self, styles: Styles, theme: Theme, composer: Composer) -> None:
        self._styles = styles
        self._composer = composer
        self._look = TableLook(rule=theme.inks.text, head=theme.inks.warm, style=styles.cell)
        self._master = theme.master
        self._done: list[tuple[Box, ...]] = []
        self._boxes: list[Box] = []
        self._y = _TOP

    def sender(self, lines: tuple[str, ...]) -> None:
        """Date and issuer, at the right."""
        for number, words in enumerate(lines):
            tag = (Role.PARAGRAPH, f"errata/sender-{number}")
            self._text(words, self._styles.cell_large, tag, Align.RIGHT)
        self.gap(_SECTION_GAP)

    def title(self, words: str) -> None:
        self._text(words, self._styles.title, (Role.H1, "errata/title"), Align.CENTER)
        self.gap(_SECTION_GAP)

    def paragraph(self, words: str, name: str) -> None:
        self._text(words, self._styles.body, (Role.PARAGRAPH, f"errata/{name}"), Align.LEFT)
        self.gap(_PARAGRAPH_GAP)

    def gap(self, height: Length) -> None:
        self._y = self._y + height

    def section(self, kind: RecordKind, rows: tuple[Correction, ...]) -> None:
        """A heading and its table; the heading never stands without a row."""
        heading, wrong, right = SECTIONS[kind]
        key = f"errata/{kind.name.lower()}"
        table = self._table(rows, ("ページ", "箇所", wrong, right, "理由"), key)
        first = self._styles.heading.line_feed + _TABLE_GAP + table.head_height
        self.gap(_SECTION_GAP)
        if self._y + first + table.row_heights[0] > _FOOT:
            self._turn()
        self._text(heading, self._styles.heading, (Role.H2, f"{key}/heading"), Align.LEFT)
        self.gap(_TABLE_GAP)
        start = 0
        while start < len(rows):
            end = max(table.fitting(start, _FOOT - self._y), start + 1)
            box = table.box((start, end), Point(_LEFT, self._y))
            self._boxes.append(box)
            self._y = box.rect.bottom
            start = end
            if start < len(rows):
                self._turn()

    def pages(self) -> tuple[Page, ...]:
        self._turn()
        master, count = self._master, len(self._done)
        return tuple(
            Page(
                trim=master.trim,
                bleed=ZERO,
                label=str(number),
                side=Side.RIGHT,
                boxes=(*boxes, *self._folio(number, count)),
            )
            for number, boxes in enumerate(self._done, start=1)
        )

    def _turn(self) -> None:
        if self._boxes:
            self._done.append(tuple(self._boxes))
        self._boxes = []
        self._y = _TOP

    def _folio(self, number: int, count: int) -> tuple[Box, ...]:
        if count == 1:
            return ()
        line = self._composer.set_line((StyledRun(text=f"{number}", style=self._styles.cell),))
        middle = _LEFT + (_WIDTH - line.width) / 2
        rect = Rect(_LEFT, _FOLIO_BASELINE - pt(10), _WIDTH, pt(12))
        items = (line.at(Point(middle, _FOLIO_BASELINE)),)
        return (Box(rect=rect, role=Role.ARTIFACT, key="errata/folio", items=items),)

    def _text(self, words: str, style: TextStyle, tag: tuple[Role, str], align: Align) -> None:
        composed = self._composer.compose((StyledRun(text=words, style=style),), _WIDTH)
        block: Block = place(composed, style, Point(_LEFT, self._y), _WIDTH, align)
        if self._y + block.height > _FOOT:
            self._turn()
            block = place(composed, style, Point(_LEFT, self._y), _WIDTH, align)
        rect = Rect(_LEFT, self._y, _WIDTH, block.height)
        self._boxes.append(Box(rect=rect, role=tag[0], key=tag[1], items=block.lines))
        self._y = rect.bottom

    def _table(self, rows: tuple[Correction, ...], heads: tuple[str, ...], key: str) -> SetTable:
        table = Table(
            widths=_WIDTHS,
            heads=tuple(self._words(head, self._styles.strong) for head in heads),
            rows=tuple(self._cells(row) for row in rows),
            key=key,
            look=self._look,
        )
        return SetTable(table, self._composer)

    def _cells(self, row: Correction) -> tuple[tuple[StyledRun, ...], ...]:
        wrong, right = marked(row.wrong, row.right)
        cell = self._styles.cell
        return (
            self._words("、".join(row.pages), cell),
            self._words(row.where, cell),
            self._marked(wrong),
            self._marked(right),
            self._words(row.reason, cell),
        )

    def _marked(self, stretches: tuple[Stretch, ...]) -> tuple[StyledRun, ...]:
        styles = self._styles
        return tuple(
            StyledRun(text=one.text, style=styles.strong if one.differs else styles.cell)
            for one in stretches
        )

    @staticmethod
    def _words(text: str, style: TextStyle) -> tuple[StyledRun, ...]:
        return (StyledRun(text=text, style=style),) if text else ()
