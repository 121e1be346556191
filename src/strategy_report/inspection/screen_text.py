"""Whether text can be copied, searched and read aloud as it is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from strategy_report.inspection.font_text import font_text
from strategy_report.inspection.preflight import Inspected
from strategy_report.inspection.said import Fault, fault

_MAKE_AGAIN = "strategy-report build で作り直し、ほかのソフトで書き替えないでください。"
# Ruby in kana, and dots beside what is stressed.
_ABOVE_A_LINE = re.compile(r"[ぁ-ゖァ-ヺー・•﹅﹆●○]+")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts(of: Inspected) -> Iterator[Fault]:
    """Every font is embedded and leads back to text (ISO 14289-1, 7.21)."""
    seen: set[str] = set()
    for page, label in zip(of.file.pages, of.labels, strict=True):
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            name = str(font.get("/BaseFont", ""))[1:]
            if name in seen:
                continue
            seen.add(name)
            descendants = of.file.listed(font.get("/DescendantFonts"))
            holder = descendants[0] if descendants else font
            descriptor = holder.get("/FontDescriptor", {})
            if not any(key in descriptor for key in _FILES):
                yield fault(
                    "PFL040", f"フォント「{name}」が埋め込まれていません。", _MAKE_AGAIN, page=label
                )
            elif font_text(font) is None:
                yield fault(
                    "PFL041",
                    f"フォント「{name}」の字から文字への対応（ToUnicode）がありません。",
                    _MAKE_AGAIN,
                    page=label,
                )


def text_by_the_fonts(of: Inspected) -> Iterator[Fault]:
    """What a line says it reads as is what its fonts give; spaces of the setting apart."""
    for number, contents in enumerate(of.contents):
        for piece in contents:
            # The fonts cannot say what stands beyond the words they share a glyph with.
            differs = (
                piece.actual is not None
                and piece.shown
                and not _gives(_plain(piece.shown), _plain(piece.actual))
            )
            unknown = piece.actual is None and "\ufffd" in piece.shown
            if differs or unknown:
                yield fault(
                    "PFL042",
                    f"「{piece.text[:20]}」が、コピーや検索では別の文字（「{piece.shown[:20]}」）"
                    "になります。",
                    _MAKE_AGAIN,
                    page=of.labels[number],
                )
                break


def _gives(shown: str, told: str) -> bool:
    """Whether the fonts give what is told; readings and dots above a line stand behind it."""
    above = shown.removeprefix(told)
    return shown == told or (above != shown and _ABOVE_A_LINE.fullmatch(above) is not None)


def _plain(text: str) -> str:
    return "".join(normalize("NFKC", text).split())
