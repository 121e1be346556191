"""A town's own look: theme.yaml over a theme that ships."""

from __future__ import annotations

from pathlib import Path

from kit.booklets import boxes_of
from kit.content_folder import ContentFolder
from PIL import Image

from strategy_report.core.ink import contrast
from strategy_report.core.length import mm, pt
from strategy_report.display.item import Picture, Shape
from strategy_report.display.page import Page, Side
from strategy_report.pages.own_look import own_theme
from strategy_report.pipeline import Built, Press, build
from strategy_report.style.text_style import (
    Adjustment,
    BreakLevel,
    FirstBracket,
    Hang,
    LastLine,
    LineEnd,
    Reduction,
)
from strategy_report.style.theme import Motif, Theme
from strategy_report.style.themes import THEMES


def made(folder: ContentFolder) -> Built:
    checked = build(folder.path, Press())
    assert checked.value is not None, folder.messages()
    return checked.value


def theme(tmp_path: Path, text: str) -> Theme:
    folder = ContentFolder(tmp_path)
    folder.write("theme.yaml", text)
    return own_theme(made(folder).plan)


def fills(page: Page) -> set[str]:
    return {
        item.fill.hex
        for box in boxes_of(page)
        for item in box.items
        if isinstance(item, Shape) and item.fill is not None
    }


def test_a_town_without_a_file_of_its_own_looks_as_the_theme(tmp_path: Path) -> None:
    folder = ContentFolder(tmp_path)
    (folder.path / "theme.yaml").unlink()
    assert own_theme(made(folder).plan) == THEMES["plain"]


def test_what_is_not_written_is_as_in_the_theme(tmp_path: Path) -> None:
    own, plain = theme(tmp_path, "gutter: 15\n"), THEMES["plain"]
    assert own.inks == plain.inks
    assert own.master.gutter == mm(15)
    left, right = (own.master.type_area(side) for side in (Side.LEFT, Side.RIGHT))
    assert left.width == right.width == plain.master.type_area_size.width


def test_goals_take_their_colours_in_order_and_start_over(tmp_path: Path) -> None:
    colour = "  - {rgb: 9a3324, cmyk: [20, 90, 90, 25]}\n"
    own = theme(tmp_path, "goals:\n" + colour + colour.replace("9a3324", "1f5f8b"))
    assert [own.inks.goal(number).ink.hex for number in (1, 2, 3)] == [
        "#9a3324",
        "#1f5f8b",
        "#9a3324",
    ]


def test_a_tint_that_is_not_written_is_reckoned_and_readable(tmp_path: Path) -> None:
    accent = theme(tmp_path, "main: {rgb: 174a5b, cmyk: [90, 50, 35, 40]}\n").inks.main
    assert contrast(accent.ink, accent.tint) >= 4.5
    assert sum(accent.tint.cmyk) < 30


def test_sizes_are_taken_into_the_type_scale(tmp_path: Path) -> None:
    own = theme(tmp_path, "sizes: {body: 10.5, caption: 9}\n")
    assert own.style("body").char_size == pt(10.5)
    assert own.style("caption").char_size == pt(9)
    assert own.style("note") == THEMES["plain"].style("note")


def test_running_text_is_set_as_the_town_chooses_and_nothing_else_is(tmp_path: Path) -> None:
    own = theme(
        tmp_path,
        "typesetting:\n  level: 厳しい\n  adjustment: 調整量優先\n  reduction: 書籍\n  hang: 許す\n"
        "  line_end: 詰める\n  last_line: 均等割付\n  first_bracket: 半字下げ\n"
        "  western_space: 四分\n  western_most: 二分\n",
    )
    for name in ("body", "lead"):
        style = own.style(name)
        assert style.level is BreakLevel.STRICT
        assert style.adjustment is Adjustment.LEAST_CHANGE
        assert style.reduction is Reduction.BOOKS
        assert style.hang is Hang.ALLOW
        assert style.line_end is LineEnd.SOLID
        assert style.last_line is LastLine.SPREAD
        assert style.first_bracket is FirstBracket.SPACED
        assert (style.western_space, style.western_most) == (0.25, 0.5)
    assert own.style("caption") == THEMES["plain"].style("caption")


def test_a_choice_of_typesetting_that_there_is_not_is_told(tmp_path: Path) -> None:
    folder = ContentFolder(tmp_path)
    folder.write("theme.yaml", "typesetting:\n  hang: ゆるす\n")
    assert "書けるのは しない・許す・必ず です。" in folder.messages()


def test_the_pages_are_drawn_in_the_towns_colours(tmp_path: Path) -> None:
    cover, index, first, second = made(ContentFolder(tmp_path)).book.pages
    assert "#174a5b" in fills(cover)
    assert {"#174a5b", "#9a3324", "#1f5f8b"} <= fills(index)
    assert {"#9a3324"} <= fills(first)
    assert {"#1f5f8b"} <= fills(second)


def test_a_picture_stands_on_the_cover_between_title_and_horizon(tmp_path: Path) -> None:
    folder = ContentFolder(tmp_path)
    (folder.path / "photos").mkdir()
    Image.new("RGB", (1800, 1200), (90, 120, 150)).save(folder.path / "photos" / "umi.jpg")
    folder.write("theme.yaml", "motif: 絵\npicture: umi.jpg\n")
    built = made(folder)
    assert own_theme(built.plan).motif is Motif.PICTURE
    cover = built.book.pages[0]
    (picture,) = (item for box in cover.boxes for item in box.items if isinstance(item, Picture))
    title = next(box for box in boxes_of(cover) if box.key == "cover/heading")
    assert picture.rect.x == -cover.bleed
    assert picture.rect.y > title.rect.bottom
    assert picture.rect.bottom == pt(585)
