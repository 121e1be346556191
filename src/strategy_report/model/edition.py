"""One printed state of the booklet, and what it shows."""

from __future__ import annotations

from enum import Enum

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import Value
from strategy_report.display.page import Binding
from strategy_report.model.period import Period
from strategy_report.model.prose import Prose
from strategy_report.model.rate import Rate, Rounding


class EditionStatus(Enum):
    DRAFT = "案"
    RESTRICTED = "取扱注意"
    FINAL = "確定"
    CORRECTED = "訂正版"


class BlankPages(Enum):
    """Where white pages may be added."""

    NONE = "なし"
    AT_THE_END = "巻末"


class PageKind(Enum):
    """A page type, by the word that `pages:` in edition.yaml uses."""

    COVER = "表紙"
    OVERVIEW = "概要"
    GOAL_INDEX = "基本目標一覧"
    SDGS = "SDGs"
    GOALS = "基本目標"
    INDICATOR_TABLE = "KPI一覧"
    COLOPHON = "奥付"
    BLANK = "白ページ"


class EditionMark(Enum):
    """What may say, on the cover or in each foot, which copy this is."""

    NAME = "版"
    STATUS = "扱い"
    CODE = "識別番号"


class RecordKind(Enum):
    """Why something was changed."""

    CORRECTION = "訂正"
    REVISION = "改訂"
    WORDING = "文言"


class ChangeRecord(Value):
    """One change that was decided on, as ``changes:`` in edition.yaml records it.

    Attributes:
        item: id of an indicator or a photograph, ``goal-3/measure-2``, ``vision`` …
        approved_by: the officer who approved it; never published.
        decision: by which a baseline or a target was changed: a council, a date.
    """

    item: str
    kind: RecordKind
    reason: Prose
    approved_by: str = ""
    decision: str = ""
    source: SourceSpan | None = None


class Edition(Value):
    """One edition.

    Attributes:
        id: names the output file: ``kanazawa-r6``.
        ordinal, plan_name, report_name: 第2次, 金沢版総合戦略, 取組状況.
        date: 令和6年10月.
        reporting_year, reporting_source: the year whose measures are told: R5; where it stands.
        theme: name of a theme that ships, e.g. ``kanazawa`` or ``plain``.
        hidden: names of the added words (wording.yaml) that this edition does not show.
        rate, rounding: the rate that is printed of every indicator, unless it names its own.
        worse_than_baseline_for: levels (as words) whose indicators carry 基準値を下回る.
        edition_name: 初版, 訂正版 第1号; empty where none is given.
        contact: whom to ask, for the colophon and the errata.
        changes: what was changed since the edition before.
        fonts: files of faces, in the town's own folder, for characters that ours lack.
        allows_stand_ins: whether it may be released while photographs are missing.
        fonts_source: where they are listed; None where there are none.
        pages_source: where the pages are listed; None where they are the usual ones.
        binding: the edge it is bound at.
        blank_pages: where white pages may be added, so that sheets can be folded.
        cover_marks, foot_marks: what the cover and each foot say of the edition; a status of 確定
            is never said.
        watermark: whether 案 or 取扱注意 stands large and pale behind the text of every page.
    """

    id: str
    ordinal: Prose | None
    plan_name: Prose
    report_name: Prose
    date: Period
    status: EditionStatus
    issuer: Prose
    reporting_year: Period
    pages: tuple[PageKind, ...]
    theme: str = "plain"
    hidden: frozenset[str] = frozenset()
    worse_than_baseline_for: tuple[str, ...] = ("数値目標",)
    rate: Rate = Rate.NONE
    rounding: Rounding = Rounding.HALF_UP
    edition_name: str = ""
    contact: Prose | None = None
    changes: tuple[ChangeRecord, ...] = ()
    allows_stand_ins: bool = False
    pages_source: SourceSpan | None = None
    fonts: tuple[str, ...] = ()
    fonts_source: SourceSpan | None = None
    binding: Binding = Binding.LEFT
    blank_pages: BlankPages = BlankPages.NONE
    cover_marks: tuple[EditionMark, ...] = (EditionMark.STATUS,)
    foot_marks: tuple[EditionMark, ...] = (EditionMark.STATUS,)
    watermark: bool = False
    source: SourceSpan | None = None
    reporting_source: SourceSpan | None = None
    name_source: SourceSpan | None = None
