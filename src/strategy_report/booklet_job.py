"""From a content folder to sheets that the office prints and folds itself."""

from __future__ import annotations

from pathlib import Path

from strategy_report.core.diagnostic import Checked
from strategy_report.core.value import Value, replace
from strategy_report.imposition.folding_guide import folding_guide
from strategy_report.imposition.office_sheet import OfficeSheet
from strategy_report.imposition.page_count import whole_sheets
from strategy_report.imposition.sheets import Duplex, Folding, sheets
from strategy_report.model.edition import BlankPages
from strategy_report.model.plan import Plan
from strategy_report.model.printer import Stitching
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.office import OFFICE
from strategy_report.pipeline import Press, make, theme_of

# A print dialogue that obeys them needs no settings made by hand (ISO 32000-1, table 150).
_DIALOGUE = {
    Duplex.SHORT: "/Duplex /DuplexFlipShortEdge /PrintScaling /None /PickTrayByPDFSize true",
    Duplex.LONG: "/Duplex /DuplexFlipLongEdge /PrintScaling /None /PickTrayByPDFSize true",
}


class Imposed(Value):
    """Sheets to be printed, and the page that says how.

    Attributes:
        sides: of all sheets.
        sheets, guide: bytes of the two files.
    """

    plan: Plan
    sides: int
    sheets: bytes
    guide: bytes


def impose_booklet(content: Path, folding: Folding, press: Press) -> Checked[Imposed]:
    """The sheets of the booklet in *content*; white pages fill the last one."""
    made = make(content, press)
    if made.value is None:
        return Checked(value=None, diagnostics=made.diagnostics)
    plan = made.value.plan
    counted = whole_sheets(
        made.value.book, Stitching.SADDLE, BlankPages.AT_THE_END, plan.edition.source
    )
    whole = counted.value or made.value.book
    laid = sheets(whole, folding)
    theme = theme_of(plan, press)
    composer = press.composer(plan.wording.dictionary)
    guide = folding_guide(whole, folding, OfficeSheet("folding", theme, composer))
    settings = replace(press.settings, profile=OFFICE, printing=_DIALOGUE[folding.duplex])
    imposed = Imposed(
        plan=plan,
        sides=len(laid.pages),
        sheets=write_pdf(laid, press.faces, settings),
        guide=write_pdf(guide, press.faces, press.settings),
    )
    return Checked(value=imposed, diagnostics=(*made.diagnostics, *counted.diagnostics))
