"""What goes to a printing house, all at once: the file, a proof, the job ticket, check sums."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from strategy_report.core.diagnostic import Checked, Diagnostic, Severity
from strategy_report.core.value import Value, replace
from strategy_report.images.press import Intent, Plates, PressColour
from strategy_report.imposition.job_ticket import HandedFile, Inking, Job, job_ticket
from strategy_report.imposition.office_sheet import OfficeSheet
from strategy_report.imposition.page_count import whole_sheets
from strategy_report.inspection.print_preflight import preflight_print
from strategy_report.model.edition import EditionStatus
from strategy_report.model.printer import Printer
from strategy_report.pdf.document import write_pdf
from strategy_report.pdf.office import OFFICE, OFFICE_GRAY
from strategy_report.pipeline import Press, Setup, make, theme_of
from strategy_report.print_job import (
    Colours,
    Printed,
    PrintOrder,
    Workshop,
    inspected_by,
    print_booklet,
)

# Enough to see which photograph is where, and small enough for a mail.
_PROOF_PPI = 72
TICKET, SUMS = "入稿仕様書.pdf", "SHA256SUMS.txt"
# Photographs of a job in one ink, seen on a screen.
_GRAY = PressColour(icc=b"", intent=Intent.PERCEPTUAL, total_ink=100, plates=Plates.BLACK)


class Package(Value):
    """Files by their names, in the order in which they are to be looked at.

    Attributes:
        edition: its id.
        issued: its date as year, month, day.
    """

    edition: str
    issued: tuple[int, int, int]
    files: Mapping[str, bytes]


def pack(order: PrintOrder, workshop: Workshop) -> Checked[Package]:
    """The package; no value where an error forbids it, also one that the preflight finds."""
    checked = print_booklet(order, workshop)
    printed = checked.value
    if printed is None:
        return Checked(value=None, diagnostics=checked.diagnostics)
    workshop.tell("入稿する PDF を調べています")
    looked = preflight_print(printed.pdf, inspected_by(printed.printer, order.spot))
    said = (*checked.diagnostics, *_not_final(printed), *looked.faults)
    if any(fault.severity is Severity.ERROR for fault in looked.faults):
        return Checked(value=None, diagnostics=said)
    proof = _proof(order, printed, workshop)
    if proof.value is None:
        return Checked(value=None, diagnostics=(*said, *proof.diagnostics))
    name = printed.plan.edition.id
    files = {f"{name}-print.pdf": printed.pdf, f"{name}-proof.pdf": proof.value}
    files[TICKET] = _ticket(order, printed, _outcome(looked.faults), files)
    files[SUMS] = _sums(files)
    package = Package(edition=name, issued=printed.book.issued, files=files)
    return Checked(value=package, diagnostics=said)


def _not_final(printed: Printed) -> tuple[Diagnostic, ...]:
    """What an officer may have forgotten before the file leaves the house."""
    edition = printed.plan.edition
    said = []
    if edition.status in (EditionStatus.DRAFT, EditionStatus.RESTRICTED):
        said.append(
            Diagnostic(
                code="PRT009",
                severity=Severity.WARNING,
                where=edition.source,
                what=f"状態が「{edition.status.value}」のまま入稿しようとしています。",
                fix="edition.yaml の status: を 確定 に直してください。",
            )
        )
    if printed.stand_ins:
        said.append(
            Diagnostic(
                code="PRT010",
                severity=Severity.WARNING,
                where=None,
                what=f"「写真準備中」の絵が {printed.stand_ins}点 残っています。",
                fix="写真を photos/ に入れて、file: に名前を書いてください。",
            )
        )
    return tuple(said)


def _proof(order: PrintOrder, printed: Printed, workshop: Workshop) -> Checked[bytes]:
    """The same pages in small, and as gray as they will be printed."""
    setup = Setup(profile=OFFICE, ppi=_PROOF_PPI, least_ppi=0)
    if order.colours is not Colours.PROCESS:
        setup = replace(setup, profile=OFFICE_GRAY, colour=_GRAY)
    press = Press(workshop.cache, workshop.made_at, workshop.tell, setup)
    made = make(order.content, press)
    if made.value is None:
        return Checked(value=None, diagnostics=made.diagnostics)
    book, edition = made.value.book, made.value.plan.edition
    stitching = printed.printer.stitching
    filled = whole_sheets(book, stitching, edition.blank_pages, edition.source).value or book
    return Checked(value=write_pdf(filled, press.faces, press.settings))


def _ticket(order: PrintOrder, printed: Printed, outcome: str, files: Mapping[str, bytes]) -> bytes:
    press = Press()
    theme = theme_of(printed.plan, press)
    sheet = OfficeSheet("ticket", theme, press.composer(printed.plan.wording.dictionary))
    job = Job(
        plan=printed.plan,
        printer=printed.printer,
        book=printed.book,
        inking=_inking(order, printed.printer),
        outcome=outcome,
        stand_ins=printed.stand_ins,
        files=tuple(
            HandedFile(name=name, size=len(data), sha256=sha256(data).hexdigest())
            for name, data in files.items()
        ),
    )
    return write_pdf(job_ticket(job, sheet), press.faces, press.settings)


def _inking(order: PrintOrder, printer: Printer) -> Inking:
    match order.colours:
        case Colours.PROCESS:
            return Inking(
                plates="4色（CMYK）",
                black_text="K100、オーバープリント",
                photographs=_profile(printer),
                most=f"{printer.total_ink}％ まで",
            )
        case Colours.BLACK:
            plates, ink = "墨1色（K）", "K"
        case Colours.SPOT:
            plates, ink = f"特色1色（{order.spot}）", order.spot
    return Inking(
        plates=plates,
        black_text=f"{ink} 100％、オーバープリント",
        photographs=f"グレーにして {ink} の版だけに",
        most="1色なので 100％ まで",
    )


def _profile(printer: Printer) -> str:
    if printer.profile:
        return f"{printer.profile}（{printer.rendering.value}）"
    near = "" if printer.condition == "FOGRA39" else "、近似"
    return f"同梱の FOGRA39（{printer.rendering.value}{near}）"


def _outcome(faults: tuple[Diagnostic, ...]) -> str:
    warnings = sum(fault.severity is Severity.WARNING for fault in faults)
    return f"注意 {warnings}件" if warnings else "問題なし"


def _sums(files: Mapping[str, bytes]) -> bytes:
    """As sha256sum writes and checks them."""
    lines = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return "".join(lines).encode()
