"""edition.yaml: title, date, status, pages, display choices."""

from __future__ import annotations

from strategy_report.content.kinds import Choice, Identifier, Listed, Text, When
from strategy_report.content.read_wording import PHRASES
from strategy_report.content.record import Entries, Field, Record
from strategy_report.model.edition import Edition, EditionStatus, PageKind
from strategy_report.model.indicator import Level

DEFAULT_PAGES = (
    PageKind.COVER,
    PageKind.OVERVIEW,
    PageKind.GOAL_INDEX,
    PageKind.SDGS,
    PageKind.GOALS,
)


def _edition(entries: Entries) -> Edition:
    given = entries.given(
        "id", "plan_name", "report_name", "date", "status", "issuer", "reporting_year", "theme",
        "worse_than_baseline_for",
    )  # fmt: skip
    return Edition(
        **given,
        ordinal=entries.get("ordinal"),
        pages=entries.get("pages") or DEFAULT_PAGES,
        hidden=frozenset(entries.get("hide", ())),
        source=entries.place("date"),
    )


_LEVELS = {level.value: level.value for level in Level}

EDITION = Record(
    "版の情報",
    (
        Field("id", Identifier(), "できるファイルの名前になる", needed=True),
        Field("ordinal", Text(), "「第2次」など"),
        Field("plan_name", Text(), "計画の名称", needed=True),
        Field("report_name", Text(), "「取組状況」など", needed=True),
        Field("date", When(), "発行の年月（令和6年10月）", needed=True),
        Field(
            "status",
            Choice({status.value: status for status in EditionStatus}),
            "案・取扱注意・確定・訂正版のどれか",
            needed=True,
        ),
        Field("issuer", Text(), "発行者", needed=True),
        Field("reporting_year", When(), "実施状況を報告する年度（R5）", needed=True),
        Field("theme", Choice({"kanazawa": "kanazawa", "plain": "plain"}), "見た目の名前"),
        Field(
            "pages",
            Listed(Choice({kind.value: kind for kind in PageKind})),
            "ページの種類を、出す順に",
        ),
        Field(
            "hide",
            Listed(Choice({field.key: field.key for field in PHRASES.fields})),
            "この版で出さない言葉（wording.yaml の名前）",
        ),
        Field(
            "worse_than_baseline_for",
            Listed(Choice(_LEVELS)),
            "「基準値を下回る」を書き添える指標の種類",
        ),
    ),
    _edition,
)
