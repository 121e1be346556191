"""Towns that say far too much, far too little, or both: goals made to a measure.

Every text begins with a serial of its own, so that a page can be asked whether it holds each of
them, once, and in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from kit.booklets import KANAZAWA, boxes_of
from kit.builders import period, reading, state

from strategy_report.content.load import load_plan
from strategy_report.core.diagnostic import Diagnostic
from strategy_report.core.value import replace
from strategy_report.display.book import Book
from strategy_report.display.box import Box
from strategy_report.display.item import Group, Item, TextLine
from strategy_report.display.role import Role
from strategy_report.model.edition import PageKind
from strategy_report.model.indicator import Direction, Indicator, Level, Observation, Target
from strategy_report.model.plan import Goal, Measure, Photo, Plan
from strategy_report.model.prose import Prose, Words
from strategy_report.model.reading import Reading, Unit
from strategy_report.pipeline import Press, lay_out

_FILLER = (
    "高齢者や障害のある人、子育て中の人など誰もが安心して外出できるよう段差の解消や休憩所の設置を行った"
    "歩行空間の総延長を市内の全地区で計画的に延ばし、地域の団体や企業と協働して維持管理の仕組みを整え、"
    "担い手となる若い世代の参加を促すための研修会や見学会を年4回開催し、成果を広報紙とホームページで発信"
)
_SERIAL = "甲乙丙丁戊己庚辛壬癸"
_PRESS = Press()


class Maker:
    """Makes content; no two of its texts begin alike."""

    def __init__(self) -> None:
        self._serials: Iterator[int] = count()

    def words(self, length: int, head: str = "") -> Prose:
        """A text of *length* characters (or of its serial's three, if that is more)."""
        serial = next(self._serials)
        digits = "".join(_SERIAL[serial // 10**place % 10] for place in (2, 1, 0))
        room = max(0, length - len(head) - len(digits))
        text = (_FILLER * (room // len(_FILLER) + 1))[:room].rstrip("、を")
        return Prose((Words(text=head + digits + text),))

    def measure(
        self, number_: int, *, title: int = 14, bullets: int = 2, size: int = 45
    ) -> Measure:
        return Measure(
            number=number_,
            title=self.words(title),
            bullets=tuple(self.words(size) for _ in range(bullets)),
        )

    def photo(self, number_: int, *, caption: int = 14, **more: Any) -> Photo:
        return Photo(id=f"p{number_}", caption=self.words(caption), **more)

    def indicator(
        self,
        id_: str,
        values: tuple[str | Reading | None, ...] = ("100", "120", "150"),
        *,
        name: int = 14,
        unit: str = "人",
        **more: Any,
    ) -> Indicator:
        """H30 → R5 → R6; a value that is None is not there, one that is no number is a word."""
        counted = Unit(counter=unit)
        before, now, wanted = (
            None if value is None else reading(value, counted) for value in values
        )
        given: dict[str, Any] = {"level": Level.KPI, "name": self.words(name), "unit": counted}
        if before is not None:
            given["baseline"] = Observation(period=period("H30"), reading=before)
        if now is not None:
            given["actuals"] = (Observation(period=period("R5"), reading=now),)
        if wanted is not None:
            given["targets"] = (Target(period=period("R6"), reading=wanted),)
        return Indicator(id=id_, **(given | more))

    def states(
        self, id_: str, names: tuple[str, ...], places: tuple[int, int, int], **more: Any
    ) -> Indicator:
        """An indicator of states: where it began, stands and shall arrive."""
        values = tuple(state(names[place]) for place in places)
        given: dict[str, Any] = {"states": names, "direction": Direction.STATES, "unit": ""}
        return self.indicator(id_, values, **(given | more))

    def goal(self, number_: int, *, title: int = 20, **parts: Any) -> Goal:
        """*parts* are those of a `Goal`; counts stand for that many usual ones."""
        kpis = parts.pop("kpis", 4)
        measures, photos = parts.pop("measures", 4), parts.pop("photos", 0)
        if isinstance(kpis, int):
            kpis = tuple(self.indicator(f"k{number_}_{at}") for at in range(kpis))
        if isinstance(measures, int):
            measures = tuple(self.measure(at + 1) for at in range(measures))
        if isinstance(photos, int):
            photos = tuple(self.photo(at) for at in range(photos))
        return Goal(
            number=number_,
            title=self.words(title),
            indicators=(*parts.pop("targets", ()), *kpis),
            measures=measures,
            photos=photos,
            **parts,
        )

    def target(self, id_: str, *values: Any, **more: Any) -> Indicator:
        given = values or ("100", "120", "150")
        usual: dict[str, Any] = {"name": 12, "level": Level.NUMERIC_TARGET}
        return self.indicator(id_, given, **(usual | more))


@cache
def base_plan() -> Plan:
    """The city's plan, for its words and headings."""
    plan = load_plan(KANAZAWA).value
    assert plan is not None
    return plan


def town(*goals: Goal, pages: tuple[PageKind, ...] = (PageKind.GOALS,), **more: Any) -> Plan:
    base = base_plan()
    edition = replace(base.edition, pages=pages, **more.pop("edition", {}))
    return replace(base, edition=edition, goals=goals, **more)


def laid_out(plan: Plan, folder: Path = KANAZAWA) -> tuple[Book, tuple[Diagnostic, ...]]:
    """The book of *plan* with the photographs in *folder*, and what is said of its pages."""
    checked = lay_out(plan, folder, _PRESS)
    assert checked.value is not None, checked.diagnostics
    return checked.value, checked.diagnostics


def read_text(book: Book) -> str:
    """What a reader reads of the book, in order; what is repeated or decoration is left out."""
    return "".join(
        item.text
        for page in book.pages
        for box in boxes_of(page)
        if box.role is not Role.ARTIFACT
        for item in _flat(box)
    )


def texts_of(goal: Goal) -> tuple[str, ...]:
    """The texts of *goal* in the order they are read."""
    rated = goal.of(Level.NUMERIC_TARGET, Level.REFERENCE)
    measures: list[Prose] = []
    for measure in goal.measures:
        measures += (measure.title, *measure.bullets)
        if measure.text is not None:
            measures.append(measure.text)
    texts = (
        goal.title,
        *(indicator.name for indicator in rated),
        *measures,
        *(photo.caption for photo in goal.photos),
        *goal.notes,
        *(indicator.name for indicator in goal.of(Level.KPI)),
    )
    return tuple(prose.plain() for prose in texts)


def misplaced_texts(plan: Plan, book: Book) -> list[str]:
    """Texts of the goals that are not read once, or not in their order."""
    read = read_text(book)
    wrong = []
    for goal in plan.goals:
        last = -1
        for text in texts_of(goal):
            place = read.find(text)
            if read.count(text) != 1 or place < last:
                wrong.append(f"{text} ({read.count(text)} times, at {place} after {last})")
            last = max(last, place)
    return wrong


def _flat(box: Box) -> Iterator[TextLine]:
    stack: list[Item] = list(reversed(box.items))
    while stack:
        item = stack.pop()
        if isinstance(item, Group):
            stack.extend(reversed(item.items))
        elif isinstance(item, TextLine):
            yield item
