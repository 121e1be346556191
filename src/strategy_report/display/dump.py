"""A book as text, one line a box or an item: what golden tests and errata compare.

    p5 P goal-1/lead 56.693 120 240.945 64 content/goals/1.yaml:9
    p5   text 56.693 133.2 9.5pt "令和6年度の出生数は1,243人で、" content/goals/1.yaml:9

A box tells its role, its key and its rectangle; a line of text where its baseline starts, its
sizes, its words and where they were written. Lengths are points with up to three decimals. Shapes
that follow each other share a line: how many, the rectangle around them, their inks, and a digest
that changes with any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby
from json import dumps

from strategy_report.core.geometry import Rect
from strategy_report.core.length import EMU_PER_PT
from strategy_report.core.source import SourceSpan
from strategy_report.display.book import Book, OutlineEntry
from strategy_report.display.box import Box
from strategy_report.display.extent import bounds
from strategy_report.display.item import (
    GlyphRun,
    Group,
    Item,
    LinkArea,
    Picture,
    Shape,
    TextLine,
)
from strategy_report.display.page import Page


def dump(book: Book) -> str:
    """The whole book: what it says of itself, its bookmarks, its pages. Ends in a line end."""
    issued = "{:04}-{:02}-{:02}".format(*book.issued)
    head = [
        f"book {_quoted(book.title)} {_quoted(book.author)} {_quoted(book.subject)}"
        f" {book.language} {issued}"
    ]
    lines = [*head, *_outline(book.outline, "")]
    for number, page in enumerate(book.pages, start=1):
        lines.extend(_page(page, number))
    return "\n".join(lines) + "\n"


def dump_page(page: Page, number: int = 1) -> str:
    """One page, as it stands in the dump of a book as its page *number*."""
    return "\n".join(_page(page, number)) + "\n"


def _outline(entries: Iterable[OutlineEntry], indent: str) -> Iterator[str]:
    for entry in entries:
        yield f"outline {indent}p{entry.page + 1} {_pt(entry.y)} {_quoted(entry.title)}"
        yield from _outline(entry.children, indent + "  ")


def _page(page: Page, number: int) -> Iterator[str]:
    size = f"{page.trim.width.mm:g}x{page.trim.height.mm:g}mm"
    bleed = f"{page.bleed.mm:g}mm"
    yield f"p{number} page {_quoted(page.label)} {page.side.value} {size} bleed {bleed}"
    for box in page.boxes:
        for line in _box(box, ""):
            yield f"p{number} {line}"


def _box(box: Box, indent: str) -> Iterator[str]:
    yield indent + _words(
        box.role.value,
        box.key or "-",
        _rect(box.rect),
        f"alt {_quoted(box.alt)}" if box.alt else "",
        _place(box.source),
    )
    yield from _items(box.items, indent + "  ")
    for child in box.children:
        yield from _box(child, indent + "  ")


def _items(items: Iterable[Item], indent: str) -> Iterator[str]:
    for are_shapes, neighbours in groupby(items, lambda item: isinstance(item, Shape)):
        if are_shapes:
            shapes = [item for item in neighbours if isinstance(item, Shape)]
            yield indent + _shapes(shapes)
        else:
            for item in neighbours:
                yield from _item(item, indent)


def _item(item: Item, indent: str) -> Iterator[str]:
    match item:
        case TextLine():
            yield indent + _text(item)
        case GlyphRun():
            yield indent + "glyphs " + _text(TextLine(runs=(item,), text=item.text))
        case Picture():
            pixels = f"{item.image.width_px}x{item.image.height_px}px"
            digest = f"#{item.image.digest[:8]}"
            yield indent + _words("picture", _rect(item.rect), pixels, digest, _place(item.source))
        case Group():
            clip = f"clip {_rect(bounds(item.clip))}" if item.clip else ""
            yield indent + _words("group", clip)
            yield from _items(item.items, indent + "  ")
        case LinkArea():
            target = _quoted(item.url) if item.url is not None else f"p{(item.page or 0) + 1}"
            description = _quoted(item.description) if item.description else ""
            yield indent + _words("link", _rect(item.rect), target, description)
        case Shape():
            yield indent + _shapes([item])


def _text(line: TextLine) -> str:
    if not line.runs:
        return _words("text", _quoted(line.text))
    first = line.runs[0].origin
    sizes = dict.fromkeys(f"{_pt(run.size)}pt" for run in line.runs)
    source = next((run.source for run in line.runs if run.source is not None), None)
    return _words(
        "text",
        _pt(first.x),
        _pt(first.y),
        "+".join(sizes),
        _quoted(line.text),
        _place(source),
    )


def _shapes(shapes: list[Shape]) -> str:
    fills = [shape.fill.name for shape in shapes if shape.fill is not None]
    strokes = [
        f"{shape.stroke.ink.name}/{_pt(shape.stroke.width)}pt"
        for shape in shapes
        if shape.stroke is not None
    ]
    digest = sha256(repr(shapes).encode()).hexdigest()[:8]
    return _words(
        f"{len(shapes)} shapes" if len(shapes) > 1 else "shape",
        _rect(bounds(*(shape.path for shape in shapes))),
        "fill " + ",".join(dict.fromkeys(fills)) if fills else "",
        "stroke " + ",".join(dict.fromkeys(strokes)) if strokes else "",
        f"#{digest}",
    )


def _rect(rect: Rect) -> str:
    return " ".join(map(_pt, (rect.x, rect.y, rect.width, rect.height)))


def _pt(emu: int) -> str:
    # Integer arithmetic, so that no machine rounds differently; ".0" goes, as do needless zeros.
    thousandths = (emu * 2000 + EMU_PER_PT) // (EMU_PER_PT * 2)
    whole, part = divmod(abs(thousandths), 1000)
    sign = "-" if thousandths < 0 else ""
    return f"{sign}{whole}.{part:03}".rstrip("0").rstrip(".")


def _place(source: SourceSpan | None) -> str:
    return f"{source.file}:{source.line}" if source is not None else ""


def _quoted(text: str) -> str:
    return dumps(text, ensure_ascii=False)


def _words(*words: str) -> str:
    return " ".join(word for word in words if word)
