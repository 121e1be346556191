"""What a screen reader announces of our files, in order."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from kit.booklets import BOOKLETS, ROOT, boxes_of, built, lines_of
from kit.books import FACES, a_book, a_box, a_line, a_page
from kit.golden import assert_golden
from kit.pdf_text import read_aloud
from kit.town import a_town

from strategy_report.core.geometry import Rect
from strategy_report.core.length import pt
from strategy_report.core.value import replace
from strategy_report.display.box import Box
from strategy_report.display.item import LinkArea, TextLine, Voice
from strategy_report.display.page import Page
from strategy_report.display.role import Role
from strategy_report.pdf.document import write_pdf
from strategy_report.pipeline import Press, build

GOLDEN = ROOT / "tests" / "golden" / "kanazawa-r6-transcript.txt"
_WORDS = ("/text", "/lead", "/title", "/name")
SQUARE = Rect(pt(10), pt(20), pt(30), pt(40))


def without_signs(text: str) -> str:
    """*text* without white and signs, and without the words that signs are heard as."""
    return re.sub(r"[\s、↓【】※]|→|から|注(?=\d)", "", text)


def announced(*pages: Page) -> list[str]:
    return read_aloud(write_pdf(a_book(*pages), FACES)).splitlines()


def cell(role: Role, text: str) -> Box:
    return a_box(a_line(text), role=role, key=text)


def test_the_booklet_is_read_as_it_was_heard_and_found_good() -> None:
    assert_golden(read_aloud(built("content").pdf), Path(GOLDEN))


@pytest.mark.parametrize("name", BOOKLETS)
def test_every_figure_of_an_indicator_is_announced_once(name: str) -> None:
    # A card's numbers are in its figure, which is told by its words alone.
    booklet = built(name)
    heard = read_aloud(booklet.pdf)
    words = Counter(
        line for line in heard.splitlines() if line.startswith("図　") and "実績" in line
    )
    seen = [
        box.alt
        for page in booklet.book.pages
        for box in boxes_of(page)
        if box.role is Role.FIGURE and "実績" in box.alt
    ]
    assert words == Counter(f"図　{alt}" for alt in seen)


def test_figures_stand_nowhere_but_in_the_words_of_their_figure() -> None:
    heard = read_aloud(built("content").pdf)
    for figure in ("20,618件", "298,521人", "1,510人", "34,339件"):
        assert heard.count(figure) == 1


@pytest.mark.parametrize("name", BOOKLETS)
def test_what_is_read_is_what_stands_on_the_pages(name: str) -> None:
    heard = read_aloud(built(name).pdf).replace("〔英語〕", "").replace("〔リンク〕", "")
    for expansion in built(name).plan.wording.spoken.abbreviations.values():
        heard = heard.replace(f"（{expansion}）", "")
    heard = without_signs(heard)
    for page in built(name).book.pages:
        furniture = {box.key for box in boxes_of(page) if box.role is Role.ARTIFACT}
        for line in lines_of(page):
            if line.key.endswith(_WORDS) and line.key not in furniture:
                assert without_signs(line.text) in heard, (page.label, line.text)


def test_lists_tell_how_many_items_they_have() -> None:
    items = tuple(
        a_box(
            role=Role.LIST_ITEM,
            key=text,
            children=(a_box(a_line(text), role=Role.LIST_BODY, key=f"{text}/body"),),
        )
        for text in ("広場を開設", "相談を実施")
    )
    whole = a_box(role=Role.LIST, key="list", children=items)
    assert announced(a_page(whole)) == [
        "――1ページ――",
        "リスト　2項目",
        "・広場を開設",
        "・相談を実施",
        "リストの終わり",
    ]


def test_cells_are_told_behind_the_heads_of_their_columns() -> None:
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
    table = a_box(role=Role.TABLE, key="table", children=(head, row))
    assert announced(a_page(table))[-4:] == [
        "表　2行2列",
        "　指標、実績",
        "　出生数、実績 1,243人",
        "表の終わり",
    ]


def spoken(text: str, *voices: Voice) -> TextLine:
    return replace(a_line(text), voices=voices)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            spoken("主なKPI", Voice(2, 5, expansion="重要業績評価指標")),
            "主なKPI（重要業績評価指標）",
        ),
        (spoken("想像（IMAGINE）", Voice(3, 10, language="en")), "想像（〔英語〕IMAGINE）"),
        (spoken("再见", Voice(0, 2, language="th")), "〔th〕再见"),
        (spoken("30人→40人", Voice(3, 4, alt="から")), "30人から40人"),
        (spoken("▼施策▼", Voice(0, 1, alt="、"), Voice(3, 4, alt="、")), "施策"),
        (spoken("率※1は", Voice(1, 3, Role.REFERENCE, alt="注1")), "率注1は"),
    ],
)
def test_words_are_told_in_their_voice(line: TextLine, said: str) -> None:
    assert announced(a_page(a_box(line))) == ["――1ページ――", said]


def test_a_note_is_told_by_its_mark_or_as_a_note() -> None:
    marked = spoken("※1 速報値", Voice(0, 2, Role.LABEL, alt="注1"))
    notes = (
        a_box(marked, role=Role.NOTE, key="first"),
        a_box(a_line("数値は概数"), role=Role.NOTE, key="second"),
    )
    assert announced(a_page(*notes))[1:] == ["注1　速報値", "注　数値は概数"]


def test_marks_of_notes_that_can_be_pressed_are_told_as_links() -> None:
    text = spoken("率※1は", Voice(1, 3, Role.REFERENCE, alt="注1", note="first"))
    mark = spoken("※1 速報値", Voice(0, 2, Role.LABEL, alt="注1", note="first"))
    page = a_page(a_box(text), a_box(mark, role=Role.NOTE, key="first"))
    assert announced(page)[1:] == ["率〔リンク〕注1は", "〔リンク〕注1　速報値"]


def test_an_empty_cell_is_told_as_empty_and_parts_of_a_head_with_a_pause() -> None:
    corner = a_box(role=Role.TABLE_HEADER, key="corner")
    head = a_box(
        role=Role.TABLE_ROW, key="head", children=(corner, cell(Role.TABLE_HEADER, "基本目標1"))
    )
    parts = (a_box(a_line("1"), key="number"), a_box(a_line("自然に親しむ"), key="words"))
    row = a_box(
        role=Role.TABLE_ROW,
        key="row",
        children=(
            a_box(role=Role.TABLE_HEADER, key="direction", children=parts),
            a_box(role=Role.TABLE_DATA, key="cell"),
        ),
    )
    table = a_box(role=Role.TABLE, key="table", children=(head, row))
    assert announced(a_page(table))[-3:-1] == ["　基本目標1", "　1　自然に親しむ、基本目標1 空欄"]


def test_links_figures_and_pages_are_told_as_such() -> None:
    link = a_box(a_line("1ページ"), LinkArea(rect=SQUARE, page=0, description="目次"))
    figure = a_box(a_line("9"), role=Role.FIGURE, key="figure", alt="山の写真。")
    foot = a_box(a_line("2"), role=Role.ARTIFACT, key="foot")
    assert announced(a_page(link), a_page(figure, foot, label="2")) == [
        "――1ページ――",
        "〔リンク〕1ページ",
        "――2ページ――",
        "図　山の写真。",
    ]


def test_the_head_of_a_row_is_its_name_and_what_is_said_of_the_actual_is_told_with_it(
    tmp_path: Path,
) -> None:
    """Readers say the head again with each cell of the row."""
    rows = "\n".join(
        f"- {{id: k{at}, level: KPI, name: 来訪者数{at}, unit: 人, baseline: {{H30: 90}},"
        f" actuals: {{R5: {{value: 120, status: 速報}}}}, targets: {{R6: 100}},"
        " notes: [※9月末の数]}"
        for at in range(7)
    )
    made = build(a_town(tmp_path, rows), Press()).value
    assert made is not None
    assert (
        "　来訪者数0、基準 H30 90人、実績 R5 120人 目標達成 速報値、目標 R6 100人　注　9月末の数"
        in read_aloud(made.pdf).splitlines()
    )
