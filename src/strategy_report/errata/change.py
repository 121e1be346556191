"""The vocabulary of a comparison: what changed, where it shows, what follows from it."""

from __future__ import annotations

from enum import Enum

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value


class ChangeKind(Enum):
    """What kind of thing changed."""

    FIGURE = "数値"
    TEXT = "文"
    PHOTO = "写真"
    ORDER = "順番"
    ITEM = "項目"


class Spot(Value):
    """A place on a page where something is printed.

    Attributes:
        page: printed label of the page.
        index: of the page in the file, from 0.
        block: headings above it, outermost first: 「4つの基本目標 › 主なKPI › 年間宿泊客数」.
        line: of running text, from 1; 0 for a label, a value, an alternative text.
        text: what stands there.
        key: of its box.
    """

    page: str
    index: int
    block: str
    line: int
    text: str
    key: str


class Change(Value):
    """One thing that the two plans say differently.

    Attributes:
        kind: ITEM is a whole goal, measure, indicator or photograph that came or went.
        item: what a change record names: an indicator's or photograph's id, ``goal-3``,
            ``goal-3/measure-2``, ``vision``, ``strategy``, ``sdgs``, ``edition``, ``look``,
            ``wording``.
        field: ``baseline``, ``actual``, ``target``, ``name``, ``bullet`` …; of an ITEM what it is.
        period: of a figure, as a label: R5; else empty.
        where: for people: 「基本目標3 年間宿泊客数 実績 R5」.
        before, after: as printed; empty where it was added or removed.
        old_sources, new_sources: where the words were written.
        is_awaited: a figure that the earlier edition called preliminary, or of a later year.
    """

    kind: ChangeKind
    item: str
    field: str
    where: str
    before: str
    after: str
    period: str = ""
    old_sources: frozenset[SourceSpan] = frozenset()
    new_sources: frozenset[SourceSpan] = frozenset()
    is_awaited: bool = False


def changes_figures(change: Change) -> bool:
    """Whether a figure came, went or differs: one, or all of an indicator or of a goal."""
    whole = change.kind is ChangeKind.ITEM and change.field in ("indicator", "goal")
    return whole or change.kind is ChangeKind.FIGURE


class Located(Value):
    """A change with every place where it shows, in the old book and in the new."""

    change: Change
    old_spots: tuple[Spot, ...]
    new_spots: tuple[Spot, ...]


class ConsequenceKind(Enum):
    """What may follow from a change."""

    MET = "目標達成の判定"
    REMARK = "添え書き"
    TALLY = "集計"
    ALTERNATIVE = "読み上げの文"
    OTHER = "そのほかの表示"


class Consequence(Value):
    """What no one wrote differently, and yet is printed differently.

    Attributes:
        item: id of the indicator it belongs to; empty where it belongs to none.
        before, after: what stands there; empty for nothing.
    """

    kind: ConsequenceKind
    item: str
    where: str
    before: str
    after: str
    old_spots: tuple[Spot, ...] = ()
    new_spots: tuple[Spot, ...] = ()
