"""Blocks of a story: what pages set, every word and figure resolved.

A block knows no position. What pages print comes from here, letter for letter.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value
from strategy_report.model import prose


class Run(prose.Words):
    """Words to be printed, with the place they were written at; every figure is filled in."""


Words = tuple[Run, ...]


def plain(words: Words) -> str:
    """The words as one string, without marks."""
    return "".join(run.text for run in words).replace("\u200b", "").replace("\u2060", "")


def without_notes(words: Words) -> Words:
    """The words for where no note stands: without the raised marks of notes."""
    return tuple(run for run in words if not run.note)


class RowRole(Enum):
    """Which of an indicator's values a row shows."""

    BASELINE = "baseline"
    ACTUAL = "actual"
    TARGET = "target"


class ValueRow(Value):
    """One value as printed: 約 2,000 人 以上 under 基準 H30, or a word in the number's place.

    Attributes:
        label: 基準, 実績 or 目標.
        period: H30.
        before: 約, or empty.
        number: digits with commas; empty where `word` stands instead.
        unit: 件; empty for none. A mixed number (34万7千人) is in `parts`, number by unit.
        after: 以上, 以下 …, or empty.
        word: 未実施, 供用開始, 全国1位; empty where there is a number.
        magnitude: in ones, for the bar; None draws no bar.
        span_note: 単年 or 平均, where this value covers another span than the actual; else empty.
        apart: it does so, and its bar is set apart from the others.
    """

    role: RowRole
    label: Run
    period: Run
    before: str = ""
    number: Run | None = None
    parts: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    after: str = ""
    word: Run | None = None
    magnitude: Decimal | None = None
    span_note: str = ""
    apart: bool = False
    source: SourceSpan | None = None


class StateStep(Value):
    """One chevron of 未整備 ▸ 供用開始 ▸ 整備.

    Attributes:
        kind: BASELINE neutral, ACTUAL reached and filled, TARGET outlined.
        label, period: 基準 H30 above it; empty for a step between.
        also: label and period of what else stands at this step (a target that is reached).
    """

    text: Run
    kind: RowRole
    label: Run
    period: Run
    reached: bool
    also: tuple[tuple[Run, Run], ...] = ()


class PathPoint(Value):
    """A year of the path; `magnitude` None breaks the line.

    Attributes:
        value: the number without its unit, or the word in its place; None: no figure at all.
    """

    period: Run
    value: Run | None = None
    magnitude: Decimal | None = None


class IndicatorBlock(Value):
    """An indicator as told: a card, a band, a row of a list.

    Attributes:
        key: its id.
        tab: 数値目標, 参考値, KPI.
        direction_note: 目標は減少 ↓; empty for none.
        rows: in the order baseline, actual, target; a value that is not there is left out.
        unit_note: （単位：…） for a long unit, printed under the name; empty for none.
        badge: 目標達成 where the actual meets the target, else None.
        chips: remarks such as 基準値を下回る, 速報値.
        states: for an indicator of states, else empty; `rows` then holds the states as words.
        path: yearly actuals, where there are several; else empty.
        met: None: not rated.
        rated: counts in tallies (a KPI that can be judged).
    """

    key: str
    tab: Run
    name: Words
    rows: tuple[ValueRow, ...]
    alt: str
    direction_note: Words = ()
    unit_note: Words = ()
    badge: Run | None = None
    chips: Words = ()
    notes: tuple[Words, ...] = ()
    states: tuple[StateStep, ...] = ()
    path: tuple[PathPoint, ...] = ()
    met: bool | None = None
    source: SourceSpan | None = None

    def row(self, role: RowRole) -> ValueRow | None:
        return next((row for row in self.rows if row.role is role), None)


class MeasureBlock(Value):
    """（1） heading, and bullets or one paragraph; `key` bears its number: measure-1."""

    key: str
    number: Run
    title: Words
    bullets: tuple[Words, ...] = ()
    text: Words = ()
    source: SourceSpan | None = None


class PhotoBlock(Value):
    """A photograph, or where `path` is None a stand-in with `stand_in` (写真準備中) on it.

    Attributes:
        path: of the file, resolved within the content folder.
        path_source: where it is named.
        measure: index (from 0) of the measure it closes; None: none is named.
        wanted: what to call it in a report of stand-ins.
    """

    key: str
    caption: Words
    path: str | None
    alt: str
    stand_in: Run | None
    focus: tuple[float, float] = (0.5, 0.5)
    credit: Words = ()
    measure: int | None = None
    path_source: SourceSpan | None = None
    source: SourceSpan | None = None


class LegendBlock(Value):
    """The keys beside a KPI heading; a None is not shown.

    Attributes:
        alt, alt_of_badge: what is read in place of all keys, and in place of the badge's alone.
    """

    baseline: Run
    actual: Run
    target: Run
    badge: Run | None
    badge_means: Run | None
    alt: str
    alt_of_badge: str


class Tally(Value):
    """「4件のうち2件が目標達成」: counted by rule.

    Attributes:
        lead: 主なKPI.
        before, count, after: 「16件のうち」「9」「件が目標達成」.
        marks: one a KPI in order: met or not; None for one that is not rated.
    """

    lead: Run
    before: Run
    count: Run
    after: Run
    marks: tuple[bool | None, ...]
