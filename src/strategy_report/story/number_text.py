"""Figures as they are printed: 1,243 · ▲3.2 · 34万7千人."""

from __future__ import annotations

from decimal import Decimal

from strategy_report.model.reading import Composite, Missing, Number, Rank, Reading, State

# 公用文作成の考え方 (2022) II-3: 億 and 万 in kanji, 千 only in a short form such as 34万7千.
_SCALES = (
    (Decimal(10) ** 12, "兆"),
    (Decimal(10) ** 8, "億"),
    (Decimal(10) ** 4, "万"),
    (Decimal(1000), "千"),
)


def digits(value: Decimal) -> str:
    """With commas, a minus as ▲, its decimal places kept: 9,410 · 1.70 · ▲3.2."""
    text = f"{abs(value):,f}"
    return f"▲{text}" if value < 0 else text


def mixed_parts(number: Number) -> tuple[tuple[str, str], ...]:
    """A mixed number as digits and what follows them: ("34", "万"), ("7", "千人").

    千 is used only where nothing is left below it.
    """
    rest = abs(number.value)
    parts: list[tuple[str, str]] = []
    for scale, word in _SCALES:
        if word == "千" and rest % 1000 != 0:
            continue
        count, rest = divmod(rest, scale)
        if count:
            parts.append((f"{count:f}", word))
    if rest or not parts:
        parts.append((f"{rest:,f}", ""))
    sign = "▲" if number.value < 0 else ""
    parts[0] = (sign + parts[0][0], parts[0][1])
    parts[-1] = (parts[-1][0], parts[-1][1] + number.unit.counter)
    return tuple(parts)


def number_text(number: Number, *, with_unit: bool = True) -> str:
    """In one string: 約2,000人, 96.0％以上, 34万7千人."""
    about = "約" if number.about else ""
    if number.unit.mixed:
        body = "".join(digit + word for digit, word in mixed_parts(number))
        return about + body + number.bound.value
    unit = number.unit.text if with_unit else ""
    return about + digits(number.value) + unit + number.bound.value


def reading_text(reading: Reading, no_figure: str) -> str:
    """Any reading in one string; *no_figure* is printed where even the reason is missing."""
    match reading:
        case Number():
            return number_text(reading)
        case State(text=text):
            return text
        case Rank(place=place, scope=scope):
            return f"{scope}{place}位"
        case Composite(parts=parts):
            return " / ".join(f"{name} {number_text(part)}" for name, part in parts)
        case Missing(reason=reason):
            return reason or no_figure
