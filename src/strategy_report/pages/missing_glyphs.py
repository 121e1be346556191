"""Characters that no face can draw, found on the finished pages: a box must never be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from strategy_report.core.diagnostic import Diagnostic, error
from strategy_report.core.kept import Kept
from strategy_report.core.source import SourceSpan
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import GlyphRun, TextLine
from strategy_report.display.walk import boxes_in, items_in

_NOTDEF = 0


Packs = Callable[[str], tuple[str, ...]]


def missing_glyphs(
    book: Book, kept: Kept | None = None, packs_with: Packs = lambda _: ()
) -> tuple[Diagnostic, ...]:
    """An error for each character shown as .notdef, with its place and the pages it is on.

    Whatever set the text, and however, its glyphs end up here.

    *kept*: what was missing on pages before. *packs_with* names the packs on hand that would have
    a character.
    """
    kept = kept or Kept()
    labels: dict[_Undrawn, list[str]] = {}
    for number, page in enumerate(book.pages):
        found = kept.of(f"missing on page {number}", (page,), partial(_missing_in, page.boxes))
        for place in found:
            labels.setdefault(place, []).append(page.label)
    return tuple(
        _missing(undrawn, f"（{'、'.join(pages)} ページ）", packs_with)
        for undrawn, pages in labels.items()
    )


def missing_glyphs_in(
    boxes: Iterable[Box], packs_with: Packs = lambda _: ()
) -> tuple[Diagnostic, ...]:
    """An error for each such character in *boxes*, which are on no page yet."""
    return tuple(_missing(undrawn, "", packs_with) for undrawn in _missing_in(boxes))


# A character, or what is drawn as one, and where it was written.
_Undrawn = tuple[str, SourceSpan | None]


def _missing_in(boxes: Iterable[Box]) -> tuple[_Undrawn, ...]:
    """Each character that cannot be drawn, with the place it was written at, once."""
    runs = (run for run in _runs_of(boxes) if _NOTDEF in run.glyph_ids)
    return tuple(dict.fromkeys((text, run.source) for run in runs for text in _undrawn(run)))


def _runs_of(boxes: Iterable[Box]) -> Iterator[GlyphRun]:
    for box in boxes_in(boxes):
        for item in items_in(box.items):
            if isinstance(item, TextLine):
                yield from item.runs
            elif isinstance(item, GlyphRun):
                yield item


def _undrawn(run: GlyphRun) -> list[str]:
    pairs = zip(run.glyph_ids, run.texts, strict=True)
    return [text for glyph_id, text in pairs if glyph_id == _NOTDEF]


def _missing(undrawn: _Undrawn, pages: str, packs_with: Packs) -> Diagnostic:
    text, source = undrawn
    packs = packs_with(text)
    numbers = " ".join(f"U+{ord(character):04X}" for character in text)
    return error(
        "FNT001",
        source,
        f"「{text}」（{numbers}）の字形が書体にありません{pages}。",
        f"fonts/ の「{packs[0]}」にこの字があります。edition.yaml の fonts: に書いてください。"
        if packs
        else f"別の字に替えるか、かなで書いてください。{_where_it_may_be(text)}",
    )


# In none of BIZ UD, IPAmj, IPAex and Noto Sans CJK.
_SYMBOLS = frozenset("✔☑☐")


def _where_it_may_be(text: str) -> str:
    """Which pack is likely to have what ours lack, by what they were made for."""
    if len(text) > 1:
        known = "異体字なら IPAmj明朝（MJ文字）か Noto Sans CJK JP（Adobe-Japan1）"
    elif text in _SYMBOLS:
        known = "Noto Sans Symbols 2"
    elif text >= "㐀":
        known = "人名の漢字なら IPAmj明朝"
    else:
        known = "記号なら Noto Sans CJK JP"
    return f"その字のある書体（{known} など）を足すこともできます（edition.yaml の fonts:）。"
