"""From a content folder to the file that a printing house takes."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from strategy_report.content.printer_file import Conditions, load_conditions
from strategy_report.core.diagnostic import Checked
from strategy_report.core.geometry import Point
from strategy_report.core.ink import BLACK
from strategy_report.core.kept import NothingKept
from strategy_report.core.length import Length
from strategy_report.core.value import Value, replace
from strategy_report.display.book import Book
from strategy_report.display.item import Picture, TextLine
from strategy_report.display.walk import items_on
from strategy_report.images.press import Intent, Plates, PressColour
from strategy_report.imposition.page_count import PAGE_UNITS, whole_sheets
from strategy_report.imposition.press_pages import bare_pages, press_pages
from strategy_report.imposition.safety import safety_faults
from strategy_report.inspection.print_conditions import PrintConditions
from strategy_report.model.plan import Plan
from strategy_report.model.printer import Printer, Rendering, Standard
from strategy_report.pages.setting import Setter
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.inking import BLACK_ALONE, PROCESS, Inking, one_spot
from strategy_report.pdf.output_intent import OutputIntent
from strategy_report.pdf.press import press_profile
from strategy_report.pipeline import Made, Press, Setup, make, theme_of
from strategy_report.store.cache import Cache

# Photographs are given to a press at this resolution at most, at 300 as a rule at least.
_PHOTO_PPI = 350
# What is said of a photograph that has not come yet.
_STAND_IN = "PAG003"
# What conditions are called where no --printer names any.
_DEFAULT = {None: "standard", Standard.X4: "standard", Standard.X1A: "x1a"}


class Colours(Enum):
    """With how many inks a booklet is printed."""

    PROCESS = "color"
    BLACK = "gray"
    SPOT = "spot"


class PrintOrder(Value):
    """What is to be printed, and how.

    Attributes:
        printer: name of the conditions; None takes the usual ones.
        standard: None takes what the conditions say.
        spot: name of the one ink, for `Colours.SPOT`.
    """

    content: Path
    printer: str | None = None
    standard: Standard | None = None
    colours: Colours = Colours.PROCESS
    spot: str = ""


class Workshop(Value):
    """Where and when a job is done: what `Press` takes."""

    cache: Cache | None = None
    made_at: int | None = None
    tell: Callable[[str], None] = lambda _: None


class Printed(Value):
    """A booklet for a printing house.

    Attributes:
        book: its pages with all that stands around them.
        added_pages: how many of them are white and fill the last sheet.
        stand_ins: how many photographs are still missing.
        pdf: the file's bytes.
    """

    plan: Plan
    printer: Printer
    book: Book
    added_pages: int
    stand_ins: int
    pdf: bytes


def print_booklet(order: PrintOrder, workshop: Workshop) -> Checked[Printed]:
    """The file for a printing house; no value where an error forbids one."""
    loaded = load_conditions(
        order.content, order.printer or _DEFAULT[order.standard], order.standard
    )
    conditions = loaded.value
    if conditions is None:
        return Checked(value=None, diagnostics=loaded.diagnostics)
    press = _press(conditions, order, workshop)
    made = make(order.content, press)
    if made.value is None:
        return Checked(value=None, diagnostics=(*loaded.diagnostics, *made.diagnostics))
    printer, edition = conditions.printer, made.value.plan.edition
    counted = whole_sheets(made.value.book, printer.stitching, edition.blank_pages, edition.source)
    filled = counted.value or made.value.book
    near = safety_faults(filled, printer, press.faces)
    converted = order.colours is Colours.PROCESS and _has_photographs(filled)
    about_profile = conditions.approximation if converted else ()
    said = (*loaded.diagnostics, *about_profile, *made.diagnostics, *counted.diagnostics, *near)
    book = _around(replace(made.value, book=filled), printer, press)
    press.tell("PDF を書き出しています")
    printed = Printed(
        plan=made.value.plan,
        printer=printer,
        book=book,
        added_pages=len(filled.pages) - len(made.value.book.pages),
        stand_ins=sum(d.code == _STAND_IN for d in made.diagnostics),
        pdf=write_pdf(book, press.faces, press.settings),
    )
    return Checked(value=printed, diagnostics=said)


def _has_photographs(book: Book) -> bool:
    return any(isinstance(item, Picture) for item in items_on(book.pages))


def inspected_by(printer: Printer, spot: str = "") -> PrintConditions:
    """What a file for *printer* is measured by; *spot* is the one that is ordered, if any.

    Who takes X-4 takes X-1a too, and not the other way round.
    """
    return PrintConditions(
        standard=printer.standard.value if printer.standard is Standard.X1A else "",
        spots=(spot,) if spot else (),
        bleed=printer.bleed,
        total_ink=printer.total_ink,
        least_line=printer.least_line,
        least_ppi=printer.least_ppi,
        page_unit=PAGE_UNITS[printer.stitching],
    )


def _press(conditions: Conditions, order: PrintOrder, workshop: Workshop) -> Press:
    printer = conditions.printer
    black = order.colours is not Colours.PROCESS
    setup = Setup(
        profile=press_profile(printer.standard, _intent(conditions), _inking(order)),
        ppi=max(_PHOTO_PPI, printer.least_ppi),
        least_ppi=printer.least_ppi,
        colour=PressColour(
            icc=conditions.icc,
            intent=_INTENTS[printer.rendering],
            total_ink=printer.total_ink,
            plates=Plates.BLACK if black else Plates.PROCESS,
        ),
        bleed=printer.bleed,
    )
    return Press(workshop.cache, workshop.made_at, workshop.tell, setup, NothingKept())


_INTENTS = {
    Rendering.PERCEPTUAL: Intent.PERCEPTUAL,
    Rendering.RELATIVE: Intent.RELATIVE,
}

# As the registry of the ICC describes them.
_DESCRIBED = {
    "FOGRA39": "Offset commercial and specialty printing, ISO 12647-2:2004/Amd 1, coated paper",
    "JC200103": "Japan Color 2001, type 3 (coated) paper",
    "JC201103": "Japan Color 2011, type 3 (coated) paper",
}


def _intent(conditions: Conditions) -> OutputIntent:
    name = conditions.printer.condition
    # X-1a may leave it at the name; a profile that is only near it must not be embedded as it.
    embedded = conditions.printer.standard is Standard.X4 or conditions.printer.profile
    return OutputIntent(
        subtype="GTS_PDFX",
        condition=name,
        describes=_DESCRIBED.get(name, name),
        registry="http://www.color.org",
        profile=(lambda: conditions.icc) if embedded else None,
        components=4,
    )


def _inking(order: PrintOrder) -> Inking:
    match order.colours:
        case Colours.PROCESS:
            return PROCESS
        case Colours.BLACK:
            return BLACK_ALONE
        case Colours.SPOT:
            return one_spot(replace(BLACK, name=order.spot, spot=order.spot))


def _around(made: Made, printer: Printer, press: Press) -> Book:
    if not printer.marks:
        return bare_pages(made.book)
    theme = theme_of(made.plan, press)
    setter = Setter(press.composer(made.plan.wording.dictionary))
    style = replace(theme.style("credit"), ink=BLACK)

    def set_words(words: str, at: Point, room: Length) -> TextLine:
        while setter.line(words, style).width > room:
            words = words[:-2] + "…"
        return setter.label(words, style, at)

    told = f"{made.plan.edition.id}　PDF/{printer.standard.value}　{printer.condition}"
    return press_pages(made.book, told, set_words)
