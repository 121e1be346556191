"""What a screen reader announces, in order: a line an announcement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from strategy_report.inspection.tag_tree import Content, Tag

_HEADINGS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_PARTS = {"Document", "Part", "Sect", "Div"}
_NAMED = {"Caption": "説明", "Note": "注", "FENote": "注"}
_BLOCKS = {"P", *_HEADINGS}
_NOTES = ("Note", "FENote")
# Marks that readers pass over, or say as what they are.
_SILENT = str.maketrans(dict.fromkeys("・", ""))
_PAUSE = "、"
# Voices that a reader changes to; another is called by its code.
_VOICES = {"en": "英語", "fr": "フランス語", "de": "ドイツ語", "zh": "中国語", "ko": "韓国語"}


def transcript(root: Tag, labels: Sequence[str]) -> str:
    """All announcements; *labels* are those of the pages. Ends in a line end."""
    reader = _Reader(labels)
    return "".join(f"{line.rstrip()}\n" for line in reader.told(root))


class _Reader:
    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = labels
        self._page: int | None = None

    def told(self, tag: Tag) -> Iterator[str]:
        if tag.role in _PARTS:
            for child in tag.children:
                yield from self.told(child)
            return
        yield from self._turned(tag)
        match tag.role:
            case "L":
                yield from self._list(tag)
            case "Table":
                yield from self._table(tag)
            case role if role in _HEADINGS:
                yield f"見出し{_HEADINGS[role]}　{_said(tag)}"
            case "Note" | "FENote" if _names_itself(tag):
                yield _said(tag)
            case role if role in _NAMED:
                yield f"{_NAMED[role]}　{_said(tag)}"
            case _:
                yield _said(tag)

    def _turned(self, tag: Tag) -> Iterator[str]:
        """Says so where *tag* has content that stands on another page than what was read last."""
        page = tag.first_page
        if page is not None and page != self._page:
            self._page = page
            yield f"――{self._labels[page]}ページ――"

    def _list(self, tag: Tag) -> Iterator[str]:
        yield f"リスト　{len(tag.children)}項目"
        for item in tag.children:
            parts = {part.role: part for part in item.children}
            label = _said(parts["Lbl"]).translate(_SILENT) if "Lbl" in parts else ""
            body = parts.get("LBody")
            lines = [] if body is None else list(self._body(body))
            yield from self._turned(item)
            yield "・" + "　".join(part for part in (label, *lines[:1]) if part)
            yield from (f"　{line}" for line in lines[1:])
        yield "リストの終わり"

    def _body(self, body: Tag) -> Iterator[str]:
        if any(isinstance(kid, Content) for kid in body.kids) or not body.children:
            yield _said(body)
            return
        for child in body.children:
            yield from self.told(child)

    def _table(self, table: Tag) -> Iterator[str]:
        rows = [row for row in table.children if row.role == "TR"]
        heads = {cell.identifier: cell for row in rows for cell in row.children if cell.identifier}
        width = max((len(row.children) for row in rows), default=0)
        yield f"表　{len(rows)}行{width}列"
        for row in rows:
            for cell in row.children:
                yield from self._turned(cell)
            yield "　" + "、".join(filter(None, (self._cell(cell, heads) for cell in row.children)))
        yield "表の終わり"

    def _cell(self, cell: Tag, heads: dict[str, Tag]) -> str:
        """A cell's words behind those of its column's head, as readers tell them."""
        named = [heads[name] for name in cell.heads if name in heads]
        columns = [_said(head) for head in named if head.scope == "Column"]
        said = _said(cell) or ("" if cell.role == "TH" else "空欄")
        return " ".join(part for part in (*columns, said) if part)


def _names_itself(note: Tag) -> bool:
    return bool(note.children) and note.children[0].role == "Lbl"


def _said(tag: Tag) -> str:
    """The words of an element as they are said, without pauses before and behind them."""
    return re.sub("[　 ]*　[　 ]*", "　", _words(tag)).strip(f"{_PAUSE} ")


def _words(tag: Tag) -> str:
    """The words of an element, links and voices within it told as such."""
    match tag.role:
        case "Figure":
            return f"図　{tag.alt or '（説明なし）'}"
        case "Link" if tag.alt:
            # The mark of a note, in the middle of a sentence.
            return f"〔リンク〕{tag.alt}"
        case "Link":
            return f"〔リンク〕{_content(tag)}"
        case "Lbl" if tag.alt:
            return f"{tag.alt}　"
        case "Lbl" if tag.children:
            return f"{_content(tag)}　"
    said = tag.alt or _content(tag)
    if tag.language:
        said = f"〔{_VOICES.get(tag.language, tag.language)}〕{said}"
    # Readers say the one, the other, or both.
    return f"{said}（{tag.expansion}）" if tag.expansion else said


def _content(tag: Tag) -> str:
    if tag.actual is not None:
        return tag.actual
    if tag.children and all(child.role in _BLOCKS for child in tag.children):
        return "　".join(map(_words, tag.children))
    return "".join(
        kid.text
        if isinstance(kid, Content)
        else f"　{_words(kid)}"
        if kid.role in _NOTES
        else _words(kid)
        for kid in tag.kids
        if isinstance(kid, Tag | Content)
    )
