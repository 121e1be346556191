"""入稿仕様書: the sheet that goes to the printing house and says what to make of the file."""

from __future__ import annotations

from collections.abc import Iterator

from strategy_report.core.length import EMU_PER_PT, mm
from strategy_report.core.value import Value
from strategy_report.display.book import Book
from strategy_report.display.item import GlyphRun, Picture, TextLine
from strategy_report.display.walk import items_on
from strategy_report.imposition.office_sheet import OfficeSheet
from strategy_report.model.plan import Plan
from strategy_report.model.printer import Printer

_NAME = "入稿仕様書"
# Left for the officer to write in by hand.
_TO_FILL_IN = ("部数", "用紙（表紙・本文）", "納品の日と場所", "校正（回数、色校正）")


# Names of files are long, and broken nowhere.
_FILE_NAMES = mm(70)


class HandedFile(Value):
    """A file that goes along."""

    name: str
    size: int
    sha256: str


class Inking(Value):
    """With which inks the job is printed, in words.

    Attributes:
        plates: 「4色（CMYK）」.
        black_text: how text in black is printed.
        photographs: what they were converted with.
        most: how much ink there may be in one place.
    """

    plates: str
    black_text: str
    photographs: str
    most: str


class Job(Value):
    """What is handed over.

    Attributes:
        stand_ins: how many photographs are still missing.
        outcome: of the preflight, in words.
    """

    plan: Plan
    printer: Printer
    book: Book
    inking: Inking
    outcome: str
    stand_ins: int
    files: tuple[HandedFile, ...]


def job_ticket(job: Job, sheet: OfficeSheet) -> Book:
    """The ticket as a book of one page."""
    sheet.title(_NAME)
    sheet.paragraph(f"{job.book.title}　{job.plan.edition.date.long()}")
    sheet.gap(sheet.styles.body.line_feed / 2)
    sheet.table(("項目", "内容"), tuple(_rows(job)))
    sheet.table(("印刷の内容", ""), tuple((name, "") for name in _TO_FILL_IN))
    files = tuple(
        (one.name, f"{one.size:,} バイト　SHA-256 {one.sha256[:16]}…") for one in job.files
    )
    sheet.table(("ファイル", "大きさと照合番号（すべての桁は SHA256SUMS.txt）"), files, _FILE_NAMES)
    return sheet.book(f"{job.book.title}　{_NAME}", job.book)


def _rows(job: Job) -> Iterator[tuple[str, str]]:
    printer, book, edition = job.printer, job.book, job.plan.edition
    trim = book.pages[0].trim
    yield "仕上がり", f"{trim.width.mm:g}×{trim.height.mm:g}mm（{_paper(trim.width.mm)}）"
    yield "ページ", _pages(book)
    yield "とじ方", f"{printer.stitching.value}、{book.binding.value}"
    yield "色", job.inking.plates
    yield "ファイル", f"PDF/{printer.standard.value}（単ページ）"
    marks = "角トンボ（内外二重）とセンタートンボ" if printer.marks else "トンボなし"
    yield "塗り足し", f"{printer.bleed.mm:g}mm、{marks}"
    yield "印刷条件", f"{printer.condition}、{printer.name}"
    yield "写真の色", job.inking.photographs
    yield "インキの総量", job.inking.most
    yield "墨の文字", job.inking.black_text
    yield "写真", _photographs(book, printer.least_ppi, job.stand_ins)
    yield "フォント", f"すべて埋め込み（{'、'.join(_faces(book))}）"
    yield "入稿前の検査", job.outcome
    yield (
        "状態",
        edition.status.value + (f"（{edition.edition_name}）" if edition.edition_name else ""),
    )
    yield "発行者", edition.issuer.plain()
    yield "連絡先", edition.contact.plain() if edition.contact is not None else ""


def _paper(width_mm: float) -> str:
    return {210: "A4", 148: "A5", 182: "B5"}.get(round(width_mm), "特殊な大きさ")


def _pages(book: Book) -> str:
    blank = sum(1 for page in book.pages if not page.boxes)
    inside = f"、白ページ {blank} を含む" if blank else ""
    return f"{len(book.pages)}ページ（表紙を含む{inside}）"


def _photographs(book: Book, least_ppi: int, stand_ins: int) -> str:
    waiting = f"「写真準備中」の絵 {stand_ins}点" if stand_ins else ""
    found = [item for item in items_on(book.pages) if isinstance(item, Picture)]
    if not found:
        return waiting or "なし"
    coarsest = min(int(one.image.width_px * 72 * EMU_PER_PT / int(one.rect.width)) for one in found)
    below = "" if coarsest >= least_ppi else f"（{least_ppi} ppi に足りないものがあります）"
    told = f"{len(found)}点、いちばん粗いもので {coarsest} ppi{below}"
    return f"{told}、{waiting}" if waiting else told


def _faces(book: Book) -> list[str]:
    names: set[str] = set()
    for item in items_on(book.pages):
        runs = item.runs if isinstance(item, TextLine) else ()
        if isinstance(item, GlyphRun):
            runs = (item,)
        names.update(run.face for run in runs)
    return sorted(names)
