"""送付状 on one A4 page, in the form of a city's official letters."""

from __future__ import annotations

from strategy_report.compose.composer import Composer
from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import ZERO, Length, mm, pt
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.page import Page, Side
from strategy_report.display.role import Role
from strategy_report.pages.boxes import around, labelled, list_of, source_of
from strategy_report.pages.setting import Align, Wording, place, styled
from strategy_report.story.block import plain
from strategy_report.story.covering_letter import LetterPart
from strategy_report.style.text_style import Kind, TextStyle
from strategy_report.style.theme import Theme

_LEFT, _WIDTH = mm(25), mm(160)
_TOP, _FOOT = mm(25), mm(272)
_PART_GAP, _SUBJECT_GAP, _LABEL = mm(9), mm(11), mm(10)
_HERE, _END = "記", "以上"


class _Styles(Value):
    """Black on white, as a word processor would have it, but set."""

    body: TextStyle
    line: TextStyle
    to: TextStyle
    subject: TextStyle

    @staticmethod
    def of(theme: Theme) -> _Styles:
        body = replace(theme.style("body"), ink=theme.inks.text, char_size=pt(11), line_feed=pt(20))
        line = replace(body, kind=Kind.CELL)
        return _Styles(
            body=body,
            line=line,
            to=replace(line, char_size=pt(12), line_feed=pt(21)),
            subject=replace(
                line,
                kind=Kind.HEADING,
                face=theme.faces.bold,
                char_size=pt(14),
                line_feed=pt(22),
            ),
        )


def covering_letter(part: LetterPart, theme: Theme, composer: Composer, of: Book) -> Book | None:
    """The letter as a book of one page, dated and signed as the book *of*; None: it needs more."""
    styles = _Styles.of(theme)
    sheet = _Sheet(styles, composer)
    for words in part.head:
        sheet.paragraph(words, styles.line, Align.RIGHT)
    sheet.gap(_PART_GAP)
    for words in part.to:
        sheet.paragraph(words, styles.to)
    sheet.gap(_PART_GAP)
    for words in part.sender:
        sheet.paragraph(words, styles.line, Align.RIGHT)
    sheet.gap(_SUBJECT_GAP)
    sheet.paragraph(part.subject, styles.subject, Align.CENTER, Role.H1)
    sheet.gap(_SUBJECT_GAP)
    for words in part.body:
        sheet.body(words)
    sheet.paragraph(part.closing, styles.line, Align.RIGHT)
    if part.enclosed:
        sheet.gap(_PART_GAP)
        sheet.paragraph(_HERE, styles.line, Align.CENTER)
        sheet.gap(_PART_GAP / 2)
        sheet.enclosed(part.enclosed)
        sheet.gap(_PART_GAP / 2)
        sheet.paragraph(_END, styles.line, Align.RIGHT)
    if part.contact:
        sheet.gap(_PART_GAP)
        sheet.contact(part.contact)
    if sheet.y > _FOOT:
        return None
    page = Page(
        trim=theme.master.trim,
        bleed=ZERO,
        label="1",
        side=Side.RIGHT,
        boxes=tuple(sheet.boxes),
        part="letter",
    )
    title = plain(part.subject)
    return replace(of, title=title, subject=title, pages=(page,), outline=())


class _Sheet:
    """A page being filled from its head.

    Attributes:
        y: where the next part begins.
    """

    def __init__(self, styles: _Styles, composer: Composer) -> None:
        self.boxes: list[Box] = []
        self.y = _TOP
        self._styles, self._composer = styles, composer

    def gap(self, height: Length) -> None:
        self.y = self.y + height

    def paragraph(
        self,
        words: Wording,
        style: TextStyle,
        align: Align = Align.LEFT,
        role: Role = Role.PARAGRAPH,
    ) -> None:
        """Lines as short as they are; nothing for no words."""
        if words:
            box = self._box(words, style, Point(_LEFT, self.y), align)
            self._add(replace(box, role=role))

    def body(self, words: Wording) -> None:
        """A paragraph of running text, its first line one em further in; nothing for no words."""
        if not words:
            return
        style = self._styles.body
        composed = self._composer.compose(styled(words, style), _WIDTH, indent=style.char_size)
        block = place(composed, style, Point(_LEFT, self.y), _WIDTH)
        rect = Rect(_LEFT, self.y, _WIDTH, block.height)
        self._add(Box(rect=rect, role=Role.PARAGRAPH, key=self._key, items=block.lines))

    def enclosed(self, items: tuple[Wording, ...]) -> None:
        """What goes along, numbered."""
        listed = []
        for number, words in enumerate(items, start=1):
            key = f"letter/enclosed-{number}"
            label = self._box(str(number), self._styles.line, Point(_LEFT + mm(5), self.y))
            body = self._box(words, self._styles.line, Point(_LEFT + _LABEL + mm(5), self.y))
            label, body = replace(label, key=f"{key}/label"), replace(body, key=f"{key}/body")
            listed.append(labelled(label, (body,), key))
            self.y = around(listed).bottom
        self.boxes.extend(list_of(listed, "letter/enclosed"))

    def contact(self, lines: tuple[Wording, ...]) -> None:
        """Lines that begin below each other, the longest of them ending at the right."""
        style = self._styles.line
        composed = [self._composer.compose(styled(words, style), _WIDTH) for words in lines]
        longest = max(line.width for one in composed for line in one.lines)
        for words in lines:
            self._add(self._box(words, style, Point(_LEFT + _WIDTH - longest, self.y)))

    def _add(self, box: Box) -> None:
        self.boxes.append(box)
        self.y = box.rect.bottom

    def _box(self, words: Wording, style: TextStyle, at: Point, align: Align = Align.LEFT) -> Box:
        width = _LEFT + _WIDTH - at.x
        block = place(self._composer.compose(styled(words, style), width), style, at, width, align)
        rect = Rect(at.x, at.y, width, block.height)
        return Box(
            rect=rect,
            role=Role.PARAGRAPH,
            key=self._key,
            source=source_of(words),
            items=block.lines,
        )

    @property
    def _key(self) -> str:
        return f"letter/{len(self.boxes)}"
