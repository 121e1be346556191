"""The dump: what a reviewer reads and errata compare."""

from __future__ import annotations

from kit.books import BLACK, RED, SOURCE, a_book, a_box, a_line, a_page, a_run

from strategy_report.core.geometry import Point, Rect
from strategy_report.core.length import mm, pt
from strategy_report.core.value import replace
from strategy_report.display.book import OutlineEntry
from strategy_report.display.dump import dump, dump_page
from strategy_report.display.item import (
    Group,
    Image,
    ImageSpace,
    LinkArea,
    Path,
    Picture,
    Shape,
    Stroke,
    TextLine,
)
from strategy_report.display.role import Role

SQUARE = Rect(pt(10), pt(20), pt(30), pt(30))


def lines_of(*items: object) -> list[str]:
    """What is said of items, without the page and the box around them."""
    return dump_page(a_page(a_box(*items))).splitlines()[2:]  # type: ignore[arg-type]


def test_a_line_of_text_tells_place_sizes_words_and_source() -> None:
    number = a_run("1,243", (50, 100), size=22)
    unit = a_run("人", (110, 100), size=9)
    line = TextLine(runs=(number, unit), text="1,243人")
    assert lines_of(line) == ['p1   text 50 100 22pt+9pt "1,243人" content/goals/1.yaml:9']


def test_a_box_tells_role_key_rectangle_alternative_text_and_source() -> None:
    box = a_box(role=Role.FIGURE, key="goal-1/chart", alt="棒グラフ", source=SOURCE)
    assert dump_page(a_page(box), 17).splitlines() == [
        'p17 page "1" right 210x297mm bleed 3mm',
        'p17 Figure goal-1/chart 50 40 200 16 alt "棒グラフ" content/goals/1.yaml:9',
    ]


def test_boxes_within_a_box_follow_its_items_and_are_indented() -> None:
    inner = a_box(a_line("中"), role=Role.SPAN, key="inner")
    outer = a_box(a_line("外"), role=Role.SECTION, key="outer", children=(inner,))
    assert [line.split(" content/")[0] for line in dump_page(a_page(outer)).splitlines()[1:]] == [
        "p1 Sect outer 50 40 200 16",
        'p1   text 50 50 9.5pt "外"',
        "p1   Span inner 50 40 200 16",
        'p1     text 50 50 9.5pt "中"',
    ]


def test_neighbouring_shapes_share_a_line_with_the_rectangle_around_them() -> None:
    filled = Shape(path=Path.rect(SQUARE), fill=RED)
    ruled = Shape(
        path=Path.line(Point(pt(0), pt(5)), Point(pt(100), pt(5))),
        stroke=Stroke(ink=BLACK, width=pt("0.5")),
    )
    (line,) = lines_of(filled, ruled)
    assert line.startswith("p1   2 shapes 0 5 100 45 fill red stroke ink/0.5pt #")


def test_a_shape_that_changes_inside_the_same_rectangle_changes_its_line() -> None:
    square = Shape(path=Path.rect(SQUARE), fill=RED)
    bent = Path(operators="MLLZ", coordinates=square.path.coordinates[:6])
    assert lines_of(square) != lines_of(replace(square, path=bent))


def test_pictures_groups_and_links_have_their_lines() -> None:
    image = Image(
        digest="ab" * 32,
        width_px=640,
        height_px=480,
        space=ImageSpace.RGB,
        jpeg=True,
        data=b"",
    )
    group = Group(items=(Picture(rect=SQUARE, image=image),), clip=Path.rect(SQUARE))
    site = LinkArea(rect=SQUARE, url="https://www.example.jp/", description="市のページ")
    jump = LinkArea(rect=SQUARE, page=4)
    assert lines_of(group, site, jump) == [
        "p1   group clip 10 20 30 30",
        "p1     picture 10 20 30 30 640x480px #abababab",
        'p1   link 10 20 30 30 "https://www.example.jp/" "市のページ"',
        "p1   link 10 20 30 30 p5",
    ]


def test_a_book_begins_with_what_it_says_of_itself_and_its_bookmarks() -> None:
    part = OutlineEntry(title="数値目標", page=1, y=mm(0))
    outline = (OutlineEntry(title="基本目標1", page=0, y=pt("12.5"), children=(part,)),)
    assert dump(a_book(a_page(), a_page(label="2"), outline=outline)).splitlines() == [
        'book "第2次見本町総合戦略" "見本町" "取組状況" ja-JP 2025-09-01',
        'outline p1 12.5 "基本目標1"',
        'outline   p2 0 "数値目標"',
        'p1 page "1" right 210x297mm bleed 3mm',
        'p2 page "2" right 210x297mm bleed 3mm',
    ]


def test_text_cannot_break_out_of_its_line() -> None:
    (line,) = lines_of(TextLine(runs=(), text='引用"と\n改行'))
    assert line == r'p1   text "引用\"と\n改行"'


def test_lengths_have_no_more_than_three_decimals() -> None:
    moved = a_line("字", (1 / 3, -1 / 3))
    assert lines_of(moved)[0].startswith("p1   text 0.333 -0.333 ")
