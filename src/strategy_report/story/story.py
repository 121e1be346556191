"""How the plan is told: parts in reading order, each made of blocks.

A story knows no position.
"""

from __future__ import annotations

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value
from strategy_report.model.edition import EditionStatus
from strategy_report.model.period import Period
from strategy_report.model.spoken import SpokenWords
from strategy_report.story.block import (
    IndicatorBlock,
    LegendBlock,
    MeasureBlock,
    PhotoBlock,
    Run,
    Tally,
    ValueRow,
    Words,
)


class CoverPart(Value):
    """The cover.

    Attributes:
        picture: where the look names one.
    """

    title: Words
    ordinal: Words
    report_name: Words
    date: Words
    issuer: Words
    status: EditionStatus
    status_word: Run | None
    picture: PhotoBlock | None = None


class InfluenceBlock(Value):
    name: Words
    text: Words


class PopulationBlock(Value):
    """The population vision: two rows, and between them the influences.

    Attributes:
        estimate, aim: rows whose `label` is 国の推計 / 人口ビジョン.
        aim_suffix: 確保.
        difference: 国の推計より8万5千人増加.
    """

    heading: Words
    subject: Words
    estimate: ValueRow
    aim: ValueRow
    aim_suffix: Words
    difference: Words
    influences: tuple[InfluenceBlock, ...]
    alt: str


class YearCell(Value):
    """One year of the plan's row of years."""

    label: Run
    baseline: bool = False
    planned: bool = False
    target: bool = False


class StepBlock(Value):
    title: Words
    text: Words


class StrategyBlock(Value):
    """The plan's period and its steps.

    Attributes:
        span: 推進期間　4年間, printed on the planned years.
    """

    heading: Words
    period_label: Words
    period: Words
    years: tuple[YearCell, ...]
    baseline_word: Run
    span: Run
    target_word: Run
    notes: tuple[Words, ...]
    steps: tuple[StepBlock, ...]
    alt: str


class GuideBlock(Value):
    """指標の見方: a sample card and its keys in words (all added by the design)."""

    heading: Words
    sample: IndicatorBlock
    keys: tuple[tuple[Run, Run], ...]
    badge_means: Run
    notes: tuple[Words, ...]


class OverviewPart(Value):
    title: Words
    population: PopulationBlock | None
    strategy: StrategyBlock | None
    guide: GuideBlock | None


class GoalRow(Value):
    """A goal on the index page. `page` is looked up by `goal` when pages are known."""

    goal: int
    word: Run
    title: Words
    tally: Tally | None
    indicators: tuple[IndicatorBlock, ...]


class GoalIndexPart(Value):
    """Attributes: total: 「16件のうち9件が目標達成」; `definition`: what the badge means."""

    title: Words
    total: Tally | None
    badge: Run | None
    definition: tuple[Words, ...]
    rows: tuple[GoalRow, ...]


class DirectionBlock(Value):
    number: Run
    text: Words
    vision: Words


class SdgsPart(Value):
    """The plan under the SDGs.

    Attributes:
        relations: pairs of goal number and direction number; empty: none known.
        continued: （つづき）, for the heading of a second page.
    """

    title: Words
    lead: Words
    plan_heading: Words
    goals: tuple[tuple[int, Run, Words], ...]
    directions_heading: Words
    directions: tuple[DirectionBlock, ...]
    relations: tuple[tuple[int, int], ...]
    alt: str
    continued: Run


class GoalPart(Value):
    """A goal's page or pages.

    Attributes:
        word: 基本目標.
        targets: 数値目標 and 参考値 in order.
        measures_heading: 主な施策の令和5年度の実施状況.
        continued: （つづき）, for the heading of a second page.
        page_period: key of the period that most rows of a role share, by role; a label that
            differs says so by itself.
    """

    goal: int
    word: Run
    title: Words
    targets: tuple[IndicatorBlock, ...]
    measures_heading: Words
    measures: tuple[MeasureBlock, ...]
    photos: tuple[PhotoBlock, ...]
    kpi_heading: Words
    kpis: tuple[IndicatorBlock, ...]
    legend: LegendBlock | None
    continued: Run
    notes: tuple[Words, ...] = ()
    source: SourceSpan | None = None


class IndicatorGroup(Value):
    """The indicators of one goal, in the KPI 一覧."""

    goal: int
    word: Run
    title: Words
    indicators: tuple[IndicatorBlock, ...]


class IndicatorTablePart(Value):
    """KPI 一覧: one table of all indicators. `columns`: 指標, 基準, 実績, 目標, 状況."""

    title: Words
    columns: Words
    groups: tuple[IndicatorGroup, ...]
    legend: LegendBlock | None
    continued: Run


class ColophonPart(Value):
    """奥付: which edition this is.

    Attributes:
        booklet: 第2次金沢版総合戦略　取組状況.
        rows: labels and what stands beside them.
        code_label: 識別番号; None: the code is not shown.
    """

    title: Words
    booklet: Words
    rows: tuple[tuple[Run, Words], ...]
    code_label: Run | None
    code: str = ""


class BlankPart(Value):
    """白ページ: a page left white, so that another falls where it shall."""


Part = (
    CoverPart
    | OverviewPart
    | GoalIndexPart
    | SdgsPart
    | GoalPart
    | IndicatorTablePart
    | ColophonPart
    | BlankPart
)


class PageWords(Value):
    """Words that pages of every kind carry.

    Attributes:
        running: 第2次金沢版総合戦略　取組状況（令和6年10月）, for the foot.
        thumb: characters of the thumb tab above its number: 目標.
        page_word: 5ページ's ページ.
        continued: （つづき）, for the heading of the index's further pages.
        watermark: what stands pale behind every page; None for nothing.
    """

    running: Words
    thumb: Run
    page_word: Run
    continued: Run
    watermark: Run | None = None


class Story(Value):
    """A whole booklet, told.

    Attributes:
        code: by which a copy is traced to its edition; the same for the same words.
        spoken: words that are not read as they stand.
    """

    title: str
    author: str
    issued: Period
    page_words: PageWords
    status: EditionStatus
    parts: tuple[Part, ...]
    code: str = ""
    spoken: SpokenWords = SpokenWords()
