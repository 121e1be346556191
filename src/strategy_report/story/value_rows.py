"""An indicator's baseline, actual and target, each under its label and taken apart for setting."""

from __future__ import annotations

from strategy_report.core.source import SourceSpan
from strategy_report.core.value import replace
from strategy_report.model.indicator import Aggregation, Figure, Indicator, Observation
from strategy_report.model.period import Period
from strategy_report.model.reading import Number
from strategy_report.story.block import RowRole, Run, ValueRow
from strategy_report.story.number_text import digits, mixed_parts, reading_text
from strategy_report.story.phrases import Phrases

ROW_LABELS = {
    RowRole.BASELINE: "row_baseline",
    RowRole.ACTUAL: "row_actual",
    RowRole.TARGET: "row_target",
}
_OF_SEVERAL_YEARS = {Aggregation.MEAN: "mean", Aggregation.PERIOD_TOTAL: "total"}


def value_rows(indicator: Indicator, phrases: Phrases) -> tuple[ValueRow, ...]:
    """The rows in their order; a value that is not there is left out."""
    rows: list[ValueRow] = []
    baseline, actual, target = indicator.baseline, indicator.actual, indicator.target
    if baseline is not None:
        rows.append(_baseline_row(indicator, baseline, phrases))
    if actual is not None:
        years = indicator.years_summed(actual)
        rows.append(_row(RowRole.ACTUAL, actual, years, phrases))
    if target is not None:
        rows.append(_row(RowRole.TARGET, target, target.period, phrases))
    return tuple(rows)


def number_row(
    role: RowRole, label: Run, period: Run, number: Number, source: SourceSpan | None
) -> ValueRow:
    """A number under its label, taken apart for setting."""
    mixed = number.unit.mixed
    return ValueRow(
        role=role,
        label=label,
        period=period,
        before="約" if number.about else "",
        number=Run(text=digits(number.value), source=source),
        parts=mixed_parts(number) if mixed else (),
        unit="" if mixed else number.unit.text,
        after=number.bound.value,
        magnitude=number.base,
        source=source,
    )


def _baseline_row(indicator: Indicator, baseline: Observation, phrases: Phrases) -> ValueRow:
    """The baseline; where it counts other years than the actual, that is said beside it."""
    row = _row(RowRole.BASELINE, baseline, baseline.period, phrases)
    if row.number is None:
        return row
    of_years = baseline.period.end_year is not None
    if indicator.aggregation is Aggregation.PERIOD_TOTAL and not of_years:
        return replace(row, span_note=phrases.text("single_year"), apart=True)
    if not of_years:
        return row
    kind = baseline.aggregation or indicator.aggregation
    return replace(row, span_note=phrases.text(_OF_SEVERAL_YEARS.get(kind, "")), apart=True)


def _row(role: RowRole, figure: Figure, years: Period, phrases: Phrases) -> ValueRow:
    """A value under its label: 基準 H30 約2,000人."""
    source = figure.source
    label = phrases.need(ROW_LABELS[role])
    period = Run(text=years.short(), source=source)
    if isinstance(figure.reading, Number):
        return number_row(role, label, period, figure.reading, source)
    text = reading_text(figure.reading, phrases.text("no_figure"))
    return ValueRow(
        role=role, label=label, period=period, word=Run(text=text, source=source), source=source
    )
