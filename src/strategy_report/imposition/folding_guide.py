"""One sheet with small pictures: how a booklet is printed, laid together, folded and stapled."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import Length, mm, pt
from strategy_report.display.book import Book
from strategy_report.display.item import Item, Path, Shape, Stroke
from strategy_report.display.page import Binding
from strategy_report.imposition.office_sheet import LEFT, OfficeSheet
from strategy_report.imposition.sheets import Cutting, Duplex, Folding, Paper
from strategy_report.imposition.signature import Spread, saddle_stitched

_PAPERS = {Paper.A3: "A3", Paper.A3_NOBI: "A3ノビ", Paper.SRA3: "SRA3"}
_EDGES = {Duplex.SHORT: "短辺とじ", Duplex.LONG: "長辺とじ"}
_HIGH, _WIDE = mm(24), mm(34)


def folding_guide(book: Book, folding: Folding, sheet: OfficeSheet) -> Book:
    """The guide for the sheets that `sheets` makes of *book*."""
    laid = saddle_stitched(len(book.pages), book.binding)
    paper, edge = _PAPERS[folding.paper], _EDGES[folding.duplex]
    draw = _Pen(sheet)
    sheet.title(f"{book.title}　簡易製本の手順")
    sheet.paragraph(
        f"{len(book.pages)}ページの冊子を、{paper} の紙 {len(laid)}枚で作ります"
        f"（{book.binding.value}）。"
    )
    sheet.heading(f"1　両面に印刷します（{paper}、倍率 100％、両面は{edge}）")
    sheet.paragraph(
        "「用紙に合わせる」は選びません。1枚目の表と裏が次のようになっていれば正しい向きです。"
    )
    outside = draw.spread(laid[0].outside, Point(LEFT + mm(4), sheet.y + mm(4)))
    inside = draw.spread(laid[0].inside, Point(LEFT + mm(54), sheet.y + mm(4)))
    names = (draw.words("表", mm(21), mm(32)), draw.words("裏", mm(71), mm(32)))
    sheet.drawing(mm(37), "1枚目の表と裏", *outside, *inside, *names)
    sheet.heading("2　表を下にして、1枚目のうえに順に重ねます")
    sheet.paragraph(
        "印刷機から出た順のまま、向きをそろえるだけです。いちばん上が真ん中の見開きになります。"
    )
    sheet.drawing(mm(36), "重ねた紙", *draw.pile([one.inside for one in laid]))
    sheet.heading("3　真ん中で折って、折り目をホチキスで2か所とめます")
    sheet.paragraph(
        "上と下の折り印を結ぶ線で折ってから、開いて表紙を上にし、折り目の上に針を打ちます"
        "（奥まで届く中綴じ用のホチキスを使います）。"
    )
    drawn = draw.stapled(laid[0].outside, book.binding)
    sheet.drawing(mm(34), "表紙を上にして開いた紙の、折り目と針の場所。折った冊子", *drawn)
    if folding.cutting is Cutting.EDGES:
        sheet.heading("4　角の印に合わせて、天・地・小口を断ち落とします")
        sheet.paragraph("とめてから3辺をまとめて切ると、内側の紙のずれもそろいます。")
    return sheet.book(f"{book.title}　簡易製本の手順", book)


class _Pen:
    """Draws on the sheet, in its ink."""

    def __init__(self, sheet: OfficeSheet) -> None:
        self._sheet = sheet
        inks = sheet.theme.inks
        self._outline = Stroke(ink=inks.text, width=pt("0.6"))
        self._dashed = Stroke(ink=inks.text, width=pt("0.5"), dash=(mm(1), mm(1)))
        self._staple = Stroke(ink=inks.text, width=pt(2))
        self._paper = inks.paper

    def words(self, text: str, right: Length, down: Length) -> Item:
        """At a distance from the left margin and from where the drawing begins."""
        return self._sheet.label(text, Point(LEFT + right, self._sheet.y + down), pt(9))

    def spread(self, pages: Spread, at: Point) -> Iterator[Item]:
        """A sheet with the numbers of its pages, and its fold."""
        yield self._sheet_at(at)
        middle = at.x + _WIDE / 2
        yield self._fold(middle, at.y, at.y + _HIGH)
        for page, shift in ((pages.left, 0.25), (pages.right, 0.75)):
            place = Point(at.x + _WIDE * shift, at.y + _HIGH / 2 + pt(5))
            yield self._sheet.label(str(page + 1), place, pt(15))

    def pile(self, insides: list[Spread]) -> Iterator[Item]:
        """At most four sheets, the outermost at the bottom."""
        shown = insides[-4:]
        y = self._sheet.y + mm(8)
        for number, pages in enumerate(shown):
            shift = mm(5) * number
            yield from self.spread(pages, Point(LEFT + mm(4) + shift, y - mm("1.5") * number))
        if len(insides) > len(shown):
            yield self.words(f"（全部で {len(insides)}枚）", mm(90), mm(20))

    def stapled(self, outside: Spread, binding: Binding) -> Iterator[Item]:
        """The open sheets with the cover on top and two staples, and the folded booklet."""
        at = Point(LEFT + mm(4), self._sheet.y + mm(4))
        yield from self.spread(outside, at)
        yield from self._staples(at.x + _WIDE / 2, at.y)
        yield from self._arrow(at.x + _WIDE + mm(4), at.y + _HIGH / 2)
        yield from self._booklet(Point(at.x + mm(54), at.y), binding)

    def _booklet(self, at: Point, binding: Binding) -> Iterator[Item]:
        wide = _WIDE / 2
        left = binding is Binding.LEFT
        # Leaves show at the fore-edge.
        for shift in (mm("1.6"), mm("0.8"), Length(0)):
            yield self._sheet_at(Point(at.x + (shift if left else -shift), at.y), wide)
        yield from self._staples(at.x if left else at.x + wide, at.y)
        yield self._sheet.label("1", Point(at.x + wide / 2, at.y + _HIGH / 2 + pt(5)), pt(15))

    def _staples(self, fold: Length, top: Length) -> Iterator[Item]:
        for share in (0.2, 0.7):
            start, end = top + _HIGH * share, top + _HIGH * (share + 0.1)
            path = Path.line(Point(fold, start), Point(fold, end))
            yield Shape(path=path, stroke=self._staple)

    def _arrow(self, x: Length, y: Length) -> Iterator[Item]:
        end, head = x + mm(10), mm("1.5")
        for start in (Point(x, y), Point(end - head, y - head), Point(end - head, y + head)):
            yield Shape(path=Path.line(start, Point(end, y)), stroke=self._outline)

    def _sheet_at(self, at: Point, width: Length = _WIDE) -> Shape:
        rect = Rect(at.x, at.y, width, _HIGH)
        return Shape(path=Path.rect(rect), fill=self._paper, stroke=self._outline)

    def _fold(self, x: Length, top: Length, bottom: Length) -> Shape:
        return Shape(path=Path.line(Point(x, top), Point(x, bottom)), stroke=self._dashed)
