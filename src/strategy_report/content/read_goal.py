"""One goal's file: title, indicators, measures, photographs."""

from __future__ import annotations

from typing import Any

from strategy_report.content.kinds import (
    Derived,
    Identifier,
    Listed,
    Share,
    Text,
    Whole,
    Word,
)
from strategy_report.content.photo_file import photo_name
from strategy_report.content.read_indicator import INDICATOR
from strategy_report.content.record import Entries, Field, Record
from strategy_report.model.plan import Goal, Measure, Photo


def _measure(entries: Entries) -> Measure:
    return Measure(
        source=entries.span, **entries.given("number", "title", "bullets", "text", "doubts")
    )


def _photo(entries: Entries) -> Photo:
    return Photo(
        source=entries.span,
        file_source=entries.place("file") if entries.get("file") else None,
        **entries.given(*(f.key for f in PHOTO.fields)),
    )


def _goal(entries: Entries) -> Goal | None:
    measures: tuple[Measure, ...] = entries.get("measures", ())
    seen: set[int] = set()
    for measure in measures:
        if measure.number in seen:
            entries.report.error(
                "KEY004",
                measure.source,
                f"施策の番号 {measure.number} が2度使われています。",
                "番号を 1 から順に、1つずつ違えて書いてください。",
            )
        seen.add(measure.number)
    given: dict[str, Any] = entries.given("number", "title", "indicators", "photos", "notes")
    given.setdefault("indicators", ())
    return Goal(
        source=entries.span,
        measures=tuple(sorted(measures, key=lambda measure: measure.number)),
        **given,
    )


MEASURE = Record(
    "施策",
    (
        Field("number", Whole(1, 99), "番号。紙面ではこの順に並ぶ", needed=True),
        Field("title", Text(), "施策の名称", needed=True),
        Field("bullets", Listed(Text()), "実施状況を1項目ずつ"),
        Field("text", Text(), "箇条書きでないときの文"),
        Field("doubts", Listed(Text()), "市に確かめること。印字しない"),
    ),
    _measure,
)

PHOTO = Record(
    "写真",
    (
        Field("id", Identifier(), "写真の名前（半角英字）", needed=True),
        Field("caption", Text(), "写真の下に書く説明", needed=True),
        Field(
            "file",
            Derived("ファイルの名前", photo_name, {"type": ["string", "null"]}),
            "photos/ の中のファイルの名前。まだないときは書かない",
        ),
        Field("alt", Word(), "写真に写っているもの（読み上げ用）"),
        Field("credit", Text(), "提供者"),
        Field("permission", Text(), "掲載の許可。印字しない"),
        Field("focus", Share(), "切り抜きで残す点。左からと上からの割合"),
        Field("measure", Whole(1, 99), "この写真が付く施策の番号"),
        Field("doubts", Listed(Text()), "市に確かめること。印字しない"),
    ),
    _photo,
)

GOAL = Record(
    "基本目標",
    (
        Field("number", Whole(1, 999), "基本目標の番号", needed=True),
        Field("title", Text(), "基本目標。「|」は折り返してよい所", needed=True),
        Field("indicators", Listed(INDICATOR), "数値目標・KPI・参考値を、紙面に出す順に"),
        Field("measures", Listed(MEASURE), "主な施策"),
        Field("photos", Listed(PHOTO), "写真"),
        Field("notes", Listed(Text()), "ページの終わりに置く※の注。「※」も書く"),
    ),
    _goal,
)
