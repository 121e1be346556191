"""Whether a file for tablets and the web says of itself what it should, in both places alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from strategy_report.inspection.preflight import Inspected
from strategy_report.inspection.said import Fault, fault

_MAKE_AGAIN = "strategy-report build で作り直し、ほかのソフトで書き替えないでください。"
_PROPERTIES = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
    "/Producer": "pdf:Producer",
    "/Creator": "xmp:CreatorTool",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}
_NAMES = {
    "/Title": "題名",
    "/Author": "作成者",
    "/Subject": "主題",
    "/Keywords": "キーワード",
    "/Producer": "作ったソフト",
    "/Creator": "元のソフト",
    "/CreationDate": "作成日",
    "/ModDate": "更新日",
}


def both_places_agree(of: Inspected) -> Iterator[Fault]:
    """The information dictionary against the XMP (ISO 19005-2, 6.6.2.2)."""
    info = of.file.document.trailer.get("/Info")
    metadata = _xmp(of)
    for key, name in _PROPERTIES.items():
        if info is None or key not in info:
            continue
        here, there = str(info[key]), _property(metadata, name)
        dated = key.endswith("Date")
        if (_digits(here) != _digits(there)) if dated else (here != there):
            yield fault(
                "PFL010",
                f"文書情報の{_NAMES[key]}「{here}」が、XMP の「{there}」と違います。",
                _MAKE_AGAIN,
            )


def claims_are_stated(of: Inspected) -> Iterator[Fault]:
    """PDF/UA and PDF/A, and the colours that PDF/A asks for."""
    metadata = _xmp(of)
    for name, called in (("pdfuaid:part", "PDF/UA"), ("pdfaid:part", "PDF/A")):
        if not _property(metadata, name):
            yield fault("PFL011", f"{called} であることが書いてありません。", _MAKE_AGAIN)
    intents = [
        intent
        for intent in of.file.listed(of.file.root.get("/OutputIntents"))
        if intent.get("/S") == "/GTS_PDFA1"
    ]
    if not any(_is_profile(intent) for intent in intents):
        yield fault(
            "PFL012", "色の意味を決めるプロファイル（出力インテント）がありません。", _MAKE_AGAIN
        )


def title_and_language(of: Inspected) -> Iterator[Fault]:
    """What a reader tells first, and in which voice (ISO 14289-1, 7.1 and 7.2)."""
    if not _property(_xmp(of), "dc:title"):
        yield fault(
            "PFL013", "題名がありません。", "edition.yaml の plan_name を書いて作り直してください。"
        )
    shown = of.file.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")
    if not shown:
        yield fault("PFL014", "題名でなくファイルの名前が表示される設定です。", _MAKE_AGAIN)
    if not str(of.file.root.get("/Lang", "")).lower().startswith("ja"):
        yield fault("PFL015", "文書の言語が日本語（ja-JP）になっていません。", _MAKE_AGAIN)


def ways_through(of: Inspected) -> Iterator[Fault]:
    """Bookmarks, and the order that the Tab key goes in."""
    root = of.file.root
    if len(of.labels) > 1 and "/Outlines" not in root:
        yield fault("PFL016", "しおりがありません。", _MAKE_AGAIN)
    for page, label in zip(of.file.pages, of.labels, strict=True):
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield fault(
                "PFL017",
                "Tab キーで進む順が、読む順になっていません。",
                _MAKE_AGAIN,
                page=label,
            )


def readers_may_read(of: Inspected) -> Iterator[Fault]:
    """An encrypted file can be no PDF/A, and may shut readers out."""
    if of.file.document.is_encrypted:
        yield fault(
            "PFL018",
            "パスワードなどの制限がかかっています。",
            "公開するファイルには、制限をかけないでください。",
        )


def attachments_are_explained(of: Inspected) -> Iterator[Fault]:
    """Each attached file says what it is to the whole (ISO 19005-3, 6.8)."""
    for attached in of.file.listed(of.file.root.get("/AF")):
        if "/AFRelationship" not in attached or "/Desc" not in attached:
            name = str(attached.get("/UF", ""))
            yield fault(
                "PFL019", f"添付ファイル「{name}」に、関係か説明がありません。", _MAKE_AGAIN
            )


def _xmp(of: Inspected) -> str:
    metadata = of.file.root.get("/Metadata")
    return "" if metadata is None else str(metadata.read_bytes().decode("utf-8", "replace"))


def _property(metadata: str, name: str) -> str:
    """The words of a property, whether it is one or a list; empty where it is not there."""
    found = re.search(rf"<{name}>(.*?)</{name}>", metadata, re.DOTALL)
    return "" if found is None else unescape(re.sub(r"<[^>]*>", "", found[1]).strip())


def _digits(date: str) -> str:
    return re.sub(r"\D", "", date)


def _is_profile(intent: Any) -> bool:
    profile = intent.get("/DestOutputProfile")
    if profile is None:
        return False
    data = profile.read_bytes()
    spaces = {b"RGB ": 3, b"CMYK": 4, b"GRAY": 1}
    return data[36:40] == b"acsp" and spaces.get(data[16:20]) == int(profile.get("/N", 0))
