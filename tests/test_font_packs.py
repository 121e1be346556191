"""A town's own faces for characters that ours lack, from its content folder to the PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from kit.booklets import boxes_of, runs_of
from kit.content_folders import change, copied
from kit.pdf_text import pdfium_text
from kit.tiny_font import (
    RESTRICTED,
    width_of,
    write_collection,
    write_tiny_cff,
    write_tiny_font,
)

from strategy_report.content.released import frozen_files
from strategy_report.core.geometry import Rect
from strategy_report.core.length import Length
from strategy_report.display.extent import bounds
from strategy_report.display.item import Shape
from strategy_report.pipeline import Press, build

RARE = "𠮷"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The city's content with a name that BIZ UD cannot draw, on page 5."""
    folder = copied(tmp_path)
    change(folder, "goals/1.yaml", "ワンストップ拠点", f"ワンストップ拠点（{RARE}田）")
    return folder


def ask_for(content: Path, name: str) -> None:
    change(content, "edition.yaml", "theme: kanazawa", f"theme: kanazawa\nfonts: [{name}]")


def test_without_a_pack_the_character_is_named_and_nothing_is_built(content: Path) -> None:
    checked = build(content, Press())
    assert checked.value is None
    [said] = [d for d in checked.diagnostics if d.code == "FNT001"]
    assert "「𠮷」（U+20BB7）" in said.what
    assert "fonts:" in said.fix


def test_with_a_pack_it_is_printed_and_told_as_a_compromise(content: Path) -> None:
    write_tiny_font(content / "fonts" / "tiny.ttf", RARE)
    ask_for(content, "tiny.ttf")
    checked = build(content, Press())
    assert checked.value is not None, checked.diagnostics
    assert RARE in "".join(pdfium_text(checked.value.pdf, 4))
    told = [d for d in checked.diagnostics if d.code == "CMP008"]
    assert [d.page for d in told] == ["5"]


# On the cover's spread line, in a heading, a title, a card, a caption, behind a value, in a
# measure's number line, in a legend.
PLACES = (
    ("edition.yaml", "issuer: 金沢市", "1"),
    ("plan.yaml", "subject: 2060年の金沢市の人口", "2"),
    ("goals/3.yaml", "title: イノベーションにより、", "7"),
    ("goals/3.yaml", "name: 年間宿泊客数", "7"),
    ("goals/3.yaml", "caption: 金沢未来のまち創造館", "7"),
    ("goals/3.yaml", "unit: 品", "7"),
    ("goals/4.yaml", "title: コンパクトシティの形成", "8"),
    ("wording.yaml", "legend_actual: 実績値", "6"),
)


def test_a_character_from_a_pack_is_told_wherever_it_stands(content: Path) -> None:
    for file, old, _ in PLACES:
        change(content, file, old, old + RARE)
    write_tiny_font(content / "fonts" / "tiny.ttf", RARE)
    ask_for(content, "tiny.ttf")
    checked = build(content, Press())
    assert checked.value is not None, checked.diagnostics
    told = [
        (d.what, d.page, d.where.file)
        for d in checked.diagnostics
        if d.code == "CMP008" and d.where is not None
    ]
    for file, old, page in PLACES:
        word = old.rpartition(": ")[2] + RARE
        assert any(word in w and page == p and f.endswith(file) for w, p, f in told), word


def test_states_are_of_one_width_whatever_face_draws_them(content: Path) -> None:
    goal = content / "goals" / "3.yaml"
    goal.write_text(
        goal.read_text(encoding="utf-8").replace("供用開始", f"供用開始{RARE}"), "utf-8"
    )
    write_tiny_font(content / "fonts" / "tiny.ttf", RARE)
    ask_for(content, "tiny.ttf")
    checked = build(content, Press())
    assert checked.value is not None, checked.diagnostics
    [figure] = [
        box
        for box in boxes_of(checked.value.book.pages[6])
        if box.key == "goal-3/target/value_creation_hub/figure"
    ]
    steps = [bounds(item.path) for item in figure.items if isinstance(item, Shape)]
    assert len(steps) == 3
    assert len({step.width for step in steps}) == 1


CHARACTERS = "甲乙" + RARE + "丙"


def cff_by_name(folder: Path) -> str:
    return write_tiny_cff(folder / "tiny.otf", CHARACTERS).name


def cff_by_cid(folder: Path) -> str:
    return write_tiny_cff(folder / "tiny.otf", CHARACTERS, (90, 9, 1200, 4)).name


def second_of_a_collection(folder: Path) -> str:
    first = write_tiny_font(folder / "one.ttf", "甲")
    second = write_tiny_font(folder / "two.ttf", CHARACTERS)
    write_collection(folder / "both.ttc", first, second)
    return "both.ttc#1"


def folder_of_two(folder: Path) -> str:
    write_tiny_font(folder / "names" / "a.ttf", "甲")
    font = write_tiny_cff(folder / "names" / "b.otf", CHARACTERS)
    sha256 = hashlib.sha256(font.read_bytes()).hexdigest()
    (folder / "names" / "SHA256SUMS").write_text(f"{sha256}  b.otf\n", encoding="ascii")
    return "names"


PACKS = (cff_by_name, cff_by_cid, second_of_a_collection, folder_of_two)


@pytest.mark.parametrize("made", PACKS)
def test_a_pack_of_any_make_draws_the_character_and_no_other(
    content: Path, made: Callable[[Path], str]
) -> None:
    ask_for(content, made(content / "fonts"))
    checked = build(content, Press())
    assert checked.value is not None, checked.diagnostics
    (run,) = (
        run for _, run in runs_of(checked.value.book.pages[4]) if run.face.startswith("fonts/")
    )
    bar = Rect(run.origin.x, run.origin.y - run.size * 0.8, run.size, run.size * 0.8)
    assert ink_in(checked.value.pdf, 4, bar) == pytest.approx(width_of(2) / 1000, abs=0.06)


def ink_in(pdf: bytes, page: int, rect: Rect) -> float:
    """The share of dark pixels in *rect*, which PDFium paints."""
    scale = 8
    with pypdfium2.PdfDocument(pdf) as document:
        crop = document[page].render(scale=scale, grayscale=True).to_pil()
    x, y, right, bottom = (round(edge.pt * scale) for edge in edges_of(rect))
    grays: list[int] = crop.crop((x, y, right, bottom)).histogram()
    return sum(grays[:128]) / sum(grays)


def edges_of(rect: Rect) -> tuple[Length, ...]:
    return rect.x, rect.y, rect.right, rect.bottom


def test_a_pack_on_hand_that_is_not_asked_for_is_named(content: Path) -> None:
    write_tiny_font(content / "fonts" / "other.ttf", "甲")
    folder_of_two(content / "fonts")
    checked = build(content, Press())
    [said] = [d for d in checked.diagnostics if d.code == "FNT001"]
    assert "fonts/ の「names」にこの字があります" in said.fix


def test_a_pack_goes_with_the_edition_that_it_was_used_for(content: Path) -> None:
    name = folder_of_two(content / "fonts")
    kept = frozen_files(content, ())
    assert {f"fonts/{name}/{file}" for file in ("a.ttf", "b.otf", "SHA256SUMS")} <= set(kept)


def forbidden(folder: Path) -> str:
    return write_tiny_font(folder / "tiny.ttf", RARE, RESTRICTED).name


def changed(folder: Path) -> str:
    name = folder_of_two(folder)
    write_tiny_cff(folder / name / "b.otf", RARE)
    return name


def letters(folder: Path) -> str:
    (folder / "letters.otf").write_bytes(b"OTTO1234")
    return "letters.otf"


def empty(folder: Path) -> str:
    (folder / "names").mkdir()
    return "names"


def beyond(folder: Path) -> str:
    second_of_a_collection(folder)
    return "both.ttc#7"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda _: "nowhere.ttf", "fonts/ にありません"),
        (lambda _: "../edition.yaml", "フォルダーの外を指しています"),
        (letters, "OpenType の書体ではありません"),
        (forbidden, "埋め込むことが使用許諾で禁じられています"),
        (changed, "SHA256SUMS に書いてある版と違います"),
        (empty, "書体がありません"),
        (beyond, "OpenType の書体ではありません"),
        (lambda _: "a.ttc#b", "にありません"),
    ],
)
def test_a_pack_that_cannot_be_used_is_explained(
    content: Path, made: Callable[[Path], str], said: str
) -> None:
    (content / "fonts").mkdir()
    ask_for(content, f'"{made(content / "fonts")}"')
    checked = build(content, Press())
    assert checked.value is None
    [found] = [d for d in checked.diagnostics if d.code == "FNT003"]
    assert said in found.what
    assert found.where is not None
    assert found.where.file == "content/edition.yaml"
    assert (found.quoted or "").startswith("fonts: [")
