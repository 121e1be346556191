"""What the story says of itself (R2～6, 5.2％) in the marks that the town writes."""

from __future__ import annotations

from typing import Any, TypeVar

from strategy_report.core.value import Value, replace
from strategy_report.model.house_style import HOUSE_STYLE, HouseStyle, with_signs

_V = TypeVar("_V", bound=Value)


# Fields that name something, and are not read.
_NO_TEXT = frozenset(("code", "key", "path", "source"))


def in_signs_of(story: _V, style: HouseStyle) -> _V:
    """*story* with every text in the marks of *style*.

    What authors wrote is in them already; what the program adds between and behind it is not.
    """
    return story if style == HOUSE_STYLE else _value(story, style)


def _value(value: _V, style: HouseStyle) -> _V:
    changed: dict[str, Any] = {}
    for field in type(value).fields_:
        if field in _NO_TEXT:
            continue
        before = getattr(value, field)
        after = _changed(before, style)
        if after is not before:
            changed[field] = after
    return replace(value, **changed) if changed else value


def _changed(part: object, style: HouseStyle) -> object:
    match part:
        case str():
            return with_signs(part, style)
        case tuple():
            return tuple(_changed(item, style) for item in part)
        case Value():
            return _value(part, style)
        case _:
            return part
