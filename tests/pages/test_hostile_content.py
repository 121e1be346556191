"""Contents that no page was designed for: laid out whole, in order, and told of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kit.booklets import boxes_of
from kit.builders import prose
from kit.hostile import Maker, laid_out, misplaced_texts, read_text, town
from kit.page_rules import faults_of
from PIL import Image

from strategy_report.core.value import replace
from strategy_report.display.item import Picture
from strategy_report.display.page import Page
from strategy_report.model.edition import EditionStatus, PageKind
from strategy_report.model.indicator import Level
from strategy_report.model.plan import Goal, Measure, SdgsDirection

M = Maker()
NAMES = (
    "未整備の段階",
    "基本構想の策定",
    "基本設計と実施設計",
    "建設工事の着手",
    "供用開始",
    "全面供用",
)
DIGITS = tuple("9" * count for count in range(1, 11))

GOALS: dict[str, Callable[[], Goal]] = {
    "one of everything": lambda: M.goal(1, kpis=1, measures=1, targets=(M.target("t"),)),
    "much of everything": lambda: M.goal(
        2, kpis=9, measures=12, photos=4, targets=(M.target("t1"), M.target("t2"))
    ),
    "twenty KPI": lambda: M.goal(3, kpis=20),
    "KPI names of 60 characters": lambda: M.goal(
        4, kpis=tuple(M.indicator(f"k{n}", name=60) for n in range(4)), photos=6
    ),
    "nine KPI with names of 60": lambda: M.goal(
        4, kpis=tuple(M.indicator(f"k{n}", name=60) for n in range(9))
    ),
    "values of 1 to 10 digits": lambda: M.goal(
        1,
        kpis=tuple(M.indicator(f"k{n}", ("0", d, d)) for n, d in enumerate(DIGITS[:6])),
        targets=(M.target("t", "1234567890", "9876543210", "1000000000", unit="円"),),
    ),
    "values of 7 to 10 digits": lambda: M.goal(
        1, kpis=tuple(M.indicator(f"k{n}", (d, d, "0")) for n, d in enumerate(DIGITS[6:]))
    ),
    "a list of wide values": lambda: M.goal(
        1, kpis=tuple(M.indicator(f"k{n}", (d, d, d), unit="百万円") for n, d in enumerate(DIGITS))
    ),
    "units of 1 to 6 characters": lambda: M.goal(
        2,
        kpis=tuple(M.indicator(f"k{n}", unit="マイクロ単位"[:n]) for n in range(1, 7)),
        targets=(M.target("t", unit="マイクロ単位"),),
    ),
    "values that are not there": lambda: M.goal(
        2,
        kpis=(
            M.indicator("a", (None, "1", "2")),
            M.indicator("b", ("1", None, "2")),
            M.indicator("c", ("1", "2", None)),
            M.indicator("d", (None, None, "2")),
            M.indicator("e", ("1", None, None)),
            M.indicator("f", ("未実施", "集計中", "未定")),
        ),
        targets=(M.target("t", "1", None, "2"), M.target("r", level=Level.REFERENCE)),
    ),
    "states of 2 to 6 steps": lambda: M.goal(
        3,
        kpis=tuple(M.states(f"s{n}", NAMES[:n], (0, n // 2, n - 1)) for n in range(2, 7)),
        targets=(M.states("t", NAMES, (0, 2, 5), level=Level.NUMERIC_TARGET),),
    ),
    "a state reached, one never left": lambda: M.goal(
        3,
        kpis=(M.states("a", NAMES[:2], (0, 1, 1)), M.states("b", ("無", "有"), (0, 0, 1))),
        targets=tuple(
            M.states(f"t{n}", NAMES[:n], (0, n - 1, n - 1), level=Level.NUMERIC_TARGET)
            for n in (3, 5)
        ),
    ),
    "four numeric targets, a title of 60": lambda: M.goal(
        4, title=60, photos=1, targets=tuple(M.target(f"t{n}", name=40) for n in range(4))
    ),
    "a title of 8, no KPI": lambda: M.goal(1, title=8, kpis=0, photos=2),
    "no measures": lambda: M.goal(2, measures=0, photos=3),
    "a title and nothing else": lambda: M.goal(3, kpis=0, measures=0),
    "a numeric target and nothing else": lambda: M.goal(
        3, kpis=0, measures=0, targets=(M.target("t"),)
    ),
    "a bullet of 400, measures without bullets, notes": lambda: M.goal(
        4,
        kpis=2,
        measures=(
            M.measure(1, bullets=1, size=400),
            Measure(number=2, title=M.words(50), text=M.words(120)),
            Measure(number=3, title=M.words(10)),
        ),
        notes=tuple(M.words(70, head=f"※{n}") for n in range(1, 6)),
    ),
    "twelve measures with long titles": lambda: M.goal(
        1, kpis=3, photos=3, measures=tuple(M.measure(n + 1, title=40) for n in range(12))
    ),
    "captions of 60 with credits": lambda: M.goal(
        2, photos=tuple(M.photo(n, caption=60, credit=M.words(20)) for n in range(4))
    ),
    "goal 12, a list": lambda: M.goal(12, kpis=7, measures=1),
}


@pytest.mark.parametrize("name", GOALS)
def test_a_goal_is_laid_out_whole_and_in_order(name: str) -> None:
    plan = town(GOALS[name]())
    book, _ = laid_out(plan)
    assert faults_of(book) == []
    assert misplaced_texts(plan, book) == []


def test_a_goal_that_no_page_holds_is_continued_and_told_of() -> None:
    book, said = laid_out(town(GOALS["much of everything"]()))
    first, *others = book.pages
    assert others
    assert [d.code for d in said if d.code == "PAG001"] == ["PAG001"]
    for page in others:
        assert "（つづき）" in title_of(page)
        assert page.part == first.part


def test_a_page_that_only_matches_its_fuller_neighbour_is_not_told_to_be_full() -> None:
    easy = M.goal(1, kpis=2, measures=3)
    full = M.goal(2, kpis=4, measures=8, photos=2, targets=(M.target("t"),))
    _, said = laid_out(town(easy, full))
    told = [d.what for d in said if d.code == "PAG002"]
    assert len(told) == 2
    assert told[0].startswith("基本目標1のページは、ほかの基本目標のページに合わせて")
    assert told[1].startswith("基本目標2のページは、内容が多いので")


def test_a_list_that_goes_on_leaves_no_row_or_two_alone() -> None:
    for count in range(16, 21):
        book, _ = laid_out(town(M.goal(1, kpis=count, measures=4)))
        assert faults_of(book) == []
        rows = [
            sum("/kpi/k" in box.key and box.key.endswith("/name") for box in boxes_of(page))
            for page in book.pages
        ]
        assert sum(rows) == count
        assert len(rows) == 1 or rows[-1] >= 4


def title_of(page: Page) -> str:
    (title,) = (box for box in page.boxes if box.key.endswith("/title"))
    return "".join(item.text for item in title.items)  # type: ignore[union-attr]


def goals(count: int, *, title: int = 20) -> tuple[Goal, ...]:
    """Goals of a few KPI; each other has a numeric target."""
    return tuple(
        M.goal(
            number,
            title=title,
            kpis=number % 4 + 1,
            measures=1,
            targets=(M.target(f"t{number}", "1045", "1057", "1089", unit="万人"),)[number % 2 :],
        )
        for number in range(1, count + 1)
    )


@pytest.mark.parametrize("count", range(1, 11))
def test_the_index_holds_any_number_of_goals_on_one_page(count: int) -> None:
    book, _ = laid_out(town(*goals(count), pages=(PageKind.GOAL_INDEX,)))
    assert faults_of(book) == []
    assert len(book.pages) == 1


@pytest.mark.parametrize("title", [8, 30, 60])
def test_the_index_holds_short_and_long_titles(title: int) -> None:
    for count in (2, 4, 5, 8):
        plan = town(*goals(count, title=title), pages=(PageKind.GOAL_INDEX,))
        book, _ = laid_out(plan)
        assert faults_of(book) == []
        for goal in plan.goals:
            assert read_text(book).count(goal.title.plain()) == 1


@pytest.mark.parametrize("tied", [False, True])
@pytest.mark.parametrize(("count", "directions"), [(1, 3), (4, 5), (4, 8), (7, 6), (9, 8), (9, 17)])
def test_the_sdgs_page_holds_any_goals_and_directions(
    count: int, directions: int, *, tied: bool
) -> None:
    sdgs = town().sdgs
    assert sdgs is not None
    told = tuple(
        SdgsDirection(number=n, text=M.words(30), vision=M.words(12))
        for n in range(1, directions + 1)
    )
    pairs = [(goal, goal % directions + 1) for goal in range(1, count + 1)] if tied else []
    sdgs = replace(sdgs, directions=told, relations=tuple(pairs))
    book, _ = laid_out(town(*goals(count), pages=(PageKind.SDGS,), sdgs=sdgs))
    assert faults_of(book) == []
    read = read_text(book)
    for direction in told:
        assert read.count(direction.text.plain()) == read.count(direction.vision.plain()) == 1


@pytest.mark.parametrize(("count", "pages"), [(20, 1), (40, 2), (90, 3), (120, 3)])
def test_more_goals_than_a_page_holds_go_on_and_directions_follow(count: int, pages: int) -> None:
    plan = town(*goals(count), pages=(PageKind.SDGS,))
    book, said = laid_out(plan)
    assert faults_of(book) == []
    assert not said
    assert len(book.pages) == pages
    read = read_text(book)
    places = [read.find(goal.title.plain()) for goal in plan.goals]
    assert places == sorted(places)
    assert [read.count(goal.title.plain()) for goal in plan.goals] == [1] * count
    assert plan.sdgs is not None
    for direction in plan.sdgs.directions:
        assert read.find(direction.text.plain()) > places[-1]


@pytest.mark.parametrize("name", [3, 12, 30])
@pytest.mark.parametrize("issuer", [2, 8, 21])
def test_the_cover_holds_short_and_long_names(name: int, issuer: int) -> None:
    given = {
        "plan_name": M.words(name),
        "report_name": M.words(name),
        "issuer": M.words(issuer),
        "status": EditionStatus.RESTRICTED,
        "ordinal": prose("第10次") if name > 3 else None,
    }
    plan = town(M.goal(1), pages=(PageKind.COVER, PageKind.OVERVIEW), edition=given)
    book, _ = laid_out(plan)
    assert faults_of(book) == []


def test_an_overview_without_vision_or_strategy_is_laid_out() -> None:
    for lacking in ({"vision": None}, {"strategy": None}, {"vision": None, "strategy": None}):
        book, _ = laid_out(town(*goals(2), pages=(PageKind.OVERVIEW,), **lacking))
        assert faults_of(book) == []


def test_pages_come_in_the_order_that_the_edition_gives() -> None:
    kinds = (PageKind.INDICATOR_TABLE, PageKind.GOALS, PageKind.SDGS, PageKind.COVER)
    book, _ = laid_out(town(*goals(2), pages=kinds))
    assert [page.part for page in book.pages] == [
        "indicator-table",
        "goal-1",
        "goal-2",
        "sdgs",
        "cover",
    ]


def test_the_list_of_all_kpi_goes_on_over_pages_with_its_heads() -> None:
    plan = town(
        *(M.goal(n, kpis=9, measures=0) for n in range(1, 10)), pages=(PageKind.INDICATOR_TABLE,)
    )
    book, _ = laid_out(plan)
    assert faults_of(book) == []
    assert len(book.pages) > 2
    read = read_text(book)
    for goal in plan.goals:
        for indicator in goal.indicators:
            assert read.count(indicator.name.plain()) == 1


@pytest.fixture(scope="module")
def photographs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with photographs of every kind: turned, clear in parts, far too small."""
    folder = tmp_path_factory.mktemp("town")
    photos = folder / "photos"
    photos.mkdir()
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (900, 1350), "navy").save(photos / "portrait.jpg")
    Image.new("RGB", (2400, 600), "teal").save(photos / "panorama.png")
    Image.new("RGB", (800, 1200), "olive").save(photos / "turned.jpg", exif=turned)
    Image.new("RGBA", (1200, 800), (200, 80, 40, 90)).save(photos / "clear.png")
    Image.new("CMYK", (1200, 800)).save(photos / "press.jpg")
    Image.new("RGB", (180, 120), "gray").save(photos / "small.tif")
    return folder


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
def test_photographs_of_any_kind_fill_frames_of_one_size(photographs: Path, count: int) -> None:
    names = sorted(path.name for path in (photographs / "photos").iterdir())[:count]
    photos = tuple(M.photo(at, file=name) for at, name in enumerate(names))
    book, said = laid_out(town(M.goal(1, photos=photos, targets=(M.target("t"),))), photographs)
    assert faults_of(book) == []
    (page,) = book.pages
    pictures = [item for box in boxes_of(page) for item in box.items if isinstance(item, Picture)]
    assert len(pictures) == count
    assert len({(picture.rect.width, picture.rect.height) for picture in pictures}) == 1
    for picture in pictures:
        shown = picture.image.width_px / picture.image.height_px
        assert shown == pytest.approx(picture.rect.width.ratio(picture.rect.height), rel=0.02)
    told = [d.code for d in said if d.code.startswith("IMG")]
    assert told == ["IMG009"] * ("small.tif" in names)
