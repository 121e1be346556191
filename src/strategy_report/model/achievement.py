"""達成率 and 進捗率: no single formula suits all figures, and none suits some."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from strategy_report.core.value import Value
from strategy_report.model.indicator import Aggregation, Direction, Indicator, Level
from strategy_report.model.rate import Rate, Rounding
from strategy_report.model.reading import Bound, Number, Unit

_HUNDRED, _TENTH = Decimal(100), Decimal("0.1")


class Achievement(Value):
    """A rate in percent, exact.

    Attributes:
        about: a figure it was made from is 約.
    """

    rate: Rate
    percent: Decimal
    about: bool = False

    def rounded(self, rounding: Rounding) -> Number:
        """With one decimal; what is below 100 is never rounded up to it."""
        mode = ROUND_HALF_UP if rounding is Rounding.HALF_UP else ROUND_DOWN
        value = self.percent.quantize(_TENTH, mode)
        if value >= _HUNDRED > self.percent:
            value = _HUNDRED - _TENTH
        return Number(value=value, unit=Unit(counter="％"), about=self.about)


def achievement(indicator: Indicator, rate: Rate) -> Achievement | None:
    """The rate of the newest actual; None where it would mean nothing.

    Nothing is reckoned of a 参考値, of a forecast, of what is no number or states a bound
    only (2,500以上), of an indicator without direction, of a part of a year, nor where the divisor
    is not positive. Where lower is better there is no 達成率: it would grow as things get worse.
    A period total's progress is told by its elapsed years, since its baseline is a single year's.
    """
    have, want, before = _numbers(indicator)
    unrated = indicator.level is Level.REFERENCE or indicator.better is Direction.NONE
    if rate is Rate.NONE or unrated or have is None or want is None or _is_partial(indicator):
        return None
    if rate is Rate.PROGRESS and indicator.aggregation is Aggregation.PERIOD_TOTAL:
        rate = Rate.ELAPSED
    about = have.about or want.about
    match rate:
        case Rate.PROGRESS:
            if before is None:
                return None
            share = _share(have.base - before.base, want.base - before.base)
            about = about or before.about
        case Rate.ELAPSED:
            share = _elapsed(indicator, have, want)
        case _:
            falling = indicator.better is Direction.DOWN
            share = None if falling or want.base <= 0 else _share(have.base, want.base)
    if share is None:
        return None
    return Achievement(rate=rate, percent=share * _HUNDRED, about=about)


def _numbers(indicator: Indicator) -> tuple[Number | None, Number | None, Number | None]:
    """Actual, target and baseline, as far as they are numbers."""
    actual, target, baseline = indicator.actual, indicator.target, indicator.baseline
    forecast = actual is not None and actual.is_forecast
    readings = (
        None if actual is None or forecast else actual.reading,
        None if target is None else target.reading,
        None if baseline is None else baseline.reading,
    )
    have, want, before = (r if isinstance(r, Number) else None for r in readings)
    if have is not None and have.bound is not Bound.EXACT:
        have = None
    return have, want, before


def _is_partial(indicator: Indicator) -> bool:
    """Whether the newest actual was counted from only a part of the years that it is rated by."""
    summed = (Aggregation.ANNUAL, Aggregation.PERIOD_TOTAL)
    actual = indicator.actual
    return (
        indicator.aggregation in summed and actual is not None and actual.period.month is not None
    )


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    return None if whole == 0 else part / whole


def _elapsed(indicator: Indicator, have: Number, want: Number) -> Decimal | None:
    total, actual = indicator.period_total, indicator.actual
    if total is None or total.end_year is None or actual is None:
        return None
    elapsed = (actual.period.end_year or actual.period.year) - total.year + 1
    if elapsed < 1 or want.base <= 0:
        return None
    years = total.end_year - total.year + 1
    return _share(have.base * years, want.base * min(elapsed, years))
