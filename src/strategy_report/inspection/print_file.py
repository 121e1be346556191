"""Rules about a whole file for a printing house: its standard, its condition, its pages' number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from strategy_report.core.diagnostic import Severity
from strategy_report.inspection.print_conditions import PrintConditions
from strategy_report.inspection.said import Fault, fault

_KEPT_BY = "作ったソフトで「PDF/X-4」か「PDF/X-1a」を選んで書き出し直してください。"
_X1A_VERSION = "1.4"


def stated_standard(document: Any) -> str:
    """``X-4``, ``X-1a``, another part of PDF/X by its name, or nothing."""
    stated = str(document.docinfo.get("/GTS_PDFXVersion", "")) or _in_xmp(document)
    for standard in ("X-4", "X-1a"):
        if stated.startswith(f"PDF/{standard}") and stated != "PDF/X-4p":
            return standard
    # The first X-1a states its part, and its level beside it.
    if str(document.docinfo.get("/GTS_PDFXConformance", "")).startswith("PDF/X-1a"):
        return "X-1a"
    return stated.removeprefix("PDF/")


def _in_xmp(document: Any) -> str:
    if "/Metadata" not in document.Root:
        return ""
    packet = document.Root.Metadata.read_bytes()
    start = packet.find(b"GTS_PDFXVersion")
    end = packet.find(b"PDF/X", start) if start >= 0 else -1
    return packet[end : end + 7].decode("ascii", "replace") if end >= 0 else ""


def file_faults(document: Any, conditions: PrintConditions) -> Iterator[Fault]:
    """All that is wrong apart from what single pages show."""
    standard = stated_standard(document)
    yield from _standard(standard, conditions)
    yield from _version(document, standard)
    yield from _intent(document, standard)
    yield from _required(document)
    yield from _active(document, standard)
    yield from _page_count(len(document.pages), conditions)


def _standard(standard: str, conditions: PrintConditions) -> Iterator[Fault]:
    if not standard:
        yield fault("PRE002", "PDF/X と名のっていない、ふつうの PDF です。", _KEPT_BY)
    elif standard not in ("X-4", "X-1a"):
        yield fault("PRE002", f"規格が PDF/{standard} です。", _KEPT_BY)
    elif conditions.standard and standard != conditions.standard:
        yield fault(
            "PRE002",
            f"規格が PDF/{standard} です（印刷所の条件は PDF/{conditions.standard}）。",
            f"PDF/{conditions.standard} で作り直してください。",
        )


def _version(document: Any, standard: str) -> Iterator[Fault]:
    if standard == "X-1a" and document.pdf_version > _X1A_VERSION:
        yield fault(
            "PRE003",
            f"X-1a は PDF {_X1A_VERSION} までですが、このファイルは {document.pdf_version} です。",
            _KEPT_BY,
        )


def _intent(document: Any, standard: str) -> Iterator[Fault]:
    intents = [
        intent
        for intent in document.Root.get("/OutputIntents", [])
        if str(intent.get("/S")) == "/GTS_PDFX"
    ]
    if not intents:
        yield fault(
            "PRE004", "どの印刷条件のために作ったか（出力インテント）がありません。", _KEPT_BY
        )
        return
    intent = intents[0]
    name = str(intent.get("/OutputConditionIdentifier", ""))
    profile = intent.get("/DestOutputProfile")
    if not name:
        yield fault("PRE004", "出力インテントに印刷条件の名前がありません。", _KEPT_BY)
    if profile is None and (standard == "X-4" or "/RegistryName" not in intent):
        yield fault(
            "PRE005",
            "出力インテントにプロファイルが埋め込まれていません。",
            "CMYK のプロファイルを埋め込んで作り直してください。",
        )
    if profile is not None:
        yield from _profile(profile)


def _profile(profile: Any) -> Iterator[Fault]:
    data = profile.read_bytes()
    if data[36:40] != b"acsp" or data[16:20] != b"CMYK" or int(profile.get("/N", 0)) != 4:
        yield fault(
            "PRE005",
            "出力インテントのプロファイルが、CMYK の印刷用のものではありません。",
            "印刷所の CMYK のプロファイルで作り直してください。",
        )


def _required(document: Any) -> Iterator[Fault]:
    needed = {"/Title": "題名", "/CreationDate": "作成日", "/ModDate": "更新日"}
    missing = [name for key, name in needed.items() if not str(document.docinfo.get(key, ""))]
    if str(document.docinfo.get("/Trapped", "")) not in ("/True", "/False"):
        missing.append("トラップの有無（Trapped）")
    if "/ID" not in document.trailer:
        missing.append("ファイルの識別子（ID）")
    if missing:
        yield fault("PRE006", f"PDF/X に要る {'、'.join(missing)} がありません。", _KEPT_BY)


def _active(document: Any, standard: str) -> Iterator[Fault]:
    if document.is_encrypted:
        yield fault(
            "PRE007", "パスワードか制限がかかっています。", "制限を外して作り直してください。"
        )
    names = document.Root.get("/Names", pikepdf.Dictionary())
    if "/JavaScript" in names or "/OpenAction" in document.Root or "/AcroForm" in document.Root:
        yield fault(
            "PRE008",
            "フォームか、開くと動く仕掛けがあります。",
            "仕掛けのない PDF で作り直してください。",
        )
    if standard == "X-1a" and "/OCProperties" in document.Root:
        yield fault("PRE009", "X-1a では使えないレイヤーがあります。", _KEPT_BY)


def _page_count(count: int, conditions: PrintConditions) -> Iterator[Fault]:
    missing = -count % conditions.page_unit
    if missing:
        yield fault(
            "PRE010",
            f"{count}ページは {conditions.page_unit} の倍数ではありません"
            f"（{missing}ページ足りません）。",
            "白ページを足すか、ページの数をそろえてください。",
            severity=Severity.WARNING,
        )
