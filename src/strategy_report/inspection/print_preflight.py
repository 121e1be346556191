"""A PDF looked through as a printing house does before it makes plates (入稿検査)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.geometry import Size
from strategy_report.core.length import ZERO
from strategy_report.core.value import Value
from strategy_report.inspection.image_reader import ImageReader
from strategy_report.inspection.page_reader import read_page
from strategy_report.inspection.pdf_file import DAMAGE
from strategy_report.inspection.print_boxes import Boxes, box_faults, box_of, boxes_of
from strategy_report.inspection.print_conditions import PrintConditions
from strategy_report.inspection.print_file import file_faults, stated_standard
from strategy_report.inspection.print_marks import PrintPage, mark_faults
from strategy_report.inspection.said import Fault, counted, fault, told

# Printer's marks by annotation are part of PDF/X; they are printed, and no danger.
_HARMLESS = ("/TrapNet", "/PrinterMark")
_EXPORTED_ANEW = "元のソフトで書き出し直してください。"


class Looked(Value):
    """What a file is, and what is wrong with it.

    Attributes:
        standard: ``X-4``, ``X-1a``, or nothing.
    """

    page_count: int
    standard: str
    faults: tuple[Diagnostic, ...]


def claims_pdfx(data: bytes) -> bool:
    """Whether *data* is a PDF that says it is made for a printing house."""
    try:
        with pikepdf.open(BytesIO(data)) as document:
            return bool(stated_standard(document))
    except (pikepdf.PasswordError, *DAMAGE):
        return False


def preflight_print(data: bytes, conditions: PrintConditions) -> Looked:
    """*data*, a file of any origin, looked through page by page."""
    try:
        document = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        return _unreadable("パスワードがかかっていて開けません。")
    except pikepdf.PdfError:
        return _unreadable("PDF として読めません（PDF でないか、壊れています）。")
    with document:
        try:
            standard = stated_standard(document)
            faults = _undisturbed(
                file_faults(document, conditions),
                fault("PRE001", "ファイルの初めの部分が壊れています。", _EXPORTED_ANEW),
            )
            faults += _page_faults(document, standard, conditions)
            return Looked(page_count=len(document.pages), standard=standard, faults=told(faults))
        except DAMAGE:
            return _unreadable("PDF の骨組みが壊れていて、ページを数えられません。")


def _unreadable(what: str) -> Looked:
    unreadable = fault("PRE001", what, "作ったソフトで、制限をかけずに書き出し直してください。")
    return Looked(page_count=0, standard="", faults=told((unreadable,)))


def _undisturbed(faults: Iterator[Fault], broken: Fault) -> list[Fault]:
    """All of *faults*, or those before the file's own damage stops the search, and *broken*."""
    said: list[Fault] = []
    try:
        said.extend(faults)
    except DAMAGE:
        said.append(broken)
    return said


def _page_faults(document: Any, standard: str, conditions: PrintConditions) -> list[Fault]:
    images, said = ImageReader(), list[Fault]()
    first = document.pages[0] if len(document.pages) else None
    for index, page in enumerate(document.pages):
        label = counted(index)
        broken = fault("PRE001", "ページの初めの部分が壊れています。", _EXPORTED_ANEW, label)
        found = _undisturbed(_boxes(page, index, first, conditions), broken)
        if broken not in found:
            found += _undisturbed(_marks(page, index, standard, images, conditions), broken)
        said += found
    return said


def _boxes(page: Any, index: int, first: Any, conditions: PrintConditions) -> Iterator[Fault]:
    yield from box_faults(page, index, boxes_of(first), conditions)
    yield from _annotation_faults(page, index, boxes_of(page))


def _marks(
    page: Any, index: int, standard: str, images: ImageReader, conditions: PrintConditions
) -> Iterator[Fault]:
    boxes = boxes_of(page)
    looked_at = PrintPage(
        index=index,
        trim=Size(boxes.trim.width, boxes.trim.height),
        states_trim=boxes.states_trim,
        reach=max(boxes.bleed.beyond(boxes.trim), ZERO),
        standard=standard,
        content=read_page(page, images, (boxes.trim.left, boxes.trim.top)),
    )
    yield from mark_faults(looked_at, conditions)


def _annotation_faults(page: Any, index: int, boxes: Boxes) -> Iterator[Fault]:
    inside = [
        annotation
        for annotation in page.obj.get("/Annots", [])
        if str(annotation.get("/Subtype")) not in _HARMLESS and _touches(annotation, boxes)
    ]
    if inside:
        yield fault(
            "PRE016",
            f"リンクや注釈が {len(inside)} 個、紙面の中にあります。",
            "注釈とリンクを消して書き出し直してください。",
            counted(index),
        )


def _touches(annotation: Any, boxes: Boxes) -> bool:
    at, bleed = box_of(annotation.get("/Rect", [0, 0, 0, 0])), boxes.bleed
    across = at.left < bleed.right and at.right > bleed.left
    return across and at.bottom < bleed.top and at.top > bleed.bottom
