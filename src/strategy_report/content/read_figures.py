"""Figures by year, ``R5: 20618``, and how they become readings in an indicator's unit."""

from __future__ import annotations

from typing import Any

from strategy_report.content.kinds import (
    Choice,
    Kind,
    Schema,
    Text,
    When,
    Word,
)
from strategy_report.content.one_text import period_of, scalar_of
from strategy_report.content.reading_text import NotAReadingError, read_number, read_reading
from strategy_report.content.record import Entries, Field, Record
from strategy_report.content.report import Report
from strategy_report.content.yaml_tree import Mapping as MappingNode
from strategy_report.content.yaml_tree import Node, Scalar, Sequence
from strategy_report.core.value import Value, replace
from strategy_report.model.indicator import Aggregation, Observation, Target
from strategy_report.model.period import Period, YearKind
from strategy_report.model.prose import Prose
from strategy_report.model.reading import Composite, Missing, Number, Reading, Status, Unit

STATUSES: dict[str, Status] = {
    "速報": Status.PRELIMINARY,
    "速報値": Status.PRELIMINARY,
    "推計": Status.ESTIMATE,
    "推計値": Status.ESTIMATE,
    "確定": Status.FINAL,
    "確定値": Status.FINAL,
    "改訂": Status.REVISED,
    "改訂値": Status.REVISED,
    "見込": Status.FORECAST,
    "見込値": Status.FORECAST,
}


class RawReading(Value):
    """A figure as typed, not yet in a unit."""

    period: Period
    value: Scalar | MappingNode | None
    status: Status = Status.STATED
    reason: str = ""
    decided: Period | None = None
    note: Prose | None = None
    aggregation: Aggregation | None = None


class _Figure(Kind):
    """A figure: one text, or named parts such as 男 and 女."""

    called = "値"

    def read(self, node: Node, report: Report) -> Any:
        if isinstance(node, MappingNode):
            return node
        return scalar_of(node, self.called, report)

    def schema(self) -> Schema:
        part = {"type": ["string", "number"]}
        return {"type": ["string", "number", "null", "object"], "additionalProperties": part}


_OF_YEARS = {"平均": Aggregation.MEAN, "合計": Aggregation.PERIOD_TOTAL}
_LONG_FORM = Record(
    "値",
    (
        Field("value", _Figure(), "値。数、状態の名、順位、または「男: 12」のような組"),
        Field("status", Choice(STATUSES), "速報・推計・確定・改訂・見込のどれか"),
        Field("missing", Word(), "値がない理由（未実施、集計中など）"),
        Field("decided", When(), "その目標を決めた年"),
        Field("note", Text(), "この値だけへの注。「※」も書く"),
        Field("aggregate", Choice(_OF_YEARS), "数年の基準値のまとめ方（平均・合計）"),
    ),
    lambda entries: entries,
)


class Readings(Kind):
    """Figures by period: ``R5: 20618``; or in long form with status and note."""

    called = "年ごとの値"

    def __init__(self, *, several: bool = True, revised: bool = False) -> None:
        """*revised*: a year may have several, the one decided last being in force."""
        self._several = several
        self._revised = revised

    def read(self, node: Node, report: Report) -> Any:
        if isinstance(node, Scalar) and not node.text:
            return ()
        if not isinstance(node, MappingNode):
            # A row pasted from a worksheet is a year, a tab and a figure.
            typed = node.text.split() if isinstance(node, Scalar) else ["9410"]
            shown = ": ".join(typed) if len(typed) == 2 else f"R5: {' '.join(typed)}"
            report.error(
                "IND001",
                node.span,
                "値には、その年を付けて書きます。",
                f"改行して空白2つ下げ、「{shown}」のように書いてください。",
            )
            return None
        found: list[RawReading] = []
        seen: dict[tuple[int, ...], Scalar] = {}
        for key, value in node.entries:
            period = period_of(key, report)
            if period is None:
                continue
            first = seen.setdefault(period.order, key)
            if first is not key:
                _same_year(first, key, report)
            if isinstance(value, Scalar) and not value.text:
                _empty(key, value, report)
            found.extend(self._of_period(period, value, report))
        if not self._several and len(found) > 1:
            report.error(
                "IND002",
                node.entries[1][0].span,
                "基準値は1つだけ書きます。",
                "実績値なら actuals: の下に移してください。",
            )
        return tuple(sorted(found, key=_in_time))

    def schema(self) -> Schema:
        short = {"type": ["string", "number", "null"]}
        long_form = _LONG_FORM.schema()
        figure: Schema = {
            "anyOf": [short, long_form, {"type": "array", "items": {"anyOf": [short, long_form]}}]
        }
        return {
            "type": ["object", "null"],
            "additionalProperties": figure,
            "examples": [{"R5": 20618}],
        }

    def _of_period(self, period: Period, node: Node, report: Report) -> list[RawReading]:
        if isinstance(node, Sequence):
            if not self._revised and len(node.items) > 1:
                _several_in_a_year(node, report)
                return []
            return [raw for item in node.items for raw in self._of_period(period, item, report)]
        if isinstance(node, MappingNode):
            entries = _LONG_FORM.read(node, report)
            if entries is None:
                return []
            _value_or_reason(node, entries, report)
            return [_long(period, entries)]
        scalar = scalar_of(node, self.called, report)
        return [] if scalar is None else [RawReading(period=period, value=scalar)]


def _same_year(first: Scalar, key: Scalar, report: Report) -> None:
    report.error(
        "IND005",
        key.span,
        f"「{key.text}」は、{first.line + 1} 行目の「{first.text}」と同じ年です。",
        "どちらかの年を直すか、正しい方だけを残してください。",
    )


def _several_in_a_year(node: Sequence, report: Report) -> None:
    report.error(
        "IND005",
        node.span,
        f"1つの年に、値が {len(node.items)} つ書いてあります。",
        "正しい方だけを残してください（並べて書けるのは、途中で改めた目標値だけです）。",
    )


def _value_or_reason(node: MappingNode, entries: Entries, report: Report) -> None:
    """A figure in long form has either a value or the reason why there is none."""
    value, reason = entries.get("value"), entries.get("missing", "")
    if value is None and not reason:
        report.warning(
            "IND006",
            node.span,
            "「value:」がありません。このままなら、値がないと印字します。",
            "「value: 9410」のように値を書くか、値がない理由を「missing: 未集計」のように"
            "書いてください。",
        )
    elif reason and (isinstance(value, MappingNode) or (value is not None and value.text)):
        report.error(
            "IND003",
            entries.place("missing"),
            f"値があるのに、ない理由（missing: {reason}）も書いてあります。",
            "どちらかの行を消してください。",
        )


def _empty(key: Scalar, value: Scalar, report: Report) -> None:
    report.warning(
        "IND006",
        value.span,
        f"「{key.text}:」のあとが空です。このままなら、値がないと印字します。",
        f"値か、値がない理由を「{key.text}: 未集計」のように書いてください。",
    )


def _in_time(raw: RawReading) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return raw.period.order, raw.decided.order if raw.decided is not None else ()


def _long(period: Period, entries: Entries) -> RawReading:
    return RawReading(
        period=period,
        value=entries.get("value"),
        status=entries.get("status", Status.STATED),
        reason=entries.get("missing", ""),
        aggregation=entries.get("aggregate"),
        **entries.given("decided", "note"),
    )


class FigureReader:
    """Reads one indicator's figures in its unit."""

    def __init__(self, unit: Unit, states: tuple[str, ...], entries: Entries) -> None:
        self._unit = unit
        self._states = states
        self._entries = entries
        self._report = entries.report
        self._kind = entries.get("year", YearKind.UNSTATED)
        self.failed = False

    def observations(self, key: str) -> tuple[Observation, ...]:
        found: list[Observation] = []
        for raw in self._entries.get(key, ()):
            reading = self._reading(raw)
            if reading is not None:
                found.append(
                    Observation(
                        period=with_kind(raw.period, self._kind),
                        reading=reading,
                        source=raw.value.span
                        if raw.value is not None
                        else self._entries.place(key),
                        note=raw.note,
                        aggregation=raw.aggregation,
                    )
                )
        return tuple(found)

    def targets(self) -> tuple[Target, ...]:
        found: list[Target] = []
        for raw in self._entries.get("targets", ()):
            reading = self._reading(raw)
            if reading is not None:
                found.append(
                    Target(
                        period=with_kind(raw.period, self._kind),
                        reading=reading,
                        decided=raw.decided,
                        note=raw.note,
                        source=(
                            raw.value.span
                            if raw.value is not None
                            else self._entries.place("targets")
                        ),
                    )
                )
        return tuple(found)

    def _reading(self, raw: RawReading) -> Reading | None:
        if isinstance(raw.value, MappingNode):
            return self._composite(raw.value)
        if raw.value is None or (not raw.value.text and raw.reason):
            return Missing(raw.reason)
        try:
            read = read_reading(raw.value.text, self._unit, self._states)
        except NotAReadingError as wrong:
            self._wrong(raw.value, *wrong.args)
            return None
        if read.dash:
            self._report.warning(
                "IND004",
                raw.value.span,
                f"「{raw.value.text}」は、値がないものとして印字し、棒は描きません。",
                "値が 0 なら 0 と、ない理由があれば「未集計」のように書いてください。",
            )
        if read.unknown_word:
            self._report.warning(
                "IND004",
                raw.value.span,
                f"「{raw.value.text}」は数ではないので、この言葉のまま印字し、棒は描きません。",
                f"それでよければ「missing: {raw.value.text}」と、理由として書いてください。",
            )
        if isinstance(read.reading, Number) and raw.status is not Status.STATED:
            return replace(read.reading, status=raw.status)
        return read.reading

    def _composite(self, node: MappingNode) -> Composite | None:
        parts: list[tuple[str, Number]] = []
        for key, value in node.entries:
            text = value.text if isinstance(value, Scalar) else ""
            number = read_number(text, self._unit)
            if number is None:
                self._wrong(
                    value,
                    f"「{key.text}」の値「{text}」は数として読めません。",
                    "「男: 12」のように書いてください。",
                )
                return None
            parts.append((key.text, number))
        return Composite(tuple(parts))

    def _wrong(self, node: Node, what: str, fix: str) -> None:
        self.failed = True
        self._report.error("IND003", node.span, what, fix)


def with_kind(period: Period, kind: YearKind) -> Period:
    """*period*, its 年 or 年度 taken from the indicator where its own text does not say."""
    if kind is YearKind.UNSTATED or period.kind is not YearKind.UNSTATED or period.month:
        return period
    return replace(period, kind=kind)
