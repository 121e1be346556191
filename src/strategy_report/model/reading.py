"""What was read off: a number, a state, a rank, several at once, or nothing, with its reason."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from strategy_report.core.value import Value


class Unit(Value):
    """What is counted, apart from the scale it is shown in.

    Attributes:
        counter: 人, 件, %, 円/人 …; empty for a bare number such as a birth rate.
        scale: 千, 万, 百万, 億 … as printed before the counter; empty for none.
        factor: what one of `scale` is worth.
        mixed: printed in 万 and 千 by turns (34万7千人); the number is then in ones.
    """

    counter: str = ""
    scale: str = ""
    factor: int = 1
    mixed: bool = False

    @property
    def text(self) -> str:
        return self.scale + self.counter


class Bound(Enum):
    """How far a number reaches."""

    EXACT = ""
    AT_LEAST = "以上"
    AT_MOST = "以下"
    OVER = "超"
    UNDER = "未満"


class Status(Enum):
    """How final a number is; STATED says nothing."""

    STATED = ""
    PRELIMINARY = "速報値"
    ESTIMATE = "推計値"
    FINAL = "確定値"
    REVISED = "改訂値"
    FORECAST = "見込値"


class Number(Value):
    """An exact decimal as typed (1.70 keeps its places), in the unit it is shown in."""

    value: Decimal
    unit: Unit = Unit()
    about: bool = False
    bound: Bound = Bound.EXACT
    status: Status = Status.STATED

    @property
    def base(self) -> Decimal:
        """The number in ones of its counter; what comparisons are made on."""
        return self.value if self.unit.mixed else self.value * self.unit.factor


class State(Value, kw_only=False):
    """One of an indicator's ordered states: 未整備, 供用開始, 整備."""

    text: str


class Rank(Value):
    """A place in an order: 全国1位. Lower is better."""

    place: int
    scope: str = ""


class Composite(Value, kw_only=False):
    """Several readings under names of their own: 男 and 女."""

    parts: tuple[tuple[str, Number], ...]


class Missing(Value, kw_only=False):
    """No figure, and why: 未実施, 集計中; an empty reason is printed as 実績値なし."""

    reason: str


Reading = Number | State | Rank | Composite | Missing
