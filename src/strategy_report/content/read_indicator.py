"""Indicators: the fields of one, and how its figures become readings."""

from __future__ import annotations

from typing import Any

from strategy_report.content.kinds import (
    Choice,
    Derived,
    Identifier,
    Kind,
    Listed,
    Schema,
    Text,
    When,
    Word,
)
from strategy_report.content.one_text import scalar_of
from strategy_report.content.read_figures import FigureReader, Readings, with_kind
from strategy_report.content.reading_text import read_unit
from strategy_report.content.record import Entries, Field, Record
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Mapping as MappingNode
from strategy_report.content.yaml_tree import Node
from strategy_report.core.value import replace
from strategy_report.model.indicator import (
    Aggregation,
    Direction,
    Indicator,
    Level,
    Observation,
)
from strategy_report.model.period import YearKind
from strategy_report.model.rate import Rate
from strategy_report.model.reading import Unit
from strategy_report.model.relative_target import relative_share


def _relative(text: str) -> str:
    """「1割減」 「5％増」 as typed.

    Raises:
        ValueError: it is neither.
    """
    if relative_share(text) is None:
        raise ValueError(
            f"「{text}」は増減の割合として読めません。",
            "「1割減」「5％増」「半減」「倍増」のように書いてください。",
        )
    return text


_UNIT = Record(
    "単位",
    (
        Field("counter", Word(), "数えるもの（人、件、円/人 など）"),
        Field("scale", Word(), "桁（千、万、百万、億 など）"),
    ),
    lambda entries: replace(
        read_unit(f"{entries.get('scale', '')}＿"), counter=entries.get("counter", "")
    ),
)


class _UnitKind(Kind):
    """「万人」, or its counter and scale apart."""

    called = "単位"

    def read(self, node: Node, report: Report) -> Any:
        if isinstance(node, MappingNode):
            return _UNIT.read(node, report)
        scalar = scalar_of(node, self.called, report)
        return None if scalar is None else read_unit(scalar.text)

    def schema(self) -> Schema:
        return {"anyOf": [{"type": ["string", "null"]}, _UNIT.schema()]}


def _words(kind: type[Any]) -> dict[str, Any]:
    return {member.value: member for member in kind if member.value}


def _build(entries: Entries) -> Indicator | None:
    unit: Unit = entries.get("unit", Unit())
    states: tuple[str, ...] = entries.get("states", ())
    reader = FigureReader(unit, states, entries)
    baseline = reader.observations("baseline")
    actuals = reader.observations("actuals")
    targets = reader.targets()
    guides = reader.observations("guides")
    if reader.failed:
        return None
    simple = entries.given(
        "id", "level", "name", "direction", "states", "stands_for", "relative",
        "department", "data_source", "final_due", "notes", "doubts",
    )  # fmt: skip
    _dated_actual(entries, baseline, actuals)
    total = entries.get("period_total")
    kind = entries.get("year", YearKind.UNSTATED)
    return Indicator(
        **simple,
        unit=unit,
        year_kind=kind,
        aggregation=entries.get("aggregate", Aggregation.POINT),
        period_total=None if total is None else with_kind(total, kind),
        baseline=baseline[0] if baseline else None,
        actuals=actuals,
        targets=targets,
        guides=guides,
        show_path=entries.get("show_path"),
        rate=entries.get("rate"),
        source=entries.span,
    )


def _dated_actual(
    entries: Entries, baseline: tuple[Observation, ...], actuals: tuple[Observation, ...]
) -> None:
    """What was read on a day may be held against a year's figure only where both are of a day."""
    found = next((actual for actual in actuals if actual.period.month is not None), None)
    alike = bool(baseline) and baseline[0].period.month is not None
    if found is None or alike or entries.get("aggregate") is not None:
        return
    entries.report.warning(
        "IND007",
        found.source or entries.span,
        f"年でなく日付（{found.period.short()}）の値ですが、1年分の数と比べてよいものか"
        "分かりません。",
        "人口のように、その日の数なら「aggregate: 時点」、途中のその日までを数えたものなら"
        "「aggregate: 単年」と書いてください（単年なら、1年分の基準値とは比べません）。"
        "1年分を数え終えた値なら、日付でなく年を書いてください。",
    )


_YEAR_KINDS = {"年度": YearKind.FISCAL, "年": YearKind.CALENDAR}
# ELAPSED is not asked for: it takes the place of 進捗率 for a period total.
RATES = {rate.value: rate for rate in (Rate.NONE, Rate.RATIO, Rate.PROGRESS)}
_YES_NO = {"はい": True, "いいえ": False}
_RELATIVE = Derived("増減の割合", _relative, {"type": "string"})

INDICATOR = Record(
    "指標",
    (
        Field("id", Identifier(), "ほかの所から指すときの名前（半角英字）", needed=True),
        Field("level", Choice(_words(Level)), "数値目標・KPI・参考値のどれか", needed=True),
        Field("name", Text(), "指標の名称", needed=True),
        Field("unit", _UnitKind(), "単位（人、万人、％ など）。ないときは書かない"),
        Field("year", Choice(_YEAR_KINDS), "「R5」が年度か年か。資料に書いてないときは書かない"),
        Field(
            "direction", Choice(_words(Direction)), "どちらがよいか。書かないと基準と目標で決まる"
        ),
        Field("aggregate", Choice(_words(Aggregation)), "単年・時点・累計・期間合計・平均のどれか"),
        Field("period_total", When(), "期間合計が合わせる年（R2-R6 など）"),
        Field("states", Listed(Word()), "段階の名を、進む順に"),
        Field("relative", _RELATIVE, "「1割減」のような目標。目標の数と照らし合わせる"),
        Field("baseline", Readings(several=False), "基準値を「H30: 9410」のように"),
        Field("actuals", Readings(), "実績値を年ごとに「R5: 20618」のように"),
        Field("targets", Readings(revised=True), "目標値を「R6: 20000」のように"),
        Field("guides", Readings(), "目標までの年ごとの目安値"),
        Field("stands_for", Identifier(), "参考値が代わりを務める数値目標の id"),
        Field("department", Text(), "担当課。庁内の覚えで、印字も公開もしない"),
        Field("data_source", Text(), "出典。指標の注として「出典：」のあとに出る"),
        Field(
            "final_due",
            Text(),
            "確定値が出る時期（「R5確定値は12月頃」のように）。過ぎると知らせる。印字しない",
        ),
        Field("notes", Listed(Text()), "※の注。「※」も書く"),
        Field("doubts", Listed(Text()), "市に確かめること。印字しない。docs/確認事項.md にも書く"),
        Field("rate", Choice(RATES), "この指標にだけ添える率（なし・達成率・進捗率）"),
        Field(
            "show_path",
            Choice(_YES_NO),
            "年ごとの推移の線。2年分以上あれば描く。要らないときは いいえ",
        ),
    ),
    _build,
)
