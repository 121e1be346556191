"""What the file tells a reader who cannot see its pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from kit.booklets import BOOKLETS, built
from kit.books import BLACK, FACES, a_book, a_box, a_line, a_page, a_paragraph
from kit.pdf_text import opened, operators

from strategy_report.core.geometry import Rect
from strategy_report.core.length import pt
from strategy_report.display.box import Box
from strategy_report.display.item import LinkArea, Path, Shape
from strategy_report.display.page import Page
from strategy_report.display.role import Furniture, Role
from strategy_report.pdf.document import write_pdf

SQUARE = Rect(pt(10), pt(20), pt(30), pt(40))
DISC = Shape(path=Path.rect(SQUARE), fill=BLACK)


def tree(*pages: Page) -> list[str]:
    """The structure tree, a line an element, with the page and number of each content."""
    with opened(write_pdf(a_book(*pages), FACES)) as document:
        numbers = {page.objgen: number for number, page in enumerate(document.pages, start=1)}
        (root,) = [document.Root.StructTreeRoot.K]
        return list(_lines(root, numbers, ""))


def _lines(element: Any, numbers: dict[Any, int], indent: str) -> Iterator[str]:
    contents = []
    children = []
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            contents.append(f"{numbers[element.Pg.objgen]}:{kid}")
        elif "/MCID" in kid:
            contents.append(f"{numbers[kid.Pg.objgen]}:{kid.MCID}")
        elif "/Obj" in kid:
            contents.append(f"link:{kid.Obj.Contents}")
        else:
            children.append(kid)
    yield " ".join((indent + str(element.S)[1:], *contents))
    for child in children:
        yield from _lines(child, numbers, indent + "  ")


def a_tree_of(*boxes: Box) -> list[str]:
    """The lines below the document."""
    return [line[2:] for line in tree(a_page(*boxes))[1:]]


def test_boxes_become_elements_of_their_roles_and_each_line_a_content() -> None:
    item = a_box(
        role=Role.LIST_ITEM,
        key="item",
        children=(
            a_box(DISC, role=Role.LABEL, key="disc", alt="・"),
            a_box(a_line("一行目"), a_line("二行目"), role=Role.LIST_BODY, key="text"),
        ),
    )
    heading = a_box(a_line("見出し"), role=Role.H1, key="heading")
    assert a_tree_of(heading, a_box(role=Role.LIST, key="list", children=(item,))) == [
        "H1 1:0",
        "L",
        "  LI",
        "    Lbl 1:1",
        "    LBody 1:2 1:3",
    ]


def test_a_box_of_the_same_key_continues_on_the_next_column_and_page() -> None:
    one = a_box(a_line("前半は"), key="goal-1/lead")
    two = a_box(a_line("後半"), key="goal-1/lead")
    pages = (a_page(one, one, part="goal-1"), a_page(two, part="goal-1"), a_page(two, part="x"))
    assert tree(*pages) == ["Document", "  Sect", "    P 1:0 1:1 2:0", "  Sect", "    P 3:0"]


def test_what_holds_nothing_is_no_element_but_an_empty_cell_stays() -> None:
    cells = (
        a_box(role=Role.TABLE_DATA, key="a"),
        a_box(a_line("値"), role=Role.TABLE_DATA, key="b"),
    )
    row = a_box(role=Role.TABLE_ROW, key="row", children=cells)
    table = a_box(role=Role.TABLE, key="table", children=(row,))
    empty = a_box(role=Role.SECTION, key="empty", children=(a_box(key="none"),))
    assert a_tree_of(empty, table) == ["Table", "  TR", "    TD", "    TD 1:0"]


def test_a_link_holds_the_text_of_its_box_and_its_annotation() -> None:
    area = LinkArea(rect=SQUARE, page=0, description="目次")
    assert a_tree_of(a_box(a_line("1ページ"), area)) == ["P", "  Link 1:0 link:目次"]


def test_the_parent_tree_leads_back_from_every_content_and_link() -> None:
    area = LinkArea(rect=SQUARE, page=0, description="目次")
    data = write_pdf(
        a_book(a_page(a_paragraph(("一", "二"))), a_page(a_box(a_line("三"), area))), FACES
    )
    with opened(data) as document:
        found = list(document.Root.StructTreeRoot.ParentTree.Nums)
        keys = [int(key) for key in found[::2]]
        assert keys == [0, 1, 2]
        assert [page.StructParents for page in document.pages] == [0, 1]
        assert document.pages[1].Annots[0].StructParent == 2
        assert [str(element.S) for element in found[1]] == ["/P", "/P"]
        assert [str(element.S) for element in found[3]] == ["/Link"]
        assert str(found[5].S) == "/Link"
        assert document.Root.StructTreeRoot.ParentTreeNextKey == 3
        assert [page.Tabs for page in document.pages] == ["/S", "/S"]


def test_cells_name_the_heads_of_their_column_and_row() -> None:
    def cell(role: Role, text: str) -> Box:
        return a_box(a_line(text), role=role, key=text)

    head = a_box(
        role=Role.TABLE_ROW,
        key="head",
        children=(cell(Role.TABLE_HEADER, "指標"), cell(Role.TABLE_HEADER, "実績")),
    )
    row = a_box(
        role=Role.TABLE_ROW,
        key="row",
        children=(cell(Role.TABLE_HEADER, "出生数"), cell(Role.TABLE_DATA, "1,243人")),
    )
    table = a_box(role=Role.TABLE, key="table", children=(head, row), alt="指標の実績。")
    with opened(write_pdf(a_book(a_page(table)), FACES)) as document:
        found = document.Root.StructTreeRoot.K.K
        assert str(found.A.Summary) == "指標の実績。"
        (name, actual), (birth, value) = (list(line.K) for line in found.K)
        assert [str(one.A.Scope) for one in (name, actual, birth)] == ["/Column", "/Column", "/Row"]
        assert list(value.A.Headers) == [actual.ID, birth.ID]
        named = list(document.Root.StructTreeRoot.IDTree.Names)
        assert [str(named[place]) for place in (0, 2, 4)] == ["00000", "00001", "00002"]
        assert named[5].objgen == birth.objgen


def test_a_figure_has_its_words_and_its_place() -> None:
    figure = a_box(DISC, role=Role.FIGURE, key="figure", rect=SQUARE, alt="山の写真。")
    with opened(write_pdf(a_book(a_page(figure)), FACES)) as document:
        found = document.Root.StructTreeRoot.K.K
        assert str(found.Alt) == "山の写真。"
        assert [float(side) for side in found.A.BBox] == pytest.approx([10, 781.89, 40, 821.89])


def test_furniture_says_what_it_is_and_is_not_read() -> None:
    foot = a_box(a_line("5"), role=Role.ARTIFACT, key="foot", furniture=Furniture.FOOTER)
    rule = a_box(DISC, role=Role.ARTIFACT, key="rule")
    data = write_pdf(a_book(a_page(foot, rule)), FACES)
    marks = [dict(operands[1]) for operator, operands in operators(data) if operator == "BDC"]
    assert marks[0] == {"/Type": pikepdf.Name.Pagination, "/Subtype": pikepdf.Name.Footer}
    assert marks[1] == {"/Type": pikepdf.Name.Layout}
    with opened(data) as document:
        assert "/K" not in document.Root.StructTreeRoot.K


@pytest.mark.parametrize("name", BOOKLETS)
def test_no_mark_but_a_line_s_stands_within_another_and_nothing_outside(name: str) -> None:
    data = built(name).pdf
    shows = {"TJ", "f", "S", "B", "Do"}
    for page in range(len(built(name).book.pages)):
        within: list[str] = []
        for operator, operands in operators(data, page):
            if operator == "BDC":
                assert within in ([], ["/Artifact"]), (page, within)
                within.append(str(operands[0]))
            elif operator == "EMC":
                within.pop()
            elif operator in shows:
                assert within, (page, operator)


@pytest.mark.parametrize("name", BOOKLETS)
def test_headings_of_a_booklet_skip_no_level(name: str) -> None:
    with opened(built(name).pdf) as document:
        levels = [int(role[1]) for role in _roles(document.Root.StructTreeRoot.K) if role[0] == "H"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def _roles(element: Any) -> Iterator[str]:
    yield str(element.S)[1:]
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _roles(kid)
