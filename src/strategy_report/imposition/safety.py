"""What stands too near to where paper is cut or folded, and areas that end within the bleed.

A knife may be off by a millimetre or two; and where sheets are folded into each other, the inner
ones are pushed out and lose as much at their fore-edge (creep).
"""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.diagnostic import Diagnostic, Severity
from strategy_report.core.geometry import Rect
from strategy_report.core.length import Length, mm
from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.extent import bounds
from strategy_report.display.item import GlyphRun, Group, Item, Picture, Shape, TextLine
from strategy_report.display.page import Page, Side
from strategy_report.display.walk import boxes_in
from strategy_report.fonts.catalog import Catalog
from strategy_report.fonts.em_box import em_boxes
from strategy_report.imposition.page_count import creep_of_pages
from strategy_report.model.printer import Printer

# Rounding of a layout, not of a knife.
_NEARLY = mm("0.01")


def safety_faults(book: Book, printer: Printer, faces: Catalog) -> tuple[Diagnostic, ...]:
    """Warnings about text too near to trim or fold, and areas that do not reach the bleed."""
    creeps = creep_of_pages(len(book.pages), printer.stitching, printer.paper)
    return tuple(
        fault
        for page, creep in zip(book.pages, creeps, strict=True)
        for fault in _on_page(_Edges(page=page, printer=printer, creep=creep), faces)
    )


class _Edges(Value):
    """A page, and how much of it the fold takes away."""

    page: Page
    printer: Printer
    creep: Length

    def distances(self, rect: Rect) -> dict[str, Length]:
        """From *rect* to each edge of the trim, by its name; negative beyond it."""
        trim = self.page.trim
        left, right = rect.x, trim.width - rect.right
        fold, fore_edge = (left, right) if self.page.side is Side.RIGHT else (right, left)
        return {"天": rect.y, "地": trim.height - rect.bottom, "小口": fore_edge, "のど": fold}

    def needed(self, edge: str) -> Length:
        if edge == "のど":
            return self.printer.gutter + self.creep
        return self.printer.safety + (self.creep if edge == "小口" else Length(0))


def _on_page(edges: _Edges, faces: Catalog) -> Iterator[Diagnostic]:
    for box in boxes_in(edges.page.boxes):
        for item in box.items:
            yield from _of_item(item, box, edges, faces)


def _of_item(item: Item, box: Box, edges: _Edges, faces: Catalog) -> Iterator[Diagnostic]:
    match item:
        case TextLine():
            for run in item.runs:
                if run.glyph_ids:
                    yield from _too_near(em_boxes(run, faces), run, item.text, edges)
        case Picture():
            yield from _short_of_bleed(item.rect, f"{box.key} の写真", box.source, edges)
        case Shape() if item.fill is not None and any(item.fill.cmyk):
            yield from _short_of_bleed(bounds(item.path), f"{box.key} の色", box.source, edges)
        case Group() if item.clip is None:
            for inner in item.items:
                yield from _of_item(inner, box, edges, faces)
        case _:
            # What is cut to a shape ends where that shape does.
            pass


def _too_near(rect: Rect, run: GlyphRun, text: str, edges: _Edges) -> Iterator[Diagnostic]:
    for edge, distance in edges.distances(rect).items():
        needed = edges.needed(edge)
        if distance < needed - _NEARLY:
            line = "のどの折り目" if edge == "のど" else f"{edge}の裁ち落としの線"
            yield Diagnostic(
                code="PRT007",
                severity=Severity.WARNING,
                where=run.source,
                what=f"「{text}」が{line}から {distance.mm:.1f}mm のところにあります"
                f"（{needed.mm:.1f}mm 要ります）。",
                fix="文を短くするか、印刷所に聞いて条件の safety・gutter を直してください。",
                page=edges.page.label,
            )


def _short_of_bleed(
    rect: Rect, name: str, source: SourceSpan | None, edges: _Edges
) -> Iterator[Diagnostic]:
    bleed = edges.page.bleed
    for edge, distance in edges.distances(rect).items():
        if -bleed + _NEARLY < distance < _NEARLY:
            yield Diagnostic(
                code="PRT008",
                severity=Severity.WARNING,
                where=source,
                what=f"{name}が{edge}の端まであるのに、塗り足し {bleed.mm:g}mm に届いていません。",
                fix="端に白い線が出ることがあります。作った人に知らせてください。",
                page=edges.page.label,
            )
