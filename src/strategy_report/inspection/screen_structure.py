"""Whether a reader who cannot see the pages is told all that stands on them, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from strategy_report.inspection.preflight import Inspected
from strategy_report.inspection.said import Fault, fault
from strategy_report.inspection.tag_tree import LinkTag, Tag
from strategy_report.model.picture_words import tells_nothing

_MAKE_AGAIN = "strategy-report build で作り直し、ほかのソフトで書き替えないでください。"
UNTAGGED = fault("PFL020", "読み上げのための構造（タグ）がありません。", _MAKE_AGAIN)
# Shorter words tell nothing.
_LEAST_ALT = 4
_NOTES = ("Note", "FENote")


def is_tagged(of: Inspected) -> Iterator[Fault]:
    """Everything painted belongs to an element or is marked as furniture (ISO 14289-1, 7.1)."""
    if of.root is None or not of.file.root.get("/MarkInfo", {}).get("/Marked"):
        yield UNTAGGED
    for number, contents in enumerate(of.contents):
        loose = [piece for piece in contents if piece.mcid is None and not piece.artifact]
        if loose:
            text = "".join(piece.text for piece in loose)[:20]
            yield fault(
                "PFL021",
                f"タグの付いていない文字か図があります（「{text}」）。",
                _MAKE_AGAIN,
                page=of.labels[number],
            )


def tree_and_pages_agree(of: Inspected) -> Iterator[Fault]:
    """Each content of a page is in the tree once, and the parent tree leads back to it."""
    if of.root is None:
        return
    told = Counter((content.page, content.mcid) for content in of.root.contents())
    for number, contents in enumerate(of.contents):
        shown = {piece.mcid for piece in contents if piece.mcid is not None and not piece.artifact}
        if any(told[number, mcid] != 1 for mcid in shown):
            yield fault(
                "PFL022",
                "構造の中にない文字があるか、同じ文字が2度読まれます。",
                _MAKE_AGAIN,
                page=of.labels[number],
            )
        if len(_parents(of, number)) <= max(shown, default=-1):
            yield fault(
                "PFL023",
                "文字から構造へたどる表（ParentTree）が足りません。",
                _MAKE_AGAIN,
                page=of.labels[number],
            )


def order_of_reading(of: Inspected) -> Iterator[Fault]:
    """The tree goes through each page in the order of its contents."""
    if of.root is None:
        return
    last: dict[int, int] = {}
    told: set[int] = set()
    for content in of.root.contents():
        if content.mcid < last.get(content.page, -1) and content.page not in told:
            told.add(content.page)
            yield fault(
                "PFL024",
                f"「{content.text[:20]}」が、紙面の順と違うところで読まれます。",
                _MAKE_AGAIN,
                page=of.labels[content.page],
            )
        last[content.page] = max(content.mcid, last.get(content.page, -1))


def headings(of: Inspected) -> Iterator[Fault]:
    """They begin with H1 and skip no level (ISO 14289-1, 7.4)."""
    found = [tag for tag in of.tags() if len(tag.role) == 2 and tag.role[0] == "H"]
    levels = [0, *(int(tag.role[1]) for tag in found)]
    for (before, level), tag in zip(pairwise(levels), found, strict=True):
        if level > before + 1:
            yield fault(
                "PFL025",
                f"見出し「{tag.text[:20]}」の段が、前から飛んでいます（{before} → {level}）。",
                _MAKE_AGAIN,
                page=of.label(tag.first_page),
            )


def figures(of: Inspected) -> Iterator[Fault]:
    """Each has words that tell what is to be seen (ISO 14289-1, 7.3)."""
    for tag in of.tags():
        if tag.role == "Figure" and not _tells(tag.alt or ""):
            yield fault(
                "PFL026",
                f"図の説明（代替テキスト）がないか、説明になっていません（「{tag.alt or ''}」）。",
                "写真の alt: に、写っているものを書いて作り直してください。",
                page=of.label(tag.first_page),
            )


def tables(of: Inspected) -> Iterator[Fault]:
    """Rows are alike; heads say whose they are, and cells name heads that exist (7.5)."""
    for tag in of.tags():
        if tag.role == "Table":
            for what in _table_faults(tag):
                yield fault("PFL027", what, _MAKE_AGAIN, page=of.label(tag.first_page))


def lists(of: Inspected) -> Iterator[Fault]:
    """Lists hold items, items a label and a body (7.6)."""
    for tag in of.tags():
        wanted = {"L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"}}.get(tag.role)
        if wanted is not None and (
            not tag.children or not {child.role for child in tag.children} <= wanted
        ):
            yield fault(
                "PFL028",
                f"箇条書き「{tag.text[:20]}」の構造が壊れています。",
                _MAKE_AGAIN,
                page=of.label(tag.first_page),
            )


def notes(of: Inspected) -> Iterator[Fault]:
    """Each has an ID of its own (7.9)."""
    found = [tag for tag in of.tags() if tag.role in _NOTES]
    seen = Counter(tag.identifier for tag in found)
    for tag in found:
        if not tag.identifier or seen[tag.identifier] > 1:
            yield fault(
                "PFL029",
                f"注「{tag.text[:20]}」を指す名前がありません。",
                _MAKE_AGAIN,
                page=of.label(tag.first_page),
            )


def links(of: Inspected) -> Iterator[Fault]:
    """Each is in the tree, with its text and with words of its own (7.18.5)."""
    told = 0
    for tag in of.tags():
        pressed = [kid for kid in tag.kids if isinstance(kid, LinkTag)]
        told += len(pressed)
        if any(not kid.words for kid in pressed):
            yield fault(
                "PFL030",
                f"リンク「{tag.text[:20]}」に説明がありません。",
                _MAKE_AGAIN,
                page=of.label(tag.first_page),
            )
    for number, page in enumerate(of.file.pages):
        there = sum(
            1 for one in of.file.listed(page.get("/Annots")) if one.get("/Subtype") == "/Link"
        )
        told -= there
        if there and told < 0:
            yield fault(
                "PFL031", "構造の中にないリンクがあります。", _MAKE_AGAIN, page=of.labels[number]
            )
            told = 0


def _parents(of: Inspected, page: int) -> list[object]:
    """The parent tree's entry for a page."""
    key = of.file.pages[page].get("/StructParents")
    tree = of.file.root.StructTreeRoot.get("/ParentTree")
    if key is None or tree is None:
        return []
    entries = of.file.listed(tree.get("/Nums"))
    for number, entry in zip(entries[::2], entries[1::2], strict=False):
        if int(number) == int(key):
            return of.file.listed(entry)
    return []


def _tells(alt: str) -> bool:
    return len(alt.strip()) >= _LEAST_ALT and not tells_nothing(alt)


def _table_faults(table: Tag) -> Iterator[str]:
    rows = [row for row in table.children if row.role == "TR"]
    if len({len(row.children) for row in rows}) > 1:
        yield "表の行によって、欄の数が違います。"
    cells = [cell for row in rows for cell in row.children]
    known = {cell.identifier for cell in cells if cell.role == "TH"}
    if not known:
        yield "表に見出しの欄がありません。"
    for row in rows:
        across = all(cell.role == "TH" for cell in row.children)
        wanted = "Column" if across else "Row"
        if any(cell.role == "TH" and cell.scope != wanted for cell in row.children):
            yield "表の見出しが、行のものか列のものか、正しく示されていません。"
            break
    if any(not set(cell.heads) <= known for cell in cells):
        yield "表の欄が、ない見出しを指しています。"
