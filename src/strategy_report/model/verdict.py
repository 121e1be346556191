"""Whether an indicator has arrived, and how it stands to where it began: only what is certain."""

from __future__ import annotations

from enum import Enum

from strategy_report.model.indicator import Aggregation, Direction, Indicator, Level
from strategy_report.model.period import Period
from strategy_report.model.reading import Bound, Composite, Number, Rank, State

_AT_LEAST = (Bound.AT_LEAST, Bound.OVER)
_STRICT = (Bound.OVER, Bound.UNDER)


class Standing(Enum):
    """How the newest actual stands to its baseline."""

    BETTER = "better"
    SAME = "same"
    WORSE_BELOW = "below"
    WORSE_ABOVE = "above"


def is_met(indicator: Indicator) -> bool | None:
    """Whether the newest actual meets the target; None where that cannot or must not be said.

    A 参考値 is never rated; nor is an actual without a number, or one with no target. What was
    counted so far in a year may have met a target from below already, but not one from above.
    """
    actual, target = indicator.actual, indicator.target
    unrated = indicator.level is Level.REFERENCE or indicator.better is Direction.NONE
    if unrated or actual is None or target is None or actual.is_forecast:
        return None
    match actual.reading, target.reading:
        case Number() as have, Number() as want:
            whole = not _is_part(indicator, target.period)
            said = whole or _from_below(indicator.better, want)
            return _number_met(indicator.better, have, want) if said else None
        case Rank() as have, Rank() as want:
            return have.place <= want.place
        case State() as have, State() as want:
            return _state_met(indicator, have, want)
        case Composite() as have, Composite() as want:
            return _all_met(indicator.better, have, want)
    return None


def _is_part(indicator: Indicator, other: Period) -> bool:
    """Whether the newest actual counts a part of a year, and *other* stands for a whole one."""
    actual = indicator.actual
    yearly = indicator.aggregation is Aggregation.ANNUAL
    return yearly and actual is not None and actual.period.month is not None and not other.month


def _from_below(better: Direction, want: Number) -> bool:
    """Whether more is nearer to *want*: a bound that it states outranks the direction."""
    if want.bound is Bound.EXACT:
        return better is not Direction.DOWN
    return want.bound in _AT_LEAST


def _number_met(better: Direction, have: Number, want: Number) -> bool | None:
    """None where 2,500人以上 may or may not be 3,000人: an actual may have a bound of its own."""
    rising = _from_below(better, want)
    near, aim = (have.base, want.base) if rising else (-have.base, -want.base)
    strict = want.bound in _STRICT
    if have.bound is Bound.EXACT:
        return near > aim if strict else near >= aim
    beyond = have.bound in _STRICT
    if (have.bound in _AT_LEAST) is rising:
        proven = near >= aim if beyond or not strict else near > aim
        return True if proven else None
    missed = near <= aim if beyond or strict else near < aim
    return False if missed else None


def _all_met(better: Direction, have: Composite, want: Composite) -> bool | None:
    """Every part meets its own target; None where the parts are not the same."""
    aims = dict(want.parts)
    if [name for name, _ in have.parts] != list(aims):
        return None
    met = [_number_met(better, part, aims[name]) for name, part in have.parts]
    return False if False in met else None if None in met else True


def _state_met(indicator: Indicator, have: State, want: State) -> bool | None:
    if have.text not in indicator.states or want.text not in indicator.states:
        return None
    return indicator.states.index(have.text) >= indicator.states.index(want.text)


def standing(indicator: Indicator) -> Standing | None:
    """The newest actual against the baseline; None where they cannot be compared."""
    compared = _then_and_now(indicator)
    if compared is None:
        return None
    before, now = compared
    if now.base == before.base:
        return Standing.SAME
    lower_is_better = indicator.better is Direction.DOWN
    fell = now.base < before.base
    if fell is lower_is_better:
        return Standing.BETTER
    return Standing.WORSE_BELOW if fell else Standing.WORSE_ABOVE


def _then_and_now(indicator: Indicator) -> tuple[Number, Number] | None:
    """Baseline and actual, where one can be held against the other.

    A period total cannot be compared with the baseline's single year, nor what was counted so
    far in a year with a whole one, nor a figure that is stated as a bound.
    """
    if indicator.baseline is None or indicator.actual is None:
        return None
    total = indicator.aggregation is Aggregation.PERIOD_TOTAL
    before, now = indicator.baseline.reading, indicator.actual.reading
    if total or _is_part(indicator, indicator.baseline.period):
        return None
    if not isinstance(before, Number) or not isinstance(now, Number):
        return None
    exact = before.bound is Bound.EXACT and now.bound is Bound.EXACT
    return (before, now) if exact else None
